import type { Page } from '@playwright/test';
import { ADMIN, expect, type Host, test } from './fixtures.ts';
import { aListFile, type ListFile } from './list-file.ts';
import { look } from './look.ts';
import { asAdmin } from './rest.ts';
import { count, drop, toCheck } from './wizard.ts';

const number = (value: number) => value.toLocaleString('en');

test.describe('a list is called to the end', () => {
  test.use({ withAdmin: false });

  test('from the first run over a dropped CSV to figures that are those of the file', { tag: '@both' }, async ({ page, host }) => {
    const list = aListFile();
    await page.goto(host.url);
    await firstRun(page);
    await expect(page.getByRole('heading', { name: 'No campaigns yet' })).toBeVisible();
    await look(page, '4-empty');
    await hurry(host);

    await drop(page, list);
    await expect(page.getByRole('heading', { name: 'New campaign' })).toBeVisible();
    await checkList(page, list);
    await fillCampaign(page);
    await look(page, '6-ready-to-create');
    await page.getByRole('button', { name: 'Create campaign' }).click();
    await expect(page.getByRole('heading', { name: `“Kündigungen November” has ${list.truth.people} people to call` })).toBeVisible();
    await page.getByRole('link', { name: 'Campaigns' }).click();

    const card = page.getByRole('article', { name: 'Kündigungen November' });
    await expect(card).toContainText('Running');
    await look(page, '7-running');
    await page.getByRole('tab', { name: /Completed/ }).click();
    await expect(card).toContainText('Completed', { timeout: 60_000 });
    await expect(figures(card)).resolves.toEqual({ Successful: list.truth.successful, Failed: list.truth.failed, Queued: 0 });
    await expect(card).toContainText(`${number(list.truth.people)} of ${number(list.truth.people)} done (100 %)`);
    await expect(page.getByRole('tab', { name: 'Completed 1' })).toBeVisible();
    await look(page, '8-completed');
    await page.reload();
    await expect(figures(card)).resolves.toEqual({ Successful: list.truth.successful, Failed: list.truth.failed, Queued: 0 });
  });
});

async function firstRun(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Who runs Ringmaster?' })).toBeVisible();
  await look(page, '1-first-run');
  await page.getByRole('textbox', { name: 'Your name' }).fill(ADMIN.name);
  await page.getByRole('textbox', { name: 'E-mail' }).fill(ADMIN.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(ADMIN.password);
  await page.getByRole('button', { name: 'Create the admin' }).click();
  await expect(page.getByRole('heading', { name: 'Keep your recovery code' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Go on' })).toBeDisabled();
  await look(page, '2-recovery-code');
  await page.getByRole('checkbox', { name: 'I have kept it' }).check();
  await page.getByRole('button', { name: 'Go on' }).click();
  await look(page, '3-practice-line');
  await page.getByRole('button', { name: 'Start with the practice line' }).click();
}

/** The line talks fast, and many calls may be up: the rules are the same. */
async function hurry(host: Host): Promise<void> {
  const rest = await asAdmin(host);
  const { user } = (await rest('GET', '/me')) as { user: { id: string } };
  await rest('PUT', '/settings/telephony', { practice: { speed: 400 } });
  await rest('PUT', '/settings/concurrency', { systemLimit: 20, users: [{ userId: user.id, limit: 20 }] });
}

async function checkList(page: Page, { truth }: ListFile): Promise<void> {
  for (const [header, field] of [
    ['Vorname', 'First name'],
    ['Nachname', 'Last name'],
    ['Telefon', 'Phone number'],
    ['E-Mail', 'E-mail'],
    ['Firma', 'Company'],
    ['Kundennr.', 'Custom field'],
  ] as const) {
    await expect(page.getByRole('combobox', { name: `What “${header}” is` })).toHaveText(field);
  }
  await expect(page.getByText(`${truth.rows} rows`)).toBeVisible();
  await expect(page.getByText('separated by semicolons')).toBeVisible();
  await toCheck(page);
  await expect(count(page, 'Refused')).toContainText(number(truth.invalid + truth.withoutCountryCode));
  await look(page, '5-checked');
  // Numbers without a country code are German ones.
  await expect(page.getByRole('combobox', { name: 'Default country' })).toHaveValue('Germany (+49)');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(count(page, 'Refused')).toContainText(new RegExp(`Refused\\s*${truth.invalid}\\D`));
  await expect(count(page, 'New')).toContainText(number(truth.people));
  await expect(count(page, 'Twice in the file')).toContainText(number(truth.duplicates));
  await expect(
    page.getByRole('region', { name: 'Rows without a number to call' }).getByRole('row').filter({ hasText: 'siehe Notiz' }),
  ).toBeVisible();
  await page.getByRole('button', { name: `Continue with ${number(truth.people)} contacts` }).click();
}

async function fillCampaign(page: Page): Promise<void> {
  await expect(page.getByRole('textbox', { name: 'Campaign name' })).toHaveValue('Kündigungen November');
  await page.getByRole('button', { name: 'Create a practice agent' }).click();
  await expect(page.getByRole('combobox', { name: 'Agent' })).toHaveText('Practice agent, practice line');
  await page.getByRole('textbox', { name: 'Next action' }).fill('Win them back with the two-year offer');
  await page.getByRole('combobox', { name: 'First call' }).fill('0');
  await page.getByRole('combobox', { name: 'Last call' }).fill('24');
  for (const day of ['Sat', 'Sun']) await page.getByRole('button', { name: day }).click();
  await page.getByRole('button', { name: 'As fast as allowed' }).click();
  await expect(page.getByRole('combobox', { name: 'Last call' })).toHaveValue('24:00');
  await expect(page.getByRole('status').filter({ hasText: /^182 calls/ })).toBeVisible();
}

/** The figures on a card, by their word. */
async function figures(card: ReturnType<Page['getByRole']>): Promise<Record<string, number>> {
  await expect(card).toBeVisible();
  const told: Record<string, number> = {};
  for (const word of ['Successful', 'Failed', 'Queued']) {
    const text = await card.getByText(word, { exact: true }).locator('xpath=../..').innerText();
    told[word] = Number(text.replace(/\D/g, ''));
  }
  return told;
}
