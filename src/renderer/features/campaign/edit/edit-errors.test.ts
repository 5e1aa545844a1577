import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import type { EditDraft } from './edit-draft.ts';
import { editErrors, refusedFields } from './edit-errors.ts';

const right: EditDraft = {
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
  endDate: '',
  pacing: 'spread',
  maxAttempts: '3',
  retryAfter: '60',
  'after-busy': '15',
  'after-no-answer': '',
  'after-voicemail': '',
  'after-failed': '',
  concurrencyLimit: '',
  keepOpen: false,
};

describe('editErrors', () => {
  it('finds nothing in what is right', () => expect(editErrors(right)).toEqual({}));

  it.each([
    [{ name: ' ' }, { name: 'A campaign needs a name.' }],
    [{ nextAction: '' }, { nextAction: 'Say what the agent should achieve.' }],
    [{ firstCallTime: 'nine' }, { firstCallTime: 'Write the time as HH:MM.' }],
    [{ lastCallTime: '08:00' }, { lastCallTime: 'The first call time 09:00 is not before the last call time 08:00.' }],
    [{ weekdays: [] }, { weekdays: 'No weekday is chosen. Choose at least one day on which calls may be made.' }],
    [{ endDate: '2026-11-17' }, { endDate: 'The end date 2026-11-17 is before the start date 2026-11-18.' }],
    [{ maxAttempts: '0' }, { maxAttempts: 'Write a whole number from 1 to 50.' }],
    [{ maxAttempts: '' }, { maxAttempts: 'Write a whole number from 1 to 50.' }],
    [{ retryAfter: '1.5' }, { retryAfter: 'Write a whole number from 0 to 44,640.' }],
    [{ 'after-busy': 'soon' }, { 'after-busy': 'Write a whole number from 0 to 44,640.' }],
    [{ concurrencyLimit: '0' }, { concurrencyLimit: 'Write a whole number from 1 to 100,000.' }],
  ] satisfies [Partial<EditDraft>, object][])('%j → %j', (part, errors) => expect(editErrors({ ...right, ...part })).toEqual(errors));
});

describe('refusedFields', () => {
  it('puts what the engine refused at its field', () => {
    const details = [
      { path: 'endDate', message: 'There is no opening left.' },
      { path: 'retry.byOutcome.busy', message: 'Too many minutes.' },
      { path: 'elsewhere', message: 'Not of this form.' },
    ];
    const error = new ORPCError('CONFLICT', { data: { code: 'x', details, retryable: false, data: {} } });
    expect(refusedFields(error)).toEqual({ endDate: 'There is no opening left.', 'after-busy': 'Too many minutes.' });
    expect(refusedFields(new Error('offline'))).toEqual({});
  });
});
