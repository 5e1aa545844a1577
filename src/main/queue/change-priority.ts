import type { Actor } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { type FoundItem, itemChanged, mustWait, ownItem } from './find-item.ts';

/**
 * Gives a waiting item another place among the others of its campaign (rule 3), with its line in the history.
 * @throws AppError `not_found`, `already_processing`, `item_is_over`.
 */
export function changePriority(parts: Parts, actor: Actor, id: number, priority: number, reason?: string): void {
  parts.data.database.write(() => changePriorityTx(parts, actor, ownItem(parts, actor, id), priority, reason));
}

export function changePriorityTx(parts: Parts, actor: Actor, { item }: FoundItem, priority: number, reason?: string): void {
  mustWait(item);
  if (priority === item.priority) return;
  if (!parts.data.items.changeWaitingTx(item, parts.clock.now(), { priority })) throw itemChanged();
  recordPriorityTx(parts, actor, item, priority, reason);
}

/** The line in the history of a new priority, where it is another one. */
export function recordPriorityTx(
  { data, clock }: Parts,
  actor: Actor,
  item: { id: number; priority: number },
  priority: number,
  reason?: string,
): void {
  if (priority === item.priority) return;
  const way = priority > item.priority ? 'increased' : 'decreased';
  const details = `Priority ${way} from ${item.priority} to ${priority}`;
  data.items.recordTx(item.id, clock.now(), { action: 'priority_updated', details, reason: reason ?? null, by: actor.userId });
}
