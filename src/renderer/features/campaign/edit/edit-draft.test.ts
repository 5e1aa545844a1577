import { describe, expect, it } from 'vitest';
import type { Campaign } from '../../../../shared/contract/campaigns.ts';
import { consequencesOf } from './consequences.ts';
import { changedFields, changesOf, draftOf, mayEditField, withTyped } from './edit-draft.ts';

const campaign = {
  status: 'active',
  name: 'Renewals',
  description: '',
  agentId: 'agent_1',
  nextAction: 'Offer the renewal',
  firstCallTime: '09:00',
  lastCallTime: '18:00',
  timeZone: 'Europe/Berlin',
  weekdays: [1, 2, 3],
  useContactZone: false,
  startDate: '2026-11-18',
  endDate: null,
  pacing: 'spread',
  retry: { maxAttempts: 3, retryAfter: 60, byOutcome: { busy: 15 } },
  concurrencyLimit: null,
  keepOpen: false,
  queued: 92,
  callsUp: 2,
  neverCalled: 0,
} as unknown as Campaign;

const minutes = draftOf(campaign).byOutcome;

describe('changesOf', () => {
  it('sends only what differs: what is typed back as it was is no change', () => {
    expect(changesOf(campaign, {})).toEqual({});
    expect(changesOf(campaign, draftOf(campaign))).toEqual({});
    expect(changedFields(campaign, { name: 'Renewals', weekdays: [1, 2, 3] })).toEqual([]);
    expect(changesOf(campaign, { name: ' Second touch ', lastCallTime: '17:00', weekdays: [1] })).toEqual({
      name: 'Second touch',
      lastCallTime: '17:00',
      weekdays: [1],
    });
  });

  it('takes an empty end date and limit for none', () => {
    const ended = { ...campaign, endDate: '2026-12-04', concurrencyLimit: 3 };
    expect(changesOf(ended, { endDate: '', concurrencyLimit: '' })).toEqual({ endDate: null, concurrencyLimit: null });
    expect(changesOf(campaign, { endDate: '2026-12-04', concurrencyLimit: '3' })).toEqual({ endDate: '2026-12-04', concurrencyLimit: 3 });
  });

  it('sends minutes by outcome as the whole list, for the engine takes them so', () => {
    expect(changesOf(campaign, { byOutcome: { ...minutes, 'no-answer': '120' } })).toEqual({
      retry: { byOutcome: { busy: 15, 'no-answer': 120 } },
    });
    expect(changesOf(campaign, { byOutcome: { ...minutes, busy: '' } })).toEqual({ retry: { byOutcome: {} } });
    expect(changesOf(campaign, { maxAttempts: '5' })).toEqual({ retry: { maxAttempts: 5 } });
  });
});

describe('withTyped', () => {
  it('keeps the start date that was where it is emptied', () => {
    expect(withTyped(campaign, { startDate: '', name: 'Again' })).toMatchObject({ startDate: '2026-11-18', name: 'Again' });
    expect(changedFields(campaign, { startDate: '' })).toEqual([]);
  });
});

describe('mayEditField', () => {
  it('is what the engine’s own table says', () => {
    const may = (status: Campaign['status'], field: 'startDate' | 'byOutcome' | 'endDate' | 'timeZone', callMade = false) =>
      mayEditField({ ...campaign, status }, field, callMade).ok;
    expect([may('draft', 'startDate'), may('active', 'startDate')]).toEqual([true, false]);
    expect([may('active', 'byOutcome'), may('completed', 'byOutcome'), may('completed', 'endDate')]).toEqual([true, false, true]);
    expect([may('active', 'timeZone'), may('active', 'timeZone', true)]).toEqual([true, false]);
  });
});

describe('consequencesOf', () => {
  const same = { endDate: '', keepOpen: false };

  it('says what happens to those who wait', () => {
    expect(consequencesOf(campaign, ['lastCallTime', 'agentId'], same)).toEqual([
      'Calls that were spread are planned anew. Callbacks, retries and times set by hand stay.',
      'The new agent speaks in calls that are not dialed yet.',
    ]);
    expect(consequencesOf(campaign, ['name', 'description'], same)).toEqual([]);
    expect(consequencesOf({ ...campaign, queued: 0 }, ['pacing'], same)).toEqual([]);
    expect(consequencesOf({ ...campaign, status: 'draft' }, ['pacing', 'agentId'], same)).toEqual([]);
  });

  it('says who waits again after a later end date', () => {
    const ended = { ...campaign, status: 'completed' as const, endDate: '2026-11-20', neverCalled: 150 };
    expect(consequencesOf(ended, ['endDate'], { ...same, endDate: '2026-11-27' })).toEqual([
      '150 people who were left when it ended wait again.',
    ]);
    expect(consequencesOf(ended, ['endDate'], { ...same, endDate: '2026-11-19' })).toEqual([]);
  });
});
