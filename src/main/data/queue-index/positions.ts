/**
 * How many stand before each of a few items in the lines of their campaigns: one walk over all items, however far behind they stand.
 *
 * Says the same as `queue-line.ts`, which counts ranges of an index: that is quick for who stands in front and takes a second for
 * twenty who stand behind half a million.
 */
import { type QueueColumns, stateNumber } from './columns.ts';

const QUEUED = stateNumber('queued');

/** Place of each item in its campaign's line at `now`, from 1; null where it does not wait. */
export function positionsOf(columns: QueueColumns, ids: readonly number[], now: number): (number | null)[] {
  const line = new Line(columns, now);
  const asked = new Map<number, number[]>();
  for (const id of ids) {
    if (columns.states[id] !== QUEUED) continue;
    const campaign = columns.campaigns[id] ?? 0;
    asked.set(campaign, [...(asked.get(campaign) ?? []), id]);
  }
  if (asked.size === 0) return ids.map(() => null);
  const groups: ({ items: number[]; before: Uint32Array } | undefined)[] = Array.from({ length: columns.campaignNumbers.size + 1 });
  for (const [campaign, items] of asked) {
    groups[campaign] = { items: items.toSorted((a, b) => line.compare(a, b)), before: new Uint32Array(items.length + 1) };
  }
  const { states, campaigns } = columns;
  for (let id = 1; id <= columns.lastId; id += 1) {
    if (states[id] !== QUEUED) continue;
    const group = groups[campaigns[id] ?? 0];
    if (group === undefined) continue;
    const first = line.firstBehind(group.items, id);
    group.before[first] = (group.before[first] ?? 0) + 1;
  }
  const positions = new Map<number, number>();
  for (const group of groups) {
    let before = 0;
    for (const [i, id] of (group?.items ?? []).entries()) positions.set(id, (before += group?.before[i] ?? 0) + 1);
  }
  return ids.map((id) => positions.get(id) ?? null);
}

class Line {
  private readonly columns: QueueColumns;
  private readonly now: number;

  constructor(columns: QueueColumns, now: number) {
    this.columns = columns;
    this.now = now;
  }

  /** Below 0 where `a` is claimed before `b`; 0 where nothing tells which. */
  compare(a: number, b: number): number {
    const { callbackAt, readyAt } = this.columns;
    const part = this.part(a);
    const byPart = part - this.part(b);
    if (byPart !== 0) return byPart;
    if (part === 0) return (callbackAt[a] ?? 0) - (callbackAt[b] ?? 0) || a - b;
    if (part === 1) return this.byRank(a, b);
    return (readyAt[a] ?? 0) - (readyAt[b] ?? 0) || this.byRank(a, b);
  }

  /** The first of the sorted items that stands behind the item. */
  firstBehind(items: readonly number[], id: number): number {
    let [low, high] = [0, items.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.compare(id, items[middle] ?? 0) < 0) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** Callbacks whose time has come, what is ready, the rest. */
  private part(id: number): 0 | 1 | 2 {
    const { callbacks, callbackAt, ready } = this.columns;
    if (callbacks[id] === 1) return (callbackAt[id] ?? 0) <= this.now ? 0 : 2;
    return ready[id] === 1 ? 1 : 2;
  }

  private byRank(a: number, b: number): number {
    const { priority, named, score, position } = this.columns;
    return (
      (priority[b] ?? 0) - (priority[a] ?? 0) ||
      (named[b] ?? 0) - (named[a] ?? 0) ||
      (score[b] ?? 0) - (score[a] ?? 0) ||
      (position[a] ?? 0) - (position[b] ?? 0)
    );
  }
}
