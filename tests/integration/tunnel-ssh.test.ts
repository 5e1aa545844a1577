/** The SSH tunnel against a real OpenSSH server: what comes through, what is lost and comes back, what is refused and in which words. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { platform } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ssh2 from 'ssh2';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { findSshd, type Sshd } from '../../scripts/sshd.mjs';
import type { TunnelState } from '../../src/main/ports/tunnel.ts';
import { Tunnel, type TunnelParts } from '../../src/main/webhooks/tunnel/tunnel.ts';
import { DEFAULT_TUNNEL, type SshTunnelSettings } from '../../src/shared/domain/tunnel-settings.ts';
import { freePort, SshServer } from '../helpers/ssh-server.ts';
import { hostKeys, NO_SECRETS, standInListener, tunnelParts } from '../helpers/tunnels.ts';
import { untilReal } from '../helpers/virtual-clock.ts';

const sshd = platform() === 'linux' ? findSshd() : undefined;
if (!sshd)
  console.log(
    'Skipped for want of an OpenSSH server: the SSH tunnel against a real one. `npm test integration` fetches it on Debian as root.',
  );

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

interface Given {
  ssh?: Partial<SshTunnelSettings>;
  parts?: Partial<TunnelParts>;
}

/** A listener without any port, and a tunnel that leads a port of the SSH server to it. */
async function aTunnel(server: Pick<SshServer, 'port' | 'user'>, { ssh = {}, parts = {} }: Given = {}) {
  const local = await standInListener();
  cleanups.push(() => local.stop());
  const remotePort = ssh.remotePort ?? (await freePort());
  const publicUrl = `http://127.0.0.1:${remotePort}`;
  const settings = { ...DEFAULT_TUNNEL.ssh, host: '127.0.0.1', port: server.port, user: server.user, remotePort, publicUrl, ...ssh };
  const keys = hostKeys();
  const tunnel = new Tunnel(tunnelParts(local, { kind: 'ssh', ssh: settings }, { knownHosts: keys, ...parts }));
  cleanups.push(() => tunnel.stop());
  const states: TunnelState[] = [];
  tunnel.onChange((state) => states.push(state));
  const until = (state: TunnelState['state']) => untilReal(() => tunnel.state().state === state, `a tunnel that is ${state}`);
  return { local, publicUrl, settings, keys, tunnel, states, until };
}

const reasonOf = (state: TunnelState) => (state.state === 'down' ? state.reason : state.state);

const deliver = async (publicUrl: string, body: string) =>
  (await fetch(`${publicUrl}/webhooks/practice/events`, { method: 'POST', body })).text();

async function holdPort(port: number): Promise<Server> {
  const holder = createServer().listen(port, '127.0.0.1');
  await once(holder, 'listening');
  cleanups.push(() => holder.close());
  return holder;
}

