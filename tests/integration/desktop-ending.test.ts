/** How the desktop program ends: the engine first, and what is wanted instead of quitting has the time that it needs. */
import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Ending } from '../../src/main/hosts/desktop/ending.ts';
import { silentLogger } from '../../src/main/ports/host.ts';

const electron = vi.hoisted(() => ({ done: [] as string[], app: null as unknown as EventEmitter }));
vi.mock('electron', async () => {
  const { EventEmitter: Emitter } = await import('node:events');
  electron.app = Object.assign(new Emitter(), {
    quit: () => void electron.done.push('quit'),
    exit: (code: number) => void electron.done.push(`exit ${code}`),
  });
  return { app: electron.app };
});

beforeEach(() => {
  vi.useFakeTimers();
  electron.app.removeAllListeners();
  electron.done.length = 0;
});
afterEach(() => vi.useRealTimers());

const stopsAfter = (ms: number) => () =>
  new Promise<void>((resolve) => {
    setTimeout(() => {
      electron.done.push('stopped');
      resolve();
    }, ms);
  });

it('stops the engine, then quits, once, whoever asks meanwhile', async () => {
  const ending = new Ending(stopsAfter(1_000), silentLogger);
  ending.begin();
  let prevented = 0;
  electron.app.emit('will-quit', { preventDefault: () => void (prevented += 1) });
  ending.begin();
  await vi.advanceTimersByTimeAsync(10_000);
  expect([electron.done, prevented]).toEqual([['stopped', 'quit'], 1]);
  electron.app.emit('will-quit', { preventDefault: () => void (prevented += 1) });
  expect(prevented).toBe(1);
});

it('does not wait longer than five seconds for an engine that does not stop', async () => {
  new Ending(stopsAfter(60_000), silentLogger).begin();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(electron.done).toEqual(['exit 1']);
  await vi.advanceTimersByTimeAsync(56_000);
  expect(electron.done).toEqual(['exit 1', 'stopped']);
});

it('starts again, or installs, also where the engine did not stop in time', async () => {
  const ending = new Ending(stopsAfter(6_000), silentLogger);
  ending.endWith(() => void electron.done.push('start again'));
  ending.begin();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(electron.done).toEqual(['start again', 'stopped']);
});

it('leaves an update the time to be unpacked, and ends where nothing came of it', async () => {
  const ending = new Ending(stopsAfter(100), silentLogger);
  ending.endWith(() => void electron.done.push('install'));
  ending.begin();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(electron.done).toEqual(['stopped', 'install']);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(electron.done).toEqual(['stopped', 'install', 'exit 1']);
});
