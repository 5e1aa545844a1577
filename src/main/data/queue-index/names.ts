/**
 * Names and numbers of the contacts in the queue: which of them a search finds, and where each stands in the order of names.
 *
 * Stands on the columns of the contact index, one text a contact (`name ⏎ ⏎ ⏎ digits ⏎`), deleted contacts included: their items are
 * still shown. Read when somebody first searches or sorts by name.
 */
import { foldText } from '../../../shared/domain/fold-text.ts';
import { ContactColumns, NEW_LINE } from '../contact-index/columns.ts';
import { Needle } from '../contact-index/needle.ts';
import { Orders } from '../contact-index/orders.ts';
import { KeptLately } from '../kept-lately.ts';

export interface NameLine {
  id: number;
  name: string;
  /** Digits alone. */
  phone: string;
}

interface Found {
  /** 1 for each contact that is found, by id. */
  marks: Uint8Array;
  needle: Needle;
  /** Slots below this are asked. */
  upTo: number;
}

const MOST_KEPT = 4;

export class QueueNames {
  private columns = new ContactColumns();
  private readonly orders = new Orders();
  private readonly found = new KeptLately<Found>(MOST_KEPT);
  private places: { ranks: Uint32Array; slots: number; living: number } | null = null;

  get lastId(): number {
    return this.columns.lastId;
  }

  knows(id: number): boolean {
    return this.columns.slotOf(id) !== undefined;
  }

  /** Adds a contact, or what it is called now. */
  put({ id, name, phone }: NameLine): void {
    const text = `${name}\n\n\n${phone}\n`;
    const slot = id <= this.columns.lastId ? this.columns.slotOf(id) : undefined;
    // Calls change a contact all the time, and hardly ever its name.
    if (slot !== undefined && this.textOf(slot) === foldText(text)) return;
    this.columns.put({ id, text, updatedAt: 0, talkedAt: 0 });
  }

  /** Works in what changed; to be called before a question. */
  compact(): void {
    if (!this.columns.needsCompacting) return;
    const { columns, movedTo } = this.columns.compacted();
    this.orders.moved(this.columns, columns, movedTo);
    this.columns = columns;
    this.found.forget();
    this.places = null;
  }

  /** 1 for each contact whose name or number holds the text, by id. */
  matching(search: string): Uint8Array {
    const { columns } = this;
    const kept = this.found.get(search) ?? this.searched(search);
    this.found.put(search, kept);
    if (kept.marks.length <= columns.lastId) kept.marks = grown(kept.marks, new Uint8Array(columns.lastId + columns.lastId / 4 + 1));
    for (; kept.upTo < columns.slots; kept.upTo += 1) {
      if (columns.alive[kept.upTo] === 1) kept.marks[columns.ids[kept.upTo] ?? 0] = kept.needle.isIn(columns, kept.upTo) ? 1 : 0;
    }
    return kept.marks;
  }

  /** Where each contact stands by its name, by id; equal names stand together. */
  ranks(): Uint32Array {
    const { slots, living, lastId } = this.columns;
    if (this.places?.slots === slots && this.places.living === living) return this.places.ranks;
    const ranks = new Uint32Array(lastId + 1);
    let rank = 0;
    let before: number | null = null;
    for (const slot of this.orders.of(this.columns, 'name')) {
      if (before === null || !this.sameName(before, slot)) rank += 1;
      ranks[this.columns.ids[slot] ?? 0] = rank;
      before = slot;
    }
    this.places = { ranks, slots, living };
    return ranks;
  }

  /** Where a name stands among the others; between two ranks where nobody bears it any more. */
  rankOf(name: string): number {
    const order = this.orders.of(this.columns, 'name');
    let [low, high] = [0, order.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compareBytes(this.nameAt(order[middle] ?? 0), name) < 0) low = middle + 1;
      else high = middle;
    }
    const rank = (place: number) => this.ranks()[this.columns.ids[order[place] ?? 0] ?? 0] ?? 0;
    if (low === order.length) return low === 0 ? 0 : rank(low - 1) + 0.5;
    return this.nameAt(order[low] ?? 0) === name ? rank(low) : rank(low) - 0.5;
  }

  /** The name of a contact as it is sorted by; empty where it is not known. */
  nameOf(id: number): string {
    const slot = this.columns.slotOf(id);
    return slot === undefined ? '' : this.nameAt(slot);
  }

  private searched(search: string): Found {
    const { columns } = this;
    const needle = new Needle(search);
    const marks = new Uint8Array(columns.lastId + 1);
    for (const slot of needle.scan(columns, () => true, Number.POSITIVE_INFINITY).slots) marks[columns.ids[slot] ?? 0] = 1;
    return { marks, needle, upTo: columns.slots };
  }

  private textOf(slot: number): string {
    return this.columns.text.toString('utf8', this.columns.starts[slot], this.columns.starts[slot + 1]);
  }

  private nameAt(slot: number): string {
    const text = this.textOf(slot);
    return text.slice(0, text.indexOf('\n'));
  }

  private sameName(a: number, b: number): boolean {
    const { text, starts } = this.columns;
    for (let [x, y] = [starts[a] ?? 0, starts[b] ?? 0]; text[x] === text[y]; x += 1, y += 1) if (text[x] === NEW_LINE) return true;
    return false;
  }
}

/** As the order has it: by the bytes of UTF-8, a shorter name before a longer one. */
const compareBytes = (a: string, b: string) => Buffer.compare(Buffer.from(`${a}\n`), Buffer.from(`${b}\n`));

function grown(from: Uint8Array, to: Uint8Array): Uint8Array {
  to.set(from);
  return to;
}
