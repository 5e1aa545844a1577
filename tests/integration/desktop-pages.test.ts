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
  writeFileSync(join(folder, 'index.html'), '<!doctype html><meta nonce="__NONCE__">');
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

  it('shows the built screens under the policy, with a nonce that is never used twice', async () => {
    const pages = [await asked('ringmaster://app/'), await asked('ringmaster://app/index.html')];
    const nonces = pages.map(({ text }) => /^<!doctype html><meta nonce="([\w-]{22})">$/.exec(text)?.[1]);
    expect(new Set(nonces).size).toBe(2);
    for (const [index, nonce] of nonces.entries()) {
      expect(pages[index]).toMatchObject({ status: 200, policy: expect.stringContaining("default-src 'none'; script-src 'self'; ") });
      expect(pages[index]?.policy).toContain(`style-src 'self' 'nonce-${nonce}'; `);
      expect(pages[index]?.policy).not.toContain('unsafe');
    }
  });

  it('lets nothing run in a file of the screens that is opened by itself', async () => {
    writeFileSync(join(folder, 'picture.svg'), '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    expect(await asked('ringmaster://app/picture.svg')).toMatchObject({ status: 200, policy: "default-src 'none'" });
  });
});
