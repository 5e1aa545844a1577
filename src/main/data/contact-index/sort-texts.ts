/**
 * Sorts slots by one line of their text, five bytes at a time: the bytes and the slot make one number, numbers are sorted natively,
 * and runs of the same five bytes are sorted by the next five. A million names in a third of a second, where a comparison in
 * JavaScript takes over two.
 */
import { type ContactColumns, NEW_LINE } from './columns.ts';

/** The lines of a row's text, in their order. */
const TEXT_FIELDS = ['name', 'email', 'company', 'phoneNumber'] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

const BYTES = 5;
/** Slots have 24 of the 64 bits. */
const MOST_SLOTS = 2 ** 24;

/** Where a line of the row begins. */
function fieldStart({ text, starts }: ContactColumns, slot: number, line: number): number {
  let at = starts[slot] ?? 0;
  for (let left = line; left > 0; at += 1) if (text[at] === NEW_LINE) left -= 1;
  return at;
}

/** Below 0 where the line of `a` comes before that of `b`. Equal lines keep the order in which the contacts came. */
export function compareTexts(columns: ContactColumns, field: TextField, a: number, b: number): number {
  const line = TEXT_FIELDS.indexOf(field);
  const { text, ids } = columns;
  for (let x = fieldStart(columns, a, line), y = fieldStart(columns, b, line); ; x += 1, y += 1) {
    const [one = 0, other = 0] = [text[x], text[y]];
    if (one !== other) return one - other;
    if (one === NEW_LINE) return (ids[a] ?? 0) - (ids[b] ?? 0);
  }
}

/** Sorts the slots in place. */
export function sortByText(columns: ContactColumns, field: TextField, slots: Uint32Array): void {
  const line = TEXT_FIELDS.indexOf(field);
  const starts = new Uint32Array(columns.slots);
  for (const slot of slots) starts[slot] = fieldStart(columns, slot, line);
  const keys = new BigUint64Array(slots.length);
  sortRun({ columns, starts, slots, keys, words: new Uint32Array(keys.buffer) }, 0, slots.length, 0);
}

interface Sorting {
  columns: ContactColumns;
  /** Where the line of each slot begins. */
  starts: Uint32Array;
  slots: Uint32Array;
  keys: BigUint64Array;
  /** The same memory: the lower half of a key, then its upper half. */
  words: Uint32Array;
}

/** Sorts slots[from, to), whose lines are the same up to `depth`. */
function sortRun(sorting: Sorting, from: number, to: number, depth: number): void {
  const { columns, starts, slots, keys, words } = sorting;
  if (to - from < 2) return;
  for (let i = from; i < to; i += 1) {
    const slot = slots[i] ?? 0;
    const [upper, last] = bytesAt(columns.text, (starts[slot] ?? 0) + depth);
    words[2 * i] = ((last << 24) | slot) >>> 0;
    words[2 * i + 1] = upper;
  }
  keys.subarray(from, to).sort();
  for (let i = from; i < to; i += 1) slots[i] = (words[2 * i] ?? 0) & (MOST_SLOTS - 1);
  // The keys are overwritten further down, so the runs are found first.
  for (const [start, end, isOver] of runsOf(words, from, to)) {
    if (isOver) slots.subarray(start, end).sort((a, b) => (columns.ids[a] ?? 0) - (columns.ids[b] ?? 0));
    else sortRun(sorting, start, end, depth + BYTES);
  }
}

/** Four bytes and one more; 0 behind the end of the line. */
function bytesAt(text: Uint8Array, at: number): [upper: number, last: number] {
  let upper = 0;
  let isOver = false;
  const next = (place: number): number => {
    const byte = isOver ? 0 : (text[place] ?? 0);
    isOver ||= byte === NEW_LINE;
    return byte;
  };
  for (let i = 0; i < BYTES - 1; i += 1) upper = (upper << 8) | next(at + i);
  return [upper >>> 0, next(at + BYTES - 1)];
}

/** Runs of two and more with the same bytes, and whether their lines end in them. */
function runsOf(words: Uint32Array, from: number, to: number): [start: number, end: number, isOver: boolean][] {
  const runs: [number, number, boolean][] = [];
  const same = (a: number, b: number) => words[2 * a + 1] === words[2 * b + 1] && (words[2 * a] ?? 0) >>> 24 === (words[2 * b] ?? 0) >>> 24;
  for (let start = from; start < to; ) {
    let end = start + 1;
    while (end < to && same(start, end)) end += 1;
    if (end - start > 1) runs.push([start, end, endsIn(words[2 * start + 1] ?? 0, (words[2 * start] ?? 0) >>> 24)]);
    start = end;
  }
  return runs;
}

const endsIn = (upper: number, last: number) =>
  [upper >>> 24, (upper >>> 16) & 255, (upper >>> 8) & 255, upper & 255, last].includes(NEW_LINE);
