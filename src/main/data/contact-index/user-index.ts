/**
 * The index of one user's contacts: which match, in which order.
 *
 * A search that finds few is looked up whole; one that finds very many is walked in the order that is asked for, as far as the page
 * goes, unless all of them must be counted. What was found is kept until something changes, for the pages behind it.
 */
import { ContactColumns, type ContactLine } from './columns.ts';
import { COUNTED_TO, type ContactQuery, type ContactRange, type ContactsFound } from './messages.ts';
import { Needle } from './needle.ts';
import { compareSlots, Orders } from './orders.ts';

/** A walk that was begun: the next page goes on from there. */
interface Walk {
  at: number;
  slots: number[];
}

interface Kept {
  /** All that match, in ascending order; null where they are too many to look up for a page. */
  all: Uint32Array | null;
  walk: Walk;
}

const MOST_KEPT = 4;

export class UserIndex {
  private columns: ContactColumns;
  private readonly orders = new Orders();
  private readonly kept = new Map<string, Kept>();
  private forbidden: Set<number> | null = null;

  /** @param tailMost see `ContactColumns`. */
  constructor(tailMost?: number) {
    this.columns = new ContactColumns(tailMost);
  }

  get size(): number {
    return this.columns.living;
  }

  get lastId(): number {
    return this.columns.lastId;
  }

  put(lines: readonly ContactLine[]): void {
    if (lines.length > 0) this.kept.clear();
    for (const line of lines) this.columns.put(line);
  }

  remove(ids: readonly number[]): void {
    if (ids.length > 0) this.kept.clear();
    for (const id of ids) this.columns.remove(id);
  }

  /** Ids on the do-not-call list are read anew when they are next asked for. */
  forgetForbidden(): void {
    this.forbidden = null;
    this.kept.clear();
  }

  /** @param readForbidden the ids of the user's contacts on the do-not-call list. */
  find(query: ContactQuery, range: ContactRange, readForbidden: () => number[]): ContactsFound {
    this.compact();
    if (query.doNotCall !== null) this.forbidden ??= new Set(readForbidden());
    if (query.search === '' && query.doNotCall === null) {
      const order = this.orders.of(this.columns, query.sortBy);
      return { ids: this.slice(order, query, range), total: order.length };
    }
    const kept = this.keptFor(query, range);
    if (kept.all) return { ids: this.slice(kept.all, query, range), total: kept.all.length };
    this.walkOn(kept.walk, query, range.offset + range.limit);
    return { ids: this.idsOf(kept.walk.slots.slice(range.offset, range.offset + range.limit)), total: COUNTED_TO };
  }

  private compact(): void {
    if (!this.columns.needsCompacting) return;
    const { columns, movedTo } = this.columns.compacted();
    this.orders.moved(this.columns, columns, movedTo);
    this.columns = columns;
    this.kept.clear();
  }

  private keptFor(query: ContactQuery, { offset, limit, countAll }: ContactRange): Kept {
    const key = JSON.stringify([query.search, query.doNotCall, query.sortBy, query.sortDir]);
    const before = this.kept.get(key);
    const isDeep = countAll || offset + limit >= COUNTED_TO;
    if (before && (before.all !== null || !isDeep)) return before;
    const { slots, isWhole } = this.scan(query, isDeep ? Number.POSITIVE_INFINITY : COUNTED_TO - 1);
    const kept: Kept = { all: isWhole ? this.inOrder(query, slots) : null, walk: { at: 0, slots: [] } };
    this.kept.delete(key);
    for (const oldest of [...this.kept.keys()].slice(0, Math.max(0, this.kept.size + 1 - MOST_KEPT))) this.kept.delete(oldest);
    this.kept.set(key, kept);
    return kept;
  }

  private scan(query: ContactQuery, most: number) {
    const wanted = this.wanted(query);
    if (query.search !== '') return new Needle(query.search).scan(this.columns, wanted, most);
    const slots: number[] = [];
    for (let slot = 0; slot < this.columns.slots; slot += 1) if (this.columns.alive[slot] === 1 && wanted(slot)) slots.push(slot);
    return { slots, isWhole: true };
  }

  private wanted({ doNotCall }: ContactQuery): (slot: number) => boolean {
    const { forbidden, columns } = this;
    if (doNotCall === null || forbidden === null) return () => true;
    return (slot) => forbidden.has(columns.ids[slot] ?? 0) === doNotCall;
  }

  private inOrder({ sortBy }: ContactQuery, slots: readonly number[]): Uint32Array {
    const { columns } = this;
    const found = Uint32Array.from(slots);
    if (sortBy === 'createdAt' && columns.isAscending) return found;
    // Few are sorted by themselves, many taken out of the whole order.
    if (found.length < COUNTED_TO) return found.toSorted((a, b) => compareSlots(columns, sortBy, a, b));
    const isFound = new Uint8Array(columns.slots);
    for (const slot of found) isFound[slot] = 1;
    return this.orders.of(columns, sortBy).filter((slot) => isFound[slot] === 1);
  }

  /** Goes on through the order until so many are found. */
  private walkOn(walk: Walk, query: ContactQuery, upTo: number): void {
    const order = this.orders.of(this.columns, query.sortBy);
    const needle = new Needle(query.search);
    const wanted = this.wanted(query);
    for (; walk.at < order.length && walk.slots.length < upTo; walk.at += 1) {
      const slot = order[query.sortDir === 'asc' ? walk.at : order.length - 1 - walk.at] ?? 0;
      if (wanted(slot) && needle.isIn(this.columns, slot)) walk.slots.push(slot);
    }
  }

  private slice(ascending: Uint32Array, { sortDir }: ContactQuery, { offset, limit }: ContactRange): number[] {
    if (sortDir === 'asc') return this.idsOf(ascending.subarray(offset, offset + limit));
    const end = Math.max(0, ascending.length - offset);
    return this.idsOf(ascending.subarray(Math.max(0, end - limit), end).toReversed());
  }

  private idsOf(slots: Iterable<number>): number[] {
    return Array.from(slots, (slot) => this.columns.ids[slot] ?? 0);
  }
}
