/** A campaign out of the contacts: picked one by one, or all that match. */
import { aWorld } from './campaigns.ts';
import { expect, signIn, test } from './fixtures.ts';
import { look } from './look.ts';

test.describe.configure({ timeout: 180_000 });

test('contacts are searched, ticked and called, and those who may not be are counted first', async ({ page, host }) => {
  const { rest } = await aWorld(host, { contacts: 60 });
  await rest('POST', '/contacts', { phoneNumber: '+442079460958', name: 'Ada Lovelace', company: 'Engines', doNotCall: true });
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(host.url);
  await signIn(page);
  await page.getByRole('link', { name: 'Pick from contacts' }).click();
  await expect(page.getByText('1–50 of 61')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Continue' })).toBeDisabled();
  await page.getByRole('searchbox', { name: 'Search contacts' }).fill('love');
  await page.getByRole('checkbox', { name: 'Select Ada Lovelace' }).check();
  await page.getByRole('searchbox', { name: 'Search contacts' }).fill('person 1');
  await expect(page.getByRole('button', { name: 'Select all 11 that match' })).toBeVisible();
  await page.getByRole('button', { name: 'Select all 11 that match' }).click();
  await expect(page.getByText('12 selected')).toBeVisible();
  await look(page, 'pick');
  await page.getByRole('checkbox', { name: 'Select Person 10' }).uncheck();
  await page.getByRole('button', { name: 'Continue with 11 contacts' }).click();
  await expect(page.getByText('1 of 11 will be skipped: 1 do-not-call.')).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Agent' })).toHaveText('Nora, practice line');
  await page.getByRole('textbox', { name: 'Next action' }).fill('Say hello');
  await look(page, 'picked-settings');
  // Back and forth: nothing is lost.
  await page.getByRole('button', { name: 'Back to contacts' }).click();
  await page.getByRole('link', { name: 'Live' }).click();
  await page.goBack();
  await expect(page.getByText('11 selected')).toBeVisible();
  await page.getByRole('button', { name: 'Continue with 11 contacts' }).click();
  await expect(page.getByRole('textbox', { name: 'Next action' })).toHaveValue('Say hello');
  await page.getByRole('textbox', { name: 'Campaign name' }).fill('Picked by hand');
  await page.getByRole('button', { name: 'Save as draft' }).click();
  await expect(page.getByText('“Picked by hand” has 11 people to call.')).toBeVisible();
  await expect(page.getByRole('article', { name: 'Picked by hand' })).toContainText('0 of 11 done');
});

test('by keyboard alone, more than one page of contacts becomes a campaign', { tag: '@long' }, async ({ page, host }) => {
  await aWorld(host, { contacts: 210 });
  await page.setViewportSize({ width: 1024, height: 700 });
  await page.goto(host.url);
  await signIn(page);
  await page.getByRole('link', { name: 'Pick from contacts' }).focus();
  const press = (key: string) => page.keyboard.press(key);
  await press('Enter');
  await expect(page.getByText('1–50 of 210')).toBeVisible();
  await page.getByRole('button', { name: 'Select all 210' }).focus();
  await press('Enter');
  await expect(page.getByText('210 selected')).toBeVisible();
  await look(page, 'small-pick');
  await page.getByRole('checkbox', { name: 'Select Person 0' }).focus();
  await press('Space');
  await expect(page.getByText('209 selected')).toBeVisible();
  await page.getByRole('button', { name: 'Continue with 209 contacts' }).focus();
  await press('Enter');
  await page.getByRole('textbox', { name: 'Next action' }).focus();
  await page.keyboard.type('Say hello');
  await page.getByRole('button', { name: 'Create campaign' }).focus();
  await press('Enter');
  await expect(page.getByText(/has 209 people to call\./)).toBeVisible();
});

test('where there are no contacts yet, a file is the way', async ({ page, host }) => {
  await page.goto(host.url);
  await signIn(page);
  await page.getByRole('link', { name: 'New campaign' }).click();
  await page.getByRole('tab', { name: 'Contacts' }).click();
  await expect(page.getByText('There are no contacts yet.')).toBeVisible();
  await look(page, 'no-contacts');
  await page.getByRole('button', { name: 'Take a CSV file' }).click();
  await expect(page.getByRole('heading', { name: 'Which list is to be called?' })).toBeVisible();
});
