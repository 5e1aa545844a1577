/** From a file to a campaign, step by step, by hand and by keyboard, with a picture of each step. */
import { expect, signIn, test } from './fixtures.ts';
import { press, tabTo } from './keyboard.ts';
import { look } from './look.ts';
import { MIXED, mixedList, prepareMixed } from './mixed-list.ts';
import { choose, count, csv, drop, fillSettings, onDisk, toCheck, toSettings } from './wizard.ts';

test.describe('by hand', () => {
  test.use({ viewport: { width: 1440, height: 900 } });

  test('a list is matched, checked, mended and called, and what was made of it can be taken back', async ({ page, host }) => {
    await prepareMixed(host);
    await page.goto(host.url);
    await signIn(page);
    await page.getByRole('link', { name: 'New campaign' }).click();
    await expect(page.getByRole('heading', { name: 'Which list is to be called?' })).toBeVisible();
    await look(page, '1-file');

    await drop(page, mixedList());
    await expect(page.getByRole('combobox', { name: 'What “plan” is' })).toHaveText('Custom field');
    await expect(page.getByText('kept under this name, told to the agent')).toBeVisible();
    await expect(page.getByText('Amara Nwosu · Benedikt Hofmann · Chiara Lombardi')).toBeVisible();
    await look(page, '2-columns');

    await toCheck(page);
    const sums = {
      New: MIXED.fresh,
      'Already known': MIXED.known,
      'Twice in the file': MIXED.twice,
      Refused: MIXED.withoutCountry + MIXED.refused,
    };
    expect(Object.values(sums).reduce((a, b) => a + b)).toBe(MIXED.rows);
    for (const [word, value] of Object.entries(sums)) await expect(count(page, word)).toContainText(new RegExp(`^${word}${value}\\D`));
    await expect(count(page, 'Rows in the file')).toContainText(String(MIXED.rows));
    await expect(page.getByText('1 of them is on the do-not-call list: kept, but never called.')).toBeVisible();
    await expect(page.getByRole('heading', { name: '3 numbers have no country code' })).toBeVisible();
    await expect(page.getByRole('heading', { name: '1 number was cut by a spreadsheet' })).toBeVisible();
    await expect(page.getByRole('heading', { name: '2 rows need a person' })).toBeVisible();
    await look(page, '3-check');

    for (const [word, table, row] of [
      ['New', 'Rows that become contacts', /20.*Farida Rahimi|Farida Rahimi/],
      ['Already known', 'Rows whose number you know', /George Abernathy/],
      ['Twice in the file', 'Rows whose number stands above them', /Amara N\..*This number stands in an earlier row/],
      ['Refused', 'Rows without a number to call', /Luiz Henrique Costa.*A spreadsheet shortened this number/],
    ] as const) {
      await page.getByRole('button', { name: word }).click();
      await expect(page.getByRole('region', { name: table }).getByRole('row').filter({ hasText: row })).toHaveCount(1);
      if (word === 'New') await look(page, '3-check-new');
    }
    await page.getByRole('button', { name: 'Show the remarks' }).click();
    await expect(page.getByRole('region', { name: 'Remarks on rows that are taken' })).toContainText('Daniel Park');
    await look(page, '3-check-remarks');

    await page.getByRole('combobox', { name: 'Default country' }).fill('United States');
    await page.getByRole('option', { name: 'United States (+1)' }).click();
    await expect(page.getByText('With +1, all 3 become valid numbers.')).toBeVisible();
    await page.getByRole('button', { name: 'Apply' }).click();
    await expect(count(page, 'Refused')).toContainText(new RegExp(`^Refused${MIXED.refused}\\D`));
    await page.getByRole('button', { name: `Continue with ${MIXED.people} contacts` }).click();

    await expect(page.getByRole('textbox', { name: 'Campaign name' })).toHaveValue('Leads november');
    for (const day of ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'])
      await expect(page.getByRole('button', { name: day, exact: true })).toHaveAttribute('aria-pressed', 'true');
    for (const day of ['Sat', 'Sun'])
      await expect(page.getByRole('button', { name: day, exact: true })).toHaveAttribute('aria-pressed', 'false');
    await expect(page.getByText(`1 of ${MIXED.people} will be skipped: 1 do-not-call.`)).toBeVisible();
    await expect(page.getByText('Your limit: 2 calls at a time.')).toBeVisible();
    await expect(page.getByText(new RegExp(`^${MIXED.people - 1} calls, one about every`))).toBeVisible();
    await look(page, '4-settings');

    await fillSettings(page, { always: false });
    await page.getByRole('textbox', { name: 'Attempts' }).fill('3');
    await page.getByRole('textbox', { name: 'Busy' }).fill('15');
    await page.getByRole('button', { name: /Choose date, selected date/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Next month' }).click();
    await look(page, '4-settings-date');
    await page.getByRole('gridcell', { name: '15', exact: true }).click();
    await expect(page.getByText(/^Calls from \w{3} 1[5] /)).toBeVisible();
    await look(page, '4-settings-filled');

    // Back and forth: nothing is lost.
    await page.getByRole('list', { name: 'Steps' }).getByRole('button', { name: 'File' }).click();
    await expect(page.getByRole('definition').filter({ hasText: 'commas' })).toBeVisible();
    await look(page, '1-file-facts');
    await page.getByRole('button', { name: 'Continue to columns' }).click();
    await toSettings(page);
    await expect(page.getByRole('textbox', { name: 'Next action' })).toHaveValue('Offer a demo and agree on a day');
    await expect(page.getByRole('textbox', { name: 'Busy' })).toHaveValue('15');

    await page.getByRole('button', { name: 'Create campaign' }).click();
    await expect(page.getByRole('heading', { name: `“Leads november” has ${MIXED.people} people to call` })).toBeVisible();
    const summary = page.getByRole('region', { name: 'What became of the rows' });
    await expect(summary).toContainText(`Imported${MIXED.fresh + MIXED.withoutCountry}`);
    await expect(summary).toContainText(`Already known${MIXED.known}`);
    await expect(summary).toContainText(`Skipped${MIXED.twice}`);
    await expect(summary).toContainText(`Refused${MIXED.refused}`);
    await expect(page.getByText('Scheduled.')).toBeVisible();
    await look(page, '5-summary');

    await page.getByRole('button', { name: 'Undo the import' }).click();
    await expect(page.getByRole('dialog')).toContainText('No call was made.');
    await look(page, '5-undo');
    await page.getByRole('dialog').getByRole('button', { name: 'Undo the import' }).click();
    await expect(page.getByRole('heading', { name: 'The import was undone' })).toBeVisible();
    await look(page, '5-undone');
    await page.getByRole('button', { name: 'Take the same file again' }).click();
    await expect(page.getByRole('textbox', { name: 'Next action' })).toHaveValue('Offer a demo and agree on a day');
    await page.getByRole('button', { name: 'Save as draft' }).click();
    await expect(page.getByText('It is kept as a draft. Start it when you are ready.')).toBeVisible();
    await expect(summary).toContainText(`Imported${MIXED.fresh + MIXED.withoutCountry}`);
    await page.getByRole('button', { name: 'Start another' }).click();
    await expect(page.getByRole('heading', { name: 'Which list is to be called?' })).toBeVisible();
  });
});

test.describe('by keyboard alone, in a small window', () => {
  test.use({ viewport: { width: 1024, height: 700 } });

  test('a list becomes a campaign', async ({ page, host }) => {
    await prepareMixed(host);
    await page.goto(host.url);
    await signIn(page);
    await expect(page.getByRole('link', { name: 'New campaign' })).toBeVisible();
    await press(page, 'New campaign');
    await expect(page.getByRole('heading', { name: 'Which list is to be called?' })).toBeVisible();
    await look(page, 'small-1-file');
    // Asked for before the way there: that it is awaited reaches the browser later than a key that is pressed at once.
    const chooser = page.waitForEvent('filechooser');
    await press(page, 'Choose a CSV file');
    await (await chooser).setFiles(onDisk(mixedList()));
    await expect(page.getByRole('group', { name: 'Columns' })).toBeFocused();
    await look(page, 'small-2-columns');
    await press(page, 'What “company” is');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('combobox', { name: 'What “company” is' })).toHaveText('Left out');
    await press(page, 'Continue to check');
    await expect(page.getByRole('group', { name: 'Check' })).toBeFocused();
    await look(page, 'small-3-check');
    await tabTo(page, 'Default country');
    await page.keyboard.type('United States');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await press(page, 'Apply');
    await expect(count(page, 'Refused')).toContainText(new RegExp(`^Refused${MIXED.refused}\\D`));
    await press(page, `Continue with ${MIXED.people} contacts`);
    await expect(page.getByRole('group', { name: 'Settings' })).toBeFocused();
    await press(page, 'Create a practice agent');
    await expect(page.getByRole('combobox', { name: 'Agent' })).toHaveText('Practice agent, practice line');
    await tabTo(page, 'Next action');
    await page.keyboard.type('Say hello');
    await look(page, 'small-4-settings');
    await press(page, 'Create campaign');
    await expect(page.getByRole('heading', { name: `“Leads november” has ${MIXED.people} people to call` })).toBeVisible();
    await look(page, 'small-5-summary');
  });
});

test('a look at another screen loses nothing, and what ends meanwhile says so', async ({ page, host }) => {
  await page.goto(host.url);
  await signIn(page);
  await page.getByRole('link', { name: 'New campaign' }).click();
  await choose(page, csv('leads.csv', 'name,phone', 'Ada,+442079460958'));
  await toSettings(page);
  await fillSettings(page);
  await page.getByRole('link', { name: 'Live' }).click();
  await page.getByRole('link', { name: 'Campaigns' }).click();
  await page.getByRole('link', { name: 'New campaign' }).click();
  await expect(page.getByRole('textbox', { name: 'Next action' })).toHaveValue('Offer a demo and agree on a day');
  await page.getByRole('button', { name: 'Create campaign' }).click();
  await expect(page.getByRole('heading', { name: '“Leads” has 1 person to call' })).toBeVisible();
  // Once it was seen and left, it is done with.
  await page.getByRole('link', { name: 'Campaigns' }).click();
  await page.getByRole('link', { name: 'New campaign' }).click();
  await expect(page.getByRole('heading', { name: 'Which list is to be called?' })).toBeVisible();
});

test('what is chosen about a header is there for the next file with it, and said', async ({ page, host }) => {
  await page.goto(host.url);
  await signIn(page);
  await page.getByRole('link', { name: 'New campaign' }).click();
  await choose(page, csv('first.csv', 'name,phone,office', 'Ada,12,+442079460958'));
  await page.getByRole('combobox', { name: 'What “office” is' }).click();
  await page.getByRole('option', { name: 'Phone number' }).click();
  await expect(page.getByRole('combobox', { name: 'What “phone” is' })).toHaveText('Custom field');
  await page.getByRole('button', { name: 'Cancel the import' }).click();
  await choose(page, csv('second.csv', 'name,phone,office', 'Bo,13,+442079460959'));
  await expect(page.getByText('as you had them for the last file with these columns')).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'What “office” is' })).toHaveText('Phone number');
  await page.getByRole('combobox', { name: 'Cells separated by' }).click();
  await page.getByRole('option', { name: 'semicolons' }).click();
  await expect(page.getByRole('combobox', { name: 'What “name,phone,office” is' })).toBeVisible();
  await page.getByRole('combobox', { name: 'Cells separated by' }).click();
  await page.getByRole('option', { name: 'commas' }).click();
  await expect(page.getByRole('combobox', { name: 'What “office” is' })).toHaveText('Phone number');
});
