import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { signatureFor, signForm, signJson, withPort } from './signatures.ts';

const SDK_KEY = 'PSKtest1234567890abcdef';
const OWN_KEY = 'PSK_emulator_key';
const OWN_URL = 'https://hooks.example.test/sw/status?c=42';
const OWN_FIELDS = [
  ['To', '+15550100002'],
  ['AccountSid', '11111111-2222-4333-8444-555555555555'],
  ['ApiVersion', '2010-04-01'],
  ['CallSid', 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee'],
  ['CallStatus', 'ringing'],
  ['Direction', 'outbound-api'],
  ['From', '+15550100001'],
  ['SequenceNumber', '1'],
  ['Timestamp', 'Mon, 01 Jun 2026 10:00:02 +0000'],
] as const;

describe('signForm', () => {
  it('gives the signature of the vendor’s own vector', () => {
    const fields = [
      ['CallSid', 'CA1234567890ABCDE'],
      ['Caller', '+14158675309'],
      ['Digits', '1234'],
      ['From', '+14158675309'],
      ['To', '+18005551212'],
    ] as const;
    expect(signForm('12345', 'https://mycompany.com/myapp.php?foo=1&bar=2', fields)).toBe('RSOYDt4T1cUTdK1PDd93/VVr8B8=');
  });

  it('sorts the names and signs the address as it is, with or without its port', () => {
    expect(signForm(OWN_KEY, OWN_URL, OWN_FIELDS)).toBe('mDicvEeDMTKn5Uy6+xYPmXEPV4g=');
    expect(signForm(OWN_KEY, withPort(OWN_URL), OWN_FIELDS)).toBe('8eC96xtqrjzzmtYS6CKMIEIXXts=');
  });

  it('signs an address with the digest of a JSON body and nothing else', () => {
    const digest = createHash('sha256').update('{"event":"call.state"}').digest('hex');
    expect(signForm(SDK_KEY, `https://example.ngrok.io/webhook?bodySHA256=${digest}`, [])).toBe('dfO9ek8mxyFtn2nMz24plPmPfIY=');
  });

  it('keeps the order of values under one name', () => {
    const [one, other] = [['a', '1'] as const, ['a', '2'] as const];
    expect(signForm('k', 'u', [one, other])).not.toBe(signForm('k', 'u', [other, one]));
  });
});

describe('signJson', () => {
  it('gives the signature of the vendor’s own vector', () => {
    const body = '{"event":"call.state","params":{"call_id":"abc-123","state":"answered"}}';
    expect(signJson(SDK_KEY, 'https://example.ngrok.io/webhook', body)).toBe('c3c08c1fefaf9ee198a100d5906765a6f394bf0f');
  });
});

describe('withPort', () => {
  it.each([
    ['https://a.test/x?y=1', 'https://a.test:443/x?y=1'],
    ['http://a.test', 'http://a.test:80'],
    ['https://a.test:8443/x', 'https://a.test:8443/x'],
  ])('%s → %s', (url, expected) => {
    expect(withPort(url)).toBe(expected);
  });
});

describe('signatureFor', () => {
  it('signs what each switch says', () => {
    const sign = (url: string, content: string) => `${url} ${content}`;
    const of = (kind: Parameters<typeof signatureFor>[0]) => signatureFor(kind, 'https://a.test/x', sign);
    expect([of('right'), of('with-port'), of('url-alone'), of('none')]).toEqual([
      'https://a.test/x whole',
      'https://a.test:443/x whole',
      'https://a.test/x none',
      null,
    ]);
    expect(of('wrong')).not.toBe(of('right'));
  });
});
