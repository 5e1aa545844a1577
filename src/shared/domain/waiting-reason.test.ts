import { describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS } from './calendar.ts';
import { campaignReason, itemReason, type WaitingCause } from './waiting-reason.ts';

const now = Date.parse('2026-11-18T19:32Z');
const soon = now + 38 * MINUTE_MS;
const view = { now, timeZone: 'Europe/London' };
const opensAt = Date.parse('2026-11-19T09:00Z');

describe('itemReason', () => {
  it.each<[WaitingCause, string, number | null]>([
    [{ code: 'not-started', startOn: null, todayOn: '2026-11-18', until: null }, 'Campaign is a draft', null],
    [{ code: 'not-started', startOn: '2026-11-20', todayOn: '2026-11-18', until: opensAt }, 'Campaign starts Fri 20 Nov', opensAt],
    [{ code: 'over', state: 'cancelled' }, 'Campaign is cancelled', null],
    [{ code: 'do-not-call' }, 'On the do-not-call list, will be skipped', null],
    [{ code: 'paused', by: 'Ada', pausedAt: now, reason: null }, 'Campaign is paused', null],
    [{ code: 'engine', sentence: 'The disk is full' }, 'The disk is full', null],
    [{ code: 'no-opening', ended: true }, 'The end date has passed', null],
    [{ code: 'no-opening', ended: false }, 'No opening within 366 days, will be skipped', null],
    [{ code: 'callback', at: soon, until: soon }, 'Asked to be called at 20:10', soon],
    [{ code: 'callback', at: opensAt, until: opensAt }, 'Asked to be called tomorrow at 09:00', opensAt],
    [{ code: 'window-closed', timeZone: 'Australia/Sydney', until: opensAt, opensAt }, 'Closed in Sydney, 06:32 there', opensAt],
    [{ code: 'retry', attempt: 2, maxAttempts: 3, until: soon }, 'Retry 2 of 3, not before 20:10', soon],
    [{ code: 'planned', until: soon }, 'Planned for 20:10', soon],
    [{ code: 'number-busy' }, 'A call to this number is up', null],
    [{ code: 'gap', lastCalledAt: now - 39 * MINUTE_MS, gapMs: HOUR_MS }, 'Called 39 min ago, gap is 1 h', now + 21 * MINUTE_MS],
    [{ code: 'limit-full', level: 'user', limit: 2 }, 'The supervisor’s 2 slots are in use', null],
    [{ code: 'limit-full', level: 'campaign', limit: 1 }, 'The campaign’s only slot is in use', null],
    [{ code: 'limit-full', level: 'system', limit: 0 }, 'The system’s limit is 0, no new calls', null],
    [{ code: 'provider', sentence: 'Bolna does not answer', until: soon }, 'Bolna does not answer', soon],
    [{ code: 'turn' }, 'Due, next in its turn', null],
    [{ code: 'nobody-waiting', up: 0 }, 'Nobody is waiting', null],
  ])('tells %o', (cause, sentence, until) => {
    expect(itemReason(cause, view)).toEqual({ code: cause.code, sentence, until });
  });

  it('speaks in the time of the campaign’s zone', () => {
    expect(itemReason({ code: 'planned', until: soon }, { now, timeZone: 'Asia/Kolkata' }).sentence).toBe('Planned for 01:40');
  });
});

describe('campaignReason', () => {
  it.each<[WaitingCause, string]>([
    [
      { code: 'window-closed', timeZone: 'Europe/London', until: opensAt, opensAt },
      'The calling window is closed: it is 19:32 in London. It opens tomorrow at 09:00 there.',
    ],
    [
      {
        code: 'paused',
        by: 'Ringmaster',
        pausedAt: now - 5 * MINUTE_MS,
        reason: 'five calls in a row failed. Bolna answered "agent not found".',
      },
      'Ringmaster paused it at 19:27: five calls in a row failed. Bolna answered "agent not found".',
    ],
    [
      { code: 'paused', by: 'You', pausedAt: now - 26 * HOUR_MS, reason: 'New script, back after lunch' },
      'You paused it Tue 17 Nov at 17:32: New script, back after lunch.',
    ],
    [{ code: 'paused', by: null, pausedAt: null, reason: ' ' }, 'It was paused.'],
    [{ code: 'no-opening', ended: true }, 'The end date has passed. A later end date calls those who are left.'],
    [{ code: 'not-started', startOn: '2026-11-19', todayOn: '2026-11-18', until: opensAt }, 'It starts tomorrow.'],
    [{ code: 'planned', until: soon }, 'The next call is planned for 20:10.'],
    [{ code: 'callback', at: soon, until: soon }, 'The next call is a callback, asked for at 20:10.'],
    [{ code: 'limit-full', level: 'system', limit: 10 }, 'The system’s 10 slots are in use.'],
    [{ code: 'nobody-waiting', up: 2 }, 'Nobody is waiting. 2 calls are up.'],
    [{ code: 'nobody-waiting', up: 1 }, 'Nobody is waiting. 1 call is up.'],
  ])('tells %o', (cause, sentence) => {
    expect(campaignReason(cause, view).sentence).toBe(sentence);
  });
});
