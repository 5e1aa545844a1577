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
});
