/** Host keys of SSH servers: the first one is taken and remembered, another one later is refused. */
import { createHash } from 'node:crypto';
import type { AppError } from '../../../shared/domain/app-error.ts';
import { lasting } from './open-tunnel.ts';

/** As `ssh-keygen -lf` and the first connection of `ssh` print it, so that a person can hold one against the other. */
export const fingerprintOf = (key: Buffer): string => `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;

/** Null where the key may be trusted; else why not. `host` is `host:port`; `remembered` is null for a server that is new. */
export function judgeHostKey(host: string, fingerprint: string, remembered: string | null): AppError | null {
  if (remembered === null || remembered === fingerprint) return null;
  const sentence = [
    `The SSH server ${host} shows another host key than before: ${fingerprint} instead of ${remembered}.`,
    'Either it was set up anew, or somebody stands between. Ask whoever runs it, forget the old key in the settings of the tunnel, and connect again.',
  ];
  return lasting('ssh_host_key_changed', sentence.join(' '));
}
