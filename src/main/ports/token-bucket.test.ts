import { describe, expect, it } from 'vitest';
import { tokenBucket } from './token-bucket.ts';

const T = Date.UTC(2026, 2, 2, 9);

describe('tokenBucket', () => {
  it('gives no more in any second than the rate and what was saved up', () => {
    const bucket = tokenBucket(() => 5);
    const taken = (from: number, to: number) => {
      let count = 0;
      for (let at = from; at < to; at += 10) if (bucket.take(T + at)) count++;
      return count;
    };
    expect([taken(0, 1000), taken(1000, 2000), taken(60_000, 61_000)]).toEqual([9, 5, 9]);
  });

  it('says when the next token comes, and then there is one, not before', () => {
    const bucket = tokenBucket(() => 2);
    bucket.take(T);
    bucket.take(T);
    expect(bucket.nextAt(T + 100)).toBe(T + 500);
    expect([bucket.take(T + 499), bucket.take(T + 500), bucket.take(T + 500)]).toEqual([false, true, false]);
  });

  it('serves a rate below one a second', () => {
    const bucket = tokenBucket(() => 0.5);
    expect([bucket.take(T), bucket.take(T + 1999), bucket.take(T + 2000)]).toEqual([true, false, true]);
    expect(bucket.nextAt(T + 2000)).toBe(T + 4000);
  });

  it('never refuses without a limit, always with 0', () => {
    const free = tokenBucket(() => null);
    const shut = tokenBucket(() => 0);
    expect([free.take(T), free.nextAt(T), shut.take(T), shut.nextAt(T) > T + 1e12]).toEqual([true, T, false, true]);
  });

  it('takes a changed rate at once', () => {
    let rate: number | null = 1;
    const bucket = tokenBucket(() => rate);
    bucket.take(T);
    expect(bucket.take(T + 100)).toBe(false);
    rate = 100;
    expect(bucket.take(T + 110)).toBe(true);
    rate = null;
    expect(bucket.take(T + 110)).toBe(true);
  });

  it('gives nothing away when the clock is set back, and goes on from there', () => {
    const bucket = tokenBucket(() => 1);
    bucket.take(T);
    const back = T - 3_600_000;
    expect([bucket.take(back), bucket.take(back + 999), bucket.take(back + 1000)]).toEqual([false, false, true]);
  });
});
