/** A real OpenSSH server on loopback, as a process of its own that can be killed and come back, with keys and configuration of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import ssh2 from 'ssh2';
import type { Sshd } from '../../scripts/sshd.mjs';
import { fingerprintOf } from '../../src/main/webhooks/tunnel/host-key.ts';

/** Somebody without rights, where root runs the tests: a server that root starts wants an account of its own on this machine. */
const NOBODY = 65_534;
const IS_ROOT = userInfo().uid === 0;

/** A port of loopback that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (typeof address === 'string' || address === null) throw new Error('no port');
  return address.port;
}

export class SshServer {
  readonly user = IS_ROOT ? 'nobody' : userInfo().username;
  readonly port: number;
  private readonly sshd: Sshd;
  private readonly folder: string;
  private child: ChildProcess | null = null;
  private said = '';

  private constructor(sshd: Sshd, port: number) {
    this.sshd = sshd;
    this.port = port;
    // Not in the tests' own folder, which nobody else may enter.
    this.folder = mkdtempSync(join(IS_ROOT ? '/tmp' : tmpdir(), 'ssh-server-'));
    chmodSync(this.folder, 0o711);
  }

  /** A server that runs, with a host key of its own. */
  static async started(sshd: Sshd): Promise<SshServer> {
    const server = new SshServer(sshd, await freePort());
    server.newHostKey();
    server.file('authorized', '');
    server.file(
      'config',
      [
        `Port ${server.port}`,
        'ListenAddress 127.0.0.1',
        `HostKey ${server.path('host')}`,
        `AuthorizedKeysFile ${server.path('authorized')}`,
        'PidFile none',
        'StrictModes no',
        'UsePAM yes',
        'PasswordAuthentication no',
        'KbdInteractiveAuthentication no',
        ...sshd.lines,
        '',
      ].join('\n'),
    );
    await server.start();
    return server;
  }

  /** Of the host key, as the server shows it. */
  fingerprint(): string {
    return fingerprintOf(Buffer.from(readFileSync(this.path('host.pub'), 'utf8').split(' ')[1]!, 'base64'));
  }

  /** As after the machine was set up anew. Holds from the next start. */
  newHostKey(): void {
    const { private: secret, public: open } = ssh2.utils.generateKeyPairSync('ed25519');
    this.file('host', secret);
    this.file('host.pub', open);
  }

  /** A key file that lets its holder in, unless it is a stranger's. */
  userKey(name: string, { passphrase, stranger = false }: { passphrase?: string; stranger?: boolean } = {}): string {
    const { private: secret, public: open } =
      passphrase === undefined
        ? ssh2.utils.generateKeyPairSync('ed25519')
        : ssh2.utils.generateKeyPairSync('ed25519', { passphrase, cipher: 'aes256-ctr', rounds: 4 });
    this.file(name, secret);
    if (!stranger) this.file('authorized', `${readFileSync(this.path('authorized'), 'utf8')}${open}\n`);
    return this.path(name);
  }

  async start(): Promise<void> {
    const child = spawn(this.sshd.program, ['-D', '-e', '-f', this.path('config')], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, ...this.sshd.env },
      ...(IS_ROOT ? { uid: NOBODY, gid: NOBODY } : {}),
    });
    this.child = child;
    this.said = '';
    const end = () => void child.kill('SIGKILL');
    process.once('exit', end);
    child.once('exit', () => process.off('exit', end));
    await new Promise<void>((done, fail) => {
      child.stderr.on('data', (words: Buffer) => {
        this.said += words.toString();
        if (/Server listening/.test(this.said)) done();
      });
      child.once('exit', () => fail(new Error(`the SSH server ended: ${this.said}`)));
    });
  }

  /** Ends the server and every session of it, without a goodbye. */
  async kill(): Promise<void> {
    const { child } = this;
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    for (const pid of [...descendants(child.pid), child.pid]) killQuietly(pid);
    await gone;
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private path(name: string): string {
    return join(this.folder, name);
  }

  private file(name: string, text: string): void {
    writeFileSync(this.path(name), text, { mode: 0o600 });
    if (IS_ROOT) chownSync(this.path(name), NOBODY, NOBODY);
  }
}

/** Each session is a process of its own, which outlives the server. */
function descendants(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
  return children.flatMap((child) => [...descendants(child), child]);
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended in between.
  }
}
