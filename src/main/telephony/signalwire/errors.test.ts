import { describe, expect, it } from 'vitest';
import { isTooLate, refusedDial } from './errors.ts';

const TABLE = [
  [20003, 'stop-everything'],
  [20404, 'wrong-setup'],
  [20429, 'try-later'],
  [21205, 'wrong-setup'],
  [21218, 'wrong-setup'],
  [21208, 'wrong-setup'],
  [21210, 'wrong-setup'],
  [21212, 'wrong-setup'],
  [21213, 'wrong-setup'],
  [21211, 'wrong-contact'],
  [21217, 'wrong-contact'],
  [21219, 'stop-everything'],
  [21220, 'try-later'],
  [21234, 'wrong-setup'],
  [21262, 'wrong-setup'],
  [21402, 'wrong-setup'],
  [21626, 'wrong-setup'],
  [21611, 'try-later'],
  [30002, 'stop-everything'],
  [4001, 'stop-everything'],
  [30010, 'wrong-contact'],
  [10000, 'wrong-setup'],
  [11200, 'wrong-setup'],
  [11217, 'wrong-setup'],
  [12100, 'wrong-setup'],
  [11750, 'wrong-setup'],
  [31922, 'wrong-setup'],
  [32009, 'wrong-setup'],
  [54453, 'wrong-setup'],
  [54454, 'wrong-setup'],
] as const;

describe('refusedDial', () => {
  it.each(TABLE)('reads code %i as %s, in either shape and type', (code, why) => {
    expect(refusedDial(400, { code, message: 'Something.', more_info: 'https://x', status: 400 })?.why).toBe(why);
    expect(refusedDial(400, { errors: [{ code: String(code), message: 'Something.', more_info: 'https://x' }] })?.why).toBe(why);
  });

  it.each([
    [
      'the field that is named',
      { errors: [{ type: 'validation_error', code: 'invalid', message: 'is invalid', attribute: 'to' }] },
      'wrong-contact',
    ],
    ['the field below params', { errors: [{ code: 'invalid', message: 'is invalid', attribute: 'params.to' }] }, 'wrong-contact'],
    ['the caller', { errors: [{ code: 'invalid', message: 'is invalid', attribute: 'from' }] }, 'wrong-setup'],
    ['another field', { errors: [{ code: 'invalid', message: 'is invalid', attribute: 'swml' }] }, 'wrong-setup'],
    ['a text of the number', { errors: ['To is not a valid phone number'] }, 'wrong-contact'],
    ['any other text', { errors: ['To and From must differ'] }, 'wrong-setup'],
    ['a text that only begins so', { errors: ['Token is invalid'] }, 'wrong-setup'],
  ])('reads a 422 by %s', (_, body, why) => {
    expect(refusedDial(422, body)?.why).toBe(why);
  });

  it.each([
    [400, undefined],
    [400, 'text'],
    [422, { errors: [] }],
    [422, { errors: [7, null] }],
    [401, { code: 'unauthorized', message: 'no' }],
    [429, { errors: ['slow down'] }],
    [409, { message: 'conflict' }],
  ])('leaves %i with %j to the status', (status, body) => {
    expect(refusedDial(status, body)).toBeNull();
  });

  it('says what it is told without addresses, which carry our secret, and not without end', () => {
    const message = `${'bad url '.repeat(5)}https://hooks.example.test/webhooks/signalwire/hush/call_abc ${'x'.repeat(500)}`;
    const sentence = refusedDial(400, { code: 21402, message })!.sentence;
    expect(sentence).toContain('bad url');
    expect(sentence).not.toContain('hush');
    expect(sentence.length).toBeLessThan(420);
  });
});

describe('isTooLate', () => {
  it('knows the codes of a call that has moved on', () => {
    const bodies = [{ code: 10000 }, { errors: [{ code: '21220' }] }, { code: 20404 }, undefined];
    expect(bodies.map(isTooLate)).toEqual([true, true, false, false]);
  });
});
