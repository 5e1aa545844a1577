/** Settings, API: a token made, used and revoked; where REST answers; what an admin sets. */
import { Buffer } from 'node:buffer';
import { createServer, type AddressInfo } from 'node:net';
import { aCertificate, askSecurely } from '../helpers/certificates.ts';
import { expect, test } from './fixtures.ts';
import { press, tabTo } from './keyboard.ts';
import { look } from './look.ts';
import { addSupervisor, openSection, openSettings, SUPERVISOR } from './settings.ts';

const aFile = (name: string, text: string) => ({ name, mimeType: 'application/x-pem-file', buffer: Buffer.from(text) });

/** A port that nobody has just now. */
const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

test.use({ viewport: { width: 1440, height: 900 } });

test('a supervisor makes a token by keyboard, a script uses it, and once it is revoked it is refused', async ({ page, host }) => {
  await addSupervisor(host);
  await openSettings(page, host, SUPERVISOR);
  await openSection(page, 'API');
  await expect(page.getByText(`${new URL(host.rest).origin}/api`, { exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Local network' })).toHaveCount(0);
  await expect(page.getByText('No token yet.')).toBeVisible();

  await press(page, 'Make a token', 'Enter', { role: 'button' });
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await expect(page.getByRole('radio')).toHaveCount(2);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Write what the token is for.')).toBeVisible();
  await page.keyboard.type('CRM export');
  await look(page, 'make-token');
  await page.keyboard.press('Enter');
  const shown = page.getByRole('dialog', { name: 'The token “CRM export”' });
  await expect(shown.getByRole('alert')).toContainText('it is shown this once');
  const secret = await shown.getByText(/^rm_/).textContent();
  await look(page, 'secret');
  // A slip does not take it away.
  await page.keyboard.press('Escape');
  await expect(shown).toBeVisible();
  await press(page, 'I have kept it', 'Enter', { role: 'button' });

  const ask = (method: string, path: string) =>
    fetch(`${host.rest}/api${path}`, {
      method,
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      ...(method === 'POST' && { body: '{}' }),
    });
  const row = page.getByRole('row', { name: /CRM export/ });
  await expect(row).toContainText('never');
  expect((await ask('GET', '/call-queue/status')).status).toBe(200);
  expect((await ask('POST', '/campaigns/pause-all')).status).toBe(403);
  await openSection(page, 'About');
  await openSection(page, 'API');
  await expect(row).toContainText(/today \d\d:\d\d/);

  await tabTo(page, 'Revoke CRM export', { role: 'button' });
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Revoke “CRM export”?' });
  await press(page, 'Revoke token', 'Enter', { role: 'button' });
  await expect(dialog).toBeHidden();
  await expect(page.getByText('No token yet.')).toBeVisible();
  expect((await ask('GET', '/call-queue/status')).status).toBe(401);
});

test('an admin says who may ask, and is told what is wrong at its field', async ({ page, host }) => {
  await openSettings(page, host);
  await openSection(page, 'API');
  const panel = page.getByRole('region', { name: 'Who may ask, and how often' });
  await panel.getByLabel('Web pages that may ask').fill('https://crm.example.com/\nexample.com/path');
  await panel.getByRole('button', { name: 'Save changes' }).click();
  await expect(panel.getByRole('alert')).toContainText('“example.com/path”');
  await panel.getByLabel('Web pages that may ask').fill('https://crm.example.com/');
  await panel.getByLabel('Requests a second').fill('50');
  await panel.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('What the API allows is saved.')).toBeVisible();
  await expect(panel.getByLabel('Web pages that may ask')).toHaveValue('https://crm.example.com');
  const asked = await fetch(`${host.rest}/api/me`, {
    method: 'OPTIONS',
    headers: { origin: 'https://crm.example.com', 'access-control-request-method': 'GET' },
  });
  expect(asked.headers.get('access-control-allow-origin')).toBe('https://crm.example.com');

  const network = page.getByRole('region', { name: 'Local network' });
  await expect(network.getByRole('button', { name: 'Open to the network…' })).toBeDisabled();
  await network.getByRole('textbox', { name: 'Certificate (PEM)' }).fill('no certificate');
  await network.getByRole('textbox', { name: 'Private key (PEM)' }).fill('no key');
  await network.getByRole('button', { name: 'Save changes' }).click();
  await expect(network.getByRole('alert')).toContainText('This is no certificate in PEM.');
  await look(page, 'network');

  const port = await freePort();
  const { certificate, key } = await aCertificate({ names: ['queue.example.com'] });
  await network.getByLabel('Port in the network').fill(String(port));
  await network.getByLabel('Choose the certificate').setInputFiles(aFile('server.pem', certificate));
  await network.getByLabel('Choose the key').setInputFiles(aFile('server.key', key));
  await network.getByRole('button', { name: 'Save changes' }).click();
  await expect(network.getByText(/^For queue\.example\.com, made by ringmaster\.test, good until/)).toBeVisible();
  // Nothing of a key is left on the screen.
  await expect(network.getByRole('textbox', { name: 'Private key (PEM)' })).toHaveValue('');
  await network.getByRole('button', { name: 'Open to the network…' }).click();
  const asking = page.getByRole('dialog', { name: 'Open Ringmaster to the local network?' });
  await expect(asking).toContainText('Anyone in the network this computer is in can then reach the sign-in page');
  await look(page, 'open-network');
  await asking.getByRole('button', { name: 'Open to the network' }).click();
  await expect(network.getByText(`https://queue.example.com:${port}`, { exact: true })).toBeVisible();
  expect((await askSecurely({ port, ca: certificate, host: 'queue.example.com' })).status).toBe(200);
  await look(page, 'network-open');
  await network.getByRole('button', { name: 'Close to the network' }).click();
  await expect(network.getByText('Only this computer reaches Ringmaster.')).toBeVisible();
  await expect(askSecurely({ port, ca: certificate, host: 'queue.example.com' })).rejects.toThrow('ECONNREFUSED');
});
