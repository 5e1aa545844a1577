/**
 * The orders in which the contacts of one user were asked for: each sorted once, then kept up with what changes by merging.
 */
import type { ContactColumns } from './columns.ts';
import type { ContactSort } from './messages.ts';
import { compareTexts, sortByText } from './sort-texts.ts';

interface Order {
  /** Living slots, ascending. */
  slots: Uint32Array;
  /** How many slots and how many living ones there were: what came or went since is known by it. */
  seenSlots: number;
  seenLiving: number;
}

export class Orders {
  private readonly kept = new Map<ContactSort, Order>();

  /** The living slots in ascending order, as they are now. */
  of(columns: ContactColumns, sort: ContactSort): Uint32Array {
    const order = this.kept.get(sort);
    const { slots: seenSlots, living: seenLiving } = columns;
    if (order?.seenSlots === seenSlots && order.seenLiving === seenLiving) return order.slots;
    const slots = order ? merged(columns, sort, order) : sorted(columns, sort, livingFrom(columns, 0));
    this.kept.set(sort, { slots, seenSlots, seenLiving });
    return slots;
  }

  /** The columns were compacted: every living slot moved. */
  moved(from: ContactColumns, to: ContactColumns, movedTo: Uint32Array): void {
    for (const [sort, order] of this.kept) {
      const slots = merged(from, sort, order).map((slot) => movedTo[slot] ?? 0);
      this.kept.set(sort, { slots, seenSlots: to.slots, seenLiving: to.living });
    }
  }
}

/** Below 0 where `a` comes before `b`; never 0. */
export function compareSlots(columns: ContactColumns, sort: ContactSort, a: number, b: number): number {
  const byId = (columns.ids[a] ?? 0) - (columns.ids[b] ?? 0);
  switch (sort) {
    case 'createdAt':
      return byId;
    case 'updatedAt':
      return (columns.updatedAt[a] ?? 0) - (columns.updatedAt[b] ?? 0) || byId;
    case 'lastConversationAt':
      return (columns.talkedAt[a] ?? 0) - (columns.talkedAt[b] ?? 0) || byId;
    case 'name':
    case 'email':
    case 'company':
    case 'phoneNumber':
      return compareTexts(columns, sort, a, b);
  }
}

function livingFrom(columns: ContactColumns, first: number): Uint32Array {
  const slots = new Uint32Array(columns.slots - first);
  let n = 0;
  for (let slot = first; slot < columns.slots; slot += 1) {
    slots[n] = slot;
    n += columns.alive[slot] ?? 0;
  }
  return slots.slice(0, n);
}

function sorted(columns: ContactColumns, sort: ContactSort, slots: Uint32Array): Uint32Array {
  if (sort === 'createdAt' && columns.isAscending) return slots;
  if (sort === 'name' || sort === 'email' || sort === 'company' || sort === 'phoneNumber') sortByText(columns, sort, slots);
  else slots.sort((a, b) => compareSlots(columns, sort, a, b));
  return slots;
}

/** What was sorted, without what is gone, and what came since in its places. */
function merged(columns: ContactColumns, sort: ContactSort, { slots: old, seenSlots }: Order): Uint32Array {
  const fresh = sorted(columns, sort, livingFrom(columns, seenSlots));
  const slots = new Uint32Array(columns.living);
  let n = 0;
  let next = 0;
  for (const slot of old) {
    if (columns.alive[slot] === 0) continue;
    for (; next < fresh.length && compareSlots(columns, sort, fresh[next] ?? 0, slot) < 0; next += 1) slots[n++] = fresh[next] ?? 0;
    slots[n++] = slot;
  }
  for (; next < fresh.length; next += 1) slots[n++] = fresh[next] ?? 0;
  return slots;
}
