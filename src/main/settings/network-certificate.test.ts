import { createPrivateKey } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { aCertificate } from '../../../tests/helpers/certificates.ts';
import { certificateFacts, isNamedIn, mustBeUsable } from './network-certificate.ts';

const NOW = Date.UTC(2026, 2, 2);
let good: { certificate: string; key: string };

beforeAll(async () => {
  good = await aCertificate({ names: ['desk.example.com', '*.office.example.com'], addresses: ['192.168.1.7', 'fd00::7'] });
});

/** The word of the refusal, where it is told to, and its sentence. */
function refusal(files: { certificate: string; key: string }): unknown {
  try {
    mustBeUsable(files, NOW);
    return null;
  } catch (error) {
    const { code, details } = error as { code: string; details: { path: string; message: string }[] };
    return [code, details[0]?.path, details[0]?.message];
  }
}

describe('mustBeUsable', () => {
  it('takes a certificate with its key, and one with its chain behind it', async () => {
    const issuer = await aCertificate({ commonName: 'An issuer' });
    expect([refusal(good), refusal({ ...good, certificate: `${good.certificate}\n${issuer.certificate}` })]).toEqual([null, null]);
  });

  it('says what is wrong with which', async () => {
    const certificate = async (of: Parameters<typeof aCertificate>[0]) => refusal(await aCertificate({ names: ['a.example'], ...of }));
    const at = ['bad_certificate', 'network.certificate'];
    const key = ['bad_key', 'network.key'];
    expect(refusal({ ...good, certificate: 'no such thing' })).toEqual([...at, expect.stringContaining('no certificate in PEM')]);
    expect(refusal({ ...good, certificate: good.certificate.replace(/^M/m, 'A') })).toEqual([
      ...at,
      expect.stringContaining('no certificate in PEM'),
    ]);
    expect(await certificate({ until: new Date(NOW) })).toEqual([...at, 'This certificate ended on 2026-03-02. Get a new one.']);
    expect(await certificate({ from: new Date(NOW + 1000) })).toEqual([...at, expect.stringContaining('good from 2026-03-02 on, not yet')]);
    expect(refusal({ ...good, key: (await aCertificate()).key })).toEqual([
      ...key,
      expect.stringContaining('does not belong to the certificate'),
    ]);
    expect(refusal({ ...good, key: 'no such thing' })).toEqual([...key, expect.stringContaining('no private key in PEM')]);
    expect(await certificate({ passphrase: 'secret' })).toEqual([...key, expect.stringContaining('has a passphrase')]);
    const old = createPrivateKey(good.key).export({ type: 'sec1', format: 'pem', cipher: 'aes-128-cbc', passphrase: 'secret' });
    expect(refusal({ ...good, key: String(old) })).toEqual([...key, expect.stringContaining('has a passphrase')]);
  });
});

describe('the names of a certificate', () => {
  it('are its alternative ones, addresses and wildcards included', () => {
    const { names, issuer, validFrom } = certificateFacts(good.certificate);
    expect([names.slice(0, 3), issuer, validFrom]).toEqual([
      ['desk.example.com', '*.office.example.com', '192.168.1.7'],
      'ringmaster.test',
      new Date(Date.UTC(2020, 0, 1)),
    ]);
    const isNamed = isNamedIn(good.certificate);
    const asked = ['desk.example.com', 'a.office.example.com', '192.168.1.7', 'fd00::7', 'fd00:0:0::7'];
    expect(asked.filter((name) => !isNamed(name))).toEqual([]);
    const foreign = ['example.com', 'a.b.office.example.com', '192.168.1.8', 'ringmaster.test', 'localhost', 'fd00::8', ''];
    expect(foreign.filter(isNamed)).toEqual([]);
  });

  it('are its subject where it has no others', async () => {
    const { certificate } = await aCertificate({ commonName: 'old.example.com' });
    expect(certificateFacts(certificate).names).toEqual(['old.example.com']);
    expect(['old.example.com', 'new.example.com'].map(isNamedIn(certificate))).toEqual([true, false]);
  });
});
