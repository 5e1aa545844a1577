import { isFinalItem } from '../../shared/domain/states.ts';
import { refuseNewcomers } from '../campaigns/reopen.ts';
import { type Actor, everyone } from '../data/scope.ts';
import type { ItemChange } from '../data/item-store.ts';
import type { Parts } from '../parts.ts';
import { recordPriorityTx } from './change-priority.ts';
import { refuseShutTime } from './chosen-time.ts';
import { itemChanged, ownItem } from './find-item.ts';
import { raisedAttempts, refuseUncallable, reopenTx, withoutDeletedAgent } from './reopen-item.ts';
import { inZone } from './reschedule.ts';

export interface Callback {
  at: number;
  priority?: number | undefined;
  notes?: string | undefined;
}

/**
 * Plans a new attempt at a time that the contact asked for (rule 10), on any item: a finished one waits again, one that is being
 * called waits again when its call is over.
 * @throws AppError `not_found`; `time_is_past`, `outside_window`, `after_end_date` with `data.nextAllowed`; `campaign_cancelled`,
 *   `campaign_ended`, `contact_deleted`, `do_not_call`.
 */
export function callBack(parts: Parts, actor: Actor, id: number, { at, priority, notes }: Callback): void {
  const { data, clock } = parts;
  data.database.write(() => {
    const found = ownItem(parts, actor, id);
    const { item, campaign } = found;
    refuseNewcomers(parts, campaign);
    refuseUncallable(parts, item);
    refuseShutTime(parts, campaign, data.contacts.get(everyone, item.contactId)?.timeZone ?? null, at);
    const now = clock.now();
    const asked: ItemChange = {
      callbackRequested: 1,
      callbackAt: at,
      maxAttempts: raisedAttempts(item, campaign),
      ...withoutDeletedAgent(parts, item),
      ...(priority === undefined ? {} : { priority }),
    };
    const waits: ItemChange = { ...asked, scheduledFor: at, scheduledBy: 'callback', readyAt: at, ready: 0, notPlaced: 0 };
    if (isFinalItem(item.status)) reopenTx(parts, actor, found, waits);
    // What follows the call that is up is decided at its end; a cancel that was asked for before is no longer wanted.
    else if (!data.items.changeTx(item, now, item.status === 'queued' ? waits : { ...asked, cancelAskedAt: null })) throw itemChanged();
    const details = `Callback ${inZone(campaign, at)} (${campaign.timeZone})`;
    data.items.recordTx(item.id, now, { action: 'callback_scheduled', details, reason: notes || null, by: actor.userId });
    if (priority !== undefined) recordPriorityTx(parts, actor, item, priority);
  });
}
