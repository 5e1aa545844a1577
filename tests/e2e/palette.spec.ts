import { aCampaign, aWorld } from './campaigns.ts';
import { expect, signIn, test } from './fixtures.ts';
import { look } from './look.ts';

test('the palette leads everywhere by keyboard alone', async ({ page, host }) => {
  const world = await aWorld(host, { contacts: 3 });
  await aCampaign(world, 'Renewals, second touch', { draft: true });
  await page.goto(host.url);
  await signIn(page);
  await expect(page.getByRole('heading', { name: 'Campaigns' })).toBeVisible();

  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Search and go' });
  await expect(field).toBeFocused();
  await look(page, 'palette');
  await page.keyboard.type('rene');
  await expect(page.getByRole('option', { name: /Renewals, second touch/ })).toBeVisible();
  await page.keyboard.type('wals zzz');
  await expect(page.getByText('Nothing is called “renewals zzz”.')).toBeVisible();
  await look(page, 'palette-nothing');
  await field.fill('person 1');
  await expect(page.getByRole('option', { name: /Person 1/ })).toBeVisible();
  await look(page, 'palette-found');
  await field.fill('set');
  await expect(page.getByRole('option', { name: 'Settings' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();

  await page.getByRole('button', { name: /Search/ }).press('Enter');
  await expect(field).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'New campaign' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Escape');
  await expect(field).toBeHidden();
});
