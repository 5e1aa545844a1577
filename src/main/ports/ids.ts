import { randomBytes } from 'node:crypto';

export type IdKind = 'user' | 'agent' | 'campaign' | 'call' | 'import' | 'session' | 'notice' | 'token';

/** New identifiers and chance. Tests hand in a seeded one. */
export interface Ids {
  /** An opaque id with its kind in front: `campaign_k3v9…`. */
  next(kind: IdKind): string;
  /** A secret of `bytes` random bytes, base64url. */
  secret(bytes: number): string;
  /** A number in [0, 1), for jitter; never for secrets. */
  random(): number;
}

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** 70 random bits in 14 letters that cannot be misread (Crockford's base 32). */
export const systemIds: Ids = {
  next: (kind) => `${kind}_${Array.from(randomBytes(14), (b) => ALPHABET[b % 32]).join('')}`,
  secret: (bytes) => randomBytes(bytes).toString('base64url'),
  random: () => Math.random(),
};
