/** What is offered for somebody in a state. The engine decides; this only spares the person what it would refuse. Pure. */
import type { QueueAction } from '../../../../shared/contract/queue.ts';
import type { ItemState } from '../../../../shared/domain/states.ts';

export type ActionKind = QueueAction['kind'];

const WAITING: readonly ActionKind[] = ['call-now', 'callback', 'reschedule', 'priority', 'cancel', 'remove'];
const UP: readonly ActionKind[] = ['cancel', 'callback', 'priority'];
const OVER: readonly ActionKind[] = ['callback', 'reopen', 'remove'];

/**
 * In the order in which they are offered.
 * @param isCallback the contact asked for the time: it is changed by another callback, not by rescheduling.
 */
export function offeredFor(status: ItemState, isCallback = false): readonly ActionKind[] {
  switch (status) {
    case 'queued':
      return isCallback ? WAITING.filter((kind) => kind !== 'reschedule') : WAITING;
    case 'processing':
      return UP;
    case 'completed':
    case 'failed':
    case 'skipped':
    case 'cancelled':
      return OVER;
  }
}

/** For many: whatever may be done to any of them; without a state known, everything. */
export function offeredForAll(statuses: readonly ItemState[]): readonly ActionKind[] {
  const all: readonly ActionKind[] = [...WAITING, 'reopen'];
  if (statuses.length === 0) return all;
  const some = new Set(statuses.flatMap((status) => offeredFor(status)));
  return all.filter((kind) => some.has(kind));
}
