import { describe, expect, it } from 'vitest';
import {
  aDial,
  aForm,
  aJson,
  aSpace,
  FROM,
  PROJECT_PATH,
  PUBLIC_URL,
  type SpaceOptions,
  TO,
} from '../../../../tests/helpers/signalwire-space.ts';
import type { DialRequest } from '../../ports/provider.ts';
import type { CallSetUp } from './parts.ts';

const PATH = { path: 'hush/call_abc/cxml' };
const asked = (over = {}) => ({ AccountSid: 'p', CallSid: 's1', CallStatus: 'in-progress', From: FROM, To: TO, ...over });
const SIP = 'sip:+15550100001@sip.rtc.elevenlabs.io:5060;transport=tcp';
const hungUp = {
  status: 200,
  contentType: 'application/xml; charset=utf-8',
  body: expect.stringContaining('<Response><Hangup/></Response>'),
};
const TWIML = '<?xml version="1.0"?><Response><Connect><Stream url="wss://x"/></Connect></Response>';

/** A call that was dialed in this way, with what this process then knows of it. */
async function dialed({ conversations, parts }: SpaceOptions = {}, request: Partial<DialRequest> = {}) {
  const space = aSpace(
    { [`POST ${PROJECT_PATH}/Calls`]: [200, { sid: 's1', status: 'queued' }] },
    { settings: { mode: 'cxml' }, ...(conversations ? { conversations } : {}), ...(parts ? { parts } : {}) },
  );
  await space.provider.dial(aDial({ publicUrl: PUBLIC_URL, ...request }));
  return { ...space, ask: async (over = {}) => (await space.provider.instruct!(aForm(asked(over), PATH)))! };
}

describe('instruct', () => {
  it('connects the call to the agent at its SIP address, for so long as it may last', async () => {
    const { ask } = await dialed();
    expect(await ask()).toEqual({
      status: 200,
      contentType: 'application/xml; charset=utf-8',
      body: `<?xml version="1.0" encoding="UTF-8"?>\n<Response><Dial answerOnBridge="true" timeout="20" timeLimit="600" callerId="${FROM}"><Sip>${SIP}</Sip></Dial></Response>`,
    });
  });

  it('has ElevenLabs register the call with all that the agent is told, where it can', async () => {
    const registered: unknown[] = [];
    const { ask } = await dialed({
      conversations: {
        isSetUp: () => true,
        async register(call) {
          registered.push(call);
          return { kind: 'told', value: TWIML };
        },
      },
    });
    expect((await ask()).body).toBe(TWIML);
    expect(registered).toEqual([
      { agentId: 'agent_01ex', from: FROM, to: TO, reference: 'call_abc', variables: { ...aDial().variables, call_reference: 'call_abc' } },
    ]);
  });

  it.each([
    ['does not', async () => ({ kind: 'no-answer' as const, sentence: 'down' })],
    ['answers something else', async () => ({ kind: 'told' as const, value: '{"detail":"no"}' })],
    ['fails', () => Promise.reject(new Error('broken'))],
  ])('dials the SIP address where ElevenLabs %s', async (_, register) => {
    const { ask } = await dialed({ conversations: { isSetUp: () => true, register } });
    expect((await ask()).body).toContain(`<Sip>${SIP}</Sip>`);
  });

  it('dials the SIP address where ElevenLabs takes longer than SignalWire waits', async () => {
    const { ask, clock } = await dialed({ conversations: { isSetUp: () => true, register: () => new Promise(() => {}) } });
    const answer = ask();
    await clock.advance(3_500);
    expect((await answer).body).toContain(`<Sip>${SIP}</Sip>`);
  });

  it('leaves nobody in silence: hangs up on a machine, and where there is nothing to connect to', async () => {
    expect(await (await dialed()).ask({ AnsweredBy: 'machine_start' })).toEqual(hungUp);
    expect((await (await dialed()).ask({ AnsweredBy: 'human' })).body).toContain('<Sip>');
    const down = { isSetUp: () => true, register: async () => ({ kind: 'no-answer' as const, sentence: 'down' }) };
    expect(await (await dialed({ conversations: down }, { options: {} })).ask()).toEqual(hungUp);
    expect(await aSpace().provider.instruct!(aForm(asked(), PATH))).toEqual(hungUp);
  });

  it('knows calls of before a restart by what is kept with them', async () => {
    const setUpOf = (reference: string): CallSetUp | null => (reference === 'call_abc' ? aDial({ callerNumber: '+15550100009' }) : null);
    const answer = await aSpace({}, { parts: { setUpOf } }).provider.instruct!(aForm(asked(), PATH));
    expect(answer?.body).toContain(`callerId="+15550100009"><Sip>${SIP}</Sip>`);
  });

  it('has no answer to a delivery, which asks nothing', async () => {
    const { provider } = await dialed();
    expect(await provider.instruct!(aForm(asked()))).toBeNull();
    expect(await provider.instruct!(aForm(asked(), { path: 'hush' }))).toBeNull();
  });

  it('forgets a call after three hours', async () => {
    const { provider, clock, ask } = await dialed();
    await clock.advance(3 * 3_600_000);
    await provider.dial(aDial({ reference: 'call_xyz', publicUrl: PUBLIC_URL }));
    expect(await ask()).toEqual(hungUp);
  });

  it('writes no address into a document unescaped', async () => {
    const { ask } = await dialed({}, { options: { sipAddress: 'sip:a&b@c.test?x=1&y=2' }, callerNumber: `+1"><Hangup/>'\u0001` });
    expect((await ask()).body).toContain('callerId="+1&quot;&gt;&lt;Hangup/&gt;&apos;"><Sip>sip:a&amp;b@c.test?x=1&amp;y=2</Sip>');
  });

  it.each([
    ['another key', aForm(asked(), { ...PATH, key: 'other' }), 403],
    ['another secret', aForm(asked(), { path: 'other/call_abc/cxml' }), 403],
    [
      'a signature of the address of deliveries',
      aForm(asked(), { ...PATH, signedUrl: `${PUBLIC_URL}/webhooks/signalwire/hush/call_abc` }),
      403,
    ],
    ['JSON', aJson(asked(), PATH), 400],
    ['broken JSON', aJson('{', PATH), 400],
  ])('tells nothing to %s', async (_, question, status) => {
    const { provider } = await dialed();
    const answer = await provider.instruct!(question);
    expect(answer?.status).toBe(status);
    expect(answer?.body).not.toMatch(/sip:|hush|PSK_/);
  });
});
