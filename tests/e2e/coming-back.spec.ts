import { aCampaign, aWorld } from './campaigns.ts';
import { ADMIN, expect, signIn, test } from './fixtures.ts';
import { look } from './look.ts';
import { asAdmin } from './rest.ts';
import { toSettings } from './wizard.ts';

test('a screen finds the program again after a restart, with what was typed and what changed meanwhile', { tag: '@browser' }, async ({
  page,
  host,
  complaints,
}) => {
  await page.goto(host.url);
  await signIn(page);
  await page.getByRole('link', { name: 'New campaign' }).click();
  await page.getByRole('button', { name: 'Try it with 25 invented people' }).click();
  await toSettings(page);
  await page.getByRole('textbox', { name: 'Next action' }).fill('Typed before the break');
  await host.stop();
  await expect(page.getByText('No connection to Ringmaster.')).toBeVisible();
  await look(page, 'no-connection');
  await host.start();
  await expect(page.getByText('No connection to Ringmaster.')).toBeHidden({ timeout: 20_000 });
  await expect(page.getByRole('textbox', { name: 'Next action' })).toHaveValue('Typed before the break');

  await page.getByRole('link', { name: 'Campaigns' }).click();
  await aCampaign(await aWorld(host, { contacts: 3 }), 'Made elsewhere');
  await expect(page.getByRole('article', { name: 'Made elsewhere' })).toContainText('2 up');
  await page.getByRole('article', { name: 'Made elsewhere' }).getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByRole('dialog')).toContainText('2 calls are up now');
  // The browser itself writes into the console that nobody answered.
  const own = complaints.splice(0).filter((complaint) => !/WebSocket connection to .* failed/.test(complaint));
  expect(own).toEqual([]);
});

test('a session that was ended elsewhere leads to the sign-in, which says so', async ({ page, host }) => {
  await page.goto(host.url);
  await signIn(page);
  await expect(page.getByRole('heading', { name: 'No campaigns yet' })).toBeVisible();
  const rest = await asAdmin(host);
  await rest('POST', '/me/password', { currentPassword: 'a quiet Tuesday in May', newPassword: 'a loud Wednesday in June' });
  await expect(page.getByText('Your session has ended.')).toBeVisible();
  await look(page, 'session-ended');
  await signIn(page, { ...ADMIN, password: 'a loud Wednesday in June' });
  await expect(page.getByRole('heading', { name: 'No campaigns yet' })).toBeVisible();
});
