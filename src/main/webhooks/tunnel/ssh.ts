/**
 * A remote forward at any SSH server. What arrives at the server's port is handed to the listener as a stream: no port of this
 * machine is opened or asked for, and nothing but the listener can be reached.
 */
import type { Client, ClientChannel, ConnectConfig } from 'ssh2';
import { publicAddress, type SshTunnelSettings } from '../../../shared/domain/tunnel-settings.ts';
import { fingerprintOf, judgeHostKey } from './host-key.ts';
import { lasting, type OpenKind, type OpenParts, type OpenTunnel, passing, pause } from './open-tunnel.ts';
import { sshLogin } from './ssh-login.ts';
import { hostOf, refusedForward, sshTrouble } from './ssh-trouble.ts';

/** A server that is gone without a word is noticed after three of these. */
const KEEP_ALIVE_MS = 15_000;
const READY_MS = 20_000;
/** How long a goodbye may take. */
const GOODBYE_MS = 1_000;

export const openSsh: OpenKind = async (parts) => {
  const settings = parts.settings.ssh;
  const publicUrl = checked(settings);
  const ssh2 = await loadSsh2();
  const login = await sshLogin(settings, parts.secrets, ssh2.utils.parseKey);
  if (parts.signal.aborted) throw passing('ssh_stopped', 'The connection was given up.');
  const client = new ssh2.Client();
  const end = () => void client.destroy();
  parts.signal.addEventListener('abort', end);
  const closed = endOf(client, settings);
  try {
    const remembered = parts.knownHosts.read(hostOf(settings));
    const fingerprint = await connect(client, login, settings, remembered);
    if (remembered === null) {
      parts.log.info({ host: hostOf(settings), fingerprint }, 'host key of the SSH server is remembered');
      parts.knownHosts.keep(hostOf(settings), fingerprint);
    }
    const port = await forward(client, settings);
    handOver(client, port, parts);
    return { publicUrl: publicUrl ?? directAddress(settings.host, port), closed, close: () => close(client, closed, parts) };
  } catch (error) {
    client.destroy();
    throw error;
  } finally {
    parts.signal.removeEventListener('abort', end);
  }
};

/** The public address, null where it follows from the port. @throws AppError where something is missing. */
function checked({ host, user, publicUrl }: SshTunnelSettings): string | null {
  if (host === '' || user === '') throw lasting('ssh_incomplete', 'Enter the SSH server and the user to log in as.');
  if (publicUrl === '') return null;
  const address = publicAddress(publicUrl);
  if (address === null)
    throw lasting('ssh_public_url', `${publicUrl} is no public address. Enter one as in https://hooks.example.com, or leave it empty.`);
  return address;
}

async function loadSsh2(): Promise<typeof import('ssh2')> {
  try {
    const loaded = await import('ssh2');
    return loaded.default ?? loaded;
  } catch (error) {
    throw lasting('ssh_not_installed', 'The part for SSH (ssh2) is not installed with this program. Install the program again.', error);
  }
}

/** Resolves to the fingerprint of the server's key once it has let us in: whoever cannot prove the key does not come that far. */
function connect(client: Client, login: Partial<ConnectConfig>, ssh: SshTunnelSettings, remembered: string | null): Promise<string> {
  return new Promise((done, fail) => {
    let fingerprint = '';
    let refused: Error | null = null;
    client.on('error', (error) => fail(refused ?? sshTrouble(error, ssh)));
    client.once('close', () => fail(refused ?? sshTrouble(new Error('closed before the login'), ssh)));
    client.on('keyboard-interactive', (_name, _words, _language, prompts, answer) => answer(prompts.map(() => login.password ?? '')));
    client.once('ready', () => {
      client.setNoDelay(true);
      done(fingerprint);
    });
    client.connect({
      ...login,
      host: ssh.host,
      port: ssh.port,
      username: ssh.user,
      readyTimeout: READY_MS,
      keepaliveInterval: KEEP_ALIVE_MS,
      keepaliveCountMax: 3,
      hostVerifier: (key: Buffer) => {
        fingerprint = fingerprintOf(key);
        refused = judgeHostKey(hostOf(ssh), fingerprint, remembered);
        return refused === null;
      },
    });
  });
}

/** Resolves to the port that the server took. */
function forward(client: Client, settings: SshTunnelSettings): Promise<number> {
  return new Promise((done, fail) => {
    client.once('close', () => fail(sshTrouble(new Error('closed before the forward'), settings)));
    client.forwardIn(settings.remoteHost, settings.remotePort, (error, port) => {
      if (error) fail(refusedForward(settings));
      else done(port);
    });
  });
}

function handOver(client: Client, port: number, { local, log }: OpenParts): void {
  client.on('tcp connection', (details, accept, reject) => {
    if (details.destPort !== port) return reject();
    const stream: ClientChannel = accept();
    stream.on('error', (error: Error) => log.debug({ err: error }, 'a connection through the tunnel broke off'));
    local.take(stream);
  });
}

/** Resolves to the reason when the connection has ended; errors after the login end there too. */
function endOf(client: Client, settings: SshTunnelSettings): Promise<string> {
  let last: Error | null = null;
  client.on('error', (error) => (last = error));
  return new Promise((done) => {
    client.once('close', () =>
      done(last ? sshTrouble(last, settings).message : `The SSH server ${hostOf(settings)} ended the connection.`),
    );
  });
}

async function close(client: Client, closed: Promise<string>, { clock }: OpenParts): ReturnType<OpenTunnel['close']> {
  const said = new AbortController();
  client.end();
  await Promise.race([closed, pause(clock, GOODBYE_MS, said.signal)]);
  said.abort();
  client.destroy();
}

/** Where the forwarded port itself is public. */
const directAddress = (host: string, port: number): string =>
  `http://${host.includes(':') ? `[${host}]` : host}${port === 80 ? '' : `:${port}`}`;
