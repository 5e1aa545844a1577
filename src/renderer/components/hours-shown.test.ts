import { describe, expect, it } from 'vitest';
import { hoursShown } from './hours-shown.ts';

const calls = (hour: number, count: number, successful = 0) => ({ hour, calls: count, successful });
const span = (shown: ReturnType<typeof hoursShown>) => [shown[0]?.hour, shown.at(-1)?.hour];

describe('hoursShown', () => {
  it('goes from the first hour with calls to the last, and keeps the empty ones between', () => {
    const shown = hoursShown([calls(8, 10, 4), calls(17, 3, 3)]);
    expect(span(shown)).toEqual([8, 17]);
    expect(shown[0]).toEqual({ hour: 8, successful: 4, other: 6, planned: 0 });
    expect(shown[3]).toEqual({ hour: 11, successful: 0, other: 0, planned: 0 });
  });

  it('reaches to the last planned hour', () => {
    const planned = Array.from({ length: 24 }, (_, hour) => (hour === 20 ? 7 : 0));
    expect(span(hoursShown([calls(9, 1)], planned))).toEqual([9, 20]);
    expect(hoursShown([], planned).find(({ hour }) => hour === 20)?.planned).toBe(7);
  });

  it('shows eight hours at least, within the day', () => {
    expect(span(hoursShown([calls(12, 1)]))).toEqual([9, 16]);
    expect(hoursShown([calls(23, 1)])).toHaveLength(8);
    expect(span(hoursShown([calls(23, 1)]))).toEqual([16, 23]);
    expect(span(hoursShown([calls(0, 1)]))).toEqual([0, 7]);
  });

  it('shows office hours where there is nothing', () => expect(span(hoursShown([]))).toEqual([9, 17]));
});
