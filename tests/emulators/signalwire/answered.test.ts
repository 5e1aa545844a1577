import { describe, expect, it } from 'vitest';
import type { LineCall } from '../../../src/main/telephony/practice/wire.ts';
import {
  aDial,
  aSwmlDial,
  CXML_TO_AGENT,
  CXML_URL,
  emulatedSpace,
  type EmulatedSpaceOptions,
  EVERY_EVENT,
  type Posted,
  STATUS_URL,
} from './emulated-space.ts';
import { DEFAULT_SPACE } from './options.ts';
import { signForm, signJson } from './signatures.ts';

const MINUTE = 60_000;

/** A space with another vendor behind it, whose documents are answered by `document`. */
function withAgent(
  { options, ...rest }: EmulatedSpaceOptions = {},
  document: (posted: Posted) => Response = () => new Response(CXML_TO_AGENT),
) {
  const begun: { call: LineCall; headers: Record<string, string>; agentId: string }[] = [];
  const behind = {
    begin: (call: LineCall, headers: Record<string, string>, agentId: string) => void begun.push({ call, headers, agentId }),
  };
  const answer = (posted: Posted) =>
    posted.url.startsWith(STATUS_URL) && posted.url !== STATUS_URL ? document(posted) : new Response(null);
  const space = emulatedSpace({ answer, ...rest, options: { behind, callsPerSecond: null, ...options } });
  const asked = () => space.posted.filter(({ url }) => url.startsWith(CXML_URL));
  const ends = () => space.posted.filter(({ form }) => form.has('CallDuration')).map(({ form }) => form.get('CallStatus'));
  return { ...space, begun, asked, ends };
}

describe('the request for the document', () => {
  it('comes when the contact answers, signed, and connects the call to the agent with its headers', async () => {
    const { ask, clock, begun, asked, line } = withAgent();
    await ask('Calls', { form: aDial() });
    await clock.until(() => line.byReference('call_42')[0]!.status === 'ringing', MINUTE);
    expect(asked()).toEqual([]);
    await clock.until(() => line.byReference('call_42')[0]!.status === 'in-progress', MINUTE);
    expect(asked()).toMatchObject([{ method: 'POST', url: CXML_URL }]);
    const [{ form, signature }] = asked() as [Posted];
    expect(Object.fromEntries(form)).toMatchObject({ CallStatus: 'in-progress', Direction: 'outbound-api', To: '+15550100000' });
    expect(form.has('AnsweredBy')).toBe(false);
    expect(signature).toBe(signForm(DEFAULT_SPACE.signingKey, CXML_URL, [...form]));
    expect(begun).toMatchObject([
      {
        agentId: 'agent_7',
        headers: { 'X-Call-Reference': 'call_42', 'X-First-Name': 'Mira' },
        call: { reference: 'call_42', status: 'in-progress' },
      },
    ]);
  });

  it('comes though every webhook is lost', async () => {
    const { ask, clock, begun, posted } = withAgent({ settings: { faults: { webhookLost: 1 } } });
    await ask('Calls', { form: [...aDial(), ...EVERY_EVENT] });
    await clock.advance(5 * MINUTE);
    expect(begun).toHaveLength(1);
    expect(posted).toHaveLength(1);
  });

  it('is a GET with its parameters in the address where that is asked for', async () => {
    const { ask, clock, asked } = withAgent();
    await ask('Calls', { form: aDial({ Method: 'GET' }) });
    await clock.advance(5 * MINUTE);
    const [{ method, url, signature }] = asked() as [Posted];
    expect(method).toBe('GET');
    expect(new URL(url).searchParams.get('CallStatus')).toBe('in-progress');
    expect(signature).toBe(signForm(DEFAULT_SPACE.signingKey, url, []));
  });

  it.each([
    ['<response/>', 200, '12100'],
    [CXML_TO_AGENT, 404, '11217'],
    ['not XML', 200, '12100'],
  ])('fails the call where the answer is %.12s with %i', async (body, status, code) => {
    const { ask, clock, begun, ends, space, line } = withAgent({}, () => new Response(body, { status }));
    await ask('Calls', { form: aDial() });
    await clock.until(() => line.observe().up === 0, MINUTE);
    expect(ends()).toEqual(['failed']);
    expect(begun).toEqual([]);
    expect(space.log).toMatchObject([{ code }]);
    space.configure({ badDocumentEndsAs: 'completed' });
    await ask('Calls', { form: aDial() });
    await clock.until(() => line.observe().up === 0, MINUTE);
    expect(ends()).toEqual(['failed', 'completed']);
  });

  it('fails the call where no answer comes within five seconds, and is not tried again', async () => {
    const { ask, clock, asked, ends, space } = withAgent({
      answer: ({ url }) => (url === CXML_URL ? new Promise(() => {}) : new Response(null)),
    });
    await ask('Calls', { form: aDial() });
    await clock.advance(5 * MINUTE);
    expect(asked()).toHaveLength(1);
    expect(ends()).toEqual(['failed']);
    expect(space.log).toMatchObject([{ code: '11200' }]);
  });

  it('goes to the fallback where the first answer is bad', async () => {
    const { ask, clock, begun } = withAgent({}, ({ url }) => new Response(url.endsWith('spare') ? CXML_TO_AGENT : 'x'));
    await ask('Calls', { form: aDial({ FallbackUrl: `${STATUS_URL}/spare` }) });
    await clock.advance(5 * MINUTE);
    expect(begun).toHaveLength(1);
  });

  it('is made again where a call that is up is redirected', async () => {
    const { ask, clock, begun, line } = withAgent();
    const { sid } = (await (await ask('Calls', { form: aDial() })).json()) as { sid: string };
    await clock.until(() => line.byReference('call_42')[0]!.status === 'in-progress', MINUTE);
    expect((await ask(`Calls/${sid}`, { form: [['Url', `${STATUS_URL}/other`]] })).status).toBe(200);
    await clock.advance(1);
    expect(begun).toHaveLength(2);
  });
});

