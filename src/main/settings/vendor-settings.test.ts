import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aUser, anAdmin, openWorld, type World } from '../../../tests/helpers/builders.ts';
import { TelephonyChange } from '../../shared/contract/telephony-settings.ts';
import { TunnelChange } from '../../shared/contract/tunnel.ts';
import type { Actor } from '../data/scope.ts';
import type { SecretBox } from '../ports/host.ts';
import { noTunnel, type TunnelDesk } from '../ports/tunnel.ts';
import { changeTelephony, isSetUp, readTelephony, signalWireAddress, signalWireSettings } from './telephony.ts';
import { changeTunnel, readTunnel, tunnelSettings } from './tunnel.ts';
import { vendorKey } from './vendor-keys.ts';

const KEY = 'bn-very-secret-word';
/** Turns a text around: enough to see whether what is stored was sealed. */
const turned = (text: string) => Buffer.from(Buffer.from(text).toReversed()).toString();
const turning: SecretBox = { seal: turned, open: turned };
const desk: TunnelDesk = {
  ...noTunnel,
  localUrl: () => 'http://127.0.0.1:1',
  endpointsAt: (url) => ({ bolna: `${url}/b`, signalwire: `${url}/s`, elevenlabs: `${url}/e` }),
  tryNow() {},
};

let world: World;
let admin: Actor;
beforeEach(() => {
  world = openWorld({ secrets: turning });
  admin = anAdmin(world);
});
afterEach(() => world.close());

const everythingStored = () =>
  (world.data.database.sqlite.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all() as string[])
    .map((table) => JSON.stringify(world.data.database.sqlite.prepare(`SELECT * FROM "${table}"`).all()))
    .join('\n');

describe('keys of vendors', () => {
  it('are written and never told, and stand nowhere in the database as they are', () => {
    const answer = changeTelephony(world, admin, {
      bolna: { apiKey: KEY },
      signalwire: { token: KEY, signingKey: KEY, space: 'demo', projectId: 'p' },
      elevenlabs: { apiKey: KEY, webhookSecret: KEY },
    });
    const tunnel = changeTunnel(world, admin, desk, {
      ngrok: { token: KEY },
      ssh: { password: KEY, passphrase: KEY },
      cloudflared: { token: KEY },
    });
    expect(JSON.stringify([answer, readTelephony(world, admin), tunnel, readTunnel(world, admin, desk)])).not.toContain('secret-word');
    expect(everythingStored()).not.toContain(KEY);
    expect(vendorKey(world, 'bolna-key')).toBe(KEY);
    expect(answer).toMatchObject({
      bolna: { apiKeySet: true, isSetUp: true },
      signalwire: { tokenSet: true, signingKeySet: true, isSetUp: true },
      elevenlabs: { apiKeySet: true, webhookSecretSet: true, isSetUp: true },
    });
    expect(tunnel).toMatchObject({
      ngrok: { tokenSet: true },
      ssh: { passwordSet: true, passphraseSet: true },
      cloudflared: { tokenSet: true },
    });
  });

  it('stay where a change leaves them out, and are taken away by null', () => {
    changeTelephony(world, admin, { bolna: { apiKey: KEY } });
    expect(changeTelephony(world, admin, { bolna: { callsPerSecond: 2 } }).bolna).toMatchObject({ apiKeySet: true, callsPerSecond: 2 });
    expect(changeTelephony(world, admin, { bolna: { apiKey: null } }).bolna).toMatchObject({ apiKeySet: false, isSetUp: false });
    expect(vendorKey(world, 'bolna-key')).toBeNull();
  });

  it('that another host sealed are as good as none', () => {
    changeTelephony(world, admin, { bolna: { apiKey: KEY } });
    const elsewhere = {
      ...world,
      secrets: {
        seal: turned,
        open: () => {
          throw new Error('another key');
        },
      },
    };
    expect(vendorKey(elsewhere, 'bolna-key')).toBeNull();
  });

  it('are for admins only', () => {
    const ada = aUser(world);
    for (const refused of [
      () => readTelephony(world, ada),
      () => changeTelephony(world, ada, {}),
      () => readTunnel(world, ada, desk),
      () => changeTunnel(world, ada, desk, {}),
    ])
      expect(refused).toThrow(expect.objectContaining({ code: 'admins_only' }));
  });
});

describe('the address of SignalWire', () => {
  it('follows from the space, as it is pasted, unless one is given', () => {
    const { signalwire } = TelephonyChange.parse({ signalwire: { space: 'https://Demo.signalwire.com/dashboard' } });
    changeTelephony(world, admin, { signalwire });
    expect(signalWireAddress(signalWireSettings(world))).toBe('https://demo.signalwire.com');
    changeTelephony(world, admin, { signalwire: { baseUrl: 'http://127.0.0.1:9' } });
    expect(signalWireAddress(signalWireSettings(world))).toBe('http://127.0.0.1:9');
    expect(isSetUp(world, 'signalwire')).toBe(false);
  });
});

describe('addresses that keys are sent to', () => {
  it.each([
    ['https://api.bolna.ai/', true],
    ['http://127.0.0.1:8080', true],
    ['http://localhost:8080', true],
    ['http://api.bolna.ai', false],
    ['http://127.0.0.1.evil.example', false],
    ['ftp://api.bolna.ai', false],
    ['api.bolna.ai', false],
  ])('%s: %s', (baseUrl, taken) => {
    expect(TelephonyChange.safeParse({ bolna: { baseUrl } }).success).toBe(taken);
  });
});

describe('changeTunnel', () => {
  it('keeps what a change leaves out', () => {
    changeTunnel(world, admin, desk, { kind: 'ssh', ssh: { host: 'vps.example.com', user: 'tunnel' } });
    changeTunnel(world, admin, desk, { ssh: { user: 'other' } });
    expect(tunnelSettings(world)).toMatchObject({ kind: 'ssh', ssh: { host: 'vps.example.com', user: 'other', port: 22 } });
  });

  it('tells the whole addresses of a public address that the admin has', () => {
    const change = TunnelChange.parse({ kind: 'address', publicUrl: 'hooks.example.com/' });
    expect(changeTunnel(world, admin, desk, change)).toMatchObject({
      kind: 'address',
      publicUrl: 'https://hooks.example.com',
      endpoints: { bolna: 'https://hooks.example.com/b' },
    });
  });
});
