import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { newDraft } from './campaign-draft.ts';
import { refusedOf } from './refused-draft.ts';

describe('refusedOf', () => {
  it('puts what the engine refused at its field, the first of several', () => {
    const details = [
      { path: 'endDate', message: 'There is no opening left.' },
      { path: 'retry.byOutcome.busy', message: 'Too many minutes.' },
      { path: 'retry.byOutcome.failed', message: 'Far too many minutes.' },
      { path: 'retry', message: 'Too often.' },
      { path: 'elsewhere', message: 'Not of this form.' },
    ];
    const error = new ORPCError('CONFLICT', { data: { code: 'x', details, retryable: false, data: {} } });
    expect(Object.entries(refusedOf(error, newDraft('')))).toEqual([
      ['endDate', 'There is no opening left.'],
      ['maxAttempts', 'Too often.'],
      ['byOutcome', 'Too many minutes.'],
    ]);
    expect(refusedOf(new Error('offline'), newDraft(''))).toEqual({});
  });
});
