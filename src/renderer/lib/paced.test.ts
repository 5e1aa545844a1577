import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { paced } from './paced.ts';

const EVERY_MS = 5_000;

/** What was passed on, and when, counted from the start. */
function passing() {
  const start = performance.now();
  const passed: [at: number, words: string][] = [];
  return { passed, pace: paced('', EVERY_MS, (words) => passed.push([performance.now() - start, words])) };
}

describe('paced', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('passes the first on at once, then the last of what came, no sooner than the pace allows', () => {
    const { passed, pace } = passing();
    for (let second = 0; second < 12; second += 1) {
      pace.tell(`${second} done`);
      vi.advanceTimersByTime(1_000);
    }
    vi.advanceTimersByTime(60_000);
    expect(passed).toEqual([
      [0, '0 done'],
      [5_000, '4 done'],
      [10_000, '9 done'],
      [15_000, '11 done'],
    ]);
  });

  it('passes on at once what comes after a long silence', () => {
    const { passed, pace } = passing();
    pace.tell('one');
    vi.advanceTimersByTime(20_000);
    pace.tell('two');
    vi.advanceTimersByTime(0);
    expect(passed).toEqual([
      [0, 'one'],
      [20_000, 'two'],
    ]);
  });

  it('says nothing of what was taken back while it waited, and nothing twice', () => {
    const { passed, pace } = passing();
    pace.tell('one');
    vi.advanceTimersByTime(1_000);
    for (const words of ['two', 'one', 'one']) pace.tell(words);
    vi.advanceTimersByTime(60_000);
    expect(passed).toEqual([[0, 'one']]);
  });

  it('is silent once it was stopped, and keeps its pace when it is told again', () => {
    const { passed, pace } = passing();
    pace.tell('one');
    vi.advanceTimersByTime(1_000);
    pace.tell('two');
    pace.stop();
    vi.advanceTimersByTime(2_000);
    pace.tell('three');
    vi.advanceTimersByTime(60_000);
    expect(passed).toEqual([
      [0, 'one'],
      [5_000, 'three'],
    ]);
  });
});