describe.skipIf(!sshd)('the tunnel through a real SSH server', () => {
  let found: Sshd;
  beforeAll(() => {
    found = sshd!;
  });

  async function aServer(): Promise<SshServer> {
    const server = await SshServer.started(found);
    cleanups.push(() => server.remove());
    return server;
  }

  it('brings a delivery with its whole body to the listener, and remembers the host key', async () => {
    const server = await aServer();
    const noDelay = vi.spyOn(ssh2.Client.prototype, 'setNoDelay');
    const { local, publicUrl, keys, tunnel, until } = await aTunnel(server, { ssh: { keyPath: server.userKey('key') } });
    tunnel.start();
    await until('up');
    expect(tunnel.state()).toMatchObject({ state: 'up', publicUrl });
    expect([...keys.kept]).toEqual([[`127.0.0.1:${server.port}`, server.fingerprint()]]);
    expect(noDelay.mock.calls).toEqual([[true]]);

    const body = 'ü'.repeat(400_000);
    expect(await deliver(publicUrl, body)).toBe('400000');
    expect(local.deliveries).toEqual([{ url: '/webhooks/practice/events', body }]);
    const many = await Promise.all(Array.from({ length: 40 }, (_, i) => deliver(publicUrl, 'x'.repeat(i))));
    expect(many).toEqual(Array.from({ length: 40 }, (_, i) => String(i)));
  });

  it('is up again by itself after the server was killed and came back', async () => {
    const server = await aServer();
    const { local, publicUrl, tunnel, states, until } = await aTunnel(server, { ssh: { keyPath: server.userKey('key') } });
    tunnel.start();
    await until('up');
    await server.kill();
    await until('down');
    await untilReal(() => states.filter(({ state }) => state === 'down').length >= 3, 'tries while the server is away');
    const words = reasonOf(states.findLast(({ state }) => state === 'down')!);
    expect(words).toBe(`Nothing answers at 127.0.0.1:${server.port}. Check the port, and that the SSH server runs.`);
    expect(await deliver(publicUrl, 'lost').catch(() => 'refused')).toBe('refused');

    await server.start();
    await until('up');
    expect(await deliver(publicUrl, 'back')).toBe('4');
    expect(local.deliveries.map(({ body }) => body)).toEqual(['back']);
  });

  it('refuses a server whose host key has changed, with both fingerprints, and does not try again', async () => {
    const server = await aServer();
    const { keys, settings, tunnel, states, until } = await aTunnel(server, { ssh: { keyPath: server.userKey('key') } });
    tunnel.start();
    await until('up');
    const before = server.fingerprint();
    await server.kill();
    server.newHostKey();
    await server.start();
    await untilReal(() => states.some((state) => state.state === 'down' && state.nextTryAt === null), 'the refusal');
    expect(reasonOf(tunnel.state())).toContain(
      `The SSH server 127.0.0.1:${settings.port} shows another host key than before: ${server.fingerprint()} instead of ${before}.`,
    );
    expect([...keys.kept.values()]).toEqual([before]);

    keys.kept.clear();
    await tunnel.configure();
    await until('up');
    expect([...keys.kept.values()]).toEqual([server.fingerprint()]);
  });

  it('tells a key that the server does not know, and remembers no host that did not let us in', async () => {
    const server = await aServer();
    const keyPath = server.userKey('stranger', { stranger: true });
    const { keys, tunnel, until } = await aTunnel(server, { ssh: { keyPath } });
    tunnel.start();
    await until('down');
    const reason = `The SSH server 127.0.0.1:${server.port} refuses the key ${keyPath} for ${server.user}. Add its public half to authorized_keys of ${server.user} there.`;
    expect(tunnel.state()).toEqual({ state: 'down', reason, nextTryAt: null });
    expect(keys.kept.size).toBe(0);
  });

  it('waits for a forwarded port that is taken, and has it once it is free', async () => {
    const server = await aServer();
    const remotePort = await freePort();
    const holder = await holdPort(remotePort);
    const ssh = { keyPath: server.userKey('key'), remotePort, remoteHost: '127.0.0.1' };
    const { tunnel, until } = await aTunnel(server, { ssh });
    tunnel.start();
    await until('down');
    expect(reasonOf(tunnel.state())).toMatch(
      new RegExp(`^The SSH server 127\\.0\\.0\\.1:${server.port} does not forward 127\\.0\\.0\\.1, port ${remotePort}: the port is taken,`),
    );
    expect(tunnel.state()).toMatchObject({ nextTryAt: expect.any(Number) as unknown });
    holder.close();
    await until('up');
  });

  it('frees the port when it is stopped, so that the next start has it', async () => {
    const server = await aServer();
    const { publicUrl, settings, tunnel, states, until } = await aTunnel(server, { ssh: { keyPath: server.userKey('key') } });
    tunnel.start();
    await until('up');
    await tunnel.configure();
    await until('up');
    await tunnel.stop();
    await untilReal(async () => (await fetch(`${publicUrl}/health`).catch(() => null)) === null, 'the end of the forward');
    await holdPort(settings.remotePort);
    expect(states.filter(({ state }) => state === 'down').map(reasonOf)).toEqual([]);
  });

  it('takes the port that the server chose for its address, where none is named', async () => {
    const server = await aServer();
    const { tunnel, until } = await aTunnel(server, { ssh: { keyPath: server.userKey('key'), remotePort: 0, publicUrl: '' } });
    tunnel.start();
    await until('up');
    expect(tunnel.state()).toMatchObject({ publicUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:[1-9]\d*$/) as unknown });
  });

  it.each([
    ['up', 'open sesame', /^up$/],
    ['down', null, /^The SSH key .*locked is locked\. Enter its passphrase/],
    ['down', 'wrong', /^The passphrase does not open the SSH key .*locked\./],
  ] as const)('is %s by a locked key and the passphrase %j', async (state, passphrase, words) => {
    const server = await aServer();
    const keyPath = server.userKey('locked', { passphrase: 'open sesame' });
    const secrets = { ...NO_SECRETS, sshPassphrase: () => passphrase };
    const { tunnel, until } = await aTunnel(server, { ssh: { keyPath }, parts: { secrets } });
    tunnel.start();
    await until(state);
    expect(reasonOf(tunnel.state())).toMatch(words);
    if (state === 'down') expect(tunnel.state()).toMatchObject({ nextTryAt: null });
  });

  it('logs in by a key that an agent holds', async () => {
    const server = await aServer();
    const socket = await anAgent(server.userKey('key'));
    vi.stubEnv('SSH_AUTH_SOCK', socket);
    const { publicUrl, tunnel, until } = await aTunnel(server, { ssh: { auth: 'agent' } });
    tunnel.start();
    await until('up');
    expect(await deliver(publicUrl, 'by agent')).toBe('8');
  });
});

