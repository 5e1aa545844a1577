/** What went wrong with an SSH server, in sentences that say what to do. */
import type { AppError } from '../../../shared/domain/app-error.ts';
import type { SshTunnelSettings } from '../../../shared/domain/tunnel-settings.ts';
import { lasting, passing } from './open-tunnel.ts';

/** What ssh2 adds to its errors. */
interface SshError extends Error {
  level?: string;
  code?: string;
}

export const hostOf = ({ host, port }: SshTunnelSettings): string => `${host}:${port}`;

/** An error of ssh2, before or after the login. */
export function sshTrouble(error: SshError, settings: SshTunnelSettings): AppError {
  const server = `The SSH server ${hostOf(settings)}`;
  if (error.level === 'client-authentication') return refusedLogin(server, settings);
  if (error.level === 'agent')
    return passing('ssh_agent_failed', 'The SSH agent does not answer. Start it and load your key (ssh-add), or choose a key file.', error);
  if (/Keepalive/.test(error.message)) return passing('ssh_silent', `${server} no longer answers.`, error);
  if (error.level === 'client-timeout')
    return passing('ssh_slow', `${server} does not answer in time. Check its address, and that no firewall stands between.`, error);
  if (error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN')
    return passing(
      'ssh_name_unknown',
      `The name ${settings.host} cannot be found. Check how it is written, and that this computer is online.`,
      error,
    );
  if (error.code === 'ECONNREFUSED')
    return passing('ssh_refused', `Nothing answers at ${hostOf(settings)}. Check the port, and that the SSH server runs.`, error);
  if (error.level === 'handshake' || error.level === 'protocol')
    return passing(
      'ssh_handshake',
      `${server} could not agree on a connection. Check that an SSH server of this decade answers there.`,
      error,
    );
  return passing('ssh_unreachable', `${server} cannot be reached${error.code ? ` (${error.code})` : ''}.`, error);
}

function refusedLogin(server: string, { auth, user, keyPath }: SshTunnelSettings): AppError {
  if (auth === 'password') return lasting('ssh_login_refused', `${server} refuses the password of ${user}. Enter it again.`);
  const key = auth === 'agent' ? 'every key of the agent' : `the key ${keyPath}`;
  return lasting('ssh_login_refused', `${server} refuses ${key} for ${user}. Add its public half to authorized_keys of ${user} there.`);
}

/** It stays `passing`: after a lost connection the server holds the port until it notices, which may take it minutes. */
export function refusedForward(settings: SshTunnelSettings): AppError {
  const where = `${settings.remoteHost || 'every address'}, port ${settings.remotePort}`;
  return passing(
    'ssh_forward_refused',
    `The SSH server ${hostOf(settings)} does not forward ${where}: the port is taken, or forwarding is not allowed. Choose another port, or ask for AllowTcpForwarding (and GatewayPorts for public addresses).`,
  );
}
