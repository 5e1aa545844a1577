import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { toContractError } from '../../../main/api/base.ts';
import { AppError, badInput } from '../../../shared/domain/app-error.ts';
import { isSignedOut, NotReached, ofReading, told, toldOfFields } from './told.ts';

const refusal = (error: AppError) => {
  const { code, status, message, data, defined } = toContractError(error);
  return new ORPCError(code, { status, message, data, defined });
};

describe('told', () => {
  it('repeats the engine’s own sentence, with the way out, and no detail twice', () => {
    const error = badInput('unknown_country', 'There is no country “XX”.', {
      details: [
        { path: 'defaultCountry', message: 'There is no country “XX”.' },
        { path: 'timeZone', message: 'Write a time zone as Europe/Berlin.' },
      ],
      nextAction: 'Choose one.',
    });
    expect(told(refusal(error))).toEqual({
      code: 'unknown_country',
      sentence: 'There is no country “XX”.',
      details: ['Write a time zone as Europe/Berlin.'],
      nextAction: 'Choose one.',
    });
  });

  it('does not send anybody to look what became of something that was only read', () => {
    expect(told(ofReading(new NotReached(true))).sentence).toBe(told(new NotReached(false)).sentence);
    const other = badInput('unknown_country', 'There is no country “XX”.');
    expect(ofReading(other)).toBe(other);
  });

  it('shows nothing of what it does not know', () => {
    for (const error of [
      new TypeError('x is undefined'),
      new ORPCError('INTERNAL_SERVER_ERROR', { message: 'SqliteError: no such table' }),
      'text',
      null,
    ]) {
      expect(told(error).sentence).not.toMatch(/undefined|Sqlite|text/);
      expect(told(error).code).toBe('bug');
    }
  });

  it('parts a request that was never sent from one whose answer is missing', () => {
    expect(told(new NotReached(false)).sentence).not.toBe(told(new NotReached(true)).sentence);
  });
});

describe('toldOfFields', () => {
  it('names the fields of a refusal, whether a verb or the contract refused it, and none of anything else', () => {
    const details = [{ path: 'email', message: 'Taken by another user.' }];
    expect([...toldOfFields(refusal(badInput('email_taken', 'Taken.', { details })))]).toEqual([['email', 'Taken by another user.']]);
    const issues = [{ path: ['breaker', 'failedShare'], message: 'Too large.', code: 'too_big' }];
    expect([...toldOfFields(new ORPCError('BAD_REQUEST', { data: { issues } }))]).toEqual([['breaker.failedShare', 'Too large.']]);
    expect([...toldOfFields(new NotReached(false))]).toEqual([]);
  });
});

describe('isSignedOut', () => {
  it('is a session that is over, never a wrong password', () => {
    expect(isSignedOut(refusal(new AppError('not-signed-in', 'not_signed_in', 'Sign in first.')))).toBe(true);
    expect(isSignedOut(refusal(new AppError('not-signed-in', 'wrong_password', 'Wrong.')))).toBe(false);
  });
});
