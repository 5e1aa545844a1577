/** Who is in a campaign: added, called again, copied along, and called after all where its end date came first. */
import { aCampaign, aWorld, withLimit } from './campaigns.ts';
import { expect, signIn, test } from './fixtures.ts';
import { look } from './look.ts';
import { numbered, someContacts } from './rest.ts';
import { chooseIn, csv } from './wizard.ts';

test.use({ viewport: { width: 1440, height: 900 } });

test('people are added, called again, copied and exported', async ({ page, host }) => {
  test.slow();
  const world = await aWorld(host, { contacts: 6, ending: '02', speed: 400 });
  await withLimit(world, 6);
  await aCampaign({ ...world, contactIds: world.contactIds.slice(0, 3) }, 'Renewals');
  await page.goto(host.url);
  await signIn(page);
  await page.getByRole('tab', { name: 'Completed 1' }).click();
  await page.getByRole('link', { name: 'Renewals' }).click();
  const more = async (item: string) => {
    await page.getByRole('button', { name: 'More for Renewals' }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  await world.rest('PUT', '/settings/telephony', { practice: { speed: 0.3 } });

  await more('Call again…');
  const again = page.getByRole('dialog', { name: 'Call again in “Renewals”' });
  await expect(again.getByRole('checkbox', { name: /Busy/ })).toBeChecked();
  await look(page, 'call-again');
  await again.getByRole('button', { name: 'Call 3 people again' }).click();
  await expect(page.getByText('3 people wait for another call.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Live' })).toContainText('3 calls up');

  await more('Add people…');
  const add = page.getByRole('dialog', { name: 'Add people to “Renewals”' });
  await add.getByRole('searchbox').fill('Person 4');
  await add.getByRole('checkbox', { name: /Person 4/ }).check();
  await add.getByRole('searchbox').fill('Person 1');
  await add.getByRole('checkbox', { name: /Person 1/ }).check();
  await expect(add).toContainText('2 selected');
  await look(page, 'add-contacts');
  await add.getByRole('button', { name: 'Add 2 people' }).click();
  await expect(page.getByText('1 person was added. 1 person was in it already.')).toBeVisible();

  await more('Add people…');
  await add.getByRole('button', { name: 'From a CSV file' }).click();
  const rows = ['name,phone_number', 'Zoë,+49 151 99900100', 'Again,+49 151 99900100', 'Jürgen,0151 99900201', 'Nobody,12'];
  await chooseIn(add.getByLabel('Choose a CSV file'), csv('more.csv', ...rows));
  await expect(add.getByRole('button', { name: 'Add 1 person' })).toBeVisible();
  await add.getByRole('combobox', { name: 'Default country' }).fill('Germany');
  await page.getByRole('option', { name: 'Germany (+49)' }).click();
  await add.getByRole('button', { name: 'Apply' }).click();
  await expect(add.getByRole('button', { name: 'Add 2 people' })).toBeVisible();
  await look(page, 'add-file');
  await add.getByRole('button', { name: 'Add 2 people' }).click();
  await expect(page.getByText('2 people were added.')).toBeVisible();

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  expect((await download).suggestedFilename()).toBe('Renewals.csv');

  await more('Duplicate…');
  const copy = page.getByRole('dialog', { name: 'Duplicate “Renewals”' });
  await copy.getByRole('textbox', { name: 'Name of the copy' }).fill('Renewals, Austria');
  await copy.getByRole('checkbox', { name: 'With its people (6)' }).uncheck();
  await look(page, 'duplicate');
  await copy.getByRole('button', { name: 'Duplicate campaign' }).click();
  await page.getByRole('button', { name: 'Open it' }).click();
  await expect(page.getByRole('heading', { name: 'Renewals, Austria', level: 1 })).toBeVisible();
  await expect(page.getByRole('tabpanel')).toContainText('nobody in it');
  await look(page, 'empty-overview');
  await page.getByRole('tab', { name: /History/ }).click();
  await expect(page.getByText('No call is over yet.')).toBeVisible();
  await look(page, 'empty-history');
  await page.getByRole('tab', { name: /Queue/ }).click();
  await expect(page.getByText('Nobody is waiting in this campaign.')).toBeVisible();
  await look(page, 'empty-queue');
});

test('a campaign that its end date closed says who was never called, and goes on with a later one', { tag: '@long' }, async ({
  page,
  host,
}) => {
  const world = await aWorld(host, { contacts: 5 });
  await withLimit(world, 0);
  // Where it is earliest on earth its last day is today; where it is latest that day is over.
  const timeZone = 'Etc/GMT+12';
  const today = new Date(Date.now() - 12 * 3_600_000).toISOString().slice(0, 10);
  const id = await aCampaign(world, 'Renewals', { timeZone, startDate: today, endDate: today });
  await world.rest('PATCH', `/campaigns/${id}`, { timeZone: 'Pacific/Kiritimati' });
  await page.goto(host.url);
  await signIn(page);
  await page.getByRole('tab', { name: 'Completed 1' }).click();
  await page.getByRole('link', { name: 'Renewals' }).click();
  await expect(page.getByRole('tabpanel')).toContainText('5 people were never called: the end date');
  await look(page, 'ended');
  await page.getByRole('button', { name: 'Choose a later end date' }).click();
  const dialog = page.getByRole('dialog', { name: 'Call those who were left in “Renewals”?' });
  await look(page, 'ended-dialog');
  await dialog.getByRole('button', { name: 'Move the end date' }).click();
  await expect(page.getByText('“Renewals” goes on until the new end date.')).toBeVisible();
  await expect(page.getByRole('tab', { name: /Queue/ })).toContainText('5');
  await expect(page.getByRole('tabpanel')).not.toContainText('never called');
});

test('before people are called again it says how many, by how their last call ended', { tag: '@long' }, async ({ page, host }) => {
  const world = await aWorld(host, { contacts: 0, speed: 400 });
  await withLimit(world, 7);
  // One answers, two are busy, three do not answer, one has a number that does not work.
  const contactIds = await someContacts(world.rest, numbered(7), ['00', '02', '02', '01', '01', '01', '04']);
  await aCampaign({ ...world, contactIds }, 'Renewals', { retry: { maxAttempts: 1 } });
  await page.goto(host.url);
  await signIn(page);
  await page.getByRole('tab', { name: 'Completed 1' }).click();
  await page.getByRole('link', { name: 'Renewals' }).click();
  await page.getByRole('button', { name: 'More for Renewals' }).click();
  await page.getByRole('menuitem', { name: 'Call again…' }).click();
  const again = page.getByRole('dialog', { name: 'Call again in “Renewals”' });
  const outcome = (name: RegExp) => again.getByRole('checkbox', { name });
  await expect(again.getByRole('checkbox')).toHaveCount(3);
  await expect(outcome(/^Busy\s*2$/)).toBeChecked();
  await expect(outcome(/^No answer\s*3$/)).toBeChecked();
  await expect(outcome(/^Failed\s*1$/)).not.toBeChecked();
  await expect(again.getByRole('button', { name: 'Call 5 people again' })).toBeVisible();
  await outcome(/^Busy/).uncheck();
  await outcome(/^Failed/).check();
  await world.rest('PUT', '/settings/telephony', { practice: { speed: 0.3 } });
  await again.getByRole('button', { name: 'Call 4 people again' }).click();
  await expect(page.getByText('4 people wait for another call.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Live' })).toContainText('4 calls up');
});
