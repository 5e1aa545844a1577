/** What the desktop's page asks of its own scheme: the built screens, and the files that the engine gives out. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pageHandler } from '../../src/main/hosts/desktop/pages.ts';
import { type Person, startEngine, type TestEngine } from '../helpers/engine.ts';

let test: TestEngine;
let ada: Person;
let folder: string;
let asked: (url: string, init?: RequestInit) => Promise<{ status: number; policy: string | null; text: string }>;

beforeEach(async () => {
  test = await startEngine();
  const rest = await test.serve();
  ada = await test.person('supervisor', { email: 'ada@example.com' });
  await rest.ask('POST', '/contacts', { phoneNumber: '+493021234100', name: 'Lovelace' }, ada);
  folder = mkdtempSync(join(tmpdir(), 'ringmaster-pages-'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  const handler = pageHandler(folder, rest.url);
  const whole = async (response: Response) => {
    const { status, headers } = response;
    return { status, policy: headers.get('content-security-policy'), text: await response.text() };
  };
  asked = (url, init) => test.during(handler(new Request(url, init)).then(whole));
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await test.stop();
});

describe('the page of the desktop', () => {
  it('saves a file of the engine’s as whoever is signed in, and nobody else', async () => {
    const headers = { authorization: ada.authorization };
    const contacts = 'ringmaster://app/api/contacts/export';
    expect(await asked(contacts, { headers })).toMatchObject({ status: 200, text: expect.stringContaining('Lovelace') });
    expect((await asked(contacts)).status).toBe(401);
  });

  it('changes nothing that way, and reaches no other host', async () => {
    const headers = { authorization: ada.authorization };
    expect((await asked('ringmaster://app/api/contacts', { method: 'POST', headers, body: '{}' })).status).toBe(404);
    expect((await asked('ringmaster://other/api/contacts/export', { headers })).status).toBe(404);
    expect((await asked('ringmaster://app/api/../../etc/passwd', { headers })).status).toBe(404);
  });

  it('shows the built screens under the policy', async () => {
    const policy = expect.stringContaining("default-src 'none'; script-src 'self'");
    expect(await asked('ringmaster://app/')).toMatchObject({ status: 200, policy, text: '<!doctype html>' });
  });
});
