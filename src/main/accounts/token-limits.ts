/** What a token may not, whoever its user is. Nobody else is held by any of this. */
import { AppError } from '../../shared/domain/app-error.ts';
import type { Actor } from '../data/scope.ts';

/**
 * A token of the scope read asks only what reads.
 * @param method of the route: GET reads, everything else may change something.
 * @throws AppError `read_only_token`.
 */
export function mustBeLetChange({ token }: Actor, method: string): void {
  if (token?.scope !== 'read' || method === 'GET') return;
  throw new AppError('not-allowed', 'read_only_token', 'This token may only read. Use one of the scope write.');
}

/**
 * What lets somebody in (tokens, passwords, the address to sign in with) is for people: a token that was stolen must not make itself
 * another way in.
 * @throws AppError `sign_in_needed`.
 */
export function mustBeSignedIn({ token }: Actor): void {
  if (token === undefined) return;
  throw new AppError('not-allowed', 'sign_in_needed', 'No token may do this. Sign in with your password.');
}