describe('whatever a call is connected to', () => {
  it('is named by the map, and may not be reached', async () => {
    const { ask, clock, begun, space, line } = withAgent({
      options: { agentIds: { 'sip:agent_7@sip.rtc.elevenlabs.io:5060': 'agent_mapped' } },
    });
    await ask('Calls', { form: aDial() });
    await clock.advance(5 * MINUTE);
    expect(begun.map(({ agentId }) => agentId)).toEqual(['agent_mapped']);
    space.configure({ farSideUnreachable: true });
    await ask('Calls', { form: aDial() });
    await clock.until(() => line.observe().up === 0, MINUTE);
    expect(begun).toHaveLength(1);
    expect(space.log).toMatchObject([{ code: '32009' }]);
  });

  it('may be a stream, with its parameters', async () => {
    const stream =
      '<Response><Connect><Stream url="wss://a.test/x"><Parameter name="agent_id" value="agent_9"/></Stream></Connect></Response>';
    const { ask, clock, begun } = withAgent({}, () => new Response(stream));
    await ask('Calls', { form: aDial() });
    await clock.advance(5 * MINUTE);
    expect(begun).toMatchObject([{ agentId: 'agent_9', headers: { agent_id: 'agent_9' } }]);
  });

  it('is nothing where nobody answers', async () => {
    const { ask, clock, begun, asked } = withAgent();
    await ask('Calls', { form: aDial({ To: '+15550100001' }) });
    await clock.advance(5 * MINUTE);
    expect([begun, asked()]).toEqual([[], []]);
  });
});

