import { describe, expect, it } from 'vitest';
import { inParts, PART } from './in-parts.ts';

const ids = Array.from({ length: 2 * PART + 3 }, (_, i) => i + 1);

describe('inParts', () => {
  it('gives every id once, in order, and tells how far it is', async () => {
    const given: number[] = [];
    const told: number[] = [];
    const act = async (part: number[]) => void given.push(...part);
    expect(await inParts(ids, act, (done) => told.push(done), new AbortController().signal)).toBe(ids.length);
    expect([given, told]).toEqual([ids, [PART, 2 * PART, ids.length]]);
  });

  it('stops between two parts', async () => {
    const stop = new AbortController();
    const given: number[][] = [];
    const act = async (part: number[]) => void given.push(part);
    expect(await inParts(ids, act, () => stop.abort(), stop.signal)).toBe(PART);
    expect(given).toHaveLength(1);
  });
});
