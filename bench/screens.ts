/** The screens of the built program in a real browser, on a million contacts. */
import { type FirstScreenFigures, measureFirstScreen } from './screens/first-screen.ts';
import { type LayoutFigures, measureLayout } from './screens/layout.ts';
import { type ListFigures, measureList } from './screens/list.ts';
import { type LiveFigures, measureLive } from './screens/live.ts';
import { measureScroll, type ScrollFigures } from './screens/scroll.ts';
import { measureSearch, type SearchFigures } from './screens/search.ts';
import { measureShown, type ShownFigures } from './screens/shown.ts';
import { openStage } from './screens/stage.ts';

/** What can be measured of the screens. The parts with fast calls come before those with slow ones, which would go on beside them. */
export const SCREEN_PARTS = ['search', 'scroll', 'live', 'shown', 'first-screen', 'layout', 'list'] as const;
export type ScreenPart = (typeof SCREEN_PARTS)[number];

export interface ScreenFigures {
  'first-screen': FirstScreenFigures;
  search: SearchFigures;
  scroll: ScrollFigures;
  layout: LayoutFigures;
  list: ListFigures;
  live: LiveFigures;
  shown: ShownFigures;
}

/** Which data each part stands on: the long list of one person, or as many contacts of fifty, with campaigns that call. */
const MEASURES = {
  search: { on: 'list', measure: measureSearch },
  scroll: { on: 'list', measure: measureScroll },
  'first-screen': { on: 'crowd', measure: measureFirstScreen },
  layout: { on: 'crowd', measure: measureLayout },
  list: { on: 'crowd', measure: measureList },
  live: { on: 'crowd', measure: measureLive },
  shown: { on: 'crowd', measure: measureShown },
} as const;

/** Names that the command `seed` knows. */
export interface ScreenSizes {
  list: string;
  crowd: string;
}

/** Seeds once for all parts that stand on the same data. */
export async function measureScreens(
  parts: readonly ScreenPart[],
  sizes: ScreenSizes,
  say: (what: string) => void,
): Promise<Partial<ScreenFigures>> {
  const figures: Partial<ScreenFigures> = {};
  for (const on of ['list', 'crowd'] as const) {
    const wanted = SCREEN_PARTS.filter((part) => parts.includes(part) && MEASURES[part].on === on);
    if (wanted.length === 0) continue;
    say(`screens: seeding ${sizes[on]}`);
    const stage = await openStage(sizes[on]);
    try {
      for (const part of wanted) {
        say(`screens: ${part}`);
        Object.assign(figures, { [part]: await MEASURES[part].measure(stage) });
      }
    } finally {
      await stage.close();
    }
  }
  return figures;
}
