/**
 * The first so many of very many, in their order, without sorting the rest: what is surely behind the last of them is dropped as it
 * comes, and now and then the lower half of what was kept is parted from the upper one. Knows neither items nor SQLite.
 */
const LEAST_ROOM = 1_024;

export class FirstOf {
  private readonly most: number;
  private readonly keys: Float64Array;
  private readonly ids: Uint32Array;
  private size = 0;
  private boundKey = Number.POSITIVE_INFINITY;
  private boundId = Number.POSITIVE_INFINITY;

  /** @param most how many are wanted, at least 1; equal keys stand in the order of their ids. */
  constructor(most: number) {
    this.most = most;
    const room = Math.max(LEAST_ROOM, most * 2);
    this.keys = new Float64Array(room);
    this.ids = new Uint32Array(room);
  }

  offer(key: number, id: number): void {
    if (key > this.boundKey || (key === this.boundKey && id > this.boundId)) return;
    if (this.size === this.keys.length) {
      this.cut();
      if (key > this.boundKey || (key === this.boundKey && id > this.boundId)) return;
    }
    this.keys[this.size] = key;
    this.ids[this.size] = id;
    this.size += 1;
  }

  /** The ids of the first so many, in their order. */
  inOrder(): number[] {
    const end = Math.min(this.size, this.most);
    if (end === 0) return [];
    this.part(0, this.size - 1, end - 1);
    const places = Array.from({ length: end }, (_, place) => place);
    return places.toSorted((a, b) => this.compare(a, b)).map((place) => this.ids[place] ?? 0);
  }

  private cut(): void {
    this.part(0, this.size - 1, this.most - 1);
    this.size = this.most;
    this.boundKey = this.keys[this.most - 1] ?? 0;
    this.boundId = this.ids[this.most - 1] ?? 0;
  }

  private compare(a: number, b: number): number {
    const [one = 0, other = 0] = [this.keys[a], this.keys[b]];
    if (one !== other) return one < other ? -1 : 1;
    return (this.ids[a] ?? 0) - (this.ids[b] ?? 0);
  }

  /** Puts the one that belongs at `place` there, lower ones before it and higher ones behind it (quickselect). */
  private part(from: number, to: number, place: number): void {
    let [low, high] = [from, to];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.compare(middle, low) < 0) this.swap(middle, low);
      if (this.compare(high, low) < 0) this.swap(high, low);
      if (this.compare(high, middle) < 0) this.swap(high, middle);
      const [key, id] = [this.keys[middle] ?? 0, this.ids[middle] ?? 0];
      let [left, right] = [low, high];
      while (left <= right) {
        while (this.isBefore(left, key, id)) left += 1;
        while (this.isBehind(right, key, id)) right -= 1;
        if (left > right) break;
        this.swap(left, right);
        left += 1;
        right -= 1;
      }
      if (place <= right) high = right;
      else if (place >= left) low = left;
      else return;
    }
  }

  private isBefore(place: number, key: number, id: number): boolean {
    const own = this.keys[place] ?? 0;
    return own < key || (own === key && (this.ids[place] ?? 0) < id);
  }

  private isBehind(place: number, key: number, id: number): boolean {
    const own = this.keys[place] ?? 0;
    return own > key || (own === key && (this.ids[place] ?? 0) > id);
  }

  private swap(a: number, b: number): void {
    const [key, id] = [this.keys[a] ?? 0, this.ids[a] ?? 0];
    this.keys[a] = this.keys[b] ?? 0;
    this.ids[a] = this.ids[b] ?? 0;
    this.keys[b] = key;
    this.ids[b] = id;
  }
}
