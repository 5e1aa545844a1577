/** The first run: whoever is there first becomes the admin and is shown the recovery code, once. */
import { createHash } from 'node:crypto';
import type { SignedIn } from '../../shared/contract/auth.ts';
import { conflict } from '../../shared/domain/app-error.ts';
import type { UserRow } from '../data/user-store.ts';
import type { Parts } from '../parts.ts';
import type { Ids } from '../ports/ids.ts';
import { hashPassword } from './password.ts';
import { signedIn } from './sign-in.ts';
import { openSession } from './token.ts';

/** Crockford's base 32: what looks alike is read alike. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LETTERS = 20;

/** A recovery code of 100 random bits: `7KQ2M-…`, in four groups of five. */
export function newRecoveryCode(ids: Pick<Ids, 'secret'>): string {
  const letters = Array.from(Buffer.from(ids.secret(CODE_LETTERS), 'base64url'), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return (letters.match(/.{5}/g) ?? []).join('-');
}

/** However it was typed: small letters, spaces, dashes and letters that look like digits do not matter. */
export function hashRecoveryCode(code: string): string {
  const plain = code
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return createHash('sha256').update(plain).digest('hex');
}

export const isFirstRun = ({ data }: Parts): boolean => data.users.isEmpty();

export interface FirstAdmin {
  email: string;
  name: string;
  password: string;
}

/**
 * Creates the first admin and signs them in.
 * @throws AppError `not_first_run` where there is a user already.
 */
export async function createFirstAdmin(parts: Parts, input: FirstAdmin & { keep: boolean }): Promise<SignedIn & { recoveryCode: string }> {
  const { user, recoveryCode } = await addFirstAdmin(parts, input);
  return { ...signedIn(user, openSession(parts, user, input.keep)), recoveryCode };
}

/**
 * For whoever starts the program with `RINGMASTER_ADMIN_EMAIL` and `RINGMASTER_ADMIN_PASSWORD`: does nothing where there is a user.
 * @returns whether an admin was created.
 */
export async function createAdminFromEnvironment(
  parts: Parts,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<boolean> {
  const email = environment.RINGMASTER_ADMIN_EMAIL?.trim().toLowerCase();
  const password = environment.RINGMASTER_ADMIN_PASSWORD;
  if (!email || !password || !isFirstRun(parts)) return false;
  await addFirstAdmin(parts, { email, name: email.split('@')[0] ?? email, password });
  parts.log.info({ email }, 'first admin created from the environment');
  return true;
}

async function addFirstAdmin(parts: Parts, { email, name, password }: FirstAdmin): Promise<{ user: UserRow; recoveryCode: string }> {
  const { data, ids, clock } = parts;
  // Before anything costs something: nobody in particular asks this.
  mustBeFirstRun(parts);
  const passwordHash = await hashPassword(ids, password);
  const recoveryCode = newRecoveryCode(ids);
  const now = clock.now();
  const user = data.database.write(() => {
    mustBeFirstRun(parts);
    const row = { id: ids.next('user'), email, name, role: 'admin' as const, passwordHash, recoveryHash: hashRecoveryCode(recoveryCode) };
    return data.users.insertTx({ ...row, createdAt: now, updatedAt: now });
  });
  return { user, recoveryCode };
}

/** @throws AppError `not_first_run`. */
function mustBeFirstRun(parts: Parts): void {
  if (!isFirstRun(parts)) throw conflict('not_first_run', 'Ringmaster has been set up already. Sign in, or ask an admin to add you.');
}
