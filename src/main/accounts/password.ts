/**
 * Passwords as scrypt hashes that carry their own parameters, so that the cost can be raised without locking anyone out.
 *
 * `scrypt$<log2 N>$<r>$<p>$<salt>$<hash>`, salt and hash base64url. Called by the other files of accounts/ alone.
 */
import { type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import type { Ids } from '../ports/ids.ts';

export interface ScryptCost {
  /** log2 of N. */
  logN: number;
  r: number;
  p: number;
}

/** 32 MB and about a tenth of a second a try. */
const PASSWORD_COST: ScryptCost = { logN: 15, r: 8, p: 2 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** A hash of `password` under a new salt. */
export async function hashPassword(ids: Pick<Ids, 'secret'>, password: string, cost: ScryptCost = PASSWORD_COST): Promise<string> {
  const salt = ids.secret(SALT_BYTES);
  const hash = await derive(password, salt, cost);
  return ['scrypt', cost.logN, cost.r, cost.p, salt, hash.toString('base64url')].join('$');
}

/**
 * Whether `password` is the one that `stored` was made from. With `stored` null it takes as long and answers false, so that
 * nobody learns from the time which e-mails are known.
 */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const [kind, logN, r, p, salt, hash] = (stored ?? '').split('$');
  if (kind !== 'scrypt' || !salt || !hash) {
    await derive(password, 'nobody', PASSWORD_COST);
    return false;
  }
  const wanted = Buffer.from(hash, 'base64url');
  const given = await derive(password, salt, { logN: Number(logN), r: Number(r), p: Number(p) });
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}

function derive(password: string, salt: string, { logN, r, p }: ScryptCost): Promise<Buffer> {
  const N = 2 ** logN;
  const options: ScryptOptions = { N, r, p, maxmem: 256 * N * r };
  return new Promise((done, fail) => {
    scrypt(password.normalize('NFKC'), salt, HASH_BYTES, options, (error, hash) => (error ? fail(error) : done(hash)));
  });
}
