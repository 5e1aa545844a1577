import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect, type Host, signIn, test } from './fixtures.ts';
import { tabTo } from './keyboard.ts';
import { keepPicture, look } from './look.ts';
import { importPeople, person } from './people.ts';
import { anAgent, asAdmin } from './rest.ts';
import { chooseIn, csv } from './wizard.ts';

const LARGE = { width: 1440, height: 900 };
const SMALL = { width: 1024, height: 700 };

async function open(page: Page, host: Host): Promise<void> {
  await page.goto(host.url);
  await signIn(page);
  await page.getByRole('link', { name: 'Contacts', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Contacts', level: 1 })).toBeVisible();
}

const grid = (page: Page): Locator => page.getByRole('grid', { name: 'Contacts' });
/** Invented names end in a number, which is the beginning of others. */
const row = (page: Page, name: string): Locator => grid(page).getByRole('row', { name: new RegExp(`${name}(?!\\d)`) });

/** The large window in every detail, the small one as a picture. */
async function lookAtBoth(page: Page, name: string): Promise<void> {
  await page.setViewportSize(LARGE);
  await look(page, name);
  await page.setViewportSize(SMALL);
  await keepPicture(page, `${name}-small`);
  await page.setViewportSize(LARGE);
}

test('a first contact is added, found, changed and deleted', async ({ page, host }) => {
  await open(page, host);
  await expect(page.getByText('No contacts yet')).toBeVisible();
  await lookAtBoth(page, 'empty');

  await page.getByRole('button', { name: 'New contact' }).click();
  const form = page.getByRole('dialog', { name: 'New contact' });
  await form.getByRole('button', { name: 'Add contact' }).click();
  await expect(form.getByText('A contact needs a phone number.')).toBeVisible();
  await form.getByLabel('Phone number').fill('030 1234');
  await form.getByLabel('E-mail').fill('nobody');
  await form.getByRole('button', { name: 'Add contact' }).click();
  await expect(form.getByText('No country code')).toBeVisible();
  await expect(form.getByLabel('Phone number')).toBeFocused();
  await form.getByLabel('Phone number').fill('+44 20 7946 0958');
  await form.getByRole('button', { name: 'Add contact' }).click();
  await expect(form.getByText('No @ in it')).toBeVisible();
  await form.getByLabel('E-mail').fill('ada@example.com');
  await form.getByLabel('Name', { exact: true }).fill('Ada Lovelace');
  await form.getByRole('button', { name: 'Add a field' }).click();
  await form.getByLabel('Field 1').fill('plan');
  await form.getByLabel('Value 1').fill('gold');
  await lookAtBoth(page, 'new');
  await form.getByRole('button', { name: 'Add contact' }).click();
  await expect(page.getByText('Ada Lovelace was added.')).toBeVisible();

  await row(page, 'Ada Lovelace').click();
  const drawer = page.getByRole('complementary', { name: 'Ada Lovelace' });
  await expect(drawer.getByText('gold')).toBeVisible();
  await drawer.getByRole('button', { name: 'Edit' }).click();
  await drawer.getByLabel('Company').fill('Analytical Engines');
  await lookAtBoth(page, 'edit');
  await drawer.getByRole('button', { name: 'Save changes' }).click();
  await expect(row(page, 'Ada Lovelace')).toContainText('Analytical Engines');

  await drawer.getByRole('button', { name: 'Do not call' }).click();
  const asked = page.getByRole('dialog', { name: 'Do not call Ada Lovelace?' });
  await asked.getByLabel('Reason').fill('Asked us to stop');
  await asked.getByRole('button', { name: 'Do not call' }).click();
  await expect(drawer.getByText('Asked us to stop')).toBeVisible();
  await expect(row(page, 'Ada Lovelace')).toContainText('Do not call');
  await lookAtBoth(page, 'barred');
  await drawer.getByRole('button', { name: 'Allow calls…' }).click();
  const allow = page.getByRole('dialog', { name: 'Allow calls to Ada Lovelace again?' });
  await allow.getByRole('button', { name: 'Allow calls' }).click();
  await expect(allow.getByText('Say why the number may be called again.')).toBeVisible();
  await allow.getByLabel('Reason').fill('Signed up again');
  await allow.getByRole('button', { name: 'Allow calls' }).click();
  await expect(row(page, 'Ada Lovelace')).not.toContainText('Do not call');

  await drawer.getByRole('button', { name: 'Delete' }).click();
  const sure = page.getByRole('dialog', { name: 'Delete Ada Lovelace?' });
  await expect(sure.getByText('No call waits for them.')).toBeVisible();
  await sure.getByRole('button', { name: 'Delete contact' }).click();
  await expect(page.getByText('No contacts yet')).toBeVisible();
});

test('thousands are searched, filtered, sorted and reached to the last', async ({ page, host }) => {
  await importPeople(host, 5_000);
  const rest = await asAdmin(host);
  await rest('POST', '/do-not-call', { phoneNumber: person(12).phone, reason: 'Asked us to stop' });
  await open(page, host);
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '5001');
  await expect(page.getByPlaceholder('Search 5,000 contacts')).toBeVisible();
  await lookAtBoth(page, 'many');

  await grid(page).focus();
  await page.keyboard.press('End');
  await expect(grid(page).getByRole('row').last()).toHaveAttribute('aria-rowindex', '5001');
  await expect(row(page, person(0).name)).toBeVisible();

  await page.getByRole('searchbox').fill('nwosu 11');
  await expect(page.getByText(/^\d+ contacts found$/)).toBeVisible();
  await expect(row(page, person(11).name)).toBeVisible();
  await page.getByRole('searchbox').fill('030 10 00 12');
  await expect(row(page, person(12).name)).toContainText('Do not call');
  await page.getByRole('searchbox').fill('nobody is called so');
  await expect(page.getByText('Nobody matches “nobody is called so”.')).toBeVisible();
  await page.getByRole('button', { name: 'Show everyone' }).click();

  await page.getByRole('button', { name: 'Do not call', exact: true }).click();
  await expect(page.getByText('1 contact found')).toBeVisible();
  await page.getByRole('button', { name: 'Everyone' }).click();
  await page.getByRole('button', { name: 'Name', exact: true }).click();
  await expect(grid(page).getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'ascending');
  await expect(grid(page).getByRole('row').nth(1)).toContainText('Amara Abernathy');
});

test('many are ticked by mouse, by range and all at once, then deleted after it is said what that does', { tag: '@long' }, async ({
  page,
  host,
}) => {
  await importPeople(host, 1_500);
  const rest = await asAdmin(host);
  const { contacts } = (await rest('GET', '/contacts?limit=12')) as { contacts: { id: number }[] };
  await rest('POST', '/campaigns', {
    name: 'Next year',
    agentId: await anAgent(rest),
    nextAction: 'Say hello',
    firstCallTime: '09:00',
    lastCallTime: '18:00',
    startDate: '2090-01-02',
    contactIds: contacts.map(({ id }) => id),
  });
  await open(page, host);
  const boxes = grid(page).getByRole('checkbox', { name: /^Select .*\d$/ });
  await boxes.nth(0).click();
  await boxes.nth(9).click({ modifiers: ['Shift'] });
  await expect(page.getByText('10 selected')).toBeVisible();
  await lookAtBoth(page, 'selected');
  await page.getByRole('button', { name: 'Select all 1,500' }).click();
  await expect(page.getByText('1,500 selected')).toBeVisible();
  await page.getByRole('button', { name: 'Delete' }).click();
  const asked = page.getByRole('dialog', { name: 'Delete 1,500 contacts?' });
  await expect(asked.getByText('12 calls that wait in the queue will be skipped.')).toBeVisible();
  await look(page, 'delete-many');
  await asked.getByRole('button', { name: 'Delete 1,500 contacts' }).click();
  await expect(page.getByText('1,500 contacts deleted. 12 calls were skipped.')).toBeVisible();
  await expect(page.getByText('No contacts yet')).toBeVisible();
});

test('everything is reached by keyboard alone', async ({ page, host }) => {
  await importPeople(host, 300);
  await open(page, host);
  await page.getByRole('searchbox').focus();
  await page.keyboard.type('rahimi');
  const found = Array.from({ length: 300 }, (_, n) => person(n)).filter(({ name, company }) => /rahimi/i.test(`${name} ${company}`)).length;
  await expect(page.getByText(`${found} contacts found`)).toBeVisible();
  await tabTo(page, 'Contacts', { role: 'grid' });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(page.getByText('1 selected')).toBeVisible();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('3 selected')).toBeVisible();
  await page.keyboard.press('Control+a');
  await expect(page.getByText(`${found} selected`)).toBeVisible();
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('complementary');
  await expect(drawer).toBeFocused();
  const first = await drawer.getByRole('heading', { level: 2 }).textContent();
  await page.keyboard.press('ArrowDown');
  await expect(drawer.getByRole('heading', { level: 2 })).not.toHaveText(String(first));
  await page.keyboard.press('Escape');
  await expect(grid(page)).toBeFocused();
});

