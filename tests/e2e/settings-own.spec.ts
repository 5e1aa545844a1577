/** My account, the data and what the program says of itself. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { aCampaign, aWorld } from './campaigns.ts';
import { ADMIN, expect, test } from './fixtures.ts';
import { look } from './look.ts';
import { asAdmin } from './rest.ts';
import { addSupervisor, openSection, openSettings, pictures, SUPERVISOR } from './settings.ts';

test.use({ viewport: { width: 1440, height: 900 } });

/** What the page is painted in, two frames on: what the system says is heard with the first of them. */
const paper = (page: Page) =>
  page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    await frame();
    await frame();
    return getComputedStyle(document.body).backgroundColor;
  });
const LIGHT = 'rgb(255, 255, 255)';
const DARK = 'rgb(22, 20, 23)';

test('light and dark follow the system until somebody chooses, and the choice outlives a reload', async ({ page, host }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await openSettings(page, host);
  expect(await paper(page)).toBe(LIGHT);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await paper(page)).toBe(DARK);
  await page.getByRole('button', { name: 'Light' }).click();
  expect(await paper(page)).toBe(LIGHT);
  await page.getByRole('button', { name: 'Dark' }).click();
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await paper(page)).toBe(DARK);

  // From the first frame on: what is painted is noted before anything else runs in the page.
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    const note = () => {
      if (document.body)
        seen.push(`${document.documentElement.dataset['scheme']} ${getComputedStyle(document.documentElement).colorScheme}`);
      if (seen.length < 30) requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });
  await page.reload();
  await expect(page.getByRole('heading', { name: 'My account' })).toBeVisible();
  expect(await paper(page)).toBe(DARK);
  const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
  expect(new Set(seen)).toEqual(new Set(['dark dark']));
  await pictures(page, 'chosen-dark');
  await page.getByRole('button', { name: 'As the system' }).click();
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await paper(page)).toBe(LIGHT);
});

test('one’s name, address and password are changed without being signed out', async ({ page, host }) => {
  await addSupervisor(host);
  await openSettings(page, host);
  await page.getByRole('textbox', { name: 'Name' }).fill('Maya Okafor');
  await page.getByRole('textbox', { name: 'E-mail' }).fill(SUPERVISOR.email);
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByRole('textbox', { name: 'E-mail' })).toHaveAccessibleDescription('Taken by another user.');
  await page.getByRole('textbox', { name: 'E-mail' }).fill('okafor@example.com');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('Your account is saved.')).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Main' })).toContainText('Maya Okafor');

  const current = page.getByRole('textbox', { name: 'Current password' });
  await current.fill('not the password');
  await page.getByRole('textbox', { name: 'New password' }).fill('another quiet Tuesday');
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(current).toHaveAccessibleDescription('Not right.');
  await look(page, 'password-refused');
  await current.fill(ADMIN.password);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('Your password is changed.')).toBeVisible();
  // The stream of the old session ends, and that of the new one goes on.
  await openSection(page, 'Concurrency');
  await page.getByRole('textbox', { name: 'Limit of Maya Okafor' }).fill('5');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Main' })).toContainText('0 of 5');
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Concurrency' })).toBeVisible();
});

test('copies are made, one’s own data is taken along, and practice is cleared for good', async ({ page, host }) => {
  const world = await aWorld(host, { contacts: 5, speed: 1_000 });
  const id = await aCampaign(world, 'Tried out');
  await expect
    .poll(async () => ((await world.rest('GET', `/campaigns/${id}`)) as { campaign: { status: string } }).campaign.status)
    .toBe('completed');
  const slow = { practice: { speed: 1 } };
  await world.rest('PUT', '/settings/telephony', slow);
  await aCampaign(world, 'Still runs');
  await openSettings(page, host);
  await openSection(page, 'Data');
  await expect(page.getByText('No copy was made yet.')).toBeVisible();
  await look(page, 'data-empty');
  await page.getByRole('button', { name: 'Back up now' }).click();
  await expect(page.getByText(/^A copy of .* was made\.$/)).toBeVisible();
  await expect(page.getByRole('table', { name: /^Copies/ }).getByRole('row')).toHaveCount(2);
  await expect(page.getByText(/^npm run restore -- ".*" ringmaster-.*\.db$/)).toBeVisible();

  const download = async (name: string) => {
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
    return readFile(await file.path(), 'utf8');
  };
  expect((await download('Download contacts')).trim().split('\n')).toHaveLength(6);
  expect((await download('Download calls')).trim().split('\n').length).toBeGreaterThanOrEqual(6);

  const practice = page.getByRole('region', { name: 'Practice' });
  await expect(practice).toContainText('1 practice campaign that is over, 5 places in their queues and 5 practice calls');
  await practice.getByRole('button', { name: 'Clear practice…' }).click();
  const ask = page.getByRole('dialog', { name: 'Clear everything that was only practice?' });
  await expect(ask).toContainText('Contacts with all that is known of them');
  await ask.getByRole('checkbox', { name: /^Cancel the practice campaign that still runs/ }).check();
  await look(page, 'clear-practice');
  await pictures(page, 'clear-practice', { width: 1024, height: 700 });
  await page.setViewportSize({ width: 1440, height: 900 });
  await ask.getByRole('button', { name: 'Clear practice' }).click();
  await expect(practice).toContainText('There is nothing of practice to clear.', { timeout: 20_000 });
  expect(await world.rest('GET', '/campaigns')).toMatchObject({ total: 0 });
  expect(await world.rest('GET', '/calls')).toMatchObject({ total: 0 });
  expect(await world.rest('GET', '/contacts')).toMatchObject({ total: 5 });
});

test('the program says what it is, where its log is, and what to send along', async ({ page, host, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openSettings(page, host);
  await openSection(page, 'About');
  await expect(page.getByText('Version 0.1.0')).toBeVisible();
  await expect(page.getByText(/ringmaster\.log$/)).toBeVisible();
  await page.getByRole('button', { name: 'Copy diagnostics' }).click();
  await expect(page.getByText('Copied')).toBeVisible();
  const copied = JSON.parse(await page.evaluate(() => navigator.clipboard.readText())) as { versions: object; counts: { users: number } };
  expect(copied).toMatchObject({ versions: { ringmaster: '0.1.0' }, counts: { users: 1 } });
  expect(JSON.stringify(copied)).not.toContain('maya');
  await expect(page.getByRole('region', { name: 'Packages with their licences' })).toContainText('better-sqlite3');
  const rest = await asAdmin(host);
  const { data } = (await rest('GET', '/data')) as { data: { paths: { log: string } } };
  await expect(readFile(data.paths.log, 'utf8')).resolves.toBeDefined();
});
