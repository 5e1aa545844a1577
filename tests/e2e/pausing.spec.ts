import { aCampaign, aWorld, withLimit } from './campaigns.ts';
import { expect, signIn, test } from './fixtures.ts';
import { look } from './look.ts';

test('Pause all asks first, holds everything, and Resume all takes it back', { tag: '@both' }, async ({ page, host }) => {
  const world = await aWorld(host);
  await aCampaign(world, 'Renewals');
  await page.goto(host.url);
  await signIn(page);
  const card = page.getByRole('article', { name: 'Renewals' });
  await expect(card).toContainText('2 up');
  await page.getByRole('button', { name: 'Pause all' }).click();
  const dialog = page.getByRole('dialog', { name: 'Pause all campaigns of everyone?' });
  await expect(dialog).toContainText('2 calls are up now');
  await look(page, 'pause-all');
  await dialog.getByRole('button', { name: 'Pause all' }).click();
  await expect(card).toContainText('Paused');
  await expect(card).toContainText('You paused it');
  await expect(page.getByText('1 campaign paused. 2 calls go on to their end.')).toBeVisible();
  await look(page, 'all-paused');
  await page.getByRole('button', { name: 'Resume all' }).click();
  await expect(card).toContainText('Running');
  await expect(page.getByRole('button', { name: 'Resume all' })).toBeHidden();
});

test('a pause says what became of the calls that were up, hung up if chosen', async ({ page, host }) => {
  const world = await aWorld(host);
  await aCampaign(world, 'Renewals');
  await page.goto(host.url);
  await signIn(page);
  const card = page.getByRole('article', { name: 'Renewals' });
  await expect(card).toContainText('2 up');
  await card.getByRole('button', { name: 'Pause' }).click();
  const dialog = page.getByRole('dialog', { name: 'Pause “Renewals”?' });
  await dialog.getByRole('radio', { name: 'Hang them up at once' }).check();
  await dialog.getByRole('textbox', { name: /^Why/ }).fill('New script, back after lunch');
  await look(page, 'pause-campaign');
  await dialog.getByRole('button', { name: 'Pause and hang up 2 calls' }).click();
  await expect(page.getByText('“Renewals” is paused. 2 calls were hung up.')).toBeVisible();
  await expect(card).toContainText('New script, back after lunch');
  await expect(card).not.toContainText('2 up');
  await card.getByRole('button', { name: 'Resume' }).click();
  await expect(card).toContainText('Running');
});

test('who waits in a campaign says at once that it is paused, and no longer when it goes on', async ({ page, host }) => {
  const world = await aWorld(host);
  await withLimit(world, 0);
  const id = await aCampaign(world, 'Renewals');
  await page.goto(host.url);
  await signIn(page);
  await expect(page.getByRole('article', { name: 'Renewals' })).toBeVisible();
  await page.goto(`${host.rest}/#/campaign/${id}/queue`);
  const first = page.getByRole('table', { name: 'People of the campaign' }).getByRole('row').nth(1);
  await expect(first).toContainText('limit is 0');
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(first).toContainText('Campaign is paused', { timeout: 5_000 });
  await page.getByRole('button', { name: 'Resume', exact: true }).click();
  await expect(first).toContainText('limit is 0', { timeout: 5_000 });
});

test('a cancelled campaign says what it costs before, and moves to the completed', async ({ page, host }) => {
  const world = await aWorld(host);
  await aCampaign(world, 'Renewals');
  await page.goto(host.url);
  await signIn(page);
  const card = page.getByRole('article', { name: 'Renewals' });
  await expect(card).toContainText('2 up');
  await card.getByRole('button', { name: 'More for Renewals' }).click();
  await look(page, 'more');
  await page.getByRole('menuitem', { name: 'Cancel campaign…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Cancel “Renewals”?' });
  await expect(dialog).toContainText('10 calls will not be made.');
  await look(page, 'cancel');
  await dialog.getByRole('button', { name: 'Cancel campaign' }).click();
  await expect(page.getByRole('tab', { name: 'Completed 1' })).toBeVisible();
  await page.getByRole('tab', { name: 'Completed 1' }).click();
  await expect(card).toContainText('Cancelled');
  await expect(card).toContainText('10 cancelled');
});
