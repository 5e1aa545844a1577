/** What is offered for somebody as they stand. The engine decides; this only spares the person what it would refuse. Pure. */
import type { QueueAction, QueueItem } from '../../../../shared/contract/queue.ts';
import type { ItemState } from '../../../../shared/domain/states.ts';

export type ActionKind = QueueAction['kind'];

export interface Standing {
  status: ItemState;
  /** They asked to be called back: that time is changed by another callback, not by rescheduling. */
  isCallback: boolean;
  /** Of a campaign of one's own. What is another's an admin sees, and may only cancel. */
  isOwn: boolean;
}

export const standingOf = ({ status, callbackRequested, userId }: QueueItem, ownId: string): Standing => ({
  status,
  isCallback: callbackRequested,
  isOwn: userId === ownId,
});

const WAITING: readonly ActionKind[] = ['call-now', 'callback', 'reschedule', 'priority', 'cancel', 'remove'];
const UP: readonly ActionKind[] = ['cancel', 'callback', 'priority'];
const OVER: readonly ActionKind[] = ['callback', 'reopen', 'remove'];
const ALL: readonly ActionKind[] = [...WAITING, 'reopen'];

/** In the order in which they are offered. */
export function offeredFor({ status, isCallback, isOwn }: Standing): readonly ActionKind[] {
  const offered = inState(status);
  if (!isOwn) return offered.filter((kind) => kind === 'cancel');
  return isCallback ? offered.filter((kind) => kind !== 'reschedule') : offered;
}

function inState(status: ItemState): readonly ActionKind[] {
  switch (status) {
    case 'queued':
      return WAITING;
    case 'processing':
      return UP;
    case 'completed':
    case 'failed':
    case 'skipped':
    case 'cancelled':
      return OVER;
  }
}

/** For many: whatever may be done to any of them; everything, where nobody knows how they stand. */
export function offeredForAll(standings: readonly Standing[]): readonly ActionKind[] {
  if (standings.length === 0) return ALL;
  const some = new Set(standings.flatMap(offeredFor));
  return ALL.filter((kind) => some.has(kind));
}
