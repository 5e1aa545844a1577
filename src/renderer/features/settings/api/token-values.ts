/** A new token as its form holds it, and what is sent of it. Pure. */
import { NewToken, TOKEN_SCOPES, type TokenScope } from '../../../../shared/contract/access.ts';
import { DAY_MS } from '../../../../shared/domain/calendar.ts';
import type { Role } from '../../../../shared/domain/states.ts';
import { type FieldErrors, fieldErrors } from '../../../lib/field-errors.ts';

/** Days, or never. */
export const EXPIRIES = ['30', '90', '365', 'never'] as const;
export type Expiry = (typeof EXPIRIES)[number];

export interface TokenValues {
  name: string;
  scope: TokenScope;
  expiresAt: Expiry;
}

/** A script that only looks, for a year. */
export const USUAL: TokenValues = { name: '', scope: 'read', expiresAt: '365' };

/** What somebody of a role may give: nobody gives more than they may themselves. */
export const scopesOf = (role: Role): readonly TokenScope[] => TOKEN_SCOPES.filter((scope) => scope !== 'admin' || role === 'admin');

export const tokenErrors = ({ name }: TokenValues): FieldErrors<TokenValues> => fieldErrors({ name: NewToken.shape.name }, { name });

export const newToken = ({ name, scope, expiresAt }: TokenValues, now: number): NewToken => ({
  name: name.trim(),
  scope,
  ...(expiresAt !== 'never' && { expiresAt: new Date(now + Number(expiresAt) * DAY_MS) }),
});
