/**
 * How keys of vendors are sealed on the desktop: by the system's own key store where it really protects, else by a key file that only
 * the person's account may read, once they agreed to it. What one way sealed is opened by it later, also where the other one is used
 * by then: a data folder may come from the browser host, and a key ring may come or go.
 */
import type { SafeStorage } from 'electron';
import { AppError } from '../../../shared/domain/app-error.ts';
import type { SecretBox } from '../../ports/host.ts';

type Storage = Pick<SafeStorage, 'encryptString' | 'decryptString' | 'isEncryptionAvailable'> & { getSelectedStorageBackend?(): string };

export type SecretsWay = 'key-store' | 'key-file' | 'ask';

export interface SecretsFacts {
  /** The system's key store protects what it seals. */
  isProtected: boolean;
  /** A key was given with the environment, or the key file was agreed to. */
  isAgreed: boolean;
  /** The data folder has a key file: the browser host was used on it. */
  hasKeyFile: boolean;
}

/** Which way new keys are sealed. */
export function secretsWay({ isProtected, isAgreed, hasKeyFile }: SecretsFacts): SecretsWay {
  if (isProtected) return 'key-store';
  return isAgreed || hasKeyFile ? 'key-file' : 'ask';
}

/**
 * Whether the key store protects. On a Linux without a key ring Electron would fall back to a key that stands in its own source.
 * Asked after the app is ready.
 */
export function protects(storage: Storage): boolean {
  const backend = storage.getSelectedStorageBackend?.();
  return storage.isEncryptionAvailable() && backend !== 'basic_text' && backend !== 'unknown';
}

/** What is said where there is no key store. The first answer goes on, the second ends the program. */
export const KEY_FILE_QUESTION = {
  message: 'This system keeps no keys. Use a key file instead?',
  detail:
    'Ringmaster seals the keys of your telephony accounts. No key ring is running here that could do it, so it would use a file in its data folder, which only your account may read. Whoever can read all your files could then read those keys as well.',
  answers: ['Use a key file', 'Quit'],
} as const;

/** Sealed by the key file: its texts name their version, which no base64 holds. */
const BY_KEY_FILE = /^v\d+\./;

/** Seals one way and opens both. @param keyFile made only where it is needed. */
export function secretBox(way: Exclude<SecretsWay, 'ask'>, storage: Storage, keyFile: () => SecretBox): SecretBox {
  let made: SecretBox | null = null;
  const byFile = () => {
    made ??= keyFile();
    return made;
  };
  return {
    seal: (plain) => (way === 'key-file' ? byFile().seal(plain) : storage.encryptString(plain).toString('base64')),
    open(sealed) {
      if (BY_KEY_FILE.test(sealed)) return byFile().open(sealed);
      if (!protects(storage)) {
        throw new AppError(
          'unavailable',
          'key_store_gone',
          'This was sealed by the system’s key ring, which is not running. Start it, or enter the keys again.',
        );
      }
      return storage.decryptString(Buffer.from(sealed, 'base64'));
    },
  };
}
