/**
 * Phone numbers by their digits, with a small value each: 12 bytes a number, where a `Set` of strings needs a hundred. A million
 * numbers of the file and a million known ones stay within the memory that an import may take.
 */
const GROW_AT = 0.6;

export class NumberMap {
  private keys: Float64Array;
  private values: Uint32Array;
  private size = 0;

  constructor(expected = 1_024) {
    const capacity = 2 ** Math.ceil(Math.log2(Math.max(16, expected / GROW_AT)));
    this.keys = new Float64Array(capacity);
    this.values = new Uint32Array(capacity);
  }

  /** The value of a number, 0 where it is not in the map. Numbers are at least 1. */
  get(number: number): number {
    return this.values[this.slotOf(number)] ?? 0;
  }

  set(number: number, value: number): void {
    if (this.size >= this.keys.length * GROW_AT) this.grow();
    const slot = this.slotOf(number);
    if (this.keys[slot] === 0) this.size += 1;
    this.keys[slot] = number;
    this.values[slot] = value;
  }

  /** Where the number stands, or the free slot that it would take. */
  private slotOf(number: number): number {
    const mask = this.keys.length - 1;
    const low = (number % 4_294_967_296) | 0;
    const mixed = Math.imul(low ^ Math.floor(number / 4_294_967_296), 0x9e37_79b1);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    for (let key = this.keys[slot]; key !== 0 && key !== number; key = this.keys[slot]) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { keys, values } = this;
    this.keys = new Float64Array(keys.length * 2);
    this.values = new Uint32Array(keys.length * 2);
    this.size = 0;
    keys.forEach((key, slot) => key !== 0 && this.set(key, values[slot] ?? 0));
  }
}
