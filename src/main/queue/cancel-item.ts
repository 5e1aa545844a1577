/**
 * Takes an item out of the line, or ends its call.
 *
 * A call is ended by its provider: the item is marked first, durably, so that it ends cancelled and is never tried again whatever
 * becomes of the call; the dialer asks the provider (`dialer/end-cancelled.ts`), also after a crash.
 */
import { conflict } from '../../shared/domain/app-error.ts';
import { PROVIDER_NAMES } from '../../shared/domain/provider-names.ts';
import { canBeEnded } from '../calls/hang-up.ts';
import { settleCampaignTx } from '../campaigns/settle.ts';
import type { QueueItem } from '../data/item-store.ts';
import { type Actor, everyone } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { itemChanged, seenItem } from './find-item.ts';
import { untilCallIsOver } from './until-over.ts';

export interface Words {
  reason?: string | undefined;
  notes?: string | undefined;
}

/**
 * Cancels and, where a call is up, waits for its end, ten seconds at most.
 * @returns whether the item is cancelled now; false while its call has not ended yet.
 * @throws AppError `not_found`, `item_is_over`, `call_is_over`; `cannot_hang_up` where the provider cannot end the call: it goes on;
 *   `changed_meanwhile` where a callback was asked for instead.
 */
export async function cancelItem(parts: Parts, actor: Actor, id: number, words: Words): Promise<boolean> {
  const callId = parts.data.database.write(() => cancelTx(parts, actor, id, words));
  return callId === null || untilCancelled(parts, actor, id, callId);
}

/** Cancels a waiting item, or marks one that is being called. @returns the call whose end is to be waited for, or null. */
export function cancelTx(parts: Parts, actor: Actor, id: number, words: Words): string | null {
  const { item } = seenItem(parts, actor, id);
  switch (item.status) {
    case 'queued':
      takeOutTx(parts, actor, item, words);
      return null;
    case 'processing':
      return markTx(parts, actor, item, words);
    case 'completed':
    case 'failed':
    case 'skipped':
    case 'cancelled':
      throw conflict('item_is_over', `It is done already: ${item.status}. There is nothing to cancel.`);
  }
}

/** Cancels a waiting item, with its line in the history. */
export function takeOutTx(parts: Parts, actor: Actor, item: QueueItem, { reason, notes }: Words): void {
  const { data, clock } = parts;
  const now = clock.now();
  if (!data.items.moveTx(item, 'queued', 'cancelled', now, { failureReason: 'cancelled' })) throw itemChanged();
  const details = notes || 'Taken out of the queue';
  data.items.recordTx(item.id, now, { action: 'cancelled', details, reason: reason ?? null, by: actor.userId });
  settleCampaignTx(parts, item.campaignId);
}

function markTx(parts: Parts, actor: Actor, item: QueueItem, { reason, notes }: Words): string {
  const { data, clock } = parts;
  const call = item.callId === null ? undefined : data.calls.get(everyone, item.callId);
  if (!call) throw itemChanged();
  if (call.slotReleasedAt !== null)
    throw conflict('call_is_over', 'Its call is over and only the result is awaited. Cancel it when it waits again.');
  if (item.cancelAskedAt !== null) return call.id;
  if (!canBeEnded(parts, call)) throw cannotHangUp(call.provider);
  const now = clock.now();
  data.items.changeTx(item, now, { cancelAskedAt: now });
  data.calls.tellTx(call, now, { stoppedBy: actor.userId });
  const details = notes || 'The provider is asked to end the call';
  data.items.recordTx(item.id, now, { action: 'cancel_requested', details, reason: reason ?? null, by: actor.userId });
  return call.id;
}

/** Waits for the end of a call that the provider was asked to end. Answer and errors as `cancelItem`. */
export async function untilCancelled(parts: Parts, actor: Actor, id: number, callId: string): Promise<boolean> {
  await untilCallIsOver(parts, id, callId);
  const { item } = seenItem(parts, actor, id);
  if (item.status !== 'processing' || item.callId !== callId) return true;
  const call = parts.data.calls.get(everyone, callId);
  if (item.cancelAskedAt !== null || !call) return false;
  // Who takes the mark back because the provider cannot takes the name back as well; else somebody asked for a callback instead.
  throw call.stoppedBy === null ? cannotHangUp(call.provider) : itemChanged();
}

const cannotHangUp = (provider: keyof typeof PROVIDER_NAMES) =>
  conflict('cannot_hang_up', `${PROVIDER_NAMES[provider]} cannot end this call. It goes on to its own end.`);
