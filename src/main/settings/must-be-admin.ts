import { AppError } from '../../shared/domain/app-error.ts';
import type { Actor } from '../data/scope.ts';

/** @throws AppError `admins_only`. The api refuses first; a verb that changes what concerns everyone asks again. */
export function mustBeAdmin({ role, token }: Actor): void {
  if (role === 'admin') return;
  const sentence = token ? 'Only an admin may do this, and a token of theirs only with the scope admin.' : 'Only an admin may do this.';
  throw new AppError('not-allowed', 'admins_only', sentence);
}
