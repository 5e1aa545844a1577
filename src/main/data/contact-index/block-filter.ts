/**
 * Which groups of three bytes occur in each block of rows: a search looks only into blocks that hold all of its own.
 *
 * 8 KB for 1,024 rows. It may say yes where nothing is, never no where something is; what is dropped stays marked until the columns
 * are compacted.
 */
const ROWS = 1_024;
const BITS = 65_536;
const WORDS = BITS / 32;

/** 16 bits of three bytes. */
const hashOf = (group: number) => Math.imul(group, 0x9e37_79b1) >>> 16;

export class BlockFilter {
  static readonly rows = ROWS;
  private readonly blocks: Uint32Array[] = [];

  /** Marks the text of a row, `text` from `from` to `end`. */
  add(slot: number, text: Uint8Array, from: number, end: number): void {
    const place = Math.floor(slot / ROWS);
    const block = (this.blocks[place] ??= new Uint32Array(WORDS));
    if (end - from < 3) return;
    let group = ((text[from] ?? 0) << 8) | (text[from + 1] ?? 0);
    for (let at = from + 2; at < end; at += 1) {
      group = ((group << 8) | (text[at] ?? 0)) & 0xff_ff_ff;
      const bit = hashOf(group);
      block[bit >>> 5] = (block[bit >>> 5] ?? 0) | (1 << (bit & 31));
    }
  }

  /** The marks that a row with this text in it has; none for one or two bytes, which are everywhere. */
  static marksOf(needle: Uint8Array): number[] {
    const marks: number[] = [];
    for (let at = 2; at < needle.length; at += 1) {
      marks.push(hashOf(((needle[at - 2] ?? 0) << 16) | ((needle[at - 1] ?? 0) << 8) | (needle[at] ?? 0)));
    }
    return marks;
  }

  /** Whether a row of the block may hold a text with these marks. */
  mayHold(block: number, marks: readonly number[]): boolean {
    const words = this.blocks[block];
    return words !== undefined && marks.every((bit) => ((words[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0);
  }
}
