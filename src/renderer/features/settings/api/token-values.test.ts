import { describe, expect, it } from 'vitest';
import { newToken, scopesOf, tokenErrors, USUAL } from './token-values.ts';

describe('newToken', () => {
  it('ends after so many days, or never', () => {
    expect(newToken({ name: ' CRM ', scope: 'write', expiresAt: '30' }, 0)).toEqual({
      name: 'CRM',
      scope: 'write',
      expiresAt: new Date(2_592_000_000),
    });
    expect(newToken({ ...USUAL, name: 'CRM', expiresAt: 'never' }, 0)).toEqual({ name: 'CRM', scope: 'read' });
  });

  it('has a name, and lets nobody give more than they may', () => {
    expect(tokenErrors({ ...USUAL, name: '  ' })).toEqual({ name: 'Write what the token is for.' });
    expect([scopesOf('supervisor'), scopesOf('admin')]).toEqual([
      ['read', 'write'],
      ['read', 'write', 'admin'],
    ]);
  });
});
