/** What to log in with: a private key, an agent or a password, as ssh2 takes it. */
import { readFile } from 'node:fs/promises';
import { platform } from 'node:os';
import type { ConnectConfig, ParsedKey } from 'ssh2';
import type { SshTunnelSettings } from '../../../shared/domain/tunnel-settings.ts';
import { lasting, passing, type TunnelSecrets } from './open-tunnel.ts';

export type ParseKey = (data: Buffer, passphrase?: string) => ParsedKey | ParsedKey[] | Error;

/** @throws AppError where the key's file, the agent or the password is missing. */
export async function sshLogin(settings: SshTunnelSettings, secrets: TunnelSecrets, parseKey: ParseKey): Promise<Partial<ConnectConfig>> {
  if (settings.auth === 'agent') return { agent: agentSocket() };
  if (settings.auth === 'key') return keyLogin(settings.keyPath, secrets.sshPassphrase(), parseKey);
  const password = secrets.sshPassword();
  if (password === null || password === '')
    throw lasting('ssh_password_missing', `Enter the password of ${settings.user} for the SSH server.`);
  // Some servers ask for the password in their own words instead.
  return { password, tryKeyboard: true };
}

function agentSocket(): string {
  const socket = process.env['SSH_AUTH_SOCK'];
  if (socket) return socket;
  if (platform() === 'win32') return String.raw`\\.\pipe\openssh-ssh-agent`;
  throw passing(
    'ssh_agent_missing',
    'No SSH agent is running for this program. Start one before it (ssh-agent, ssh-add), or choose a key file.',
  );
}

async function keyLogin(keyPath: string, passphrase: string | null, parseKey: ParseKey): Promise<Partial<ConnectConfig>> {
  if (keyPath === '') throw lasting('ssh_key_missing', 'Name the file of the private SSH key.');
  const privateKey = await readFile(keyPath).catch((error: unknown) => {
    throw lasting('ssh_key_unreadable', `The SSH key ${keyPath} cannot be read. Check its path and who may read it.`, error);
  });
  const parsed = parseKey(privateKey, passphrase ?? undefined);
  if (!(parsed instanceof Error)) return { privateKey, ...(passphrase === null ? {} : { passphrase }) };
  if (/no passphrase given/i.test(parsed.message))
    throw lasting('ssh_passphrase_missing', `The SSH key ${keyPath} is locked. Enter its passphrase, or load it into an agent.`);
  if (/passphrase|integrity/i.test(parsed.message))
    throw lasting('ssh_passphrase_wrong', `The passphrase does not open the SSH key ${keyPath}. Enter it again.`);
  throw lasting(
    'ssh_key_unusable',
    `${keyPath} is no private SSH key that can be used here. Choose another file, or make one with ssh-keygen.`,
    parsed,
  );
}
