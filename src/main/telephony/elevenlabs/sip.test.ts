import { describe, expect, it } from 'vitest';
import { endOfSip, refusedBySip } from './sip.ts';

const message = (line: string, at: number, method = 'INVITE') => ({
  raw_message: `${line}\r\nVia: SIP/2.0/UDP 192.0.2.1\r\nCSeq: 2 ${method}\r\n\r\n`,
  created_at_unix_micro: at,
});

describe('endOfSip', () => {
  it('knows an end only from what refuses a call', () => {
    expect([100, 180, 200, 401, 407, 700].map(endOfSip)).toEqual([null, null, null, null, null, null]);
    expect([486, 600, 603].map(endOfSip)).toEqual(['busy', 'busy', 'busy']);
    expect([408, 480, 487].map(endOfSip)).toEqual(['no-answer', 'no-answer', 'no-answer']);
    expect([403, 404, 488, 503].map(endOfSip)).toEqual(['failed', 'failed', 'failed', 'failed']);
  });
});

describe('refusedBySip', () => {
  it('is the last word on the call, in whatever order the messages come', () => {
    const messages = [
      message('SIP/2.0 486 Busy Here', 9),
      message('SIP/2.0 503 Service Unavailable', 3),
      message('INVITE sip:+1 SIP/2.0', 1),
    ];
    expect(refusedBySip({ sip_messages: messages })).toBe(486);
    expect(refusedBySip(messages.toReversed())).toBe(486);
  });

  it('is no challenge, and no answer to anything but the call', () => {
    const messages = [
      message('SIP/2.0 407 Proxy Authentication Required', 9),
      message('SIP/2.0 481 Call Does Not Exist', 8, 'CANCEL'),
      message('SIP/2.0 480 Temporarily Unavailable', 7),
    ];
    expect(refusedBySip({ sip_messages: messages })).toBe(480);
    expect(refusedBySip({ sip_messages: [messages[0], messages[1], message('SIP/2.0 200 OK', 1)] })).toBeNull();
  });

  it('reads a status that stands for itself', () => {
    expect(refusedBySip({ sip_messages: [{ status_code: '603' }] })).toBe(603);
  });

  it.each([undefined, null, {}, [], { sip_messages: null }, { sip_messages: [null, 7, {}, { raw_message: 'SIP/2.0' }] }])(
    'finds none in %j',
    (body) => {
      expect(refusedBySip(body)).toBeNull();
    },
  );
});
