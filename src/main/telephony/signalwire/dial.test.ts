import { describe, expect, it } from 'vitest';
import { aDial, aSpace, FROM, PROJECT, PROJECT_PATH, PUBLIC_URL, SIGNING_KEY, TO } from '../../../../tests/helpers/signalwire-space.ts';
import type { DialAnswer } from '../../ports/provider.ts';

const SWML = 'POST /api/calling/calls';
const CXML = `POST ${PROJECT_PATH}/Calls`;
const AUTH = `Basic ${Buffer.from(`${PROJECT}:PT_token`).toString('base64')}`;
const swmlAccepted = { id: 'c1', from: FROM, to: TO, direction: 'outbound', status: 'queued', source: 'realtime_api', charge: 0 };
const meaning = (answer: DialAnswer) => (answer.kind === 'no-call' ? answer.why : answer.kind);
const cxml = { settings: { mode: 'cxml' as const } };

describe('a dial that carries its instructions', () => {
  it('asks the Calling interface to dial, and needs no public address', async () => {
    const { provider, sent } = aSpace({ [SWML]: [200, swmlAccepted] });
    expect(await provider.dial(aDial())).toEqual({ kind: 'accepted', providerCallId: 'c1', state: 'queued' });
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      method: 'POST',
      url: 'https://demo.signalwire.com/api/calling/calls',
      headers: { authorization: AUTH, 'content-type': 'application/json' },
    });
    expect(JSON.parse(sent[0]!.body)).toEqual({
      command: 'dial',
      params: {
        from: FROM,
        to: TO,
        caller_id: FROM,
        timeout: 40,
        custom_variables: { call_reference: 'call_abc', summary: 'name: Mira', next_action: 'Confirm Friday', first_name: 'Mira' },
        swml: {
          version: '1.0.0',
          sections: {
            main: [
              { answer: {} },
              {
                connect: {
                  to: 'sip:+15550100001@sip.rtc.elevenlabs.io:5060;transport=tcp',
                  headers: [
                    { name: 'X-Call-Reference', value: 'call_abc' },
                    { name: 'X-summary', value: 'name: Mira' },
                    { name: 'X-next_action', value: 'Confirm Friday' },
                    { name: 'X-first_name', value: 'Mira' },
                  ],
                  timeout: 20,
                  max_duration: 600,
                },
              },
            ],
          },
        },
      },
    });
  });

  it('finds out who answered and records, both before the agent is connected, and tells us where a delivery can', async () => {
    const { provider, sent } = aSpace({ [SWML]: [200, swmlAccepted] });
    const { sipAddress } = aDial().options;
    await provider.dial(
      aDial({
        record: true,
        publicUrl: PUBLIC_URL,
        options: { sipAddress, machineDetection: true },
        callerNumber: '+15550100009',
        ringSeconds: 900,
      }),
    );
    const { params } = JSON.parse(sent[0]!.body) as { params: { swml: { sections: { main: object[] } } } };
    const ours = `${PUBLIC_URL}/webhooks/signalwire/hush/call_abc`;
    expect(params).toMatchObject({
      from: '+15550100009',
      caller_id: '+15550100009',
      timeout: 600,
      status_url: ours,
      status_events: ['created', 'ringing', 'answered', 'ended'],
    });
    const { main } = params.swml.sections;
    expect(main.map((step) => Object.keys(step)[0])).toEqual(['answer', 'detect_machine', 'cond', 'record_call', 'connect']);
    expect(main[1]).toEqual({ detect_machine: { wait: true, timeout: 10, status_url: ours } });
    const hangUpOn = (result: string) => `{"when":"detect_result == '${result}'","then":[{"hangup":{}}]}`;
    expect(JSON.stringify(main[2])).toBe(`{"cond":[${hangUpOn('machine')},${hangUpOn('fax')}]}`);
    expect(main[3]).toEqual({ record_call: { stereo: true, format: 'mp3', status_url: ours } });
  });

  it('takes a SIP address without its scheme', async () => {
    const { provider, sent } = aSpace({ [SWML]: [200, swmlAccepted] });
    await provider.dial(aDial({ options: { sipAddress: ' agent@sip.example.test ' } }));
    expect(sent[0]!.body).toContain('"to":"sip:agent@sip.example.test"');
  });

  it.each([undefined, '', 'nobody', 'sip:a b@c', 'sip:a@b"', 'sip:${x}@b'])(
    'sends nothing without a SIP address that can be called: %s',
    async (sipAddress) => {
      const { provider, sent } = aSpace();
      const answer = await provider.dial(aDial({ options: { sipAddress } }));
      expect([meaning(answer), sent]).toEqual(['wrong-setup', []]);
      expect(answer).toMatchObject({ sentence: expect.stringContaining('SIP address') });
    },
  );
});

