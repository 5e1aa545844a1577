import type { Locator, Page } from '@playwright/test';
import { expect, type Host, signIn, test } from './fixtures.ts';
import { press, tabTo } from './keyboard.ts';
import { look } from './look.ts';
import { importPeople, person } from './people.ts';
import { anAgent, asAdmin } from './rest.ts';

const LARGE = { width: 1440, height: 900 };
const SMALL = { width: 1024, height: 700 };
const MOST_CLICKS = 10;

async function open(page: Page, host: Host): Promise<void> {
  await page.goto(host.url);
  await signIn(page);
  await page.getByRole('link', { name: 'Contacts', exact: true }).click();
  await expect(page.getByRole('grid', { name: 'Contacts' })).toBeVisible();
}

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Bulk call' });
const box = (page: Page, place: number): Locator => page.getByRole('checkbox', { name: `Select ${person(place).name}` });

/** Counts what a person clicks, as the page sees it: everything but the ticks of the list. */
async function countClicks(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counted = window as unknown as { clicks: number };
    counted.clicks = 0;
    const isTick = (target: EventTarget | null) => target instanceof HTMLInputElement && target.type === 'checkbox';
    document.addEventListener(
      'click',
      (event) => void (event.isTrusted && event.detail > 0 && !isTick(event.target) && (counted.clicks += 1)),
      true,
    );
  });
  return () => page.evaluate(() => (window as unknown as { clicks: number }).clicks);
}

test('criterion 1: a campaign is created from the contacts page in at most ten clicks', async ({ page, host }) => {
  await anAgent(await asAdmin(host), 'Nora, renewals');
  await importPeople(host, 12);
  await open(page, host);
  const clicks = await countClicks(page);
  for (let place = 0; place < 10; place += 1) await box(page, place).click();
  await page.getByRole('button', { name: 'Bulk call' }).click();
  await expect(dialog(page)).toContainText('A campaign for the 10 contacts you selected');
  await expect(dialog(page).getByRole('combobox', { name: 'Agent' })).toHaveText('Nora, renewals, practice line');
  await dialog(page).getByRole('textbox', { name: 'Next action' }).click();
  await page.keyboard.type('Offer the two-year renewal at the current price');
  await expect(dialog(page).getByRole('status').filter({ hasText: '10 calls, one about every' })).toHaveCount(1);
  await dialog(page).getByRole('button', { name: 'Create campaign' }).click();
  const card = page.getByRole('article', { name: /^Campaign, \d+ \w+ 20\d\d$/ });
  await expect(card).toBeVisible();
  const used = await clicks();
  console.log(`criterion 1: ${used} clicks from the contacts page to a created campaign (at most ${MOST_CLICKS})`);
  expect(used).toBeGreaterThan(0);
  expect(used).toBeLessThanOrEqual(MOST_CLICKS);
  const { campaigns } = (await (await asAdmin(host))('GET', '/campaigns')) as { campaigns: { totalContacts: number; status: string }[] };
  expect(campaigns.map(({ totalContacts }) => totalContacts)).toEqual([10]);
});

test('complaint 22: nobody says how many will be skipped before it starts', async ({ page, host }) => {
  test.slow();
  await anAgent(await asAdmin(host), 'Nora, renewals');
  await importPeople(host, 1_000);
  const rest = await asAdmin(host);
  await rest('POST', '/do-not-call', { phoneNumbers: Array.from({ length: 150 }, (_, n) => person(n * 3).phone) });
  await open(page, host);
  await page.getByRole('grid', { name: 'Contacts' }).focus();
  await page.keyboard.press('Control+a');
  await expect(page.getByText('1,000 selected')).toBeVisible();
  await page.getByRole('button', { name: 'Bulk call' }).click();
  await expect(dialog(page)).toContainText('150 of 1,000 will be skipped: 150 do-not-call.');
  await expect(dialog(page)).toContainText('850 calls, one about every');
  await expect(dialog(page)).toContainText('Your limit: 2 calls at a time.');
});

test('what is typed survives a lost connection, and another look at the list', { tag: ['@browser', '@long'] }, async ({
  page,
  host,
  complaints,
}) => {
  test.slow();
  await anAgent(await asAdmin(host), 'Nora, renewals');
  await importPeople(host, 100);
  await open(page, host);
  await page.setViewportSize(LARGE);
  await box(page, 99).click();
  await box(page, 90).click();
  await page.getByRole('button', { name: 'Select all 100' }).click();
  await page.getByRole('button', { name: 'Bulk call' }).click();
  await expect(dialog(page).getByRole('button', { name: 'Show 98 more' })).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Create campaign' }).click();
  await expect(dialog(page).getByText('Say what the agent should achieve.')).toBeVisible();
  await dialog(page)
    .getByRole('textbox', { name: 'Next action' })
    .fill('Offer the two-year renewal at the current price. If they hesitate, ask what would make it an easy yes.');
  await dialog(page).getByRole('button', { name: 'Sat' }).click();
  await look(page, 'bulk-call');
  await page.setViewportSize(SMALL);
  await look(page, 'bulk-call-small');
  await page.setViewportSize(LARGE);
  await dialog(page).getByRole('button', { name: 'Show 98 more' }).click();
  await expect(dialog(page).getByRole('list', { name: 'Selected contacts' }).getByRole('listitem')).toHaveCount(100);

  await host.stop();
  await expect(page.getByText('No connection to Ringmaster.')).toBeVisible();
  await host.start();
  await expect(page.getByText('No connection to Ringmaster.')).toBeHidden({ timeout: 30_000 });
  await expect(dialog(page).getByRole('textbox', { name: 'Next action' })).toHaveValue(/two-year renewal/);
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await page.getByRole('button', { name: 'Bulk call' }).click();
  await expect(dialog(page).getByRole('textbox', { name: 'Next action' })).toHaveValue(/two-year renewal/);
  await expect(dialog(page).getByRole('button', { name: 'Sat' })).toHaveAttribute('aria-pressed', 'true');
  await dialog(page).getByRole('button', { name: 'Save as draft' }).click();
  await expect(page.getByRole('article', { name: /^Campaign, / })).toContainText('Draft');
  const own = complaints.splice(0).filter((complaint) => !/WebSocket connection to .* failed/.test(complaint));
  expect(own).toEqual([]);
});

test('without an agent one is made in place, and the whole way goes by keyboard alone', async ({ page, host }) => {
  await importPeople(host, 3);
  await open(page, host);
  await page.getByRole('grid', { name: 'Contacts' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('2 selected')).toBeVisible();
  await press(page, 'Bulk call', 'Enter', { key: 'Shift+Tab' });
  await expect(dialog(page).getByRole('textbox', { name: 'Campaign name' })).toBeFocused();
  await look(page, 'no-agent');
  await press(page, 'Create a practice agent');
  await expect(dialog(page).getByRole('combobox', { name: 'Agent' })).toHaveText('Practice agent, practice line');
  await tabTo(page, 'Next action');
  await page.keyboard.type('Say hello');
  await press(page, 'Create campaign');
  await expect(page.getByRole('article', { name: /^Campaign, / })).toBeVisible();
});
