import { conflict } from '../../shared/domain/app-error.ts';
import { isTimeZone } from '../../shared/domain/calendar.ts';
import { whenInWords } from '../../shared/domain/time-words.ts';
import type { Campaign } from '../data/campaign-store.ts';
import { type Actor, everyone } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { refuseTimeWithoutOpening } from './chosen-time.ts';
import { type FoundItem, itemChanged, mustWait, ownItem } from './find-item.ts';

/**
 * Gives a waiting item a due time by hand: from then on it is called when its turn and its window come; a past time means at once.
 * @throws AppError `not_found`, `already_processing`, `item_is_over`; `is_callback`, for the contact asked for that time;
 *   `after_end_date`, `outside_window`.
 */
export function reschedule(parts: Parts, actor: Actor, id: number, at: number, reason?: string): void {
  parts.data.database.write(() => rescheduleTx(parts, actor, ownItem(parts, actor, id), at, reason));
}

export function rescheduleTx(parts: Parts, actor: Actor, { item, campaign }: FoundItem, at: number, reason?: string): void {
  const { data, clock } = parts;
  mustWait(item);
  const now = clock.now();
  if (item.callbackRequested === 1 && item.callbackAt !== null) {
    const asked = inZone(campaign, item.callbackAt, now);
    throw conflict('is_callback', `The contact asked to be called back (${asked}). Set another callback instead.`);
  }
  refuseTimeWithoutOpening(parts, campaign, data.contacts.get(everyone, item.contactId)?.timeZone ?? null, at);
  const change = { scheduledFor: at, scheduledBy: 'hand', readyAt: at, ready: 0, notPlaced: 0 } as const;
  if (!data.items.changeWaitingTx(item, now, change)) throw itemChanged();
  const details = `Planned for ${inZone(campaign, at, now)} instead of ${inZone(campaign, item.scheduledFor, now)}`;
  data.items.recordTx(item.id, now, { action: 'rescheduled', details, reason: reason ?? null, by: actor.userId });
}

/** An instant in the words of the campaign's own clock. */
export function inZone({ timeZone }: Pick<Campaign, 'timeZone'>, at: number, now: number): string {
  return whenInWords(at, now, isTimeZone(timeZone) ? timeZone : 'UTC');
}
