import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { addressesOf, formSignature, jsonSignature, whyUnsigned } from './signature.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const KEY = 'PSKtest1234567890abcdef';
const OWN = {
  AccountSid: '11111111-2222-4333-8444-555555555555',
  ApiVersion: '2010-04-01',
  CallSid: 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee',
  CallStatus: 'ringing',
  Direction: 'outbound-api',
  From: '+15550100001',
  SequenceNumber: '1',
  Timestamp: 'Mon, 01 Jun 2026 10:00:02 +0000',
  To: '+15550100002',
};
const VECTORS = {
  json: {
    key: KEY,
    url: 'https://example.ngrok.io/webhook',
    body: '{"event":"call.state","params":{"call_id":"abc-123","state":"answered"}}',
    signature: 'c3c08c1fefaf9ee198a100d5906765a6f394bf0f',
    form: false,
  },
  form: {
    key: '12345',
    url: 'https://mycompany.com/myapp.php?foo=1&bar=2',
    // Not in the order in which they are signed.
    body: 'To=%2B18005551212&CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309',
    signature: 'RSOYDt4T1cUTdK1PDd93/VVr8B8=',
    form: true,
  },
  hashed: {
    key: KEY,
    url: 'https://example.ngrok.io/webhook?bodySHA256=69f3cbfc18e386ef8236cb7008cd5a54b7fed637a8cb3373b5a1591d7f0fd5f4',
    body: '{"event":"call.state"}',
    signature: 'dfO9ek8mxyFtn2nMz24plPmPfIY=',
    form: false,
  },
  own: {
    key: 'PSK_emulator_key',
    url: 'https://hooks.example.test/sw/status?c=42',
    body: new URLSearchParams(OWN).toString(),
    signature: 'mDicvEeDMTKn5Uy6+xYPmXEPV4g=',
    form: true,
  },
  'own with its port': {
    key: 'PSK_emulator_key',
    url: 'https://hooks.example.test/sw/status?c=42',
    body: new URLSearchParams(OWN).toString(),
    signature: '8eC96xtqrjzzmtYS6CKMIEIXXts=',
    form: true,
  },
};
type Vector = (typeof VECTORS)[keyof typeof VECTORS];
const check = (vector: Vector, over: Partial<Vector> & { header?: string } = {}) => {
  const { key, url, body, signature, form, header } = { header: 'x-signalwire-signature', ...vector, ...over };
  const headers = signature === '' ? {} : { [header]: signature };
  return whyUnsigned(key, { url, headers, body: bytes(body), form: form ? new URLSearchParams(body) : null });
};

describe('whyUnsigned', () => {
  it.each(Object.entries(VECTORS))('finds nothing wrong with the vector of %s', (_, vector) => {
    expect(check(vector)).toBeNull();
  });

  it.each(Object.entries(VECTORS))('refuses the vector of %s with another key, body, address or none of them', (_, vector) => {
    expect(check(vector, { key: 'other' })).toContain('does not fit');
    expect(check(vector, { body: vector.body.replace('1', '2').replace('call.state', 'call.other') })).toContain('does not fit');
    expect(check(vector, { url: vector.url.replace('http', 'xhttp') })).toContain('does not fit');
    expect(check(vector, { signature: '' })).toContain('missing');
    expect(check(vector, { body: '' })).toContain('empty');
    expect(check(vector, { key: '' })).toContain('no signing key');
  });

  it('takes a signature in the header of the interface that it is compatible with', () => {
    expect(check(VECTORS.own, { header: 'x-twilio-signature' })).toBeNull();
  });

  it('never takes a signature over the address alone', () => {
    const { key, url, body } = VECTORS.own;
    const alone = formSignature(key, url, []);
    expect(check(VECTORS.own, { signature: alone })).toContain('does not fit');
    expect(check(VECTORS.json, { signature: formSignature(KEY, VECTORS.json.url, []) })).toContain('does not fit');
    expect(check(VECTORS.json, { signature: jsonSignature(KEY, VECTORS.json.url, bytes('')) })).toContain('does not fit');
    // Nor for a form behind an address that names a hash.
    const hashed = `${url}&bodySHA256=${createHash('sha256').update('{}').digest('hex')}`;
    expect(check(VECTORS.own, { url: hashed, body, signature: formSignature(key, hashed, []) })).toContain('does not fit');
  });

  it('keeps the order of fields that have one name', () => {
    const url = 'https://a.test/';
    const signature = formSignature('k', url, [
      ['b', '1'],
      ['a', '2'],
      ['b', '0'],
    ]);
    expect(check(VECTORS.form, { key: 'k', url, body: 'a=2&b=1&b=0', signature })).toBeNull();
    expect(check(VECTORS.form, { key: 'k', url, body: 'a=2&b=0&b=1', signature })).toContain('does not fit');
  });
});

describe('addressesOf', () => {
  it.each([
    ['https://a.test/x?y=1', ['https://a.test/x?y=1', 'https://a.test:443/x?y=1']],
    ['https://a.test:443/x', ['https://a.test:443/x', 'https://a.test/x']],
    ['http://a.test', ['http://a.test', 'http://a.test:80']],
    ['https://[::1]/x', ['https://[::1]/x', 'https://[::1]:443/x']],
    ['https://a.test:8443/x', ['https://a.test:8443/x']],
    ['https://a.test:80/x', ['https://a.test:80/x']],
    ['none', ['none']],
  ])('names the standard port of %s or leaves it out', (url, expected) => {
    expect(addressesOf(url)).toEqual(expected);
  });
});