test('a file becomes contacts, and can be taken back', async ({ page, host }) => {
  await open(page, host);
  await page.getByRole('button', { name: 'Import a list' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import contacts' });
  await lookAtBoth(page, 'import');
  const lines = [
    'name,phone,city',
    'Ada,+442079460958,London',
    'Bob,12,Berlin',
    'Ada again,+44 20 7946 0958,London',
    'Jorge,+34912345678,Madrid',
  ];
  await chooseIn(dialog.getByLabel('Choose a CSV file'), csv('leads.csv', ...lines));
  await expect(dialog.getByRole('combobox', { name: 'What “city” is' })).toHaveText('Custom field');
  await expect(dialog.getByRole('region', { name: 'Rows without a number to call' }).getByRole('row')).toHaveText([/Line/, /^3.*12/]);
  await lookAtBoth(page, 'import-checked');
  await dialog.getByRole('button', { name: 'Twice in the file' }).click();
  await expect(dialog.getByRole('region', { name: 'Rows whose number stands above them' })).toContainText('Ada again');
  await dialog.getByRole('combobox', { name: 'What “city” is' }).click();
  await page.getByRole('option', { name: 'Company' }).click();
  await expect(dialog.getByRole('combobox', { name: 'What “city” is' })).toHaveText('Company');
  await expect(dialog.getByText('the company of the contact')).toBeVisible();
  await dialog.getByRole('button', { name: 'Import 2 people' }).click();
  await expect(dialog.getByText('2 contacts added')).toBeVisible();
  await lookAtBoth(page, 'import-done');
  // Behind the dialog, where nobody but the eye gets.
  await expect(page.getByText('Madrid')).toBeVisible();
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await expect(dialog.getByText('The import was taken back.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByText('No contacts yet')).toBeVisible();
});

test('what is listed is exported', async ({ page, host }) => {
  await importPeople(host, 30);
  await open(page, host);
  await page.getByRole('searchbox').fill('rahimi 5');
  await expect(page.getByText('1 contact found')).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export' }).click()]);
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain(person(5).name);
});
