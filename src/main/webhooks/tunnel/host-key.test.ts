import { describe, expect, it } from 'vitest';
import { fingerprintOf, judgeHostKey } from './host-key.ts';

/** Made by ssh-keygen, with the fingerprint that `ssh-keygen -lf` printed for it. */
const KEY = 'AAAAC3NzaC1lZDI1NTE5AAAAINPoniGF4jg+jH4/lpkvoiUFloRMi+6Ki1y2Clc5s4OP';
const FINGERPRINT = 'SHA256:dbFqYdxULCAteYSgosuHkwvCjFR5FI0s3F9HWtYp1KA';

describe('host keys', () => {
  it('have the fingerprint that ssh-keygen prints', () => {
    expect(fingerprintOf(Buffer.from(KEY, 'base64'))).toBe(FINGERPRINT);
  });

  it('are trusted at the first time and as long as they stay', () => {
    expect([judgeHostKey('h:22', FINGERPRINT, null), judgeHostKey('h:22', FINGERPRINT, FINGERPRINT)]).toEqual([null, null]);
  });

  it('are refused once they change, with both fingerprints in words, until somebody has looked', () => {
    const refused = judgeHostKey('h:22', 'SHA256:new', FINGERPRINT);
    expect(refused?.message).toContain(`The SSH server h:22 shows another host key than before: SHA256:new instead of ${FINGERPRINT}.`);
    expect(refused?.retryable).toBe(false);
  });
});
