/** Sleep, waking and the network, as the desktop host hands them on. Electron's own part is stood in for. */
import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Power } from '../../src/main/hosts/desktop/power.ts';
import { VirtualClock } from '../helpers/virtual-clock.ts';

const electron = vi.hoisted(() => ({ monitor: null as unknown as EventEmitter, isOnline: true, blockers: new Set<number>() }));
vi.mock('electron', async () => {
  const { EventEmitter: Emitter } = await import('node:events');
  electron.monitor = new Emitter();
  return {
    powerMonitor: electron.monitor,
    net: { isOnline: () => electron.isOnline },
    powerSaveBlocker: {
      start: () => {
        electron.blockers.add(electron.blockers.size);
        return electron.blockers.size - 1;
      },
      stop: (id: number) => void electron.blockers.delete(id),
    },
  };
});

let clock: VirtualClock;
let done: string[];
let power: Power;

beforeEach(() => {
  electron.monitor.removeAllListeners();
  electron.isOnline = true;
  clock = new VirtualClock();
  done = [];
  power = new Power({
    hold: () => void done.push('hold'),
    wake: () => void done.push('wake'),
    end: () => void done.push('end'),
    after: (ms, run) => clock.after(ms, run),
  });
});

describe('Power', () => {
  it('keeps the computer awake while a campaign may call, by one blocker', () => {
    for (const isCalling of [false, true, true]) power.keepAwake(isCalling);
    expect(electron.blockers.size).toBe(1);
    power.keepAwake(false);
    expect(electron.blockers.size).toBe(0);
    power.keepAwake(true);
    power.stop();
    expect(electron.blockers.size).toBe(0);
  });

  it('holds before a sleep, and wakes the engine once after it', async () => {
    electron.monitor.emit('suspend');
    await clock.sleep(2 * 3_600_000);
    electron.monitor.emit('resume');
    await clock.advance(5 * 60_000);
    expect(done).toEqual(['hold', 'wake']);
  });

  it('goes on where the sleep never came', async () => {
    electron.monitor.emit('suspend');
    await clock.advance(5 * 60_000);
    expect(done).toEqual(['hold', 'wake']);
  });

  it('wakes the engine when the screen is unlocked and when the network is back, each once', async () => {
    electron.monitor.emit('unlock-screen');
    electron.isOnline = false;
    await clock.advance(60_000);
    electron.isOnline = true;
    await clock.advance(60_000);
    expect(done).toEqual(['wake', 'wake']);
    electron.isOnline = false;
    await clock.advance(60_000);
    electron.isOnline = true;
    power.online();
    await clock.advance(60_000);
    expect(done).toEqual(['wake', 'wake', 'wake']);
  });

  it('ends the program when the system shuts down, which waits for it', () => {
    const event = { prevented: false, preventDefault: () => void (event.prevented = true) };
    electron.monitor.emit('shutdown', event);
    expect([done, event.prevented]).toEqual([['end'], true]);
  });
});
