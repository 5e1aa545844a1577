import { Buffer } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, type Host, signIn, test } from './fixtures.ts';
import { look } from './look.ts';
import { choose, csv, toCheck, toSettings } from './wizard.ts';

async function begin(page: Page, host: Host): Promise<void> {
  await page.goto(host.url);
  await signIn(page);
  await page.getByRole('link', { name: 'New campaign' }).click();
  await expect(page.getByRole('heading', { name: 'Which list is to be called?' })).toBeVisible();
}

test('what is no list is refused in words, and another file can be taken', { tag: '@both' }, async ({ page, host }) => {
  await begin(page, host);
  await look(page, 'choose');
  await choose(page, {
    name: 'leads.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('PK\u0003\u0004\u0014\u0000\u0006\u0000spreadsheet', 'latin1'),
  });
  await expect(page.getByRole('heading', { name: 'leads.csv could not be taken in' })).toBeVisible();
  await expect(page.getByRole('alert')).toContainText(/CSV/);
  await look(page, 'refused-file');
  await choose(page, { name: 'leads.xlsx', mimeType: '', buffer: Buffer.from('x') });
  await expect(page.getByText('“leads.xlsx” is no CSV file.')).toBeVisible();
  await choose(page, csv('leads.csv', 'name,phone', 'Ada,+442079460958'));
  await toSettings(page);
  await expect(page.getByRole('textbox', { name: 'Campaign name' })).toHaveValue('Leads');
});

test('a column can be given another meaning, and the file is read again with it', async ({ page, host }) => {
  await begin(page, host);
  await choose(page, csv('leads.csv', 'name,phone,office', 'Ada,,+442079460958', 'Jorge,+34912345678,'));
  const people = page.getByRole('group', { name: 'Rows by result' });
  const refused = page.getByRole('region', { name: 'Rows without a number to call' }).getByRole('row');
  await toCheck(page);
  await expect(people).toContainText(/New\s*1\D/);
  await expect(refused).toHaveText([/Line/, /2.*Ada.*No number/]);
  await page.getByRole('button', { name: 'Back to columns' }).click();
  await page.getByRole('combobox', { name: 'What “office” is' }).click();
  await page.getByRole('option', { name: 'Phone number' }).click();
  await expect(page.getByRole('combobox', { name: 'What “phone” is' })).toHaveText('Custom field');
  await toCheck(page);
  await expect(refused).toHaveText([/Line/, /3.*Jorge.*No number/]);
  await expect(people).toContainText(/New\s*1\D/);
});

test('what is missing for a campaign is said at its place, and nothing is written', async ({ page, host }) => {
  await begin(page, host);
  await choose(page, csv('leads.csv', 'name,phone', 'Ada,+442079460958'));
  await toSettings(page);
  await page.getByRole('textbox', { name: 'Campaign name' }).fill('');
  await page.getByRole('combobox', { name: 'Last call' }).fill('8');
  await page.getByRole('button', { name: 'Create campaign' }).click();
  await expect(page.getByRole('textbox', { name: 'Campaign name' })).toBeFocused();
  for (const sentence of ['A campaign needs a name.', 'Say what the agent should achieve.', 'The last call must come after the first.']) {
    await expect(page.getByText(sentence)).toBeVisible();
  }
  await look(page, 'missing');
  await page.getByRole('button', { name: 'Cancel the import' }).click();
  await expect(page.getByRole('heading', { name: 'Which list is to be called?' })).toBeVisible();
  await page.getByRole('link', { name: 'Campaigns' }).click();
  await expect(page.getByRole('heading', { name: 'No campaigns yet' })).toBeVisible();
});

test('the invented people can be called, every one of them', { tag: '@browser' }, async ({ page, host }) => {
  await begin(page, host);
  await page.getByRole('button', { name: 'Try it with 25 invented people' }).click();
  await toCheck(page);
  await expect(page.getByRole('group', { name: 'Rows by result' })).toContainText(/New\s*25\D/);
  await expect(page.getByRole('group', { name: 'Rows by result' })).toContainText(/Refused\s*0\D/);
});

test('the templates that are offered are files that are taken', async ({ page, host }) => {
  await begin(page, host);
  for (const kind of ['basic', 'advanced']) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: `Download the ${kind} template` }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`ringmaster-${kind}.csv`);
    const buffer = await readFile(await download.path());
    await choose(page, { name: download.suggestedFilename(), mimeType: 'text/csv', buffer });
    await toCheck(page);
    await expect(page.getByRole('group', { name: 'Rows by result' })).toContainText(/Refused\s*0\D/);
    await page.getByRole('button', { name: 'Cancel the import' }).click();
  }
});
