/** Agents of vendors: chosen from the vendor's account or written by hand, and where their deliveries go. */
import type { Page } from '@playwright/test';
import { expect, type Host, test } from './fixtures.ts';
import { look } from './look.ts';
import { asAdmin, type Rest, restAs } from './rest.ts';
import { addSupervisor, lookAtSizes, openSection, openSettings, SUPERVISOR } from './settings.ts';
import { aBolna, anElevenLabs, aSilentServer } from './vendors.ts';

test.use({ viewport: { width: 1440, height: 900 } });

const AGENT = { id: '5f0c1d2e-1111-4222-8333-944455556666', name: 'Reminder', webhookUrl: null, longestSeconds: 600 };
const OTHER = { ...AGENT, id: '6a0c1d2e-1111-4222-8333-944455556666', name: 'Renewals' };

const dialog = (page: Page) => page.getByRole('dialog', { name: /^(New agent|Edit )/ });

async function openNewAgent(page: Page): Promise<void> {
  await openSection(page, 'Agents');
  await page.getByRole('button', { name: 'New agent' }).click();
}

async function choose(page: Page, provider: string): Promise<void> {
  await dialog(page).getByRole('combobox', { name: 'Calls on' }).click();
  await page.getByRole('option', { name: new RegExp(`^${provider}`) }).click();
}

async function anAgentOf(rest: Rest, provider: string, providerAgentId: string): Promise<string> {
  const { agent } = (await rest('POST', '/agents', { name: 'Nora', provider, providerAgentId })) as { agent: { id: string } };
  return agent.id;
}

test('only what is set up can be chosen, and what Bolna’s account holds is offered by name with its id', async ({ page, host }) => {
  const rest = await asAdmin(host);
  const bolna = await aBolna(rest, { agents: [AGENT, OTHER] });
  await openSettings(page, host);
  await openNewAgent(page);
  await dialog(page).getByRole('combobox', { name: 'Calls on' }).click();
  const signalwire = page.getByRole('option', { name: /^SignalWire/ });
  await expect(signalwire).toHaveAttribute('aria-disabled', 'true');
  await expect(signalwire).toContainText('Not set up: Settings → Telephony');
  await look(page, 'agent-providers');
  await page.getByRole('option', { name: /^Bolna/ }).click();
  await expect(dialog(page).getByRole('checkbox', { name: 'Record the calls' })).toHaveCount(0);

  await dialog(page).getByRole('textbox', { name: 'Name' }).fill('Nora');
  await dialog(page).getByRole('button', { name: 'Create agent' }).click();
  const agent = dialog(page).getByRole('combobox', { name: 'Bolna agent' });
  await expect(agent).toHaveAccessibleDescription('Choose which agent speaks.');
  await agent.fill('rem');
  await expect(page.getByRole('option')).toHaveText([`Reminder${AGENT.id}`]);
  await look(page, 'agent-searched');
  await page.getByRole('option').click();
  await expect(agent).toHaveValue('Reminder');
  await expect(agent).toHaveAccessibleDescription(`Id ${AGENT.id}`);
  await dialog(page).getByRole('combobox', { name: 'Caller number' }).click();
  await page.getByRole('option', { name: '+1 555 010 0001' }).click();
  await dialog(page).getByRole('textbox', { name: 'Let it ring, seconds' }).fill('30');
  await lookAtSizes(page, 'agent-bolna');
  await dialog(page).getByRole('button', { name: 'Create agent' }).click();
  await expect(dialog(page)).toBeHidden();
  await expect
    .poll(() => rest('GET', '/agents'))
    .toMatchObject({
      agents: [{ provider: 'bolna', providerAgentId: AGENT.id, callerNumber: '+15550100001', options: { ringSeconds: 30 } }],
    });

  await page.getByRole('button', { name: 'Edit Nora' }).click();
  await expect(agent).toHaveValue('Reminder');
  await expect(dialog(page).getByRole('combobox', { name: 'Calls on' })).toBeDisabled();
  await agent.fill(OTHER.id);
  await expect(agent).toHaveValue('Renewals');
  await agent.fill('another-id');
  await expect(agent).toHaveAccessibleDescription('Not in the list: it is taken as it is written.');
  await dialog(page).getByRole('button', { name: 'Save changes' }).click();
  await expect.poll(() => rest('GET', '/agents')).toMatchObject({ agents: [{ providerAgentId: 'another-id' }] });
  await bolna.stop();
});

