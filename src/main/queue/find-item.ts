/** How a verb finds an item and its campaign, by number or by public id, and what of it forbids to touch it. */
import { type AppError, conflict, notFound } from '../../shared/domain/app-error.ts';
import { isFinalItem } from '../../shared/domain/states.ts';
import type { Campaign } from '../data/campaign-store.ts';
import type { QueueItem } from '../data/item-store.ts';
import { type Actor, ownScope, type Scope, scopeOf } from '../data/scope.ts';
import type { Parts } from '../parts.ts';

export interface FoundItem {
  item: QueueItem;
  campaign: Campaign;
}

const REF = /^(?:queue_)?([1-9]\d{0,15})$/;

/** The number of an item from its number or its public id (`queue_123`). @throws AppError `not_found` where it is neither. */
export function itemIdOf(ref: string): number {
  const digits = REF.exec(ref)?.[1];
  const id = Number(digits);
  if (digits === undefined || !Number.isSafeInteger(id)) throw notFound('queue item');
  return id;
}

/** An item that the person may see. @throws AppError `not_found` also for one that was removed or is another's. */
export const seenItem = (parts: Parts, actor: Actor, id: number): FoundItem => find(parts, scopeOf(actor), id);

/** An item of the person's own, which they may change. @throws AppError `not_found`. */
export const ownItem = (parts: Parts, actor: Actor, id: number): FoundItem => find(parts, ownScope(actor), id);

function find({ data }: Parts, scope: Scope, id: number): FoundItem {
  const item = data.items.get(scope, id);
  const campaign = item && data.campaigns.get(scope, item.campaignId);
  if (!item || !campaign) throw notFound('queue item');
  return { item, campaign };
}

/** @throws AppError `already_processing`, `item_is_over` (409) unless the item waits. */
export function mustWait(item: QueueItem): void {
  if (item.status === 'processing') throw beingCalled();
  if (isFinalItem(item.status)) {
    const sentence = `It is done: ${item.status}. Put it back into the queue first (status "pending").`;
    throw conflict('item_is_over', sentence);
  }
}

export const beingCalled = (): AppError =>
  conflict('already_processing', 'It is being called. Change this when the call is over, or cancel it first.');

/** What is told where the dialer or somebody else came first. */
export const itemChanged = (): AppError =>
  conflict('changed_meanwhile', 'The item changed just now. Look at it again, then repeat.', { retryable: true });
