/**
 * Round robin (rule 7): which users get the free slots of the system, and in which order.
 *
 * Decides turns, one slot each. Must never give a turn to a user without a callable item or without a free slot of their
 * own, nor take one from them. Called by the dialer inside the transaction that claims. The turn is a counter that only
 * grows, because several turns share a millisecond.
 */

import { compareText, compareTurns } from './claim-order.ts';

export interface UserInTurn {
  userId: string;
  /** The counter at the user's last turn; null where there was none. */
  lastTurn: number | null;
  /** Slots of the user's own limit that are free; 0 or less where it is full or was lowered. */
  freeSlots: number;
  /** Items that may be called now; counting as far as the free slots is enough. */
  callable: number;
}

export interface Turn {
  userId: string;
  /** The user's new last turn. */
  turn: number;
}

/**
 * Deals up to `freeSystemSlots` slots one at a time, round after round, to the users in the order given (oldest turn first),
 * none beyond a user's own free slots. `claim` takes a slot for a user and says whether there was anything to call; a user for
 * whom there was nothing takes no turn and is not asked again. (Campaign document, §Round-Robin Allocation Algorithm.)
 * @returns how many slots were dealt.
 */
export function dealSlots(
  freeSystemSlots: number,
  users: readonly { userId: string; freeSlots: number }[],
  claim: (userId: string) => boolean,
): number {
  let round = users.filter((user) => user.freeSlots > 0).map((user) => ({ ...user }));
  let dealt = 0;
  // Whoever had a turn has the newest: the next round goes in the same order.
  while (round.length > 0 && dealt < freeSystemSlots) {
    for (const user of round) {
      if (dealt >= freeSystemSlots) break;
      if (!claim(user.userId)) user.freeSlots = 0;
      else {
        user.freeSlots -= 1;
        dealt += 1;
      }
    }
    round = round.filter((user) => user.freeSlots > 0);
  }
  return dealt;
}

/** The order of users for a deal: oldest turn first, never before all, equal ones by id. */
export function inTurn(users: readonly UserInTurn[]): UserInTurn[] {
  return users.toSorted((a, b) => compareTurns(a.lastTurn, b.lastTurn) || compareText(a.userId, b.userId));
}

/**
 * The turns that a deal would give, for users whose callable items are known beforehand: what `dealSlots` does inside the
 * claim, as a plain answer. One entry a slot in the order dealt, numbered on from `nextTurn`.
 */
export function allocateSlots(given: { freeSystemSlots: number; users: readonly UserInTurn[]; nextTurn: number }): Turn[] {
  const turns: Turn[] = [];
  const left = new Map(given.users.map((user) => [user.userId, user.callable]));
  dealSlots(given.freeSystemSlots, inTurn(given.users), (userId) => {
    const callable = left.get(userId) ?? 0;
    if (callable <= 0) return false;
    left.set(userId, callable - 1);
    turns.push({ userId, turn: given.nextTurn + turns.length });
    return true;
  });
  return turns;
}