/** An agent with one key. Resolves to its socket. */
async function anAgent(keyPath: string): Promise<string> {
  const key = ssh2.utils.parseKey(readFileSync(keyPath));
  if (key instanceof Error || Array.isArray(key)) throw new Error('no key');
  const server = createServer((stream) => {
    const protocol = new ssh2.AgentProtocol(false);
    protocol.on('identities', (request) => protocol.getIdentitiesReply(request, [key]));
    protocol.on('sign', (request, _key, data) => protocol.signReply(request, key.sign(data)));
    stream.pipe(protocol).pipe(stream);
  });
  const socket = join(keyPath, '..', 'agent.sock');
  server.listen(socket);
  await once(server, 'listening');
  cleanups.push(() => server.close());
  return socket;
}

/** A stand-in of a server, for what a real one asks an account on this machine for: a password, and patience. */
async function aPasswordServer(method: 'password' | 'keyboard-interactive'): Promise<{ port: number; user: string }> {
  const { private: hostKey } = ssh2.utils.generateKeyPairSync('ed25519');
  const server = new ssh2.Server({ hostKeys: [hostKey] }, (client) => {
    client.on('error', () => {});
    client.on('authentication', (context) => {
      const judge = (password: string | undefined) => (password === 'pass word' ? context.accept() : context.reject([method]));
      if (context.method !== method) return context.reject([method]);
      if (context.method === 'password') return judge(context.password);
      if (context.method === 'keyboard-interactive')
        context.prompt([{ prompt: 'Your password, please: ', echo: false }], ([word]) => judge(word));
    });
    client.on('request', (accept, _reject, name, info) => {
      if (name !== 'tcpip-forward') return;
      const { bindAddr, bindPort } = info;
      const outside = createServer((stream) => {
        client.forwardOut(bindAddr, bindPort, '127.0.0.1', 1, (error, channel) =>
          error ? stream.destroy() : stream.pipe(channel).pipe(stream),
        );
      });
      outside.listen(bindPort, '127.0.0.1', () => accept?.());
      client.on('close', () => outside.close());
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  cleanups.push(() => server.close());
  return { port: (server.address() as { port: number }).port, user: 'mira' };
}

describe('the tunnel through an SSH server with passwords', () => {
  it.each(['password', 'keyboard-interactive'] as const)('logs in by %s', async (method) => {
    const server = await aPasswordServer(method);
    const secrets = { ...NO_SECRETS, sshPassword: () => 'pass word' };
    const { publicUrl, tunnel, until } = await aTunnel(server, { ssh: { auth: 'password' }, parts: { secrets } });
    tunnel.start();
    await until('up');
    expect(await deliver(publicUrl, 'hello')).toBe('5');
  });

  it('tells a wrong one, once', async () => {
    const server = await aPasswordServer('password');
    const secrets = { ...NO_SECRETS, sshPassword: () => 'wrong' };
    const { tunnel, until } = await aTunnel(server, { ssh: { auth: 'password' }, parts: { secrets } });
    tunnel.start();
    await until('down');
    const reason = `The SSH server 127.0.0.1:${server.port} refuses the password of mira. Enter it again.`;
    expect(tunnel.state()).toEqual({ state: 'down', reason, nextTryAt: null });
  });
});

describe('the tunnel to what is no SSH server', () => {
  it('is given up at once when it is stopped while the other side is silent', async () => {
    let arrived = false;
    let left = false;
    const silent = createServer((stream) => {
      arrived = true;
      stream.on('error', () => {}).on('close', () => (left = true));
      stream.resume();
    }).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    cleanups.push(() => silent.close());
    const port = (silent.address() as { port: number }).port;
    const secrets = { ...NO_SECRETS, sshPassword: () => 'x' };
    const { tunnel } = await aTunnel({ port, user: 'mira' }, { ssh: { auth: 'password' }, parts: { secrets, pace: { closeMs: 60_000 } } });
    tunnel.start();
    await untilReal(() => arrived, 'the connection');
    let stopped = false;
    void tunnel.stop().then(() => (stopped = true));
    // Sooner than the library's own patience.
    await untilReal(() => stopped, 'the end of the try');
    await untilReal(() => left, 'its end');
    expect(tunnel.state()).toEqual({ state: 'off' });
  });

  it.each<[string, Partial<SshTunnelSettings>, RegExp]>([
    ['no server', { host: '' }, /^Enter the SSH server and the user/],
    ['no user', { user: '' }, /^Enter the SSH server and the user/],
    ['a public address that is none', { publicUrl: 'ftp://x' }, /^ftp:\/\/x is no public address/],
    ['no key', { keyPath: '' }, /^Name the file of the private SSH key/],
    ['a key that is not there', { keyPath: '/nowhere/key' }, /^The SSH key \/nowhere\/key cannot be read/],
    ['a file that is no key', { keyPath: fileURLToPath(import.meta.url) }, /is no private SSH key that can be used here/],
    ['no password', { auth: 'password' }, /^Enter the password of mira/],
  ])('is not tried with %s', async (_what, ssh, words) => {
    const { tunnel, until } = await aTunnel({ port: 1, user: 'mira' }, { ssh });
    tunnel.start();
    await until('down');
    expect(reasonOf(tunnel.state())).toMatch(words);
    expect(tunnel.state()).toMatchObject({ nextTryAt: null });
  });
});
