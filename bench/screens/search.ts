/** From the last key of a search to its rows on screen, and what the engine takes of it. */
import type { Page } from '@playwright/test';
import { percentile, round } from '../statistics.ts';
import { openContacts } from './contact-list.ts';
import type { Rest } from './rest.ts';
import type { Stage } from './stage.ts';

export interface SearchFigures {
  contacts: number;
  /** From the last key to the rows, with the moment in which the field waits for another key. */
  onScreen: Times;
  /** One question over REST, its HTTP included. */
  engine: Times;
  /** The first question after the start, for which the names are read. */
  firstMs: number;
  /** A question over REST for nobody's name by id: what HTTP takes of it. */
  floorMs: number;
}

interface Times {
  p50Ms: number;
  worstMs: number;
  worst: string;
}

/** Names that many bear and few, parts of them, accents, numbers, addresses, and what is not there. None that everybody has: the list must change. */
const WORDS = [
  'ada',
  'kow',
  'lovelace',
  'priya pet',
  'zoe',
  'çelik',
  'ito',
  'ro77@example',
  '077',
  '+4930 2012 345',
  'supervisor',
  'yusuf ros',
  'zzz',
];
const KEY_MS = 60;

export async function measureSearch(stage: Stage): Promise<SearchFigures> {
  const { rest } = stage.owner;
  const firstMs = await asked(rest, 'nak');
  const engine: [string, number][] = [];
  for (const word of WORDS) engine.push([word, await asked(rest, word)]);
  const bare: number[] = [];
  for (const _ of WORDS) bare.push(await took(() => rest('GET', '/me')));
  const { page, contacts, whole } = await openContacts(stage.owner);
  const onScreen: [string, number][] = [];
  for (const word of WORDS) onScreen.push([word, await typed(page, whole, word)]);
  await page.close();
  return { contacts, onScreen: timesOf(onScreen), engine: timesOf(engine), firstMs: round(firstMs), floorMs: round(percentile(bare, 0.5)) };
}

const asked = (rest: Rest, word: string) => took(() => rest('GET', `/contacts?limit=100&search=${encodeURIComponent(word)}`));

async function took(act: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await act();
  return performance.now() - before;
}

/** Types a word into the empty field and waits until a list of another length is drawn. */
async function typed(page: Page, whole: string, word: string): Promise<number> {
  const shown = page.evaluate(untilFound, whole);
  await page.getByRole('searchbox').pressSequentially(word, { delay: KEY_MS });
  const ms = await shown;
  await page.getByRole('searchbox').fill('');
  await page.locator(whole).waitFor();
  return ms;
}

/** Answers when the rows are drawn: from the last key, ms. */
function untilFound(whole: string): Promise<number> {
  return new Promise((resolve) => {
    let keyAt = 0;
    const onKey = (event: KeyboardEvent) => (keyAt = event.timeStamp);
    addEventListener('keydown', onKey, { capture: true });
    const look = () => {
      if (document.querySelector(whole)) return;
      watch.disconnect();
      removeEventListener('keydown', onKey, { capture: true });
      // After the frame that shows it.
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - keyAt)));
    };
    const watch = new MutationObserver(look);
    watch.observe(document.body, { subtree: true, childList: true, attributes: true });
  });
}

function timesOf(times: readonly [word: string, ms: number][]): Times {
  const [worst, worstMs] = times.reduce((most, one) => (one[1] > most[1] ? one : most));
  return {
    p50Ms: round(
      percentile(
        times.map(([, ms]) => ms),
        0.5,
      ),
    ),
    worstMs: round(worstMs),
    worst,
  };
}
