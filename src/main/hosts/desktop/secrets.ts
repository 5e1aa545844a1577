import type { SafeStorage } from 'electron';
import type { SecretBox } from '../../ports/host.ts';

/** Seals with the system's own key store. Called after the app is ready. */
function keychainSecrets(storage: Pick<SafeStorage, 'encryptString' | 'decryptString'>): SecretBox {
  return {
    seal: (plain) => storage.encryptString(plain).toString('base64'),
    open: (sealed) => storage.decryptString(Buffer.from(sealed, 'base64')),
  };
}

/**
 * The key store, where it really protects; else a key file. On a Linux without a keyring Electron would fall back to a key that
 * stands in its own source.
 * @param fallback made only where it is needed.
 */
export function chooseSecrets(
  storage: Pick<SafeStorage, 'encryptString' | 'decryptString' | 'isEncryptionAvailable'> & { getSelectedStorageBackend?(): string },
  fallback: () => SecretBox,
): SecretBox {
  const backend = storage.getSelectedStorageBackend?.();
  const protects = storage.isEncryptionAvailable() && backend !== 'basic_text' && backend !== 'unknown';
  return protects ? keychainSecrets(storage) : fallback();
}
