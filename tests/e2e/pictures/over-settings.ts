/** What stands over the settings, and their forms with something wrong in them. */
import { Buffer } from 'node:buffer';
import type { Page } from '@playwright/test';
import { aCertificate } from '../../helpers/certificates.ts';
import { expect, type Host } from '../fixtures.ts';
import { picture } from './picture.ts';
import { visit } from './screens.ts';

export async function overSettings(page: Page, host: Host): Promise<void> {
  await visit(page, host, { at: '/settings/users' });
  await page.getByRole('button', { name: 'Add user' }).click();
  await picture(page, 'settings-new-user', 'empty');
  await visit(page, host, { at: '/settings/agents' });
  await page.getByRole('button', { name: 'New agent' }).click();
  await picture(page, 'settings-new-agent', 'empty');
  await visit(page, host, { at: '/settings/compliance' });
  await page.getByRole('button', { name: 'Add numbers' }).click();
  await picture(page, 'settings-add-numbers', 'empty');
  await visit(page, host, { at: '/settings/notifications' });
  await page.getByRole('switch', { name: 'Tell me nothing between' }).check();
  await page.getByRole('combobox', { name: 'From' }).fill('late');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('Write the time as HH:MM.')).toBeVisible();
  // What is wrong has the focus, and would show the times that it may have.
  await page.keyboard.press('Escape');
  await picture(page, 'settings-notifications', 'missing');
  await visit(page, host, { at: '/settings/desktop' });
  await page.getByRole('textbox', { name: 'Where updates are looked for' }).fill('http://updates.example.com');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await picture(page, 'settings-desktop', 'missing');
}

/** A token from its name to its end, the network from a wrong certificate to open. */
export async function apiSettings(page: Page, host: Host): Promise<void> {
  await visit(page, host, { at: '/settings/api' });
  await page.getByRole('button', { name: 'Make a token' }).click();
  await picture(page, 'settings-make-token', 'empty');
  await page.getByRole('button', { name: 'Make token' }).click();
  await picture(page, 'settings-make-token', 'missing');
  await page.getByRole('textbox', { name: 'Name' }).fill('CRM export');
  await page.getByRole('button', { name: 'Make token' }).click();
  await expect(page.getByRole('dialog').getByText(/^rm_/)).toBeVisible();
  await picture(page, 'settings-token', 'few');
  await page.getByRole('button', { name: 'I have kept it' }).click();
  await picture(page, 'settings-tokens', 'few');
  await page.getByRole('button', { name: 'Revoke CRM export' }).click();
  await picture(page, 'settings-revoke-token', 'few');
  await page.keyboard.press('Escape');

  const network = page.getByRole('region', { name: 'Local network' });
  await network.getByRole('textbox', { name: 'Certificate (PEM)' }).fill('no certificate');
  await network.getByRole('textbox', { name: 'Private key (PEM)' }).fill('no key');
  await network.getByRole('button', { name: 'Save changes' }).click();
  await expect(network.getByRole('alert')).toBeVisible();
  await picture(page, 'settings-network', 'missing');
  const { certificate, key } = await aCertificate({ names: ['queue.example.com'] });
  await network.getByLabel('Choose the certificate').setInputFiles(pem('server.pem', certificate));
  await network.getByLabel('Choose the key').setInputFiles(pem('server.key', key));
  await network.getByRole('button', { name: 'Save changes' }).click();
  await expect(network.getByText(/^For queue\.example\.com/)).toBeVisible();
  await network.scrollIntoViewIfNeeded();
  await picture(page, 'settings-network', 'few');
  await network.getByRole('button', { name: 'Open to the network…' }).click();
  await picture(page, 'settings-open-network', 'few');
  await page.getByRole('dialog').getByRole('button', { name: 'Open to the network' }).click();
  await expect(network.getByText(/^https:\/\/queue\.example\.com/)).toBeVisible();
  await picture(page, 'settings-network-open', 'few');
}

const pem = (name: string, text: string) => ({ name, mimeType: 'application/x-pem-file', buffer: Buffer.from(text) });
