import { describe, expect, it } from 'vitest';
import { heatSteps, shareOf, stepOf } from './heat-steps.ts';

const cell = (percent: number, calls = 100) => ({ calls, successful: (percent * calls) / 100 });

describe('heatSteps', () => {
  it('spans what there is in four round steps', () => {
    expect(heatSteps([cell(22), cell(41)])).toEqual({ from: 25, size: 5 });
    expect(heatSteps([cell(0), cell(100)])).toEqual({ from: 25, size: 25 });
    expect(heatSteps([cell(10), cell(62)])).toEqual({ from: 25, size: 15 });
  });

  it('ends at 100 % where all are answered', () => expect(heatSteps([cell(98)])).toEqual({ from: 85, size: 5 }));

  it('takes no measure from a few calls', () => {
    expect(heatSteps([cell(100, 4), cell(30), cell(40)])).toEqual({ from: 35, size: 5 });
    expect(heatSteps([cell(100, 4)])).toBeNull();
    expect(heatSteps([])).toBeNull();
  });
});

describe('stepOf', () => {
  const steps = { from: 25, size: 5 };
  it('is the higher the more people answer, and none where nobody can tell', () => {
    expect([10, 24, 25, 29, 30, 35, 80].map((percent) => stepOf(cell(percent), steps))).toEqual([1, 1, 2, 2, 3, 4, 4]);
    expect(stepOf(cell(100, 4), steps)).toBe(0);
  });
});

describe('shareOf', () => {
  it('is 0 where nobody was called', () => expect([shareOf(cell(50)), shareOf({ calls: 0, successful: 0 })]).toEqual([0.5, 0]));
});
