/** What can go wrong on the way from a file to a campaign: said in its place, with the way on, and nothing typed is lost. */
import { Buffer } from 'node:buffer';
import { expect, signIn, test } from './fixtures.ts';
import { look } from './look.ts';
import { MIXED, mixedList } from './mixed-list.ts';
import { asAdmin } from './rest.ts';
import { choose, count, csv, fillSettings, toCheck, toSettings } from './wizard.ts';

test.describe.configure({ timeout: 180_000 });
test.use({ viewport: { width: 1024, height: 700 } });

test.beforeEach(async ({ page, host }) => {
  await page.goto(host.url);
  await signIn(page);
  await page.getByRole('link', { name: 'New campaign' }).click();
});

test('a file that is no text, one that is too large, and one with an open quotation mark are refused in words', async ({
  page,
  host,
  complaints,
}) => {
  const failed = page.getByRole('heading', { name: 'leads.csv could not be taken in' });
  await choose(page, { name: 'leads.csv', mimeType: 'text/csv', buffer: Buffer.from('PK\u0003\u0004\u0014\u0000spreadsheet', 'latin1') });
  await expect(failed).toBeVisible();
  await look(page, 'not-text');
  await choose(page, csv('leads.csv', 'name,phone', 'Ada,+442079460958', '"Bo,+442079460959', 'Cy,+442079460960'));
  await expect(page.getByRole('alert')).toContainText('In line 3 a quotation mark opens and is not closed');
  await look(page, 'open-quotation-mark');
  await (await asAdmin(host))('PUT', '/settings/dialing', { importMaxBytes: 1_048_576 });
  const many = Array.from({ length: 40_000 }, (_, i) => `Person ${i} of a long list,+4420794${String(i).padStart(5, '0')}`);
  await choose(page, csv('leads.csv', 'name,phone', ...many));
  await expect(page.getByRole('alert')).toContainText(/larger than 1 MB|at most 1 MB/);
  await look(page, 'too-large');
  await choose(page, csv('leads.csv', 'name,phone', 'Ada,+442079460958'));
  await expect(page.getByRole('group', { name: 'Columns' })).toBeVisible();
  // The browser itself writes into the console that a file was refused.
  expect(complaints.splice(0).filter((complaint) => !complaint.includes('413'))).toEqual([]);
});

test('a file without a phone column waits until somebody says which one it is', async ({ page }) => {
  await choose(page, csv('leads.csv', 'who,where', 'Ada,London', 'Bo,Paris'));
  await expect(page.getByText('No column holds phone numbers yet.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Continue to check' })).toBeDisabled();
  await look(page, 'no-phone-column');
  await page.getByRole('combobox', { name: 'What “where” is' }).click();
  await page.getByRole('option', { name: 'Phone number' }).click();
  await toCheck(page);
  await expect(count(page, 'Refused')).toContainText(/^Refused2\D/);
  await expect(page.getByRole('button', { name: 'Continue with 0 contacts' })).toBeDisabled();
  // Away from the button, whose tooltip says why it is off.
  await page.mouse.move(0, 0);
  await look(page, 'nobody');
  // The file is mended and takes the place of this one.
  await choose(page, csv('leads.csv', 'who,where', 'Ada,+442079460958', 'Bo,+442079460959'));
  await expect(page.getByText('as you had them for the last file with these columns')).toBeVisible();
  await toCheck(page);
  await expect(page.getByRole('button', { name: 'Continue with 2 contacts' })).toBeEnabled();
});

test('a broken connection in the middle loses neither what was typed nor what was chosen', { tag: '@browser' }, async ({
  page,
  host,
  complaints,
}) => {
  await choose(page, mixedList());
  await page.getByRole('combobox', { name: 'What “company” is' }).click();
  await page.getByRole('option', { name: 'Left out' }).click();
  await toCheck(page);
  await page.getByRole('combobox', { name: 'Default country' }).fill('United States');
  await page.getByRole('option', { name: 'United States (+1)' }).click();
  await page.getByRole('button', { name: 'Apply' }).click();
  await page.getByRole('button', { name: `Continue with ${MIXED.people} contacts` }).click();
  await fillSettings(page);
  await host.stop();
  await expect(page.getByText('No connection to Ringmaster.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Description' }).fill('Typed while nobody listened');
  await page.getByRole('button', { name: 'Create campaign' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Ringmaster cannot be reached.' })).toBeVisible({ timeout: 20_000 });
  await look(page, 'no-connection');
  await host.start();
  await expect(page.getByText('No connection to Ringmaster.')).toBeHidden({ timeout: 30_000 });
  // The engine forgot the file, which was not written yet: it is taken again as it was read.
  await expect(page.getByRole('textbox', { name: 'Description' })).toHaveValue('Typed while nobody listened');
  await page.getByRole('button', { name: 'Back to check' }).click();
  await expect(count(page, 'Refused')).toContainText(new RegExp(`^Refused${MIXED.refused}\\D`));
  await page.getByRole('button', { name: 'Back to columns' }).click();
  await expect(page.getByRole('combobox', { name: 'What “company” is' })).toHaveText('Left out');
  await toSettings(page);
  await page.getByRole('button', { name: 'Create campaign' }).click();
  await expect(page.getByRole('heading', { name: `“Leads november” has ${MIXED.people} people to call` })).toBeVisible();
  // The browser itself writes into the console that nobody answered.
  const own = complaints.splice(0).filter((complaint) => !/WebSocket connection to .* failed|ERR_CONNECTION_REFUSED/.test(complaint));
  expect(own).toEqual([]);
});
