import { conflict } from '../../shared/domain/app-error.ts';
import type { Actor } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { takeOutTx } from './cancel-item.ts';
import { ownItem } from './find-item.ts';

/**
 * Removes a waiting item, cancelling it first, or a final one: it is left out of every list, total and count; its history, calls and
 * figures stay. The contact may join the campaign again.
 * @throws AppError `not_found`, `cancel_first`.
 */
export function removeItem(parts: Parts, actor: Actor, id: number, reason?: string): void {
  const { data, clock } = parts;
  data.database.write(() => {
    const { item, campaign } = ownItem(parts, actor, id);
    if (item.status === 'processing') throw conflict('cancel_first', 'It is being called. Cancel it first, then remove it.');
    if (item.status === 'queued') takeOutTx(parts, actor, item, { reason });
    const now = clock.now();
    data.items.changeTx(item, now, { removedAt: now });
    // Who is not in the campaign any more cannot be called after all by a later end date.
    if (item.status === 'skipped' && item.failureReason === 'end-date' && campaign.neverCalled > 0)
      data.campaigns.changeTx(campaign, now, { neverCalled: campaign.neverCalled - 1 });
    data.items.recordTx(item.id, now, { action: 'removed', details: 'Removed from the queue', reason: reason ?? null, by: actor.userId });
  });
}
