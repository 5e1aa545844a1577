import { describe, expect, it } from 'vitest';
import { draftErrors, nameFrom, newDraft } from './campaign-draft.ts';

const right = { ...newDraft('leads.csv'), agentId: 'agent_1', nextAction: 'Say hello' };

describe('nameFrom', () => {
  it.each([
    ['leads_november.csv', 'Leads november'],
    ['Kündigungen   November.2026.csv', 'Kündigungen November.2026'],
    ['élan.csv', 'Élan'],
    ['.csv', 'New campaign'],
    ['people', 'People'],
  ])('%s → %s', (fileName, name) => expect(nameFrom(fileName)).toBe(name));

  it('never is longer than a campaign may be called', () => {
    expect(nameFrom(`${'x'.repeat(400)}.csv`)).toHaveLength(255);
  });
});

describe('draftErrors', () => {
  it('finds nothing in a draft that is whole', () => {
    expect(draftErrors(right)).toEqual({});
    expect(draftErrors({ ...right, firstCallTime: '00:00', lastCallTime: '24:00' })).toEqual({});
  });

  it('says what is missing, in the order of the form', () => {
    const errors = draftErrors({ ...newDraft('leads.csv'), name: '  ', weekdays: [] });
    expect(Object.entries(errors)).toEqual([
      ['name', 'A campaign needs a name.'],
      ['agentId', 'Choose who speaks.'],
      ['nextAction', 'Say what the agent should achieve.'],
      ['weekdays', 'Choose at least one day.'],
    ]);
  });

  it('refuses a window that closes before it opens, or at once', () => {
    for (const lastCallTime of ['08:00', '09:00'])
      expect(draftErrors({ ...right, lastCallTime })).toEqual({ lastCallTime: 'The last call must come after the first.' });
  });

  it('refuses what is no time', () => {
    expect(draftErrors({ ...right, firstCallTime: 'nine' })).toEqual({ firstCallTime: 'Write the time as HH:MM.' });
  });

  it('refuses a day that is over, unless the campaign is there and may have begun', () => {
    const begun = { ...right, timeZone: 'UTC', startDate: '2026-11-18', endDate: '2026-11-30' };
    const later = Date.UTC(2026, 10, 20);
    expect(draftErrors(begun, later)).toEqual({ startDate: 'This day is over.' });
    expect(draftErrors(begun, later, true)).toEqual({});
    expect(draftErrors({ ...begun, endDate: '2026-11-17' }, later, true)).toEqual({ endDate: 'The end must not come before the start.' });
    expect(draftErrors({ ...begun, endDate: 'broken' }, later, true)).toEqual({ endDate: 'This is no date.' });
  });

  it.each([
    [{ maxAttempts: '0' }, { maxAttempts: 'A whole number from 1 to 50.' }],
    [{ maxAttempts: '' }, { maxAttempts: 'A whole number from 1 to 50.' }],
    [{ retryAfter: '1.5' }, { retryAfter: 'A whole number from 0 to 44,640.' }],
    [{ byOutcome: { ...right.byOutcome, busy: 'soon' } }, { byOutcome: 'A whole number from 0 to 44,640.' }],
    [{ concurrencyLimit: '0' }, { concurrencyLimit: 'A whole number from 1 to 100,000.' }],
  ])('%j → %j', (part, errors) => expect(draftErrors({ ...right, ...part })).toEqual(errors));
});
