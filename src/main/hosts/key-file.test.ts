import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keyFileSecrets } from './key-file.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'ringmaster-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

describe('keyFileSecrets', () => {
  it('opens what it sealed, after a restart too, and never seals alike', () => {
    const sealed = keyFileSecrets(dataDir).seal('a key äöü');
    expect(keyFileSecrets(dataDir).open(sealed)).toBe('a key äöü');
    expect(sealed).not.toContain('a key');
    expect(keyFileSecrets(dataDir).seal('a key äöü')).not.toBe(sealed);
  });

  it('keeps its key in a file that only its owner may read', () => {
    keyFileSecrets(dataDir);
    expect(statSync(join(dataDir, 'secret.key')).mode & 0o777).toBe(0o600);
  });

  it('takes the key from the environment instead, and then writes none', () => {
    const sealed = keyFileSecrets(dataDir, 'a pass phrase').seal('secret');
    expect(keyFileSecrets(dataDir, 'a pass phrase').open(sealed)).toBe('secret');
    expect(() => keyFileSecrets(dataDir, 'another').open(sealed)).toThrow('authenticate');
    expect(() => readFileSync(join(dataDir, 'secret.key'))).toThrow('ENOENT');
  });

  it('refuses what was changed', () => {
    const box = keyFileSecrets(dataDir);
    const sealed = box.seal('secret');
    expect(() => box.open(`${sealed.slice(0, -4)}AAAA`)).toThrow('authenticate');
    expect(() => box.open('v2.AAAA')).toThrow('does not know');
  });

  it('says so where the key file holds no key', () => {
    writeFileSync(join(dataDir, 'secret.key'), 'short\n');
    expect(() => keyFileSecrets(dataDir)).toThrow(expect.objectContaining({ code: 'secret_key_broken' }));
  });
});
