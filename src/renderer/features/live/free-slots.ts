/** Which slots are free below the calls that are up, and why nothing takes them. Pure; the panel draws it. */
import type { BoardUser, LiveBoard } from '../../../shared/contract/board.ts';
import type { Concurrency } from '../../../shared/contract/settings.ts';
import { callsUp } from '../../words/live.ts';

/** Calls and free slots shown together, where there are not more calls. */
const ROWS = 10;

export interface FreeSlots {
  /** Rows to draw. */
  rows: number;
  /** Free slots beyond them. */
  more: number;
  /** On the first row, or in place of all where none is free: what becomes of it. */
  note: string;
}

/** @param everyone whether the board is an admin's, who watches the slots of the whole system. */
export function freeSlots(
  slots: Concurrency,
  up: number,
  board: Pick<LiveBoard, 'waiting' | 'users'> | null,
  everyone: boolean,
): FreeSlots {
  const limit = everyone ? slots.systemLimit : slots.userLimit;
  const free = everyone ? slots.systemAvailable : slots.userAvailable;
  const rows = Math.max(Math.min(free, ROWS - up), Math.min(free, 1));
  if (limit === 0) return { rows: 0, more: 0, note: everyone ? callsUp.systemLimitZero : callsUp.ownLimitZero };
  if (!everyone && slots.systemLimit === 0) return { rows: 0, more: 0, note: callsUp.systemLimitZero };
  if (free === 0) return { rows: 0, more: 0, note: callsUp.noSlot };
  return { rows, more: free - rows, note: noteOf(slots, board, everyone) };
}

function noteOf(slots: Concurrency, board: Pick<LiveBoard, 'waiting' | 'users'> | null, everyone: boolean): string {
  if (!everyone && slots.systemAvailable === 0) return callsUp.systemFull(slots.systemLimit);
  if (board === null) return '';
  const { total, paused, drafts } = board.waiting;
  if (total === 0) return callsUp.nobodyWaits;
  if (paused + drafts >= total) return callsUp.allPaused;
  if (everyone && board.users.every(isHeld)) return callsUp.everyoneFull;
  return callsUp.takenNext;
}

/** Nothing of theirs can take a slot: nobody waits, or their own are in use. */
const isHeld = ({ up, limit, waiting }: BoardUser) => waiting === 0 || up >= limit;
