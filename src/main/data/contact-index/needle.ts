/** What is searched, found in the columns: any part of the text, or of the number by its digits, however it was typed. */
import { Buffer } from 'node:buffer';
import { foldText, searchedDigits } from '../../../shared/domain/fold-text.ts';
import { BlockFilter } from './block-filter.ts';
import { type ContactColumns, NEW_LINE } from './columns.ts';

interface Part {
  bytes: Buffer;
  marks: number[];
  /** Only in the number. */
  inNumber: boolean;
}

export class Needle {
  private readonly parts: Part[];

  /** @param search not empty. */
  constructor(search: string) {
    const text = foldText(search.replace(/\s+/g, ' '));
    const digits = searchedDigits(search);
    this.parts = [partOf(text, false), ...(digits !== '' && digits !== text ? [partOf(digits, true)] : [])];
  }

  /** The living slots that hold it and that `wanted` takes, ascending; stops behind `most`. */
  scan(columns: ContactColumns, wanted: (slot: number) => boolean, most: number): { slots: number[]; isWhole: boolean } {
    const slots: number[] = [];
    const blocks = Math.ceil(columns.slots / BlockFilter.rows);
    for (let block = 0; block < blocks; block += 1) {
      const found = this.inBlock(columns, block);
      for (const slot of found) {
        if (columns.alive[slot] === 0 || !wanted(slot)) continue;
        if (slots.length === most) return { slots, isWhole: false };
        slots.push(slot);
      }
    }
    return { slots, isWhole: true };
  }

  /** Whether one row holds it. */
  isIn(columns: ContactColumns, slot: number): boolean {
    const [from = 0, end = 0] = [columns.starts[slot], columns.starts[slot + 1]];
    return this.parts.some(({ bytes, inNumber }) => {
      const at = findIn(columns.text, bytes, inNumber ? numberStart(columns.text, from, end) : from, end);
      return at >= 0;
    });
  }

  private inBlock(columns: ContactColumns, block: number): number[] {
    const parts = this.parts.filter(({ marks }) => columns.filter.mayHold(block, marks));
    const [first, second] = parts.map((part) => slotsWith(columns, block, part));
    if (first === undefined) return [];
    return second === undefined ? first : [...new Set([...first, ...second])].toSorted((a, b) => a - b);
  }
}

function partOf(text: string, inNumber: boolean): Part {
  const bytes = Buffer.from(text);
  return { bytes, marks: BlockFilter.marksOf(bytes), inNumber };
}

function slotsWith({ text, starts, slots }: ContactColumns, block: number, { bytes, inNumber }: Part): number[] {
  const found: number[] = [];
  const last = Math.min((block + 1) * BlockFilter.rows, slots);
  const view = text.subarray(0, starts[last] ?? 0);
  let slot = block * BlockFilter.rows;
  for (let at = view.indexOf(bytes, starts[slot]); at >= 0 && slot < last; ) {
    slot = slotAt(starts, slot, last - 1, at);
    const end = starts[slot + 1] ?? 0;
    if (inNumber && at < numberStart(text, starts[slot] ?? 0, end)) {
      at = view.indexOf(bytes, at + 1);
      continue;
    }
    found.push(slot);
    slot += 1;
    at = view.indexOf(bytes, end);
  }
  return found;
}

/** The slot between `low` and `high` whose text holds a place: near the lower end as a rule, so the steps grow from there. */
function slotAt(starts: Uint32Array, low: number, high: number, at: number): number {
  let from = low;
  let step = 1;
  while (from + step <= high && (starts[from + step] ?? 0) <= at) {
    from += step;
    step *= 2;
  }
  let to = Math.min(high, from + step - 1);
  while (from < to) {
    const middle = (from + to + 1) >> 1;
    if ((starts[middle] ?? 0) <= at) from = middle;
    else to = middle - 1;
  }
  return from;
}

/** Where the number begins: it is the last line of a row. */
function numberStart(text: Buffer, from: number, end: number): number {
  let at = end - 1;
  while (at > from && text[at - 1] !== NEW_LINE) at -= 1;
  return at;
}

/** A plain search: rows are short, and a call into the buffer's own costs more than the row. */
function findIn(text: Buffer, bytes: Buffer, from: number, end: number): number {
  const last = end - bytes.length;
  for (let at = from; at <= last; at += 1) {
    let same = 0;
    while (same < bytes.length && text[at + same] === bytes[same]) same += 1;
    if (same === bytes.length) return at;
  }
  return -1;
}