describe('machine detection', () => {
  it('asks for no document where the contact hung up meanwhile', async () => {
    const { ask, clock, asked, ends } = withAgent();
    await ask('Calls', { form: aDial({ To: '+15550100006', MachineDetection: 'Enable' }) });
    await clock.advance(5 * MINUTE);
    expect([asked(), ends()]).toEqual([[], ['completed']]);
  });

  it.each([
    ['00', 'Enable', {}, 'human'],
    ['03', 'Enable', {}, 'machine_start'],
    ['03', 'DetectMessageEnd', {}, 'machine_end_beep'],
    ['03', 'Enable', { amdWords: 'plain' }, 'machine'],
    ['00', 'Enable', { amdUnsure: true }, 'unknown'],
  ] as const)('says in the request for the document who answered: %s, %s', async (ending, mode, options, says) => {
    const { ask, clock, asked, line } = withAgent({ options });
    const { sid } = (await (await ask('Calls', { form: aDial({ To: `+155501000${ending}`, MachineDetection: mode }) })).json()) as {
      sid: string;
    };
    await clock.until(() => asked().length === 1, MINUTE);
    const { status_at } = line.byReference('call_42')[0]!;
    expect(clock.now() - status_at).toBe(3000);
    expect(asked()[0]!.form.get('AnsweredBy')).toBe(says);
    const resource = (await (await ask(`Calls/${sid}`)).json()) as { answered_by: string | null };
    expect(resource.answered_by).toBe(says === 'unknown' ? null : says === 'human' ? 'human' : 'machine');
  });

  it('says it aside where that is asked for, three times if need be', async () => {
    const { ask, clock, asked, posted, space } = withAgent({
      answer: ({ url }) => (url.endsWith('/amd') ? new Response(null, { status: 500 }) : new Response(CXML_TO_AGENT)),
    });
    const aside = { MachineDetection: 'Enable', AsyncAmd: 'true', AsyncAmdStatusCallback: 'https://hooks.example.test/amd' };
    await ask('Calls', { form: aDial(aside) });
    await clock.advance(5 * MINUTE);
    expect(asked()[0]!.form.has('AnsweredBy')).toBe(false);
    const told = posted.filter(({ url }) => url.endsWith('/amd'));
    expect(told.map(({ form }) => form.get('AnsweredBy'))).toEqual(['human', 'human', 'human']);
    expect(space.counts.dropped).toBe(1);
  });
});

describe('a document of the Calling API', () => {
  it('comes along, and connects with the headers that it names', async () => {
    const { ask, clock, begun, line } = withAgent();
    await ask('/api/calling/calls', { json: aSwmlDial() });
    expect(line.byReference('call_42')).toMatchObject([{ agent: 'agent_7', from: '+15550100001' }]);
    await clock.advance(5 * MINUTE);
    expect(begun).toMatchObject([{ agentId: 'agent_7', headers: { 'X-Call-Reference': 'call_42' }, call: { reference: 'call_42' } }]);
  });

  it('hangs up on a machine where it says so', async () => {
    const { ask, clock, begun, line } = withAgent();
    const connect = { connect: { to: 'sip:agent_7@sip.rtc.elevenlabs.io' } };
    const main = [{ detect_machine: {} }, { switch: { variable: 'detect_result', case: { machine: ['hangup'] }, default: [connect] } }];
    await ask('/api/calling/calls', { json: aSwmlDial({ to: '+15550100003', swml: { sections: { main } } }) });
    await clock.until(() => line.observe().up === 0, MINUTE);
    expect(begun).toEqual([]);
    expect(line.byReference('call_42')[0]).toMatchObject({ hung_up_by: 'api', duration_seconds: 3 });
  });

  it('is asked for at its address otherwise, signed by scheme A', async () => {
    const swml = { sections: { main: [{ connect: { to: 'sip:agent_8@x.test' } }] } };
    const { ask, clock, begun, posted } = withAgent({}, () => Response.json(swml));
    await ask('/api/calling/calls', { json: aSwmlDial({ swml: undefined, url: `${STATUS_URL}/swml` }) });
    await clock.advance(5 * MINUTE);
    expect(begun).toMatchObject([{ agentId: 'agent_8' }]);
    const [{ url, body, signature }] = posted as [Posted];
    expect(signature).toBe(signJson(DEFAULT_SPACE.signingKey, url, body));
  });
});

describe('the action of a dial', () => {
  it('is asked for when the agent hangs up first', async () => {
    const document = CXML_TO_AGENT.replace('<Dial ', '<Dial action="done" ');
    const { ask, clock, posted, line } = withAgent(
      { settings: { outcomes: { completed: 0, 'no-answer': 0, busy: 0, voicemail: 1, failed: 0, rejected: 0 } } },
      () => new Response(document),
    );
    await ask('Calls', { form: aDial({ To: '+15550100111' }) });
    await clock.until(() => line.observe().up === 0, 5 * MINUTE);
    const done = posted.find(({ url }) => url.endsWith('/done'));
    expect(done!.form.get('DialCallStatus')).toBe('completed');
  });
});