describe('a dial that is asked what to do', () => {
  const options = { sipAddress: 'sip:a@b.test', machineDetection: true };
  it('asks the compatibility interface, as a form', async () => {
    const { provider, sent } = aSpace({ [CXML]: [201, { sid: 's1', status: 'queued' }] }, cxml);
    expect(await provider.dial(aDial({ publicUrl: PUBLIC_URL, record: true, options }))).toEqual({
      kind: 'accepted',
      providerCallId: 's1',
      state: 'queued',
    });
    expect(sent[0]).toMatchObject({
      url: `https://demo.signalwire.com${PROJECT_PATH}/Calls`,
      headers: { authorization: AUTH, 'content-type': expect.stringContaining('application/x-www-form-urlencoded') },
    });
    const ours = `${PUBLIC_URL}/webhooks/signalwire/hush/call_abc`;
    expect([...new URLSearchParams(sent[0]!.body)]).toEqual([
      ['To', TO],
      ['From', FROM],
      ['Url', `${ours}/cxml`],
      ['Method', 'POST'],
      ['StatusCallback', ours],
      ['StatusCallbackMethod', 'POST'],
      ['StatusCallbackEvent', 'initiated'],
      ['StatusCallbackEvent', 'ringing'],
      ['StatusCallbackEvent', 'answered'],
      ['StatusCallbackEvent', 'completed'],
      ['Timeout', '40'],
      ['MachineDetection', 'Enable'],
      ['MachineDetectionTimeout', '10'],
      ['Record', 'true'],
      ['RecordingChannels', 'dual'],
      ['RecordingStatusCallback', ours],
      ['RecordingStatusCallbackMethod', 'POST'],
      ['RecordingStatusCallbackEvent', 'completed'],
    ]);
  });

  it('detects no machine and records nothing where that is not asked for', async () => {
    const { provider, sent } = aSpace({ [CXML]: [200, { sid: 's1', status: 'queued' }] }, cxml);
    await provider.dial(aDial({ publicUrl: PUBLIC_URL }));
    expect(sent[0]!.body).not.toMatch(/MachineDetection|Record/);
  });

  it.each([
    ['a tunnel', aDial({ options }), {}, 'needs a tunnel'],
    ['a signing key', aDial({ options, publicUrl: PUBLIC_URL }), { signingKey: () => null }, 'signing key'],
    ['an agent', aDial({ options: {}, publicUrl: PUBLIC_URL }), { signingKey: () => SIGNING_KEY }, 'SIP address'],
  ])('sends nothing without %s', async (_, request, parts, sentence) => {
    const { provider, sent } = aSpace({}, { ...cxml, parts });
    expect(await provider.dial(request)).toEqual({ kind: 'no-call', why: 'wrong-setup', sentence: expect.stringContaining(sentence) });
    expect(sent).toEqual([]);
  });

  it('needs no SIP address where ElevenLabs registers the call', async () => {
    const { provider } = aSpace({ [CXML]: [200, { sid: 's1', status: 'queued' }] }, { ...cxml, conversations: { isSetUp: () => true } });
    expect(meaning(await provider.dial(aDial({ options: {}, publicUrl: PUBLIC_URL })))).toBe('accepted');
  });
});

describe('any dial', () => {
  it.each([
    ['a space', { baseUrl: '' }, {}, 'name of your SignalWire space'],
    ['a project', { projectId: '' }, {}, 'project'],
    ['a token', {}, { token: () => '' }, 'token'],
    ['a number to call from', { callerNumber: '' }, {}, 'number to call from'],
  ])('sends nothing without %s', async (_, settings, parts, sentence) => {
    const { provider, sent } = aSpace({}, { settings, parts });
    expect(await provider.dial(aDial())).toEqual({ kind: 'no-call', why: 'wrong-setup', sentence: expect.stringContaining(sentence) });
    expect(sent).toEqual([]);
  });

  it.each([
    [200, { id: 'c1', status: 'something new' }, 'accepted'],
    [200, { status: 'queued' }, 'ambiguous'],
    [200, '<html>', 'ambiguous'],
    [302, undefined, 'ambiguous'],
    [400, { code: 21211, message: 'Invalid To' }, 'wrong-contact'],
    [400, { errors: [{ code: '21210', message: 'From' }] }, 'wrong-setup'],
    [401, { code: 20003, message: 'Authentication failed', status: 401 }, 'stop-everything'],
    [401, '', 'stop-everything'],
    [402, undefined, 'stop-everything'],
    [404, { code: 20404, message: 'Not found' }, 'wrong-setup'],
    [408, { code: 21211 }, 'ambiguous'],
    [422, { errors: [{ type: 'validation_error', code: 'x', message: 'm', attribute: 'to', url: 'https://x' }] }, 'wrong-contact'],
    [422, { errors: ['text'] }, 'wrong-setup'],
    [429, { code: '20429' }, 'try-later'],
    [429, undefined, 'try-later'],
    [500, { code: 21211 }, 'ambiguous'],
    [503, undefined, 'ambiguous'],
  ])('reads %i with %j as %s, and sends once', async (status, body, expected) => {
    const { provider, sent } = aSpace({ [SWML]: [status, body] });
    const answer = await provider.dial(aDial());
    expect([meaning(answer), sent.length]).toEqual([expected, 1]);
    expect(JSON.stringify(answer)).not.toContain('PT_token');
  });

  it('is ambiguous, and not sent again, where no answer comes', async () => {
    const { provider, sent, clock } = aSpace({ [SWML]: 'never' });
    const answer = provider.dial(aDial());
    await clock.advance(15_000);
    expect([meaning(await answer), sent.length]).toEqual(['ambiguous', 1]);
  });
});
