import { describe, expect, it } from 'vitest';
import type { FactRow } from '../data/figure-store.ts';
import { factsOf, toldFacts } from './facts.ts';

const row = (given: Partial<FactRow>): FactRow => ({
  attempt: 1,
  spoken: 1,
  unit: 'cents',
  calls: 1,
  cost: 0,
  longestSeconds: 0,
  callId: 'call_1',
  ...given,
});
const told = (...stretches: Partial<FactRow>[][]) => toldFacts(stretches.map((rows) => factsOf(rows.map(row))));

describe('toldFacts', () => {
  it('never adds costs of two units, and tells a single sum only of one', () => {
    expect(told([{ cost: 2 }, { cost: 3, spoken: 0 }], [{ cost: 4 }])).toMatchObject({ cost: 9, costs: [{ unit: 'cents', amount: 9 }] });
    expect(told([{ cost: 2 }], [{ cost: 3, unit: 'USD' }])).toMatchObject({
      cost: 0,
      costs: [
        { unit: 'USD', amount: 3 },
        { unit: 'cents', amount: 2 },
      ],
    });
  });

  it('finds the attempt in the middle over several days, of the calls in which a person spoke', () => {
    const attempts = told([{ calls: 2 }, { attempt: 4, spoken: 0, calls: 9 }], [{ attempt: 2 }, { attempt: 5 }]).attemptsToAnswer;
    expect(attempts).toEqual({ average: 9 / 4, median: 1.5 });
    expect(told([{ calls: 2 }, { attempt: 3, calls: 3 }]).attemptsToAnswer.median).toBe(3);
  });

  it('names the longest call, wherever it was', () => {
    expect(told([{ longestSeconds: 40 }], [{ longestSeconds: 90, callId: 'call_2' }, { longestSeconds: 60 }])).toMatchObject({
      longestSeconds: 90,
      longestCallId: 'call_2',
    });
  });

  it('knows nothing where nobody spoke', () => {
    expect(told([{ spoken: 0, longestSeconds: 30 }])).toEqual({
      cost: 0,
      costs: [],
      attemptsToAnswer: { average: null, median: null },
      longestSeconds: null,
      longestCallId: null,
    });
  });
});