test('where the vendor does not answer that is said, asked again, and an id can be written by hand', { tag: '@long' }, async ({
  page,
  host,
}) => {
  await addSupervisor(host);
  const rest = await asAdmin(host);
  const bolna = await aBolna(rest);
  const silent = await aSilentServer();
  await rest('PUT', '/settings/telephony', { bolna: { baseUrl: silent.url, timeoutMs: 1_500 } });
  await openSettings(page, host, SUPERVISOR);
  await openNewAgent(page);
  await choose(page, 'Bolna');
  const agent = dialog(page).getByRole('combobox', { name: 'Bolna agent' });
  await expect(agent).toHaveAccessibleDescription('Asking Bolna…');
  await look(page, 'agent-asking');
  await expect(agent).toHaveAccessibleDescription(/It can be written by hand\.$/);
  await lookAtSizes(page, 'agent-silent');
  await agent.fill('written-by-hand');
  await dialog(page).getByRole('textbox', { name: 'Name' }).fill('Nora');
  // It answers again.
  await rest('PUT', '/settings/telephony', { bolna: { baseUrl: bolna.url } });
  await expect(agent).toHaveAccessibleDescription('Not in the list: it is taken as it is written.');
  await expect(dialog(page).getByRole('button', { name: 'Ask again' })).toHaveCount(0);
  await dialog(page).getByRole('button', { name: 'Create agent' }).click();
  await expect(page.getByRole('row', { name: /Nora/ })).toContainText('Bolna');
  silent.stop();
  await bolna.stop();
});

test('an ElevenLabs agent needs its number, and one of SignalWire its SIP address where it was written wrong', { tag: '@long' }, async ({
  page,
  host,
}) => {
  const rest = await asAdmin(host);
  const elevenlabs = await anElevenLabs(rest);
  await rest('PUT', '/settings/telephony', { signalwire: { space: 'example', projectId: 'p', token: 't', baseUrl: 'http://127.0.0.1:9' } });
  await openSettings(page, host);
  await openNewAgent(page);
  await dialog(page).getByRole('textbox', { name: 'Name' }).fill('Nora');
  await choose(page, 'ElevenLabs');
  await dialog(page).getByRole('combobox', { name: 'ElevenLabs agent' }).click();
  await page.getByRole('option', { name: /Reminder/ }).click();
  await dialog(page).getByRole('button', { name: 'Create agent' }).click();
  const number = dialog(page).getByRole('combobox', { name: 'Number that it calls from' });
  await expect(number).toBeFocused();
  await expect(number).toHaveAccessibleDescription('Choose the number that it calls from.');
  await number.press('ArrowDown');
  await page.getByRole('option', { name: /Trunk/ }).click();
  await expect(number).toHaveAccessibleDescription('Trunk, phnum_01ex');
  await look(page, 'agent-elevenlabs');

  await choose(page, 'SignalWire');
  await dialog(page).getByRole('combobox', { name: 'ElevenLabs agent' }).click();
  await page.getByRole('option', { name: /Reminder/ }).click();
  await dialog(page).getByRole('textbox', { name: 'SIP address of the agent' }).fill('nowhere');
  await dialog(page)
    .getByRole('checkbox', { name: /machine answered/ })
    .check();
  await dialog(page).getByRole('button', { name: 'Create agent' }).click();
  await expect(dialog(page).getByRole('textbox', { name: 'SIP address of the agent' })).toHaveAccessibleDescription(
    'Write it as sip:name@host.',
  );
  await lookAtSizes(page, 'agent-signalwire');
  await dialog(page).getByRole('textbox', { name: 'SIP address of the agent' }).fill('sip:+15550100001@sip.example.com');
  await dialog(page).getByRole('button', { name: 'Create agent' }).click();
  await expect(dialog(page)).toBeHidden();
  await expect
    .poll(() => rest('GET', '/agents'))
    .toMatchObject({
      agents: [
        {
          provider: 'signalwire',
          providerAgentId: 'agent_01ex',
          options: { sipAddress: 'sip:+15550100001@sip.example.com', machineDetection: true, record: false },
        },
      ],
    });
  await elevenlabs.stop();
});

