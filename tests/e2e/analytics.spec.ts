import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { aCampaign, aWorld } from './campaigns.ts';
import { expect, type Host, signIn, test } from './fixtures.ts';
import { keepPicture, look } from './look.ts';
import { type Rest, restAs } from './rest.ts';

const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 1024, height: 700 };
/** The whole page at once, for the pictures. */
const WHOLE = { width: 1440, height: 1900 };
test.use({ viewport: WIDE });
// Pages of many parts are long to look at.
test.setTimeout(150_000);

const SEEDED_ADMIN = 'admin@example.com';

interface Told {
  analytics: {
    calls: number;
    completed: number;
    successful: number;
    outcomes: Record<string, number>;
    daily: { date: string; calls: number }[];
  };
  heat: { weekday: number; hour: number; calls: number; successful: number }[];
  from: string;
  to: string;
}

/** Signs in on seeded data, with nothing going on any more, and opens the page. */
async function openSeeded(page: Page, host: Host, email: string): Promise<Rest> {
  const admin = await restAs(host, { email: SEEDED_ADMIN, password: host.seededPassword });
  await admin('PUT', '/settings/telephony', { practice: { speed: 1_000 } });
  await admin('POST', '/campaigns/pause-all', { hangUp: true });
  const up = async () =>
    ((await admin('GET', '/settings/concurrency')) as { concurrency: { systemActive: number } }).concurrency.systemActive;
  await expect.poll(up, { timeout: 30_000 }).toBe(0);
  await page.goto(host.url);
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(host.seededPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
  // Where it lies over nothing that would tell more of itself.
  await page.mouse.move(0, 0);
  return restAs(host, { email, password: host.seededPassword });
}

const ask = async (rest: Rest, query: string) => (await rest('GET', `/analytics?${query}`)) as unknown as Told;
const grouped = (count: number) => new Intl.NumberFormat('en').format(count);
const callsOf = (count: number) => `${grouped(count)} ${count === 1 ? 'call' : 'calls'}`;
const percent = (part: number) => `${Math.min(99, Math.max(1, Math.round(part * 100)))} %`;
const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const drawer = (page: Page) => page.getByRole('complementary');
const heatCell = (page: Page, name: RegExp) => page.getByRole('grid').getByRole('button', { name });
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const two = (hour: number) => String(hour).padStart(2, '0');

test.describe('on a history of many calls', () => {
  test.use({ seed: 'history' });

  test('figures are what the engine counts, are narrowed, and lead to their calls', async ({ page, host }) => {
    const rest = await openSeeded(page, host, SEEDED_ADMIN);
    await page.getByRole('link', { name: 'Analytics' }).click();
    const { analytics, heat } = await ask(rest, 'days=30');
    const strip = panel(page, 'Figures');
    await expect(strip.getByRole('link', { name: `Calls, ${grouped(analytics.calls)}: list the calls` })).toBeVisible();
    await expect(strip).toContainText(
      `${percent(analytics.successful / analytics.completed)}${grouped(analytics.successful)} of ${grouped(analytics.completed)}`,
    );
    for (const [name, word] of Object.entries({ completed: 'Completed', busy: 'Busy', 'no-answer': 'No answer' })) {
      await expect(panel(page, 'Outcomes').getByRole('row', { name: new RegExp(`^${word}`) })).toContainText(
        grouped(analytics.outcomes[name] ?? -1),
      );
    }
    await page.setViewportSize(WHOLE);
    await look(page, '1-many-whole');
    await page.setViewportSize(WIDE);

    // An outcome.
    await panel(page, 'Outcomes').getByRole('link', { name: 'Busy' }).click();
    await expect(drawer(page).getByRole('heading', { name: 'Calls to a busy line' })).toBeVisible();
    await expect(drawer(page)).toContainText(callsOf(analytics.outcomes['busy'] ?? -1));
    await drawer(page).getByRole('button', { name: 'The next page' }).click();
    await expect(drawer(page)).toContainText('51–');
    await drawer(page).getByRole('listitem').nth(1).getByRole('button').click();
    await expect(drawer(page)).toContainText('Practice: nobody was really called');
    await page.keyboard.press('Escape');
    await expect(drawer(page).getByRole('listitem').nth(1).getByRole('button')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(drawer(page)).toBeHidden();

    // A day and an hour.
    const day = analytics.daily.at(-3) ?? { date: '', calls: 0 };
    const date = new Date(`${day.date}T00:00:00Z`);
    const dayName = `${date.getUTCDate()} ${date.toLocaleString('en', { month: 'short', timeZone: 'UTC' })} ${date.getUTCFullYear()}`;
    await panel(page, 'Calls by day')
      .getByRole('button', { name: new RegExp(dayName) })
      .click();
    await expect(drawer(page)).toContainText(`${callsOf(day.calls)}, `);
    await expect(drawer(page)).toContainText(dayName);
    await panel(page, 'Calls by hour')
      .getByRole('button', { name: /^11:00–12:00/ })
      .click();
    await expect(drawer(page).getByRole('heading', { name: '11:00–12:00' })).toBeVisible();
    await expect(drawer(page)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(panel(page, 'Calls by hour').getByRole('button', { name: /^11:00–12:00/ })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(drawer(page).getByRole('heading', { name: '11:00–12:00' })).toBeVisible();

    // A cell of the heat map; the address keeps it over a reload, and Back goes from it.
    const cell = heat.toSorted((a, b) => b.calls - a.calls)[0] ?? { weekday: 1, hour: 9, calls: 0, successful: 0 };
    const span = `${two(cell.hour)}:00–${two(cell.hour + 1)}:00`;
    const said = `${WEEKDAYS[cell.weekday - 1]}, ${span}: a person spoke in ${percent(cell.successful / cell.calls)} of ${callsOf(cell.calls)}`;

    await heatCell(page, new RegExp(`^${said}$`)).click();

    await expect(drawer(page).getByRole('heading', { name: `${WEEKDAYS[cell.weekday - 1]}s, ${span}` })).toBeVisible();
    await expect(drawer(page)).toContainText(callsOf(cell.calls));

    await page.reload();
    await expect(drawer(page).getByRole('heading', { name: `${WEEKDAYS[cell.weekday - 1]}s, ${span}` })).toBeVisible();
    await page.goBack();
    await expect(drawer(page).getByRole('heading', { name: '11:00–12:00' })).toBeVisible();
    await drawer(page).getByRole('button', { name: 'Close' }).click();

    // The best hours, as a sentence whose figure leads to its calls.
    const best = panel(page, 'Best hours').getByRole('link');
    await expect(panel(page, 'Best hours')).toContainText(/People answer best on \w+days from \d+ to \d+: \d+ % of \d+ calls\./);
    const bestCalls = (await best.innerText()).replace(/^.* of /, '');
    await best.click();
    await expect(drawer(page)).toContainText(`${bestCalls}, `);
    await page.keyboard.press('Escape');
    await strip.getByRole('button', { name: /^Longest call/ }).click();
    await expect(drawer(page)).toContainText('Completed');
    await page.keyboard.press('Escape');

    // Narrowed by a row, by the bar, by the dates.
    const users = (await rest('GET', '/users')) as { users: { id: string; name: string }[] };
    const second = users.users.find(({ name }) => name === 'Supervisor 2')?.id ?? '';
    await panel(page, 'By supervisor').getByRole('link', { name: 'Supervisor 2' }).click();
    const hers = await ask(rest, `days=30&userId=${second}`);
    await expect(strip.getByRole('link', { name: `Calls, ${grouped(hers.analytics.calls)}: list the calls` })).toBeVisible();
    await expect(page.getByRole('combobox', { name: 'Supervisor' })).toHaveText('Supervisor 2');
    await page.getByRole('button', { name: '7 days' }).click();
    const week = await ask(rest, `days=7&userId=${second}`);
    await expect(strip).toContainText(grouped(week.analytics.calls));
    await page.getByRole('combobox', { name: 'Campaign' }).fill('Satisf');
    await page.getByRole('option', { name: 'Satisfaction survey' }).first().click();
    await expect(page.getByText('that fits what is chosen above')).toBeVisible();
    await look(page, '2-none-fits');
    await page.goBack();
    await expect(strip).toContainText(grouped(week.analytics.calls));
    await page.getByRole('button', { name: 'Own dates' }).click();
    await expect(page.getByRole('group', { name: 'From' })).toBeVisible();
    await panel(page, 'Outcomes').getByRole('link', { name: 'Completed' }).click();
    await expect(drawer(page).getByRole('heading', { name: 'Calls in which a person spoke' })).toBeVisible();
    await expect(drawer(page).getByRole('listitem')).toHaveCount(50);
    await look(page, '3-own-dates-behind');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByRole('button', { name: '30 days' }).click();
    await expect(strip.getByRole('link', { name: `Calls, ${grouped(analytics.calls)}: list the calls` })).toBeVisible();

    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export CSV' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^figures-\d{4}-\d\d-\d\d-to-\d{4}-\d\d-\d\d\.csv$/);
    const lines = (await readFile(await file.path(), 'utf8')).trim().split('\r\n').slice(1);
    expect(lines.reduce((sum, line) => sum + Number(line.split(',').at(5 + (line.match(/"[^"]*,[^"]*"/g)?.length ?? 0))), 0)).toBe(
      analytics.calls,
    );

    await page
      .getByRole('checkbox', { name: 'Practice calls' })
      .or(page.getByRole('switch', { name: 'Practice calls' }))
      .click();
    await expect(page.getByText('Practice calls are left out.')).toBeVisible();
    await page.getByRole('link', { name: 'Count practice calls' }).click();
    await expect(strip).toContainText(grouped(analytics.calls));

    await page.getByRole('button', { name: '7 days' }).click();
    await expect(panel(page, 'Outcomes')).toContainText(callsOf((await ask(rest, 'days=7')).analytics.calls));
    await page.setViewportSize(NARROW);
    await keepPicture(page, '4-narrow-light');
    await panel(page, 'Outcomes').getByRole('link', { name: 'No answer' }).click();
    await expect(drawer(page).getByRole('listitem')).toHaveCount(50);
    await look(page, '5-narrow-behind');
  });
});

test.describe('on a history of few calls', () => {
  test.use({ seed: 'demo' });

  test('the whole of it by keyboard alone, as a supervisor', async ({ page, host }) => {
    const rest = await openSeeded(page, host, 'supervisor1@example.com');
    await expect(page.getByRole('tab', { name: /^Active/ })).toBeVisible();
    await tabTo(page, 'Analytics');
    await page.keyboard.press('Enter');
    const { analytics } = await ask(rest, 'days=30');
    await expect(panel(page, 'Figures')).toContainText(grouped(analytics.calls));
    await expect(panel(page, 'By supervisor')).toBeHidden();
    await look(page, 'few');

    await tabTo(page, 'Today');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    const week = await ask(rest, 'days=7');
    await expect(panel(page, 'Figures')).toContainText(grouped(week.analytics.calls));
    await expect(page).toHaveURL(/period=7-days/);

    // One stop for all days; the arrows walk over them.
    await tabTo(page, /^\w{3} \d+ \w{3} \d{4}: /);
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    const name = await nameOf(page);
    await page.keyboard.press('Enter');
    await expect(drawer(page)).toBeFocused();
    await expect(drawer(page)).toContainText(name.replace(/:.*/, ''));
    await page.keyboard.press('Escape');
    expect(await nameOf(page)).toBe(name);

    await tabTo(page, /^Monday, /);
    await page.keyboard.press('ArrowDown');
    expect(await nameOf(page)).toMatch(/^Tuesday, /);
    await walkTo(page, /a person spoke in/);
    const cell = await nameOf(page);
    await page.keyboard.press('Enter');
    await expect(drawer(page)).toBeFocused();
    await tabTo(page, /^(Completed|No answer|Busy|Voicemail|Failed)/);
    const row = await nameOf(page);
    await page.keyboard.press('Enter');
    await expect(drawer(page)).toContainText('Practice: nobody was really called');
    await page.keyboard.press('Escape');
    expect(await nameOf(page)).toBe(row);
    await page.keyboard.press('Escape');
    expect(await nameOf(page)).toBe(cell);

    await tabTo(page, 'Satisfaction survey');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('combobox', { name: 'Campaign' })).toHaveValue('Satisfaction survey');
    await tabTo(page, 'Show all', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('combobox', { name: 'Campaign' })).toHaveValue('');
  });
});

test('before the first call the page says what it is, then follows the calls by itself', { tag: '@long' }, async ({ page, host }) => {
  const world = await aWorld(host, { contacts: 6, speed: 400 });
  await page.goto(host.url);
  await signIn(page);
  await page.getByRole('link', { name: 'Analytics' }).click();
  await expect(page.getByText('No call has been made yet.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'New campaign' })).toHaveAttribute('href', '#/campaigns/new');
  // Off the link: in a narrow window its name would stand beside it.
  await page.mouse.move(720, 120);
  await look(page, 'empty');
  await page.setViewportSize(NARROW);
  await look(page, 'empty-narrow');
  await page.setViewportSize(WIDE);
  await page.getByRole('button', { name: 'Today' }).click();
  await expect(page.getByText(/^No call was made on /)).toBeVisible();

  await aCampaign(world, 'Renewals');
  await expect(panel(page, 'Outcomes')).toContainText('6 calls', { timeout: 30_000 });
  await expect(panel(page, 'Figures').getByRole('link', { name: /^Cost, / })).toBeVisible();
  await expect(panel(page, 'Best hours')).toBeHidden();
  await look(page, 'today');
  await page.getByRole('button', { name: '7 days' }).click();
  await expect(page.getByText('The best hours are said here once 20 calls were made')).toBeVisible();

  await page.goto(`${new URL(page.url()).origin}${new URL(page.url()).pathname}#/analytics/campaign=campaign_gone`);
  await expect(page.getByRole('alert')).toContainText('no such campaign');
  await look(page, 'error');
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(page.getByRole('alert')).toBeHidden();
  await expect(panel(page, 'Outcomes')).toContainText('6 calls');
});

/** Walks over cells to the right, row by row, until what is focused bears the name. */
async function walkTo(page: Page, name: RegExp): Promise<void> {
  for (let row = 0; row < 7; row += 1) {
    await page.keyboard.press('Home');
    for (let step = 0; step < 24; step += 1) {
      if (name.test(await nameOf(page))) return;
      await page.keyboard.press('ArrowRight');
    }
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`no cell is named ${String(name)}`);
}

/** Presses Tab until what is focused bears the name. */
async function tabTo(page: Page, name: string | RegExp, key = 'Tab'): Promise<void> {
  const seen: string[] = [];
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press(key);
    const told = (await page.locator(':focus').count()) === 0 ? '' : await nameOf(page);
    seen.push(told.slice(0, 40));
    if (typeof name === 'string' ? told === name : name.test(told)) return;
  }
  throw new Error(`nothing named ${String(name)} is reached by ${key}: ${seen.join(' | ')}`);
}

/** What a screen reader says of what is focused. */
const nameOf = (page: Page): Promise<string> =>
  page.locator(':focus').evaluate((element) => {
    const said = element.cloneNode(true) as Element;
    for (const hidden of said.querySelectorAll('[aria-hidden=true]')) hidden.remove();
    const named = document.getElementById(element.getAttribute('aria-labelledby') ?? '');
    return (element.getAttribute('aria-label') || (named ?? said).textContent).replaceAll(/\s+/g, ' ').trim();
  });
