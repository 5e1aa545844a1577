/** The lamps of the sidebar: whether telephony answers and deliveries come in, as it changes. */
import { expect, signIn, test } from './fixtures.ts';
import { look } from './look.ts';
import { asAdmin } from './rest.ts';
import { addSupervisor, SUPERVISOR } from './settings.ts';
import { aBolna, aSilentServer } from './vendors.ts';

test('the lamps say in words how it stands, follow what changes, and lead an admin to its settings', async ({ page, host }) => {
  await page.goto(host.url);
  await signIn(page);
  const lamps = page.getByRole('list', { name: 'Connections' });
  const telephony = lamps.getByRole('link', { name: 'Telephony practice line' });
  await expect(telephony).toHaveAccessibleDescription('Only the practice line is set up: it calls nobody.');
  await expect(lamps.getByRole('link', { name: 'Webhook tunnel off' })).toHaveAttribute('href', '#/settings/tunnel');
  await look(page, 'lamps-practice');

  const rest = await asAdmin(host);
  const bolna = await aBolna(rest);
  const works = lamps.getByRole('link', { name: 'Telephony works' });
  await expect(works).toHaveAccessibleDescription('Set up: Bolna.');
  // It cannot be opened without its token.
  await rest('PUT', '/settings/tunnel', { kind: 'ngrok' });
  await expect(lamps.getByRole('link', { name: 'Webhook tunnel trouble' })).toHaveAccessibleDescription(/\S/);
  await look(page, 'lamps-trouble');
  await works.click();
  await expect(page.getByRole('region', { name: 'Telephony' })).toBeVisible();

  await page.setViewportSize({ width: 1024, height: 700 });
  await expect(works).toBeVisible();
  await look(page, 'lamps-rail');
  await bolna.stop();
});

test('two dials that nobody answered turn the lamp at once', async ({ page, host }) => {
  const rest = await asAdmin(host);
  const bolna = await aBolna(rest);
  const made = await rest('POST', '/agents', {
    name: 'Reminder',
    provider: 'bolna',
    providerAgentId: bolna.emulator.options.agents[0]?.id,
  });
  const { id } = (made as { agent: { id: string } }).agent;
  await page.goto(host.url);
  await signIn(page);
  const lamps = page.getByRole('list', { name: 'Connections' });
  await expect(lamps.getByRole('link', { name: 'Telephony works' })).toBeVisible();
  await bolna.stop();
  const silent = await aSilentServer();
  await rest('PUT', '/settings/telephony', { bolna: { baseUrl: silent.url, timeoutMs: 1_000 } });
  for (const end of ['00', '01']) await rest('POST', `/agents/${id}/test-call`, { phoneNumber: `+4915120000${end}` });
  await expect(lamps.getByRole('link', { name: 'Telephony trouble' })).toHaveAccessibleDescription(/^Bolna does not answer as it should/);
  silent.stop();
});

test('a supervisor is told the sentence where an admin is led to the settings', async ({ page, host }) => {
  await addSupervisor(host);
  await page.goto(host.url);
  await signIn(page, SUPERVISOR);
  await page.getByRole('list', { name: 'Connections' }).getByRole('button', { name: 'Webhook tunnel off' }).click();
  // The lamp tells it as well, for as long as one points at it.
  await expect(page.getByRole('alert').getByText('No tunnel: providers are asked what became of each call.')).toBeVisible();
});
