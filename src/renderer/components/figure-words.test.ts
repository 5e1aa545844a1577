import { describe, expect, it } from 'vitest';
import type { Analytics } from '../../shared/contract/analytics.ts';
import { attemptsFigure, costFigure, talkFigure } from './figure-words.ts';

const figures = (part: Partial<Analytics>): Analytics =>
  ({
    costs: [],
    averageDuration: 0,
    outcomes: { completed: 0, voicemail: 0, busy: 0, 'no-answer': 0, failed: 0, cancelled: 0, unknown: 0 },
    ...part,
  }) as Analytics;
const spoke = (completed: number) => ({ outcomes: { ...figures({}).outcomes, completed } });

describe('talkFigure', () => {
  it('tells the longest call, and how many there were where its length is not known', () => {
    expect(talkFigure(figures({ ...spoke(94), averageDuration: 134.4, longestSeconds: 588 }))).toEqual({
      value: '2:14',
      note: 'longest 9:48',
    });
    expect(talkFigure(figures({ ...spoke(94), averageDuration: 134.4, longestSeconds: null }))).toEqual({
      value: '2:14',
      note: 'in 94 calls',
    });
    expect(talkFigure(figures({})).value).toBe('—');
  });
});

describe('attemptsFigure', () => {
  it('has a tenth, and nothing where nobody answered', () => {
    expect(attemptsFigure(figures({ attemptsToAnswer: { average: 1.26, median: 1 } }))).toEqual({ value: '1.3', note: 'median 1' });
    expect(attemptsFigure(figures({ attemptsToAnswer: { average: 1.5, median: 1.5 } })).note).toBe('median 1.5');
    expect(attemptsFigure(figures({ attemptsToAnswer: { average: null, median: null } })).value).toBe('—');
  });
});

describe('costFigure', () => {
  it('tells what each success cost', () => {
    expect(costFigure(figures({ ...spoke(94), costs: [{ amount: 31.08, unit: 'USD' }] }))).toEqual({
      value: '$31.08',
      note: '$0.33 a success',
    });
    expect(costFigure(figures({ costs: [{ amount: 12, unit: 'practice credits' }] }))).toEqual({ value: '12', note: 'practice credits' });
  });

  it('sets amounts in several units side by side, for they cannot be added', () => {
    const costs = [
      { amount: 31.08, unit: 'USD' },
      { amount: 12, unit: 'practice credits' },
    ];
    expect(costFigure(figures({ ...spoke(94), costs }))).toEqual({ value: '$31.08', note: 'and 12 practice credits' });
  });

  it('is nothing where nothing was charged', () => {
    expect(costFigure(figures({ costs: [] }))).toEqual({ value: '—', note: 'nothing charged yet' });
  });
});
