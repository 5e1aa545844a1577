import { describe, expect, it } from 'vitest';
import { conductOf, readXml } from './cxml.ts';
import { CXML_TO_AGENT } from './emulated-space.ts';

describe('readXml', () => {
  it('reads elements, attributes, text, comments, CDATA and entities', () => {
    const read = readXml(`<?xml version="1.0"?><!-- c --><a b="1 &lt; 2" c='x'>t&#65;<d/><![CDATA[<e>]]></a>`);
    expect(read).toEqual({
      name: 'a',
      attributes: { b: '1 < 2', c: 'x' },
      text: 'tA<e>',
      children: [{ name: 'd', attributes: {}, text: '', children: [] }],
    });
  });

  it.each([
    '',
    'text',
    '<a>',
    '<a></b>',
    '</a>',
    '<a/><b/>',
    '<a b=1/>',
    '<a>x & y</a>',
    '<a>&nbsp;</a>',
    '<a><b></a></b>',
    '<!DOCTYPE a><a/>',
    '<a/>x',
  ])('refuses %s', (document) => {
    expect(() => readXml(document)).toThrow(/not well-formed|closes nothing|not closed|one root|no entity/);
  });
});

describe('conductOf', () => {
  it('finds the SIP address and the headers in its query', () => {
    expect(conductOf(CXML_TO_AGENT)).toEqual({
      kind: 'sip',
      address: 'sip:agent_7@sip.rtc.elevenlabs.io:5060;transport=tcp',
      headers: { 'X-Call-Reference': 'call_42', 'X-First-Name': 'Mira' },
      action: null,
    });
  });

  it('finds the stream and its parameters', () => {
    const document =
      '<Response><Say>Hi</Say><Connect><Stream url="wss://api.elevenlabs.io/v1/convai/x"><Parameter name="conversation_id" value="conv_1"/></Stream></Connect></Response>';
    expect(conductOf(document)).toEqual({
      kind: 'stream',
      url: 'wss://api.elevenlabs.io/v1/convai/x',
      parameters: { conversation_id: 'conv_1' },
    });
  });

  it.each([
    ['<Response/>', { kind: 'hang-up' }],
    ['<Response><Say>Bye</Say><Hangup/></Response>', { kind: 'hang-up' }],
    ['<Response><Say>Hello</Say></Response>', { kind: 'speaks' }],
    ['<response/>', { kind: 'bad', code: '12100' }],
    ['{"error":1}', { kind: 'bad', code: '12100' }],
    [`<Response><Say>${'x'.repeat(65_536)}</Say></Response>`, { kind: 'bad', code: '11750' }],
  ])('%.40s', (document, expected) => {
    expect(conductOf(document)).toMatchObject(expected);
  });
});
