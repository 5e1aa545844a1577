/** Compliance by mouse: numbers one by one, many, by a file, taken off with a reason; holidays by year. */
import { expect, test } from './fixtures.ts';
import { typeDate } from './keyboard.ts';
import { look } from './look.ts';
import { addSupervisor, lookAtSizes, openSection, openSettings, pictures, SUPERVISOR } from './settings.ts';
import { chooseIn, csv } from './wizard.ts';

test.use({ viewport: { width: 1440, height: 900 } });

test('numbers are added, found, and taken off with a reason that is kept', async ({ page, host }) => {
  await openSettings(page, host);
  await openSection(page, 'Compliance');
  await expect(page.getByText('No number is on the list.')).toBeVisible();
  await pictures(page, 'numbers-empty');
  await page.getByRole('button', { name: 'Add numbers' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add numbers to the do-not-call list' });
  await dialog.getByRole('textbox', { name: 'Numbers' }).fill('12');
  await dialog.getByRole('button', { name: 'Add numbers' }).click();
  await expect(dialog.getByRole('textbox', { name: 'Numbers' })).toHaveAccessibleDescription(/country code|short|number/i);
  await dialog.getByRole('textbox', { name: 'Numbers' }).fill('+44 20 7946 0958\n+49 30 23125 014\nnot a number');
  await dialog.getByRole('textbox', { name: /^Reason/ }).fill('Asked on the phone');
  await dialog.getByRole('button', { name: 'Add numbers' }).click();
  await expect(page.getByText('2 numbers added.')).toBeVisible();
  await expect(dialog.getByRole('textbox', { name: 'Numbers' })).toHaveValue('not a number');
  await look(page, 'numbers-refused');
  await dialog.getByRole('textbox', { name: 'Numbers' }).fill('+44 20 7946 0958');
  await dialog.getByRole('button', { name: 'Add numbers' }).click();
  await expect(dialog).toBeHidden();
  const list = page.getByRole('table', { name: 'Numbers that nobody calls' });
  await expect(list.getByRole('row')).toHaveCount(3);
  await page.getByRole('searchbox', { name: 'Search number or reason' }).fill('23125');
  await expect(list.getByRole('row')).toHaveCount(2);
  await page.getByRole('button', { name: 'Remove +49 30 23125014 from the list' }).click();
  const ask = page.getByRole('dialog', { name: 'Take +49 30 23125014 off the list?' });
  await ask.getByRole('button', { name: 'Take off the list' }).click();
  await expect(ask.getByText('Say why the number may be called again.')).toBeVisible();
  await look(page, 'number-removal');
  await ask.getByRole('textbox', { name: 'Why may it be called again?' }).fill('Signed up again');
  await ask.getByRole('button', { name: 'Take off the list' }).click();
  await expect(page.getByText('No number or reason like that is on the list.')).toBeVisible();
  await page.getByRole('tab', { name: 'Taken off the list' }).click();
  await expect(page.getByRole('table', { name: 'Numbers that were taken off the list' })).toContainText('Signed up again');
  await pictures(page, 'removals');
});

test('a file is looked at before it is written, and every row is accounted for', async ({ page, host }) => {
  await openSettings(page, host);
  await openSection(page, 'Compliance');
  await page.getByRole('button', { name: 'Import a file' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import a do-not-call list' });
  await pictures(page, 'import-choose');
  const lines = ['phone,why,note', '+442079460958,Asked,x', '+493023125014,Complained,y', '+442079460958,Again,z', '12,Short,w'];
  await chooseIn(dialog.getByLabel('Choose a CSV file'), csv('never.csv', ...lines));
  const sums = dialog.getByRole('group', { name: 'Rows by result' });
  await expect(sums).toHaveText(/Rows in the file\s*4.*New\s*2.*Already known\s*0.*Twice in the file\s*1.*Refused\s*1/);
  await dialog.getByRole('combobox', { name: 'Column with the reasons' }).click();
  await page.getByRole('option', { name: /^why/ }).click();
  await expect(dialog.getByRole('combobox', { name: 'Column with the reasons' })).toContainText('why');
  const rows = (name: string) => dialog.getByRole('region', { name }).getByRole('row');
  await expect(rows('Rows without a number to call')).toHaveText([/^Line\s*Phone number$/, /^5\s*12/]);
  await dialog.getByRole('button', { name: 'Twice in the file' }).click();
  await expect(rows('Rows whose number stands above them')).toHaveCount(2);
  await lookAtSizes(page, 'import-checked');
  await dialog.getByRole('button', { name: 'Add 2 numbers' }).click();
  await expect(dialog.getByText('2 numbers added, 0 known before.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('row', { name: /\+49 30 23125014/ })).toContainText('Complained');
});

test('holidays are kept by year, and one that was removed by mistake comes back', async ({ page, host }) => {
  const year = new Date().getFullYear();
  await openSettings(page, host);
  await openSection(page, 'Compliance');
  await page.getByRole('tab', { name: 'Holidays' }).click();
  await expect(page.getByText(`No holiday is kept for ${year}`)).toBeVisible();
  const form = page.getByRole('form', { name: 'Add a holiday' });
  await form.getByRole('button', { name: 'Add holiday' }).click();
  await expect(form.getByText('Choose a date.')).toBeVisible();
  await expect(form.getByText('Write what is celebrated.')).toBeVisible();
  await look(page, 'holidays-empty');
  await typeDate(form.getByRole('group', { name: 'Date' }), `2512${year + 1}`);
  await form.getByRole('textbox', { name: 'Name' }).fill('Christmas Day');
  await form.getByRole('button', { name: 'Add holiday' }).click();
  const table = page.getByRole('table', { name: `Holidays in ${year + 1}` });
  await expect(table).toContainText('Christmas Day');
  await look(page, 'holidays');
  await table.getByRole('button', { name: 'Remove Christmas Day' }).click();
  await expect(table).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(table).toContainText('Christmas Day');
  await page.getByRole('button', { name: 'The year before' }).click();
  await expect(page.getByText(`No holiday is kept for ${year}`)).toBeVisible();
});

test('a supervisor adds numbers and reads holidays, and takes nothing off', async ({ page, host }) => {
  await addSupervisor(host);
  await openSettings(page, host, SUPERVISOR);
  await openSection(page, 'Compliance');
  await page.getByRole('button', { name: 'Add numbers' }).click();
  await page.getByRole('textbox', { name: 'Numbers' }).fill('+44 20 7946 0958');
  await page.getByRole('dialog').getByRole('button', { name: 'Add numbers' }).click();
  await expect(page.getByRole('row', { name: /\+44 20 7946 0958/ })).toContainText('Priya Nair');
  await expect(page.getByRole('button', { name: /off the list/ })).toHaveCount(0);
  await page.getByRole('tab', { name: 'Holidays' }).click();
  await expect(page.getByRole('form', { name: 'Add a holiday' })).toHaveCount(0);
  await pictures(page, 'supervisor-holidays');
});
