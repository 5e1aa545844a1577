import { describe, expect, it } from 'vitest';
import { bulkErrors, campaignOf, newBulkDraft, offeredStart } from './bulk-draft.ts';

/** A Wednesday, 18 Nov 2026. */
const at = (hours: number, minutes = 0) => Date.UTC(2026, 10, 18, hours, minutes);
const draft = { ...newBulkDraft(at(12)), timeZone: 'UTC', agentId: 'agent_1', nextAction: 'Offer the renewal' };
const none = new Set<string>();

describe('newBulkDraft', () => {
  it('is named after the day, and calls Monday to Friday', () => {
    expect(draft).toMatchObject({ name: 'Campaign, 18 Nov 2026', weekdays: [1, 2, 3, 4, 5], startDate: null });
  });
});

describe('offeredStart', () => {
  it('is today while an hour of the window is left', () => {
    expect([at(6), at(12), at(17)].map((now) => offeredStart(draft, now, none))).toEqual(Array(3).fill('2026-11-18'));
  });

  it('is the next allowed day afterwards, past week-ends and holidays', () => {
    expect(offeredStart(draft, at(17, 1), none)).toBe('2026-11-19');
    expect(offeredStart(draft, at(17, 1), new Set(['2026-11-19']))).toBe('2026-11-20');
    expect(offeredStart({ ...draft, weekdays: [1] }, at(12), none)).toBe('2026-11-23');
  });

  it('goes by the campaign’s own zone', () => {
    expect(offeredStart({ ...draft, timeZone: 'Asia/Tokyo' }, at(12), none)).toBe('2026-11-19');
    expect(offeredStart({ ...draft, timeZone: 'America/New_York' }, at(22), none)).toBe('2026-11-18');
  });

  it('is today where the window is not right yet', () => {
    expect(offeredStart({ ...draft, lastCallTime: '8' }, at(20), none)).toBe('2026-11-18');
    expect(offeredStart({ ...draft, weekdays: [] }, at(20), none)).toBe('2026-11-18');
  });
});

describe('bulkErrors', () => {
  it('names what is missing in the order of the form', () => {
    const empty = { ...draft, name: ' ', agentId: '', nextAction: '', startDate: '', lastCallTime: '08:00', weekdays: [] };
    expect(Object.keys(bulkErrors(empty))).toEqual(['name', 'agentId', 'startDate', 'nextAction', 'lastCallTime', 'weekdays']);
    expect(bulkErrors(draft)).toEqual({});
  });
});

describe('campaignOf', () => {
  it('sends the day that is offered unless another was chosen', () => {
    expect(campaignOf(draft, '2026-11-19', [1, 2], false)).toMatchObject({ startDate: '2026-11-19', contactIds: [1, 2] });
    expect(campaignOf({ ...draft, startDate: '2026-12-01' }, '2026-11-19', [1], true)).toMatchObject({
      startDate: '2026-12-01',
      draft: true,
    });
  });
});
