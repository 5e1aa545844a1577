/**
 * The lines of many campaigns as one: what would be claimed next stands first.
 *
 * Each line keeps its own order; between them the one whose head is due first goes first, and among those that are due at once the
 * campaigns take turns (rule 3). Reads each line in growing steps, only as far as the page asked for needs it.
 */

/** A campaign's line as far as merging asks. */
export interface Line {
  id: string;
  /** When its first item may be called; Infinity while it is paused or shut for good. */
  readyAt: number;
  /** Ids of its items in order, from `offset`. */
  read(offset: number, limit: number): readonly { id: number; dueAt: number }[];
}

/** An item and its place in its own campaign's line, from 1; null where it does not wait. */
export interface Placed {
  id: number;
  position: number | null;
}

const FIRST_READ = 20;

class Head {
  readonly line: Line;
  taken = 0;
  private rows: readonly { id: number; dueAt: number }[] = [];
  private next = 0;
  private offset = 0;
  private step = FIRST_READ;

  constructor(line: Line) {
    this.line = line;
  }

  peek(): { id: number; dueAt: number } | undefined {
    if (this.next >= this.rows.length && (this.offset === 0 || this.rows.length > 0)) {
      this.rows = this.line.read(this.offset, this.step);
      this.offset += this.rows.length;
      this.step *= 2;
      this.next = 0;
    }
    return this.rows[this.next];
  }

  take(): Placed | undefined {
    const row = this.peek();
    this.next += 1;
    this.taken += 1;
    return row && { id: row.id, position: this.taken };
  }

  /** When its head may be called. */
  get at(): number {
    return Math.max(this.line.readyAt, this.peek()?.dueAt ?? Number.POSITIVE_INFINITY);
  }
}

/** `limit` items of the merged lines behind the first `offset`. */
export function mergeLines(lines: readonly Line[], offset: number, limit: number): Placed[] {
  const heads = lines.map((line) => new Head(line));
  const placed: Placed[] = [];
  for (let k = 0; k < offset + limit; k += 1) {
    const first = firstOf(heads);
    const item = first?.take();
    if (item === undefined) break;
    if (k >= offset) placed.push(item);
  }
  return placed;
}

function firstOf(heads: readonly Head[]): Head | null {
  let first: Head | null = null;
  for (const head of heads) {
    if (head.peek() === undefined) continue;
    if (first === null || head.at < first.at || (head.at === first.at && head.taken < first.taken)) first = head;
  }
  return first;
}
