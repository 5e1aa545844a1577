import { describe, expect, it } from 'vitest';
import { signDelivery, whyUnsigned } from './signature.ts';

const NOW = Date.UTC(2026, 2, 2, 9);
const MINUTE = 60_000;
const body = new TextEncoder().encode('{"call":{"name":"Jürgen"}}');
const signed = (at = NOW) => signDelivery('secret', body, at);

describe('whyUnsigned', () => {
  it('finds nothing wrong with what was signed with the same secret', () => {
    expect(whyUnsigned('secret', signed(), body, NOW)).toBeNull();
    expect(signDelivery('wsec', new TextEncoder().encode('{}'), 1_780_308_000_000)).toMatch(/^t=1780308000,v1=[0-9a-f]{64}$/);
  });

  it.each([
    ['a missing header', undefined, body, NOW, 'missing'],
    ['half a header', 't=1', body, NOW, 'cannot be read'],
    ['a time that is no number', signed().replace(/t=\d+/, 't=now'), body, NOW, 'cannot be read'],
    ['another body', signed(), new TextEncoder().encode('{"call":{"name":"Jurgen"}}'), NOW, 'does not fit'],
    ['a time that was not signed', signed().replace(/t=\d+/, `t=${NOW / 1000 + 1}`), body, NOW, 'does not fit'],
    ['what was signed 31 minutes ago', signed(NOW - 31 * MINUTE), body, NOW, '30 minutes ago'],
    ['what was signed 6 minutes ahead', signed(NOW + 6 * MINUTE), body, NOW, 'in the future'],
  ])('refuses %s', (_, header, given, now, why) => {
    expect(whyUnsigned('secret', header, given, now)).toContain(why);
  });

  it('refuses what was signed with another secret', () => {
    expect(whyUnsigned('other', signed(), body, NOW)).toContain('does not fit');
  });

  it('takes what is 29 minutes old or 4 minutes ahead', () => {
    expect([
      whyUnsigned('secret', signed(NOW - 29 * MINUTE), body, NOW),
      whyUnsigned('secret', signed(NOW + 4 * MINUTE), body, NOW),
    ]).toEqual([null, null]);
  });
});
