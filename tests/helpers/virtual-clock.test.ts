import { describe, expect, it } from 'vitest';
import { VirtualClock } from './virtual-clock.ts';

const START = Date.UTC(2026, 0, 5);

describe('VirtualClock', () => {
  it('runs timers in the order of their instants, those of one instant as they were set', async () => {
    const clock = new VirtualClock(START);
    const ran: string[] = [];
    for (const [name, ms] of [
      ['c', 30],
      ['a', 10],
      ['b', 20],
      ['b2', 20],
    ] as const)
      clock.after(ms, () => ran.push(`${name}@${clock.now() - START}`));
    await clock.advance(25);
    expect(ran).toEqual(['a@10', 'b@20', 'b2@20']);
    expect([clock.now() - START, clock.monotonic(), clock.waiting]).toEqual([25, 25, 1]);
  });

  it('lets promises settle before the next timer runs', async () => {
    const clock = new VirtualClock();
    const ran: string[] = [];
    clock.after(10, () => {
      void (async () => {
        await new Response('a body').text();
        ran.push('settled');
        clock.after(0, () => ran.push('at the same instant'));
      })();
    });
    clock.after(10, () => ran.push('second'));
    await clock.advance(10);
    expect(ran).toEqual(['settled', 'second', 'at the same instant']);
  });

  it('does not run a timer that was cancelled', async () => {
    const clock = new VirtualClock();
    let ran = false;
    clock.after(5, () => {
      ran = true;
    })();
    await clock.advance(10);
    expect(ran).toBe(false);
  });

  it('sleeps: the wall clock and the world go on, monotonic time and timers stand still', async () => {
    const clock = new VirtualClock(START);
    const ran: string[] = [];
    clock.after(1000, () => ran.push(`own ${clock.now() - START}`));
    clock.world.after(1000, () => ran.push(`world ${clock.asleep}`));
    await clock.sleep(60_000);
    expect([clock.now() - START, clock.monotonic(), clock.world.now() - START, ran]).toEqual([60_000, 0, 60_000, ['world true']]);
    await clock.advance(1000);
    expect(ran).toEqual(['world true', 'own 61000']);
    expect(clock.asleep).toBe(false);
  });

  it('jumps: only the wall clock of the computer moves', () => {
    const clock = new VirtualClock(START);
    clock.jump(-3_600_000);
    expect([clock.now(), clock.monotonic(), clock.world.now()]).toEqual([START - 3_600_000, 0, START]);
  });

  it('goes on until something happened, and says so where it never does', async () => {
    const clock = new VirtualClock(START);
    let count = 0;
    const tick = () => {
      count++;
      clock.after(10, tick);
    };
    clock.after(10, tick);
    await clock.until(() => count === 3, 1000);
    expect(clock.now() - START).toBe(30);
    await expect(clock.until(() => count < 0, 50, 'the impossible')).rejects.toThrow('the impossible did not happen within 50 ms');
    expect(clock.now() - START).toBe(80);
  });
});
