/** The figures of the screens as rows of the table. */
import type { Rows } from '../rows.ts';
import type { ScreenFigures } from '../screens.ts';
import type { Frames } from './frames.ts';

/** Frames of 60 a second that may miss theirs. */
const FRAMES_TO_REACH = 95;

export function screenRows(figures: Partial<ScreenFigures>): Rows {
  const { search, scroll, layout, list, live, shown } = figures;
  const first = figures['first-screen'];
  return {
    ...(search && {
      'search, engine, p50 (ms)': { measured: search.engine.p50Ms, floor: search.floorMs },
      'search, engine, worst (ms)': { measured: search.engine.worstMs, 'to reach': 100, floor: search.floorMs },
      'search, last key to rows, p50 (ms)': { measured: search.onScreen.p50Ms, 'to reach': 100 },
      'search, last key to rows, worst (ms)': { measured: search.onScreen.worstMs },
      'search, first after the start (ms)': { measured: search.firstMs },
    }),
    ...(scroll && {
      [`scrolling ${scroll.contacts} contacts`]: framesRow(scroll.reading, scroll.floor),
      'scrolling them fast': framesRow(scroll.fast, scroll.floor),
    }),
    ...(first && {
      'start to first screen (ms)': { measured: first.totalMs, 'to reach': 1_500, floor: first.floor.totalMs },
      'of it, start to ready (ms)': { measured: first.readyMs, floor: first.floor.readyMs },
      'of it, address to campaigns (ms)': { measured: first.screenMs, floor: first.floor.screenMs },
    }),
    ...Object.fromEntries(
      Object.entries(layout?.pages ?? {}).map(([page, shift]) => [`layout shift, ${page}`, { measured: shift, 'to reach': 0.05 }]),
    ),
    ...(list && { '100 people, drop to campaign (ms)': { measured: list.totalMs, 'to reach': 2_000 } }),
    ...(live && {
      [`live board, ${live.changesPerSecond} changes a second`]: framesRow(live.board, live.floor),
      'list of campaigns meanwhile': framesRow(live.campaigns, live.floor),
    }),
    ...(shown && {
      'delivery to screen, p50 (ms)': { measured: shown.p50Ms, floor: shown.floor.p50Ms },
      'delivery to screen, p99 (ms)': { measured: shown.p99Ms, 'to reach': 250, floor: shown.floor.p99Ms },
    }),
  };
}

const framesRow = (measured: Frames, floor: Frames) => ({
  measured: `${percent(measured)} % under 20 ms, p95 ${measured.p95Ms} ms`,
  'to reach': `${FRAMES_TO_REACH} %`,
  floor: `${percent(floor)} %, p95 ${floor.p95Ms} ms`,
});

const percent = ({ within20Ms }: Frames) => Math.round(within20Ms * 1_000) / 10;
