/** What a screen reader says by itself while the work goes on: no region speaks more than once in five seconds. */
import type { Page } from '@playwright/test';
import { aCampaign, aWorld, withLimit } from './campaigns.ts';
import { expect, signIn, test } from './fixtures.ts';
import { csv, drop } from './wizard.ts';

const EVERY_MS = 5_000;
const WATCHED_MS = 12_000;

interface Said {
  region: string;
  words: string;
  at: number;
}

/** Notes from now on each change of the words of each live region, those that come up later as well. */
const listen = (page: Page) =>
  page.evaluate(() => {
    const names = new Map<Element, string>();
    const words = new Map<Element, string>();
    const said: Said[] = [];
    Object.assign(window, { said, regions: names });
    const look = () => {
      for (const region of document.querySelectorAll('[role=status], [role=alert], [role=log], [aria-live], output')) {
        const now = region.textContent.trim();
        if (!names.has(region)) names.set(region, `region ${names.size + 1}`);
        // What goes away is not said, and neither is what was there before anybody listened.
        else if (now !== words.get(region) && now !== '') said.push({ region: names.get(region) ?? '', words: now, at: performance.now() });
        words.set(region, now);
      }
    };
    look();
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  });

const heard = (page: Page) =>
  page.evaluate(() => {
    const { said, regions } = window as never as { said: Said[]; regions: Map<Element, string> };
    return { said, regions: regions.size };
  });

/** What was said sooner than it should have been after the words before of the same region. */
function hasty(said: readonly Said[]): string[] {
  const before = new Map<string, Said>();
  return said.flatMap((one) => {
    const last = before.get(one.region);
    before.set(one.region, one);
    const gap = last ? one.at - last.at : EVERY_MS;
    return gap < EVERY_MS ? [`${one.region}: “${one.words}” ${Math.round(gap)} ms after “${last?.words}”`] : [];
  });
}

test('nothing speaks without pause while calls are made, on any screen', async ({ page, host }) => {
  const world = await aWorld(host, { contacts: 400, speed: 400 });
  await withLimit(world, 20);
  await page.goto(host.url);
  await signIn(page);
  await expect(page.getByRole('heading', { name: 'Campaigns', exact: true })).toBeVisible();
  await listen(page);
  await aCampaign(world, 'Renewals');
  const until = Date.now() + WATCHED_MS;
  await page.getByRole('link', { name: 'Renewals', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Figures of the campaign' })).toContainText(/\d+ up/);
  // A third of the time each: the campaign, the wall, the list of people that a filter narrows.
  await expect.poll(() => Date.now(), { intervals: [200] }).toBeGreaterThan(until - (WATCHED_MS * 2) / 3);
  await page.getByRole('link', { name: 'Live', exact: true }).click();
  await expect.poll(() => Date.now(), { intervals: [200] }).toBeGreaterThan(until - WATCHED_MS / 3);
  await page.getByRole('link', { name: 'Contacts', exact: true }).click();
  await page.getByRole('searchbox').fill('Person');
  await expect.poll(() => Date.now(), { intervals: [200] }).toBeGreaterThan(until);
  const { said, regions } = await heard(page);
  expect(regions).toBeGreaterThan(0);
  expect(hasty(said)).toEqual([]);
});

test('a large file is followed in words that come slowly', async ({ page, host }) => {
  await page.goto(host.url);
  await signIn(page);
  await expect(page.getByRole('heading', { name: 'No campaigns yet' })).toBeVisible();
  await listen(page);
  const people = Array.from({ length: 60_000 }, (_, i) => `Person ${i},+49151${20_000_000 + i}`);
  await drop(page, csv('large.csv', 'name,phone_number', ...people));
  await expect(page.getByRole('button', { name: 'Continue to check' })).toBeVisible({ timeout: 60_000 });
  const { said, regions } = await heard(page);
  expect(regions).toBeGreaterThan(0);
  expect(hasty(said)).toEqual([]);
});
