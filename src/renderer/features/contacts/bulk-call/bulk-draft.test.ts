import { describe, expect, it } from 'vitest';
import { bulkErrors, campaignOf, newBulkDraft } from './bulk-draft.ts';

/** A Wednesday, 18 Nov 2026. */
const draft = { ...newBulkDraft(Date.UTC(2026, 10, 18, 12)), timeZone: 'UTC', agentId: 'agent_1', nextAction: 'Offer the renewal' };

describe('newBulkDraft', () => {
  it('is named after the day, and calls Monday to Friday', () => {
    expect(draft).toMatchObject({ name: 'Campaign, 18 Nov 2026', weekdays: [1, 2, 3, 4, 5], startDate: '' });
  });
});

describe('bulkErrors', () => {
  it('names what is missing in the order of the dialog', () => {
    const empty = { ...draft, name: ' ', agentId: '', nextAction: '', startDate: '31', lastCallTime: '08:00', weekdays: [] };
    expect(Object.keys(bulkErrors(empty))).toEqual(['name', 'agentId', 'startDate', 'nextAction', 'lastCallTime', 'weekdays']);
    expect(bulkErrors(draft)).toEqual({});
  });
});

describe('campaignOf', () => {
  it('sends whom it is for, and whether it is kept as a draft', () => {
    expect(campaignOf(draft, [1, 2], false)).toMatchObject({ contactIds: [1, 2] });
    expect(campaignOf({ ...draft, startDate: '2026-12-01' }, [1], true)).toMatchObject({ startDate: '2026-12-01', draft: true });
  });
});
