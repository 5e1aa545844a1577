/**
 * A scroll bar for more rows than a browser can lay out: no element may be higher than some 17 million pixels, and a million rows
 * are 40. Where the list is higher, the bar stands for it at a scale; what is scrolled by wheel or key still moves by its own pixels,
 * and only a drag of the bar jumps. Near both ends one pixel is one pixel, so that neither end is ever out of reach.
 */

/** As high as every browser draws an element. */
const MOST_PX = 12_000_000;
/** So far from both ends nothing is scaled. */
const TRUE_PX = 400_000;
/** What is further at once was a drag of the bar. */
const JUMP_PX = 4_000;

export interface ScrollScale {
  /** Height of the element that the bar belongs to. */
  height: number;
  /** Height of the list. */
  whole: number;
  /** How far each can be scrolled. */
  most: { bar: number; list: number };
}

/** @param whole the list's height, `view` the height that is seen of it, px. */
export function scaleOf(whole: number, view: number): ScrollScale {
  const height = Math.min(whole, MOST_PX);
  return { height, whole, most: { bar: Math.max(0, height - view), list: Math.max(0, whole - view) } };
}

/** Where in the list the bar stands. */
export function listAt({ most }: ScrollScale, bar: number): number {
  if (bar <= TRUE_PX || most.bar === most.list) return bar;
  if (bar >= most.bar - TRUE_PX) return most.list - (most.bar - bar);
  return TRUE_PX + ((bar - TRUE_PX) * (most.list - 2 * TRUE_PX)) / (most.bar - 2 * TRUE_PX);
}

/** Where the bar stands for a place in the list. */
export function barAt({ most }: ScrollScale, list: number): number {
  if (list <= TRUE_PX || most.bar === most.list) return list;
  if (list >= most.list - TRUE_PX) return most.bar - (most.list - list);
  return TRUE_PX + ((list - TRUE_PX) * (most.bar - 2 * TRUE_PX)) / (most.list - 2 * TRUE_PX);
}

/** Where the list stands, and where the bar stood then. */
export interface ScrollPlace {
  list: number;
  bar: number;
}

const within = (value: number, most: number) => Math.min(Math.max(value, 0), most);

/** The place after the bar moved. */
export function scrolled(scale: ScrollScale, { list, bar }: ScrollPlace, to: number): ScrollPlace {
  const by = to - bar;
  const jumped = Math.abs(by) > JUMP_PX || to <= 0 || to >= scale.most.bar;
  return { list: within(jumped ? listAt(scale, to) : list + by, scale.most.list), bar: to };
}

/** The place at which a row is seen whole, moved no further than it must; the same place where it is already. */
export function shownAt(scale: ScrollScale, place: ScrollPlace, row: { top: number; height: number }, view: number): ScrollPlace {
  const { list } = place;
  const to = row.top < list ? row.top : row.top + row.height > list + view ? row.top + row.height - view : list;
  if (to === list) return place;
  const target = within(to, scale.most.list);
  const near = place.bar + (target - list);
  const isNear = Math.abs(target - list) <= JUMP_PX && near >= 0 && near <= scale.most.bar;
  return { list: target, bar: isNear ? near : barAt(scale, target) };
}
