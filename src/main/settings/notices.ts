/** Notices as a person sees them: their own and everyone's. */
import type { Notice } from '../../shared/contract/notices.ts';
import { AppError, notFound } from '../../shared/domain/app-error.ts';
import { type Actor, ownScope } from '../data/scope.ts';
import type { Parts } from '../parts.ts';

/** Open notices, the latest first. */
export function listNotices(parts: Parts, actor: Actor): Notice[] {
  return parts.data.notices.open(ownScope(actor)).map(({ id, userId, campaignId, level, code, sentence, at }) => ({
    id,
    forEveryone: userId === null,
    campaignId,
    level,
    code,
    sentence,
    at: new Date(at),
  }));
}

/**
 * Closes a notice; one that is closed already stays so.
 * @throws AppError `not_found`; `admins_only` where it is everyone's and the person is no admin.
 */
export function closeNotice(parts: Parts, actor: Actor, id: string): void {
  parts.data.database.write(() => {
    const notice = parts.data.notices.get(ownScope(actor), id);
    if (!notice) throw notFound('notice');
    if (notice.userId === null && actor.role !== 'admin') {
      throw new AppError('not-allowed', 'admins_only', 'This is told to everyone. Only an admin may close it.');
    }
    parts.data.notices.closeTx(id, parts.clock.now());
  });
}
