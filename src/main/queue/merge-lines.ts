/**
 * The lines of many campaigns as one: what would be claimed next stands first.
 *
 * Each line keeps its own order; between them the one whose head is due first goes first, and among those that are due at once the
 * campaigns take turns (rule 3). Reads each line in growing steps, only as far as the page asked for needs it: of most lines nothing
 * but the head, which the caller has read of all of them at once.
 */

/** A campaign's line as far as merging asks. */
export interface Line {
  /** When its first item may be called; Infinity while it is paused or shut for good. */
  readyAt: number;
  head: Waiting;
  /** Its items in order, from `offset`. */
  read(offset: number, limit: number): readonly Waiting[];
}

interface Waiting {
  id: number;
  dueAt: number;
}

/** An item and its place in its own campaign's line, from 1; null where it does not wait. */
export interface Placed {
  id: number;
  position: number | null;
}

const FIRST_READ = 8;

class Head {
  /** Which of the lines it is: those of equal standing keep their order. */
  readonly nth: number;
  taken = 0;
  private readonly line: Line;
  private item: Waiting | undefined;
  private rows: readonly Waiting[] = [];
  private next = 0;
  private offset = 1;
  private step = FIRST_READ;

  constructor(line: Line, nth: number) {
    this.line = line;
    this.nth = nth;
    this.item = line.head;
  }

  /** Whether an item is left. */
  get isLeft(): boolean {
    return this.item !== undefined;
  }

  /** When its head may be called. */
  get at(): number {
    return Math.max(this.line.readyAt, this.item?.dueAt ?? Number.POSITIVE_INFINITY);
  }

  take(): Placed {
    const id = this.item?.id ?? 0;
    this.taken += 1;
    if (this.next >= this.rows.length) this.readOn();
    this.item = this.rows[this.next];
    this.next += 1;
    return { id, position: this.taken };
  }

  private readOn(): void {
    this.rows = this.line.read(this.offset, this.step);
    this.offset += this.rows.length;
    this.step *= 2;
    this.next = 0;
  }
}

const isBefore = (a: Head, b: Head): boolean => {
  const [one, other] = [a.at, b.at];
  if (one !== other) return one < other;
  return a.taken === b.taken ? a.nth < b.nth : a.taken < b.taken;
};

/** `limit` items of the merged lines behind the first `offset`. */
export function mergeLines(lines: readonly Line[], offset: number, limit: number): Placed[] {
  const heap = lines.map((line, nth) => new Head(line, nth)).toSorted((a, b) => (isBefore(a, b) ? -1 : 1));
  const placed: Placed[] = [];
  for (let k = 0; k < offset + limit; k += 1) {
    const first = heap[0];
    if (first === undefined) break;
    const item = first.take();
    if (k >= offset) placed.push(item);
    const last = first.isLeft ? first : heap.pop();
    if (last !== undefined && heap.length > 0) sink(heap, last);
  }
  return placed;
}

/** Puts a head in the place of the first one and lets it sink to where it belongs. */
function sink(heap: Head[], head: Head): void {
  let at = 0;
  for (;;) {
    const [left, right] = [heap[2 * at + 1], heap[2 * at + 2]];
    if (left === undefined) break;
    const down = right !== undefined && isBefore(right, left) ? 2 * at + 2 : 2 * at + 1;
    const below = heap[down] as Head;
    if (!isBefore(below, head)) break;
    heap[at] = below;
    at = down;
  }
  heap[at] = head;
}
