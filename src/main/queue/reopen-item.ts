import { conflict } from '../../shared/domain/app-error.ts';
import { isFinalItem } from '../../shared/domain/states.ts';
import { reactivateTx, refuseNewcomers } from '../campaigns/reopen.ts';
import type { Campaign } from '../data/campaign-store.ts';
import type { ItemChange, QueueItem } from '../data/item-store.ts';
import { type Actor, everyone } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { beingCalled, type FoundItem, itemChanged, ownItem } from './find-item.ts';

/**
 * Puts a final item back into the queue, due at once, with at least one attempt more than made; a completed campaign is active again.
 * @throws AppError `not_found`, `still_waiting`, `already_processing`, `campaign_cancelled`, `campaign_ended`, `contact_deleted`,
 *   `do_not_call`.
 */
export function reopenItem(parts: Parts, actor: Actor, id: number, reason?: string): void {
  parts.data.database.write(() => reopenTx(parts, actor, ownItem(parts, actor, id), {}, reason));
}

/** The same in an open transaction. @param change what the item comes back with, where that is not "at once". */
export function reopenTx(parts: Parts, actor: Actor, { item, campaign }: FoundItem, change: ItemChange = {}, reason?: string): void {
  const { data, clock } = parts;
  if (item.status === 'queued') throw conflict('still_waiting', 'It is waiting already.');
  if (!isFinalItem(item.status)) throw beingCalled();
  refuseNewcomers(parts, campaign);
  refuseUncallable(parts, item);
  const now = clock.now();
  const back: ItemChange = {
    scheduledFor: now,
    scheduledBy: 'hand',
    readyAt: now,
    failureReason: null,
    notPlaced: 0,
    maxAttempts: raisedAttempts(item, campaign),
    ...withoutDeletedAgent(parts, item),
    ...change,
  };
  if (!data.items.moveTx(item, item.status, 'queued', now, back)) throw itemChanged();
  const agent = back.agentId === null ? '. Its agent was deleted, so that of the campaign calls' : '';
  const details = `Put back into the queue; it was ${item.status}${agent}`;
  data.items.recordTx(item.id, now, { action: 'reopened', details, reason: reason ?? null, by: actor.userId });
  reactivateTx(parts, campaign);
}

/** The item's own most attempts, raised where no further one would be left. */
export function raisedAttempts(item: QueueItem, campaign: Campaign): number | null {
  return item.attemptCount >= (item.maxAttempts ?? campaign.maxAttempts) ? item.attemptCount + 1 : item.maxAttempts;
}

/** An agent of its own may be deleted while the item does not wait: then the campaign's calls. */
export function withoutDeletedAgent({ data }: Parts, { agentId }: QueueItem): Pick<ItemChange, 'agentId'> {
  return agentId !== null && data.agents.get(everyone, agentId)?.deletedAt != null ? { agentId: null } : {};
}

/** @throws AppError `contact_deleted`, `do_not_call` for a person who would be skipped as soon as their turn came. */
export function refuseUncallable({ data }: Parts, item: QueueItem): void {
  const contact = data.contacts.get(everyone, item.contactId);
  if (!contact || contact.deletedAt !== null) throw conflict('contact_deleted', 'The contact was deleted. Create it again first.');
  if (data.compliance.isListed(contact.phone)) throw conflict('do_not_call', 'The number is on the do-not-call list.');
}
