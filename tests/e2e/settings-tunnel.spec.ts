/** The webhook tunnel as an admin sets it up and looks after it: the chosen kind, how it stands, and what came in and what was refused. */
import type { Page } from '@playwright/test';
import { aCampaign, aWorld } from './campaigns.ts';
import { expect, test } from './fixtures.ts';
import { press, tabTo } from './keyboard.ts';
import { look } from './look.ts';
import { asAdmin, type Rest } from './rest.ts';
import { aHostKey, standInSsh } from './stand-in-ssh.ts';
import { lookAtSizes, openSection, openSettings } from './settings.ts';

test.use({ viewport: { width: 1440, height: 900 } });

const now = (page: Page) => page.getByRole('region', { name: 'Now' });
const localUrl = async (rest: Rest) => ((await rest('GET', '/settings/tunnel')) as { tunnel: { localUrl: string } }).tunnel.localUrl;

test('a public address of one’s own comes up, and gives the addresses to copy', async ({ page, host, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const url = await localUrl(await asAdmin(host));
  await openSettings(page, host);
  await openSection(page, 'Webhook tunnel');
  await expect(now(page)).toContainText('No tunnel is chosen');
  await expect(page.getByText('There are addresses for the providers once there is a public one.')).toBeVisible();
  await lookAtSizes(page, 'tunnel-off');
  await page.getByRole('radio', { name: 'A public address of your own' }).check();
  await page.getByRole('button', { name: 'Save changes' }).click();
  const address = page.getByRole('textbox', { name: 'Public address' });
  await expect(address).toBeFocused();
  await expect(address).toHaveAccessibleDescription('Write the public address.');
  await address.fill(url);
  // What is typed outlives a look at another section.
  await openSection(page, 'About');
  await openSection(page, 'Webhook tunnel');
  await expect(address).toHaveValue(url);
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('The webhook tunnel is saved.')).toBeVisible();
  await expect(now(page)).toContainText('Up', { timeout: 15_000 });
  await expect(now(page)).toContainText('since today');
  await page.getByRole('button', { name: 'Copy ElevenLabs' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(new RegExp(`^${url}/webhooks/elevenlabs/.{8,}`));
  await lookAtSizes(page, 'tunnel-up');

  await page.getByRole('radio', { name: 'None' }).check();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(now(page)).toContainText('Off');
  await page.getByRole('radio', { name: 'A public address of your own' }).check();
  await expect(address).toHaveValue(url);
});

// An address is given half a minute to become known before it is said to lead elsewhere.
test('a tunnel that is down says why and when it is tried next', { tag: '@long' }, async ({ page, host }) => {
  const rest = await asAdmin(host);
  const url = await localUrl(rest);
  await rest('PUT', '/settings/tunnel', { kind: 'address', publicUrl: `${url}/nowhere` });
  await openSettings(page, host);
  await openSection(page, 'Webhook tunnel');
  await expect(now(page)).toContainText('does not lead here', { timeout: 60_000 });
  await expect(now(page)).toContainText(/Next try in|Trying again/);
  await look(page, 'tunnel-down');
});

test('a tunnel whose server refuses says so, and can be tried at once', async ({ page, host }) => {
  const rest = await asAdmin(host);
  await openSettings(page, host);
  await openSection(page, 'Webhook tunnel');
  await rest('PUT', '/settings/tunnel', {
    kind: 'ssh',
    ssh: { host: '127.0.0.1', port: 1, user: 'nobody', auth: 'password', password: 'x' },
  });
  await expect(page.getByRole('radio', { name: 'SSH' })).toBeChecked();
  await expect(now(page).getByRole('button', { name: 'Try now' })).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('group', { name: 'Password' })).toContainText('A key is set');
  await lookAtSizes(page, 'tunnel-ssh');
});

test('the key of an SSH server is remembered; it is tried again, and forgotten, once somebody has said so', async ({ page, host }) => {
  test.slow();
  const rest = await asAdmin(host);
  const [first, stranger] = [aHostKey(), aHostKey()];
  let server = await standInSsh(first);
  const { port } = server;
  const login = { host: '127.0.0.1', port, user: 'ada', auth: 'password', password: 'x', publicUrl: await localUrl(rest) };
  await rest('PUT', '/settings/tunnel', { kind: 'ssh', ssh: login });
  await openSettings(page, host);
  await openSection(page, 'Webhook tunnel');
  await expect(now(page)).toContainText('Up', { timeout: 20_000 });
  await expect(page.getByLabel('Known key of the server')).toContainText('SHA256:');
  const another = now(page)
    .getByText(/shows another host key than before/)
    .last();
  const becomes = async (hostKey: string) => {
    await server.stop();
    server = await standInSsh(hostKey, port);
  };
  await becomes(stranger);
  await expect(another).toBeVisible({ timeout: 30_000 });
  await expect(now(page)).toContainText('It is not tried again before something is changed.');
  // The old server is back: somebody has to say so, for nothing is tried by itself.
  await becomes(first);
  await now(page).getByRole('button', { name: 'Try now' }).click();
  await expect(now(page)).toContainText('Up', { timeout: 20_000 });
  await becomes(stranger);
  await expect(another).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Forget…' }).click();
  const ask = page.getByRole('dialog', { name: 'Forget the key of 127.0.0.1?' });
  await look(page, 'tunnel-forget');
  await ask.getByRole('button', { name: 'Keep it' }).click();
  await expect(another).toBeVisible();
  await page.getByRole('button', { name: 'Forget…' }).click();
  await ask.getByRole('button', { name: 'Forget the key' }).click();
  await expect(page.getByText('The key is forgotten. The next one is remembered.')).toBeVisible();
  await expect(now(page)).toContainText('Up', { timeout: 20_000 });
  await server.stop();
});

test('every kind asks for what it needs, by keyboard alone, and tokens are never shown', async ({ page, host }) => {
  await openSettings(page, host);
  await press(page, 'Webhook tunnel', 'Enter', { role: 'link' });
  await tabTo(page, 'None', { role: 'radio' });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'ngrok' })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'ngrok' })).toHaveAccessibleDescription(/an account at ngrok and its token/);
  await press(page, 'Save changes', 'Enter', { role: 'button' });
  await expect(page.getByRole('textbox', { name: 'Token' })).toBeFocused();
  await expect(page.getByRole('textbox', { name: 'Token' })).toHaveAccessibleDescription('Paste the token of your account.');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('ArrowDown');
  await press(page, 'Save changes', 'Enter', { role: 'button' });
  await expect(page.getByRole('textbox', { name: 'Server', exact: true })).toBeFocused();
  await page.keyboard.type('hooks.example.com');
  await tabTo(page, 'User', { role: 'textbox' });
  await page.keyboard.type('ada');
  await look(page, 'tunnel-ssh-typed');
  await press(page, /^How to log in/, 'ArrowDown', { role: 'combobox' });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Key file' })).toHaveCount(0);
  await tabTo(page, 'SSH', { role: 'radio', key: 'Shift+Tab' });
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('combobox', { name: 'Way' })).toBeVisible();
  await look(page, 'tunnel-cloudflared');
  await press(page, 'Undo changes', 'Enter', { role: 'button' });
  await expect(page.getByRole('radio', { name: 'None' })).toBeChecked();
});

