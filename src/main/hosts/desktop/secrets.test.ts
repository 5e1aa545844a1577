import { describe, expect, it } from 'vitest';
import { protects, secretBox, secretsWay } from './secrets.ts';

/** A key store that turns texts round. */
const turned = (text: string) => text.split('').toReversed().join('');
const storage = (available: boolean, backend?: string) => ({
  isEncryptionAvailable: () => available,
  encryptString: (plain: string) => Buffer.from(turned(plain)),
  decryptString: (sealed: Buffer) => turned(sealed.toString()),
  ...(backend !== undefined && { getSelectedStorageBackend: () => backend }),
});
const file = { seal: (plain: string) => `v1.${plain}`, open: (sealed: string) => sealed.slice(3) };

describe('protects', () => {
  it.each([
    [true, undefined, true],
    [true, 'gnome_libsecret', true],
    [true, 'kwallet6', true],
    [true, 'basic_text', false],
    [true, 'unknown', false],
    [false, undefined, false],
  ])('available %s by %s → %s', (available, backend, protectsIt) => {
    expect(protects(storage(available, backend))).toBe(protectsIt);
  });
});

describe('secretsWay', () => {
  it.each([
    [{ isProtected: true, isAgreed: false, hasKeyFile: false }, 'key-store'],
    [{ isProtected: true, isAgreed: true, hasKeyFile: true }, 'key-store'],
    [{ isProtected: false, isAgreed: false, hasKeyFile: false }, 'ask'],
    [{ isProtected: false, isAgreed: true, hasKeyFile: false }, 'key-file'],
    [{ isProtected: false, isAgreed: false, hasKeyFile: true }, 'key-file'],
  ] as const)('%j → %s', (facts, way) => {
    expect(secretsWay(facts)).toBe(way);
  });
});

describe('secretBox', () => {
  it.each(['key-store', 'key-file'] as const)('opens what it sealed by the %s', (way) => {
    const box = secretBox(way, storage(true), () => file);
    expect(box.open(box.seal('a key'))).toBe('a key');
  });

  it('opens what was sealed the other way before', () => {
    const byStore = secretBox('key-store', storage(true), () => file);
    const byFile = secretBox('key-file', storage(true), () => file);
    expect([byStore.open(byFile.seal('a key')), byFile.open(byStore.seal('a key'))]).toEqual(['a key', 'a key']);
  });

  it('says what to do where the key ring is gone, and makes no key file for nothing', () => {
    const sealed = secretBox('key-store', storage(true), () => file).seal('a key');
    const box = secretBox('key-file', storage(false), () => {
      throw new Error('no file is wanted');
    });
    expect(() => box.open(sealed)).toThrow(expect.objectContaining({ code: 'key_store_gone' }));
  });
});
