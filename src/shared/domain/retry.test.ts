import { describe, expect, it } from 'vitest';
import { MINUTE_MS } from './calendar.ts';
import { DEFAULT_RETRY, type EndedCall, policyForItem, type RetryPolicy, retriedOutcomeOf, retryAt } from './retry.ts';

const policy: RetryPolicy = { maxAttempts: 3, retryAfterMinutes: 60, byOutcome: { busy: 15, voicemail: 0 } };
const endedAt = Date.parse('2026-11-20T10:00Z');
const minutes = (at: number | null) => at && (at - endedAt) / MINUTE_MS;

describe('retryAt', () => {
  it('waits the minutes of the outcome, else those of the policy', () => {
    expect([
      minutes(retryAt(policy, 'busy', endedAt, 1)),
      minutes(retryAt(policy, 'no-answer', endedAt, 1)),
      minutes(retryAt(policy, 'failed', endedAt, 2)),
      minutes(retryAt(policy, 'voicemail', endedAt, 2)),
    ]).toEqual([15, 60, 60, 0]);
  });

  it('is final when the attempts are spent', () => {
    expect([retryAt(policy, 'busy', endedAt, 3), retryAt(policy, 'busy', endedAt, 4), retryAt(DEFAULT_RETRY, 'busy', endedAt, 1)]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('counts the item’s own attempts, raised or not', () => {
    expect([minutes(retryAt(policy, 'busy', endedAt, 3, 4)), retryAt(policy, 'busy', endedAt, 1, 1)]).toEqual([15, null]);
  });

  it('is final for an outcome that is never retried', () => {
    expect(retryAt(policy, null, endedAt, 1)).toBeNull();
  });
});

describe('retriedOutcomeOf', () => {
  it.each<[string | null, Partial<EndedCall>]>([
    ['busy', { end: 'busy' }],
    ['no-answer', { end: 'no-answer' }],
    ['failed', { end: 'failed' }],
    ['voicemail', { end: 'voicemail' }],
    ['no-answer', { end: 'completed', durationMs: 0 }],
    ['voicemail', { end: 'completed', durationMs: 9_000, machine: true }],
    [null, { end: 'completed', durationMs: 9_000 }],
    [null, { end: 'failed', wrongNumber: true }],
    [null, { end: 'cancelled' }],
    [null, { end: 'unknown' }],
    [null, { end: 'not-placed' }],
  ])('is %s for %o', (outcome, given) => {
    expect(retriedOutcomeOf({ end: 'failed', durationMs: 0, machine: false, wrongNumber: false, ...given })).toBe(outcome);
  });
});

describe('policyForItem', () => {
  it('is the campaign’s where the item says nothing', () => {
    expect(policyForItem(policy, { maxAttempts: null, retryAfterMinutes: null })).toEqual(policy);
  });

  it('takes the item’s word before the campaign’s, for every outcome', () => {
    expect(policyForItem(policy, { maxAttempts: 5, retryAfterMinutes: 30 })).toEqual({
      maxAttempts: 5,
      retryAfterMinutes: 30,
      byOutcome: {},
    });
  });
});
