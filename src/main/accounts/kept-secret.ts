/** Secrets that the program makes for itself and keeps, sealed by the host. */
import type { Parts } from '../parts.ts';

export type SecretParts = Pick<Parts, 'data' | 'ids' | 'secrets' | 'clock' | 'log'>;
const BYTES = 32;

/** The name of the secret word in the path of the vendors' addresses here. */
export const PATH_SECRET = 'webhook-path';

/**
 * The secret of this name, base64url; made at first use. One that the host cannot open any more (its key is another) is
 * replaced: what was proven with it has to be proven anew.
 */
export function keptSecret({ data, ids, secrets, clock, log }: SecretParts, name: string): string {
  const sealed = data.secrets.read(name);
  if (sealed !== undefined) {
    try {
      return secrets.open(sealed);
    } catch (error) {
      log.warn({ err: error, name }, 'a sealed secret could not be opened; a new one is made');
    }
  }
  const secret = ids.secret(BYTES);
  data.database.write(() => data.secrets.writeTx(name, secrets.seal(secret), clock.now()));
  return secret;
}
