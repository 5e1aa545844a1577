import { AppError } from '../../shared/domain/app-error.ts';
import type { Actor } from '../data/scope.ts';

/** @throws AppError `admins_only`. The api refuses first; a verb that changes what concerns everyone asks again. */
export function mustBeAdmin(actor: Actor): void {
  if (actor.role !== 'admin') throw new AppError('not-allowed', 'admins_only', 'Only an admin may do this.');
}
