/** From the last key of a search to its rows on screen, and what the engine takes of it. */
import type { Page } from '@playwright/test';
import { percentile, round } from '../statistics.ts';
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

/** Names that many bear and few, parts of them, accents, firms, numbers, addresses, and what is not there. */
const WORDS = [
  'ada',
  'kow',
  'lovelace',
  'priya pet',
  'zoe',
  'çelik',
  'ito',
  'example',
  '930',
  '+4930 2012 345',
  'supervisor',
  'yusuf ros',
  'zzz',
];
const KEY_MS = 60;

export async function measureSearch(stage: Stage): Promise<SearchFigures> {
  const { rest, open } = stage.owner;
  const firstMs = await asked(rest, 'nak');
  const engine: [string, number][] = [];
  for (const word of WORDS) engine.push([word, await asked(rest, word)]);
  const bare: number[] = [];
  for (const _ of WORDS) bare.push(await took(() => rest('GET', '/me')));
  const page = await open('/contacts');
  const grid = page.getByRole('grid', { name: 'Contacts' });
  await grid.getByRole('row').nth(5).waitFor();
  const contacts = Number(await grid.getAttribute('aria-rowcount')) - 1;
  const onScreen: [string, number][] = [];
  for (const word of WORDS) onScreen.push([word, await typed(page, word)]);
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
async function typed(page: Page, word: string): Promise<number> {
  const all = await page.getByRole('grid', { name: 'Contacts' }).getAttribute('aria-rowcount');
  const shown = page.evaluate(untilFound, all);
  await page.getByRole('searchbox').pressSequentially(word, { delay: KEY_MS });
  const ms = await shown;
  await page.getByRole('searchbox').fill('');
  await page.locator(`[role=grid][aria-label=Contacts][aria-rowcount="${all}"]`).waitFor();
  return ms;
}

/** Answers when the rows are drawn: from the last key, ms. */
function untilFound(all: string | null): Promise<number> {
  return new Promise((resolve) => {
    let keyAt = 0;
    const onKey = (event: KeyboardEvent) => (keyAt = event.timeStamp);
    addEventListener('keydown', onKey, { capture: true });
    const look = () => {
      const grid = document.querySelector('[role=grid]');
      if (grid && grid.getAttribute('aria-rowcount') === all) return;
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
