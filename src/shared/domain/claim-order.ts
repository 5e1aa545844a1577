/**
 * The order of a user's callable items (rule 3), said once in plain code.
 *
 * Decides who is called before whom; whether somebody may be called at all is decided elsewhere, so an item that is not
 * callable must never be handed in. The store's query says the same in SQL and is held against these comparators by its
 * tests; screens sort with them.
 */

import { isNamed } from './score.ts';

export interface CallbackInOrder {
  id: number;
  callbackAt: number;
}

export interface CampaignInOrder {
  campaignId: string;
  /** The counter at its last turn; null where it never had one. */
  lastTurn: number | null;
}

export interface ItemInOrder {
  id: number;
  /** Set by hand, 0 where nobody did. */
  priority: number;
  name: string | null;
  score: number;
  position: number;
}

/** Callbacks by the time that was asked for; the older item first where two are the same. */
export function compareCallbacks(a: CallbackInOrder, b: CallbackInOrder): number {
  return a.callbackAt - b.callbackAt || a.id - b.id;
}

/** Whoever waited longest has the next turn: never comes first, then the oldest turn. */
export function compareTurns(a: number | null, b: number | null): number {
  if (a === null || b === null) return Number(b === null) - Number(a === null);
  return a - b;
}

/** A user's campaigns in turn; the id parts those that never had one. */
export function compareCampaignTurns(a: CampaignInOrder, b: CampaignInOrder): number {
  return compareTurns(a.lastTurn, b.lastTurn) || compareText(a.campaignId, b.campaignId);
}

/** Items of one campaign: priority by hand, then named before unnamed, then score, then position in the list. */
export function compareItems(a: ItemInOrder, b: ItemInOrder): number {
  return (
    b.priority - a.priority ||
    Number(isNamed(b.name)) - Number(isNamed(a.name)) ||
    b.score - a.score ||
    a.position - b.position ||
    a.id - b.id
  );
}

/** What one user may claim now: callable callbacks of all campaigns, and the other callable items of each campaign. */
export interface CallableWork<C extends CallbackInOrder, I extends ItemInOrder> {
  callbacks: readonly C[];
  campaigns: readonly (CampaignInOrder & { items: readonly I[] })[];
}

/** The one item that is claimed next: the earliest callback, else the first item of the campaign whose turn it is. */
export function firstToClaim<C extends CallbackInOrder, I extends ItemInOrder>(work: CallableWork<C, I>): C | I | null {
  const callback = least(work.callbacks, compareCallbacks);
  if (callback !== null) return callback;
  const withWork = work.campaigns.filter((campaign) => campaign.items.length > 0);
  const campaign = least(withWork, compareCampaignTurns);
  return campaign === null ? null : least(campaign.items, compareItems);
}

/** Text by its code units, as SQLite's BINARY collation orders ids. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function least<T>(values: readonly T[], compare: (a: T, b: T) => number): T | null {
  let first: T | null = null;
  for (const value of values) if (first === null || compare(value, first) < 0) first = value;
  return first;
}
