/** An agent heard on one's own phone: from its row, its form and a campaign's form, followed to its end. */
import type { Page } from '@playwright/test';
import { expect, signIn, test } from './fixtures.ts';
import { press } from './keyboard.ts';
import { look } from './look.ts';
import { anAgent, asAdmin, someContacts } from './rest.ts';
import { lookAtSizes, openSection, openSettings } from './settings.ts';
import { aBolna } from './vendors.ts';

test.use({ viewport: { width: 1440, height: 900 } });

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Test call with Nora' });

async function fromItsRow(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More for Nora' }).click();
  await page.getByRole('menuitem', { name: 'Test call…' }).click();
}

test('a practice agent is tried from its row: nobody’s phone rings, and the call is followed to its outcome', async ({ page, host }) => {
  const rest = await asAdmin(host);
  await rest('PUT', '/settings/telephony', { practice: { speed: 12 } });
  await anAgent(rest);
  await openSettings(page, host);
  await openSection(page, 'Agents');
  await fromItsRow(page);
  await expect(dialog(page).getByRole('alert')).toContainText('nobody’s phone rings');
  await dialog(page).getByRole('button', { name: 'Make the call' }).click();
  const phone = dialog(page).getByRole('textbox', { name: 'Your phone number' });
  await expect(phone).toHaveAccessibleDescription('Write the number that is to be called.');
  await phone.fill('12');
  await dialog(page).getByRole('button', { name: 'Make the call' }).click();
  await expect(phone).toHaveAccessibleDescription('No country code');
  await expect(phone).toBeFocused();
  await lookAtSizes(page, 'test-call-refused');
  await phone.fill('+49 1512 0000 000');
  await dialog(page).getByRole('textbox', { name: 'Next action' }).fill('Say hello');
  await dialog(page).getByRole('button', { name: 'Make the call' }).click();
  await expect(dialog(page).getByText('Nora calls on the practice line.')).toBeVisible();
  await look(page, 'test-call-up');
  await expect(dialog(page).getByText('Completed').first()).toBeVisible({ timeout: 40_000 });
  await look(page, 'test-call-over');

  await dialog(page).getByRole('button', { name: 'Open the call' }).click();
  const drawer = page.getByRole('complementary', { name: 'Test call with Nora' });
  await expect(drawer).toContainText('A test call: it counts in no figure.');
  await expect(drawer).toContainText('+49 1512 0000000');
  await look(page, 'test-call-drawer');
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await dialog(page).getByRole('button', { name: 'Close' }).click();

  // The number is remembered in this browser; the figures know nothing of the call.
  await fromItsRow(page);
  await expect(phone).toHaveValue('+49 1512 0000 000');
  expect(await rest('GET', '/live/today')).toMatchObject({ doneToday: 0 });
});

test('what refuses a test call is said in words, and what was typed stays', async ({ page, host }) => {
  const rest = await asAdmin(host);
  // Slow enough that the first call is up however long this takes.
  await rest('PUT', '/settings/telephony', { practice: { speed: 0.05 } });
  const id = await anAgent(rest);
  await rest('POST', `/agents/${id}/test-call`, { phoneNumber: '+4915120000000' });
  await openSettings(page, host);
  await openSection(page, 'Agents');
  await page.getByRole('button', { name: 'Edit Nora' }).click();
  const form = page.getByRole('dialog', { name: 'Edit Nora' });
  await form.getByRole('button', { name: 'Test call…' }).click();
  const phone = dialog(page).getByRole('textbox', { name: 'Your phone number' });
  await phone.fill('+4915120000000');
  await dialog(page).getByRole('button', { name: 'Make the call' }).click();
  await expect(dialog(page).getByRole('alert').last()).toContainText('A call to this number is up already.');
  await look(page, 'test-call-busy');
  await rest('POST', `/agents/${id}/test-call`, { phoneNumber: '+4915120000100' });
  await phone.fill('+4915120000200');
  await dialog(page).getByRole('button', { name: 'Make the call' }).click();
  await expect(dialog(page).getByRole('alert').last()).toContainText('All 2 of your slots are in use.');
  await expect(phone).toHaveValue('+4915120000200');
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  // Back in the form, which was not sent; a call is made with what is saved.
  await expect(form).toBeVisible();
  await form.getByRole('textbox', { name: 'Name' }).fill('Nora, renewals');
  await expect(form.getByRole('button', { name: 'Test call…' })).toBeDisabled();
});

test('a vendor’s refusal is shown as it ended the call', async ({ page, host }) => {
  const rest = await asAdmin(host);
  const bolna = await aBolna(rest, { badNumber: 400 });
  await rest('POST', '/agents', { name: 'Nora', provider: 'bolna', providerAgentId: 'nobody-knows-it' });
  await openSettings(page, host);
  await openSection(page, 'Agents');
  await fromItsRow(page);
  await dialog(page).getByRole('textbox', { name: 'Your phone number' }).fill('+49 1512 0000 000');
  await look(page, 'test-call-real');
  await dialog(page).getByRole('button', { name: 'Call me' }).click();
  await expect(dialog(page).getByText(/Nora calls \+49/)).toBeVisible();
  await expect(dialog(page).getByRole('paragraph').filter({ hasText: /Bolna/ })).toBeVisible();
  await expect(dialog(page).getByText('Not placed').first()).toBeVisible();
  await look(page, 'test-call-not-placed');
  await bolna.stop();
});

test('the form of a campaign offers it beside the agent, with its next action, by keyboard alone', async ({ page, host }) => {
  const rest = await asAdmin(host);
  await rest('PUT', '/settings/telephony', { practice: { speed: 0.05 } });
  const agentId = await anAgent(rest);
  const contactIds = await someContacts(rest, ['Mira']);
  const settings = {
    name: 'Renewals',
    agentId,
    contactIds,
    nextAction: 'Offer the renewal',
    firstCallTime: '09:00',
    lastCallTime: '17:00',
    draft: true,
  };
  const { campaign } = (await rest('POST', '/campaigns', settings)) as { campaign: { id: string } };
  await page.goto(host.url);
  await signIn(page);
  await expect(page.getByRole('heading', { name: 'Campaigns', level: 1 })).toBeVisible();
  await page.evaluate((id) => {
    window.location.hash = `/campaign/${id}/settings`;
  }, campaign.id);
  await press(page, 'Test call…', 'Enter', { role: 'button' });
  await expect(dialog(page).getByRole('textbox', { name: 'Next action' })).toHaveValue('Offer the renewal');
  await look(page, 'test-call-from-campaign');
  await expect(dialog(page).getByRole('textbox', { name: 'Your phone number' })).toBeFocused();
  await page.keyboard.type('+4915120000000');
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByText('Nora calls on the practice line.')).toBeVisible();
  await press(page, 'Close');
  await expect(dialog(page)).toBeHidden();
  await expect(page.getByRole('button', { name: 'Test call…' })).toBeFocused();
  await look(page, 'test-call-beside-agent');
});
