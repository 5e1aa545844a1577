import { describe, expect, it } from 'vitest';
import { NewUser, UserChange } from '../../../../shared/contract/users.ts';
import { newUser, userChange, userErrors, valuesOf } from './user-values.ts';

const filled = { ...valuesOf(null), name: ' Ada ', email: 'Ada@Example.com', password: 'long enough' };

describe('the form of a user', () => {
  it('begins as a supervisor with two calls at a time, and sends what the contract takes', () => {
    expect(NewUser.parse(newUser(filled))).toEqual({
      name: 'Ada',
      email: 'ada@example.com',
      role: 'supervisor',
      concurrentCallsLimit: 2,
      password: 'long enough',
    });
  });

  it('leaves a password alone that was not typed', () => {
    expect(userChange({ ...filled, password: '' })).not.toHaveProperty('password');
    expect(UserChange.safeParse(userChange({ ...filled, concurrentCallsLimit: '0' })).success).toBe(true);
  });

  it('asks for a password only of somebody new, and for a long one of anybody', () => {
    const fields = (password: string, isNew: boolean) => Object.keys(userErrors({ ...filled, password }, isNew));
    expect([fields('', true), fields('', false), fields('short', false), fields('long enough', true)]).toEqual([
      ['password'],
      [],
      ['password'],
      [],
    ]);
    expect(Object.keys(userErrors({ ...filled, name: ' ', email: 'x', concurrentCallsLimit: '-1' }, true))).toEqual([
      'name',
      'email',
      'concurrentCallsLimit',
    ]);
  });
});
