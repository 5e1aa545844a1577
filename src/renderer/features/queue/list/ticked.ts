/** Who of the queue is ticked: by their ids, whatever is listed at the moment. Pure. */
import { MOST_ACTED_ON, type QueueItem } from '../../../../shared/contract/queue.ts';

export interface Ticked {
  ids: ReadonlySet<number>;
  /** Those of them that were listed when they were ticked. */
  known: ReadonlyMap<number, QueueItem>;
  /** Who was ticked last: a range goes from there. */
  anchor: number | null;
  /** The list of which all are ticked; null where it is not known. */
  whole: string | null;
}

export const NOBODY: Ticked = { ids: new Set(), known: new Map(), anchor: null, whole: null };

/** Ticks somebody or takes the tick away. */
export function toggled({ ids, known }: Ticked, item: QueueItem): Ticked {
  if (!ids.has(item.id)) return withMore({ ids, known, anchor: null, whole: null }, [item], item.id);
  const next = new Set(ids);
  next.delete(item.id);
  return { ids: next, known, anchor: item.id, whole: null };
}

/** Ticks more, as far as one action goes. */
export function withMore({ ids, known }: Ticked, items: readonly QueueItem[], anchor: number | null): Ticked {
  const next = new Set(ids);
  for (const { id } of items) if (next.size < MOST_ACTED_ON) next.add(id);
  return { ids: next, known: new Map([...known, ...items.map((item) => [item.id, item] as const)]), anchor, whole: null };
}

/** Exactly these, who are all of a list. */
export const allOf = (ids: readonly number[], list: string): Ticked => ({
  ...NOBODY,
  ids: new Set(ids.slice(0, MOST_ACTED_ON)),
  whole: list,
});

/** Whom of the ticked an action did not reach: it was not for them, or did not hold for them. */
export function notDone(ticked: readonly number[], actedOn: readonly number[], leftAsTheyWere: readonly number[]): number[] {
  const acted = new Set(actedOn);
  const left = new Set(leftAsTheyWere);
  return ticked.filter((id) => !acted.has(id) || left.has(id));
}

/** Those of them that are left over from something that was done to all. */
export const leftOver = ({ known }: Ticked, ids: readonly number[]): Ticked => ({ ...NOBODY, ids: new Set(ids), known });

/** From the one who was ticked last to this one, as they stand in the list; this one alone where that one is not listed. */
export function rangeTo({ anchor }: Ticked, listed: readonly QueueItem[], id: number): readonly QueueItem[] {
  const to = listed.findIndex((item) => item.id === id);
  const from = listed.findIndex((item) => item.id === anchor);
  if (to < 0) return [];
  return from < 0 ? listed.slice(to, to + 1) : listed.slice(Math.min(from, to), Math.max(from, to) + 1);
}

/** Those who are known, as they are now where the list still shows them. */
export function knownNow({ ids, known }: Ticked, listed: readonly QueueItem[]): QueueItem[] {
  const now = new Map([...known, ...listed.map((item) => [item.id, item] as const)]);
  return [...ids].flatMap((id) => now.get(id) ?? []);
}
