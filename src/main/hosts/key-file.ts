/**
 * Sealing where there is no keychain: AES-256-GCM under a key of the program's own, kept in a file that only its owner may
 * read, or given in `RINGMASTER_SECRET_KEY` (any text; its SHA-256 is the key), so that a stolen database tells no key.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../shared/domain/app-error.ts';
import type { SecretBox } from '../ports/host.ts';

const KEY_FILE = 'secret.key';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const VERSION = 'v1';

export const keyFileOf = (dataDir: string) => join(dataDir, KEY_FILE);

/** @param given the value of `RINGMASTER_SECRET_KEY`, where there is one. */
export function keyFileSecrets(dataDir: string, given?: string): SecretBox {
  return secretBox(given ? createHash('sha256').update(given).digest() : readKey(dataDir));
}

function readKey(dataDir: string): Buffer {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = keyFileOf(dataDir);
  try {
    // Fails where the file is there: two starts at once must not each make a key.
    writeFileSync(file, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    chmodSync(file, 0o600);
  }
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  if (key.length === KEY_BYTES) return key;
  throw new AppError(
    'unavailable',
    'secret_key_broken',
    `${file} holds no key. Put the right file back, or remove it and enter all keys again.`,
    {
      retryable: false,
    },
  );
}

/** Seals as `v1.<nonce, tag and text, base64>`. */
function secretBox(key: Buffer): SecretBox {
  return {
    seal(plain) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return `${VERSION}.${Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64')}`;
    },
    open(sealed) {
      const [version, data] = sealed.split('.');
      if (version !== VERSION || data === undefined) throw new Error('sealed in a way that this program does not know');
      const bytes = Buffer.from(data, 'base64');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES));
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
    },
  };
}
