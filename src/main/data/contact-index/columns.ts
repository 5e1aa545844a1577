/**
 * The contacts of one user as columns in memory: what is searched as one long text, what is sorted by beside it.
 *
 * 85 bytes a contact. A row is a slot; its text is `name ⏎ e-mail ⏎ company ⏎ digits ⏎`, folded. Rows of ascending ids make the
 * base; one that changed is dropped and comes again in the tail, which is worked into the base when it has grown. Belongs to the
 * thread of the contact index; knows nothing of SQLite.
 */
import { Buffer } from 'node:buffer';
import { foldText } from '../../../shared/domain/fold-text.ts';
import { BlockFilter } from './block-filter.ts';

export interface ContactLine {
  id: number;
  /** Four lines as above, not folded. */
  text: string;
  updatedAt: number;
  /** 0 where there was no conversation. */
  talkedAt: number;
}

export const NEW_LINE = 10;
const FIRST_ROWS = 1_024;
const FIRST_BYTES = 65_536;
/** UTF-8 needs no more bytes for a UTF-16 unit. */
const MOST_BYTES_A_UNIT = 3;
/** What is full grows by a quarter: of a hundred megabytes little lies idle. */
const GROWTH = 1.25;
const TAIL_MOST = 20_000;

export class ContactColumns {
  ids = new Uint32Array(FIRST_ROWS);
  /** Where the text of a slot begins; that of the slot behind the last is where the next will. */
  starts = new Uint32Array(FIRST_ROWS + 1);
  text: Buffer = Buffer.allocUnsafeSlow(FIRST_BYTES);
  updatedAt = new Float64Array(FIRST_ROWS);
  talkedAt = new Float64Array(FIRST_ROWS);
  alive = new Uint8Array(FIRST_ROWS);
  filter = new BlockFilter();
  /** Slots that are taken, dead ones too. */
  slots = 0;
  living = 0;
  private base = 0;
  private tail = new Map<number, number>();

  /** The highest id that was ever added. */
  lastId = 0;
  private readonly tailMost: number;

  /** @param tailMost how many rows lie outside of the order of ids, or dead, before they are worked in. */
  constructor(tailMost = TAIL_MOST) {
    this.tailMost = tailMost;
  }

  /** Whether slots are in the order of their ids. */
  get isAscending(): boolean {
    return this.tail.size === 0;
  }

  get needsCompacting(): boolean {
    return this.slots - this.base > this.tailMost || this.slots - this.living > Math.max(this.tailMost, this.living / 4);
  }

  /** Adds a contact, in the place of whatever was known of it. */
  put({ id, text, updatedAt, talkedAt }: ContactLine): void {
    if (id <= this.lastId) this.remove(id);
    const folded = foldText(text);
    this.makeRoom(folded.length * MOST_BYTES_A_UNIT);
    const slot = this.slots;
    const from = this.starts[slot] ?? 0;
    const end = from + this.text.write(folded, from);
    this.filter.add(slot, this.text, from, end);
    this.ids[slot] = id;
    this.starts[slot + 1] = end;
    this.updatedAt[slot] = updatedAt;
    this.talkedAt[slot] = talkedAt;
    this.alive[slot] = 1;
    if (this.tail.size === 0 && this.base === slot && id > this.lastId) this.base += 1;
    else this.tail.set(id, slot);
    this.lastId = Math.max(this.lastId, id);
    this.slots += 1;
    this.living += 1;
  }

  remove(id: number): void {
    const slot = this.slotOf(id);
    if (slot === undefined || this.alive[slot] === 0) return;
    this.alive[slot] = 0;
    this.living -= 1;
  }

  /** Where a contact stands; undefined where it is not known. */
  slotOf(id: number): number | undefined {
    const moved = this.tail.get(id);
    if (moved !== undefined) return moved;
    let low = 0;
    let high = this.base - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const there = this.ids[middle] ?? 0;
      if (there === id) return middle;
      if (there < id) low = middle + 1;
      else high = middle - 1;
    }
    return undefined;
  }

  /** The same contacts anew, all in the base; and where each slot went to, for those that are alive. */
  compacted(): { columns: ContactColumns; movedTo: Uint32Array } {
    const columns = new ContactColumns(this.tailMost);
    const movedTo = new Uint32Array(this.slots);
    const tail = [...this.tail.values()].filter((slot) => this.alive[slot]).toSorted((a, b) => (this.ids[a] ?? 0) - (this.ids[b] ?? 0));
    let next = 0;
    const take = (slot: number) => {
      movedTo[slot] = columns.slots;
      columns.copy(this, slot);
    };
    for (let slot = 0; slot < this.base; slot += 1) {
      if (this.alive[slot] === 0) continue;
      for (; next < tail.length && (this.ids[tail[next] ?? 0] ?? 0) < (this.ids[slot] ?? 0); next += 1) take(tail[next] ?? 0);
      take(slot);
    }
    for (; next < tail.length; next += 1) take(tail[next] ?? 0);
    columns.lastId = this.lastId;
    return { columns, movedTo };
  }

  /** Adds a row of another table of columns, whose id is higher than all here. */
  private copy(from: ContactColumns, at: number): void {
    const [begin = 0, finish = 0] = [from.starts[at], from.starts[at + 1]];
    this.makeRoom(finish - begin);
    const slot = this.slots;
    const start = this.starts[slot] ?? 0;
    const end = start + from.text.copy(this.text, start, begin, finish);
    this.filter.add(slot, this.text, start, end);
    this.ids[slot] = from.ids[at] ?? 0;
    this.starts[slot + 1] = end;
    this.updatedAt[slot] = from.updatedAt[at] ?? 0;
    this.talkedAt[slot] = from.talkedAt[at] ?? 0;
    this.alive[slot] = 1;
    this.slots += 1;
    this.living += 1;
    this.base = this.slots;
  }

  private makeRoom(bytes: number): void {
    const used = this.starts[this.slots] ?? 0;
    if (used + bytes > this.text.length) {
      const larger = Buffer.allocUnsafeSlow(Math.ceil((used + bytes) * GROWTH));
      this.text.copy(larger, 0, 0, used);
      this.text = larger;
    }
    if (this.slots < this.ids.length) return;
    const rows = Math.ceil(this.slots * GROWTH);
    this.ids = grown(this.ids, new Uint32Array(rows));
    this.starts = grown(this.starts, new Uint32Array(rows + 1));
    this.updatedAt = grown(this.updatedAt, new Float64Array(rows));
    this.talkedAt = grown(this.talkedAt, new Float64Array(rows));
    this.alive = grown(this.alive, new Uint8Array(rows));
  }
}

function grown<T extends Uint32Array | Float64Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
