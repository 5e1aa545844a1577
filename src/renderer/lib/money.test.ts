import { describe, expect, it } from 'vitest';
import { money, moneyParts } from './money.ts';

describe('money', () => {
  it.each([
    [{ amount: 31.08, unit: 'USD' }, '$31.08'],
    [{ amount: 4.5, unit: 'EUR' }, '€4.50'],
    [{ amount: 1_200, unit: 'practice credits' }, '1,200 practice credits'],
    [{ amount: 1 / 3, unit: '' }, '0.33'],
  ])('writes %j as %s', (given, text) => expect(money(given)).toBe(text));

  it('parts the number from a unit that is a word', () => {
    expect(moneyParts({ amount: 12, unit: 'practice credits' })).toEqual(['12', 'practice credits']);
    expect(moneyParts({ amount: 0.19, unit: 'USD' })).toEqual(['$0.19', '']);
  });
});
