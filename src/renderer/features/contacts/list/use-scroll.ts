import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { barAt, type ScrollPlace, scaleOf, scrolled, shownAt } from './scroll-scale.ts';

/** Heights of a row and of the head that stays above them, px. */
export const ROW_PX = 40;
export const HEAD_PX = 36;
/** Rows drawn beyond both edges. */
const BEYOND = 6;
/** Rows come and go so many at a time, so that most frames draw none: making a row is a third of what a frame takes that draws one. */
const AT_A_TIME = 4;
/** So long after the last movement the bar is set to where the list really is, ms. */
const RESTS_MS = 200;

export interface SeenRows {
  /** Rows that are drawn: first to last, both included. */
  first: number;
  last: number;
  /** The view moved by more than itself at once. */
  isFlying: boolean;
  /** How much lower rows are drawn than they lie in the list. */
  shift: number;
}

export interface Scroll {
  ref: RefObject<HTMLDivElement | null>;
  /** Height of all rows as far as the browser lays them out. */
  height: number;
  seen: SeenRows;
  /** Rows that fit into the view. */
  fits: number;
  /** The first row that is seen whole. */
  firstInView: () => number;
  showRow: (row: number) => void;
  toTop: () => void;
}

const NOTHING: SeenRows = { first: 0, last: -1, isFlying: false, shift: 0 };

/** Which of many rows are in view, and the way to any of them. Only these are drawn. */
export function useScroll(total: number): Scroll {
  const ref = useRef<HTMLDivElement>(null);
  const place = useRef<ScrollPlace>({ list: 0, bar: 0 });
  const [view, setView] = useState(0);
  const [seen, setSeen] = useState(NOTHING);
  const scale = useMemo(() => scaleOf(total * ROW_PX, view), [total, view]);
  const latest = useRef({ scale, view, total });

  const look = useCallback((to: ScrollPlace) => {
    const { view: height, total: rows } = latest.current;
    const isFlying = Math.abs(to.list - place.current.list) > height;
    place.current = to;
    const from = Math.floor(to.list / ROW_PX) - BEYOND;
    const until = Math.ceil((to.list + height) / ROW_PX) + BEYOND;
    const first = Math.max(0, Math.floor(from / AT_A_TIME) * AT_A_TIME);
    const last = Math.min(rows - 1, Math.ceil(until / AT_A_TIME) * AT_A_TIME);
    const shift = to.bar - to.list;
    setSeen((before) =>
      before.first === first && before.last === last && before.shift === shift ? before : { first, last, isFlying, shift },
    );
  }, []);

  /** Moves the bar as well; what the browser made of it is where it is. */
  const move = useCallback(
    (to: ScrollPlace) => {
      const element = ref.current;
      if (!element) return;
      element.scrollTop = to.bar;
      look({ list: to.list, bar: element.scrollTop });
    },
    [look],
  );

  useLayoutEffect(() => {
    latest.current = { scale, view, total };
    const { list, bar } = place.current;
    // The list may be shorter than where the view was.
    look({ list: Math.min(list, scale.most.list), bar: Math.min(bar, scale.most.bar) });
  }, [look, view, total, scale]);

  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const measure = () => setView(Math.max(0, element.clientHeight - HEAD_PX));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    let resting: ReturnType<typeof setTimeout> | undefined;
    const onScroll = () => {
      const to = scrolled(latest.current.scale, place.current, element.scrollTop);
      // Drawn in the frame that the browser scrolls in: otherwise fast scrolling shows nothing at the edge.
      flushSync(() => look(to));
      clearTimeout(resting);
      resting = setTimeout(() => {
        const { list, bar } = place.current;
        const right = barAt(latest.current.scale, list);
        if (Math.abs(right - bar) >= 1) move({ list, bar: right });
      }, RESTS_MS);
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', onScroll);
      clearTimeout(resting);
    };
  }, [look, move]);

  const showRow = useCallback(
    (row: number) => {
      const { scale: now, view: height } = latest.current;
      const to = shownAt(now, place.current, { top: row * ROW_PX, height: ROW_PX }, height);
      if (to !== place.current) move(to);
    },
    [move],
  );
  const firstInView = useCallback(() => Math.ceil(place.current.list / ROW_PX), []);
  const toTop = useCallback(() => move({ list: 0, bar: 0 }), [move]);
  return { ref, height: scale.height, seen, fits: Math.max(1, Math.floor(view / ROW_PX)), firstInView, showRow, toTop };
}
