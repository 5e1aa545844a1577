import { describe, expect, it } from 'vitest';
import { deliveryWord, readableBody } from './delivery-word.ts';

describe('deliveryWord', () => {
  it.each([
    ['{"event_id":"e1","sequence":2,"call":{"id":"c","status":"ringing"}}', 'ringing'],
    ['{"status":"completed","transcript":"…"}', 'completed'],
    ['{"type":"post_call_transcription","data":{}}', 'post_call_transcription'],
    ['CallSid=CA1&CallStatus=in-progress', 'in-progress'],
    ['{"a":{"b":{"status":"too deep"}}}', 'told'],
    ['not a delivery = at all', 'told'],
    ['', 'told'],
  ])('%s → %s', (body, word) => expect(deliveryWord(body)).toBe(word));
});

describe('readableBody', () => {
  it('indents JSON and leaves the rest', () => {
    expect([readableBody('{"a":1}'), readableBody('a=1')]).toEqual(['{\n  "a": 1\n}', 'a=1']);
  });
});