/** A public address that leads to this very program. */
async function openTunnel(rest: Rest): Promise<void> {
  const { tunnel } = (await rest('GET', '/settings/tunnel')) as { tunnel: { localUrl: string } };
  await rest('PUT', '/settings/tunnel', { kind: 'address', publicUrl: tunnel.localUrl });
  await expect.poll(() => rest('GET', '/settings/tunnel')).toMatchObject({ tunnel: { state: 'up' } });
}

const ELSEWHERE = 'https://crm.example.com/bolna';

test('a Bolna agent’s deliveries are pointed here after asking, and restored', async ({ page, host }) => {
  const rest = await asAdmin(host);
  const bolna = await aBolna(rest, { agents: [{ ...AGENT, webhookUrl: ELSEWHERE }] });
  const standsAtBolna = () => bolna.emulator.options.agents[0]?.webhookUrl;
  const id = await anAgentOf(rest, 'bolna', AGENT.id);
  await openSettings(page, host);
  await openSection(page, 'Agents');
  await page.getByRole('button', { name: 'Edit Nora' }).click();
  const panel = page.getByRole('region', { name: 'Deliveries' });
  await expect(panel).toContainText('not this program');
  await expect(panel).toContainText(ELSEWHERE);
  await expect(panel.getByRole('link', { name: 'Set up the webhook tunnel' })).toHaveAttribute('href', '#/settings/tunnel');
  await look(page, 'deliveries-no-address');

  await openTunnel(rest);
  await panel.getByRole('button', { name: 'Send them here…' }).click();
  const ask = page.getByRole('dialog', { name: 'Send the deliveries of Nora to this program?' });
  await expect(ask).toContainText(ELSEWHERE);
  await expect(ask).toContainText('“Restore” puts it back');
  await look(page, 'deliveries-point');
  await ask.getByRole('button', { name: 'Send them here' }).click();
  await expect(panel).toContainText('Bolna tells this program how its calls go.');
  expect(standsAtBolna()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/webhooks\/bolna\//);
  await expect(dialog(page)).toBeVisible();
  await look(page, 'deliveries-ours');

  await panel.getByRole('button', { name: 'Restore…' }).click();
  const back = page.getByRole('dialog', { name: 'Restore where the deliveries of Nora went?' });
  await expect(back).toContainText(ELSEWHERE);
  await back.getByRole('button', { name: 'Restore' }).click();
  await expect(panel).toContainText('not this program');
  expect(standsAtBolna()).toBe(ELSEWHERE);
  // What is not ours is not taken away, however often it is restored.
  await rest('PUT', `/agents/${id}/webhook`, { to: 'before' });
  expect(standsAtBolna()).toBe(ELSEWHERE);
  await bolna.stop();
});

/** A supervisor's own Bolna agent. */
async function hers(host: Host): Promise<void> {
  await anAgentOf(await restAs(host, SUPERVISOR), 'bolna', AGENT.id);
}

test('a supervisor sees where the deliveries of her agent go, and an admin changes it', async ({ page, host }) => {
  await addSupervisor(host);
  const rest = await asAdmin(host);
  const bolna = await aBolna(rest);
  await hers(host);
  await openTunnel(rest);
  await openSettings(page, host, SUPERVISOR);
  await openSection(page, 'Agents');
  await page.getByRole('button', { name: 'Edit Nora' }).click();
  const panel = page.getByRole('region', { name: 'Deliveries' });
  await expect(panel).toContainText('Bolna tells nobody how its calls go');
  await expect(panel).toContainText('An admin can change that.');
  await expect(panel.getByRole('button')).toHaveCount(0);
  await bolna.stop();
});
