/** The providers of telephony as an admin sets them up: their keys, what a test of the connection finds, and what is never shown. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { press, tabTo } from './keyboard.ts';
import { look } from './look.ts';
import { asAdmin } from './rest.ts';
import { lookAtSizes, openSection, openSettings } from './settings.ts';
import { BOLNA_KEY, standInBolna, type StandInVendor } from './stand-in-vendor.ts';

test.use({ viewport: { width: 1440, height: 900 } });

let vendor: StandInVendor;
test.beforeEach(async () => {
  vendor = await standInBolna();
});
test.afterEach(() => vendor.stop());

const openProvider = async (page: Page, name: string) => {
  await page.getByRole('list', { name: 'Providers of telephony' }).getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { name, level: 2 })).toBeVisible();
};
const row = (page: Page, name: string) => page.getByRole('list', { name: 'Providers of telephony' }).getByRole('link', { name });
const found = (page: Page) => page.getByRole('list', { name: 'What the test found' }).getByRole('listitem');

test('a key is saved and tested in one, never shown again, replaced and removed', async ({ page, host }) => {
  test.slow();
  await openSettings(page, host);
  await openSection(page, 'Telephony');
  await expect(row(page, 'Practice line')).toContainText('Always ready');
  for (const name of ['Bolna', 'SignalWire with ElevenLabs', 'ElevenLabs alone']) await expect(row(page, name)).toContainText('Not set up');
  await openProvider(page, 'Bolna');
  await expect(page.getByRole('button', { name: 'Test connection' })).toBeDisabled();
  await lookAtSizes(page, 'bolna-empty');

  // What is wrong in the folded part unfolds it.
  await page.getByRole('button', { name: /^Advanced/ }).click();
  await page.getByRole('textbox', { name: 'Address of its interface' }).fill('http://example.com');
  await page.getByRole('button', { name: /^Advanced/ }).click();
  await page.getByLabel('API key').fill('bn-a-wrong-one');
  await page.getByRole('button', { name: 'Save and test connection' }).click();
  const address = page.getByRole('textbox', { name: 'Address of its interface' });
  await expect(address).toBeFocused();
  await expect(address).toHaveAccessibleDescription('Keys are only sent to an address that begins with https://.');
  await address.fill(vendor.url);
  await page.getByRole('button', { name: 'Save and test connection' }).click();
  await expect(found(page).filter({ hasText: 'Key' })).toContainText('Does not work');
  await expect(page.getByText('Bolna is saved.')).toBeVisible();
  await expect(found(page).filter({ hasText: 'Limits' })).toContainText('Cannot be told');
  await look(page, 'bolna-refused');

  const key = page.getByRole('group', { name: 'API key' });
  await expect(key).toContainText('A key is set');
  await page.getByRole('button', { name: 'Replace: API key' }).click();
  await expect(page.getByRole('textbox', { name: 'API key' })).toBeFocused();
  await page.keyboard.type(BOLNA_KEY);
  await expect(page.getByText('It is saved first.')).toBeVisible();
  // What is typed outlives a look at another section, and the overview says that it is not saved.
  await page.getByRole('link', { name: 'All providers' }).click();
  await expect(row(page, 'Bolna')).toContainText('Not saved yet');
  await openProvider(page, 'Bolna');
  await page.getByRole('button', { name: 'Save and test connection' }).click();
  await expect(found(page).filter({ hasText: 'Key' })).toContainText('Works');
  await expect(page.getByText('The account is ada@example.com, 10 calls at once.')).toBeVisible();
  await expect(key).toContainText('A key is set');
  await lookAtSizes(page, 'bolna-works');
  expect(await page.content()).not.toContain(BOLNA_KEY);

  await page.getByRole('link', { name: 'All providers' }).click();
  await expect(row(page, 'Bolna')).toContainText('ada@example.com, 10 calls at once');
  await lookAtSizes(page, 'providers');
  await openProvider(page, 'Bolna');
  await page.getByRole('button', { name: 'Remove: API key' }).click();
  await expect(page.getByRole('button', { name: 'Keep: API key' })).toBeFocused();
  await expect(key).toContainText('Removed when you save');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByRole('textbox', { name: 'API key' })).toHaveValue('');
  const rest = await asAdmin(host);
  expect(await rest('GET', '/settings/telephony')).toMatchObject({ telephony: { bolna: { apiKeySet: false, isSetUp: false } } });
});

test('with an agent it says of the agent, its number and its deliveries too', async ({ page, host }) => {
  const rest = await asAdmin(host);
  await rest('PUT', '/settings/telephony', { bolna: { apiKey: BOLNA_KEY, baseUrl: vendor.url } });
  await rest('POST', '/agents', { name: 'Nora', provider: 'bolna', providerAgentId: 'a1', callerNumber: '+12025550119' });
  await openSettings(page, host);
  await openSection(page, 'Telephony');
  await openProvider(page, 'Bolna');
  await expect(page.getByRole('combobox', { name: 'With the agent' })).toHaveText('Nora');
  await page.getByRole('button', { name: 'Test connection' }).click();
  await expect(found(page)).toHaveCount(5);
  await expect(found(page).filter({ hasText: 'Agent' }).first()).toContainText('It is called Renewals there.');
  await expect(found(page).filter({ hasText: 'Caller number' })).toContainText('The account does not have the number +12025550119.');
  await expect(found(page).filter({ hasText: 'Deliveries' })).toContainText('somewhere else');
  await expect(page.getByText('2 of 5 things that were looked at do not work.').first()).toBeVisible();
  await look(page, 'bolna-agent');
});

test('SignalWire and ElevenLabs by keyboard alone: fields, way and recordings are saved', async ({ page, host }) => {
  await openSettings(page, host);
  await openSection(page, 'Telephony');
  await press(page, /^SignalWire with ElevenLabs/, 'Enter', { role: 'link' });
  await expect(page.getByRole('heading', { name: 'SignalWire with ElevenLabs', level: 2 })).toBeFocused();
  await tabTo(page, 'Space', { role: 'textbox' });
  await page.keyboard.type('two words');
  await tabTo(page, 'Project id', { role: 'textbox' });
  await page.keyboard.type('p1');
  await page.keyboard.press('Tab');
  await page.keyboard.type('PT-a-token');
  await tabTo(page, 'Caller number', { role: 'textbox' });
  await page.keyboard.type('+12025550118');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'SignalWire asks for instructions' })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'SignalWire asks for instructions' })).toHaveAccessibleDescription(/tunnel has to be up/);
  await press(page, 'Save changes', 'Enter', { role: 'button' });
  await expect(page.getByRole('textbox', { name: 'Space' })).toBeFocused();
  await expect(page.getByRole('textbox', { name: 'Space' })).toHaveAccessibleDescription(/Write the name of the space/);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('example');
  await page.keyboard.press('Enter');
  await expect(page.getByText('SignalWire with ElevenLabs is saved.')).toBeVisible();
  await lookAtSizes(page, 'signalwire');
  await press(page, 'All providers', 'Enter', { role: 'link', key: 'Shift+Tab' });
  await expect(row(page, 'SignalWire with ElevenLabs')).toContainText('ElevenLabs has no key');
  await press(page, /^ElevenLabs alone/, 'Enter', { role: 'link' });
  await tabTo(page, 'Webhook secret', { role: 'textbox' });
  await page.keyboard.type('wsec_1');
  await press(page, 'Keep recordings that are sent', 'Space', { role: 'switch' });
  await press(page, 'Save changes', 'Enter', { role: 'button' });
  await expect(page.getByText('ElevenLabs alone is saved.')).toBeVisible();
  await lookAtSizes(page, 'elevenlabs');
  const rest = await asAdmin(host);
  expect(await rest('GET', '/settings/telephony')).toMatchObject({
    telephony: {
      signalwire: { isSetUp: true, space: 'example', projectId: 'p1', tokenSet: true, signingKeySet: false, mode: 'cxml' },
      elevenlabs: { isSetUp: false, apiKeySet: false, webhookSecretSet: true, keepAudio: true, mode: 'sip-trunk' },
    },
  });
});