test('what came in is listed, opened and applied again; what was refused says why', async ({ page, host }) => {
  test.slow();
  const world = await aWorld(host, { contacts: 1, speed: 60 });
  await aCampaign(world, 'Renewals');
  await world.rest('PUT', '/settings/telephony', { elevenlabs: { apiKey: 'sk_1', webhookSecret: 'wsec_1' } });
  const url = await localUrl(world.rest);
  await fetch(`${url}/webhooks/elevenlabs/not-the-word`, { method: 'POST', body: '{"type":"post_call_transcription"}' });
  await openSettings(page, host);
  await openSection(page, 'Webhook tunnel');
  const told = page.getByRole('table', { name: 'What providers told, the latest first' });
  await expect(told.getByRole('row').filter({ hasText: 'completed' }).first()).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('region', { name: 'Health' })).toContainText(
    /Of \d calls? in the last 24 hours|In the last 24 hours no call/,
  );
  await told.getByRole('row').filter({ hasText: 'completed' }).first().getByRole('button').press('Enter');
  const drawer = page.getByRole('complementary', { name: /^Delivery/ });
  await expect(drawer.getByRole('group', { name: /^What was told/ })).toContainText('"');
  await lookAtSizes(page, 'tunnel-delivery');
  await drawer.getByRole('button', { name: 'Apply again' }).click();
  await expect(page.getByText(/^The delivery was applied again/)).toBeVisible();
  await told.getByRole('row').filter({ hasText: 'completed' }).first().getByRole('button').click();
  await drawer.getByRole('button', { name: 'Open the call' }).click();
  await expect(page.getByRole('complementary', { name: 'Person 0' })).toContainText('Timeline');
  await page.getByRole('complementary').getByRole('button', { name: 'Close' }).click();

  const refused = page.getByRole('table', { name: 'Deliveries that were refused, the latest first' });
  await refused.getByRole('row').nth(1).getByRole('button').click();
  const why = page.getByRole('complementary', { name: 'Refused delivery' });
  await expect(why.getByRole('group', { name: 'Its beginning' })).toContainText('post_call_transcription');
  await lookAtSizes(page, 'tunnel-refused');
  await page.keyboard.press('Escape');
  await expect(why).toBeHidden();
});
