import { describe, expect, it } from 'vitest';
import { AGENT_ID, BOLNA_KEY, bolnaWith, PATH_SECRET, type Reply, type Sent } from '../../../../tests/helpers/bolna.ts';
import { DEFAULT_BOLNA } from '../../../shared/domain/provider-settings.ts';
import type { AgentSetUp } from '../../ports/provider.ts';

const ME = {
  id: '77e3f1aa-0000-4000-8000-000000000001',
  name: 'Ana Ito',
  email: 'ana@example.invalid',
  wallet: 42.42,
  concurrency: { max: 10, current: 7 },
};
const CALLER = '+15550100001';
const NUMBERS = [
  { id: 'a'.repeat(32), phone_number: CALLER, agent_id: AGENT_ID, telephony_provider: 'plivo', rented: true, price: '$5.0' },
  { id: 'b'.repeat(32), phone_number: '+15550100009', agent_id: null, telephony_provider: null },
];
const OURS = `https://example.invalid/webhooks/bolna/${PATH_SECRET}`;
const anAgent = (given: Record<string, unknown> = {}) => ({
  id: AGENT_ID,
  agent_name: 'Alfred',
  agent_status: 'processed',
  tasks: [],
  ...given,
});
const unauthorised = { status: 403, body: { detail: 'Unrecognized access token' } };

describe('the account at Bolna', () => {
  it('is read, kept, and its limit holds from then on', async () => {
    const { provider, memory, sent } = bolnaWith([{ body: ME }]);
    expect([provider.account!(), provider.accountLimit()]).toEqual([null, null]);
    const account = { name: 'ana@example.invalid', limit: 10, up: 7 };
    expect(await provider.desk!.readAccount()).toEqual({ kind: 'told', value: account });
    expect(memory.account).toEqual(account);
    expect([provider.account!(), provider.accountLimit()]).toEqual(['ana@example.invalid', 10]);
    expect(sent).toMatchObject([{ method: 'GET', path: '/user/me', headers: { authorization: `Bearer ${BOLNA_KEY}` } }]);
  });

  it.each([
    [3, 10, 3],
    [30, 10, 10],
    [null, 10, 10],
    [3, null, 3],
    [null, null, null],
    [0, 10, 0],
  ])('allows with a ceiling of %j and a limit of %j no more than %j', (ceiling, limit, least) => {
    const { provider, memory } = bolnaWith([], { settings: () => ({ ...DEFAULT_BOLNA, accountLimit: ceiling }) });
    memory.account = { name: 'a', limit, up: null };
    expect(provider.accountLimit()).toBe(least);
  });

  it('is named by its id where it has no address, and does not say what it does not say', async () => {
    const { provider } = bolnaWith([{ body: { id: ME.id } }, { body: { ...ME, concurrency: { max: '12', current: null } } }]);
    expect(await provider.desk!.readAccount()).toEqual({ kind: 'told', value: { name: ME.id, limit: null, up: null } });
    expect(await provider.desk!.readAccount()).toMatchObject({ value: { limit: 12, up: null } });
  });

  it.each<[string, Reply]>([
    ['a refused key', unauthorised],
    ['the documented refusal', { status: 401, body: { error: 401, message: 'Access denied' } }],
    ['a 500', { status: 500 }],
    ['a body that names nobody', { body: { wallet: 5 } }],
    ['nothing', {}],
    ['no connection', new TypeError('fetch failed')],
  ])('says nothing in %s, and what was kept stays', async (_name, reply) => {
    const { provider, memory } = bolnaWith([reply]);
    memory.account = { name: 'kept', limit: 2, up: 1 };
    expect((await provider.desk!.readAccount()).kind).toBe('no-answer');
    expect(memory.account.name).toBe('kept');
  });
});

describe('lists of the account', () => {
  it('has the agents, named by their id where they have no name', async () => {
    const { provider, sent } = bolnaWith([{ body: [anAgent(), { id: 'a2', agent_name: null }, { agent_name: 'no id' }] }]);
    expect(await provider.desk!.agents()).toEqual({
      kind: 'told',
      value: [
        { id: AGENT_ID, name: 'Alfred' },
        { id: 'a2', name: 'a2' },
      ],
    });
    expect(sent.map(({ path }) => path)).toEqual(['/v2/agent/all']);
  });

  it('has all pages of them, should Bolna begin to page', async () => {
    const { provider, sent } = bolnaWith([
      { body: { data: [anAgent()], has_more: true } },
      { body: { data: [{ id: 'a2' }], has_more: false } },
    ]);
    expect(await provider.desk!.agents()).toMatchObject({ value: [{ id: AGENT_ID }, { id: 'a2' }] });
    expect(sent.map(({ path }) => path)).toEqual(['/v2/agent/all', '/v2/agent/all?page_number=2']);
  });

  it('has the numbers', async () => {
    const { provider, sent } = bolnaWith([{ body: NUMBERS }]);
    expect(await provider.desk!.numbers()).toEqual({
      kind: 'told',
      value: [
        { number: CALLER, id: null, label: 'plivo', agentId: AGENT_ID },
        { number: '+15550100009', id: null, label: null, agentId: null },
      ],
    });
    expect(sent.map(({ path }) => path)).toEqual(['/phone-numbers/all']);
  });

  it('says why it has none', async () => {
    const { provider } = bolnaWith([unauthorised, { body: { numbers: [] } }]);
    expect(await provider.desk!.agents()).toMatchObject({ kind: 'no-answer', sentence: expect.stringContaining('refuses the key') });
    expect((await provider.desk!.numbers()).kind).toBe('no-answer');
  });
});

describe('where the deliveries of an agent go', () => {
  it.each<[string, Record<string, unknown>, string | null]>([
    ['in its configuration', { agent_config: { webhook_url: OURS } }, OURS],
    ['beside its name', { webhook_url: OURS }, OURS],
    ['in an envelope', { data: { agent_config: { webhook_url: OURS } } }, OURS],
    ['in the one of two places that is not empty', { agent_config: { webhook_url: null }, webhook_url: OURS }, OURS],
    ['nowhere', { agent_config: { webhook_url: null } }, null],
    ['to an empty address', { webhook_url: '' }, null],
  ])('is read %s', async (_name, given, url) => {
    const { provider, sent } = bolnaWith([{ body: anAgent(given) }]);
    expect(await provider.desk!.agentWebhook!.read(AGENT_ID)).toEqual({ kind: 'told', value: url });
    expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual([`GET /v2/agent/${AGENT_ID}`]);
  });

  it('is not known where Bolna does not say, does not know the agent or does not answer', async () => {
    const { provider } = bolnaWith([{ body: anAgent() }, { status: 404 }, { status: 500 }, {}]);
    for (let time = 0; time < 4; time++) expect((await provider.desk!.agentWebhook!.read(AGENT_ID)).kind).toBe('no-answer');
  });

  it.each([OURS, null])('is set to %j', async (url) => {
    const { provider, sent } = bolnaWith([{ body: { message: 'success', state: 'updated' } }]);
    expect(await provider.desk!.agentWebhook!.set(AGENT_ID, url)).toEqual({ kind: 'told', value: null });
    expect(sent).toMatchObject([{ method: 'PATCH', path: `/v2/agent/${AGENT_ID}`, body: { agent_config: { webhook_url: url } } }]);
  });

  it('says why it was not set', async () => {
    const { provider } = bolnaWith([{ status: 404 }, unauthorised, { status: 500 }, new TypeError('fetch failed')]);
    for (let time = 0; time < 4; time++) expect((await provider.desk!.agentWebhook!.set(AGENT_ID, OURS)).kind).toBe('no-answer');
  });

  it('should be behind the public address, with our secret word', () => {
    expect(bolnaWith([]).provider.desk!.agentWebhook!.urlAt('https://example.invalid')).toBe(OURS);
  });
});

describe('trying the set-up', () => {
  const SET_UP: AgentSetUp = { providerAgentId: AGENT_ID, callerNumber: CALLER, options: {} };

  async function tried(agent: AgentSetUp | null, replies: Partial<Record<'me' | 'agent' | 'numbers', Reply>> = {}) {
    const written = { me: { body: ME }, agent: { body: anAgent({ webhook_url: OURS }) }, numbers: { body: NUMBERS }, ...replies };
    const answer = ({ path }: Sent): Reply => {
      if (path === '/user/me') return written.me;
      return path === '/phone-numbers/all' ? written.numbers : written.agent;
    };
    const { provider, sent } = bolnaWith(answer);
    const findings = await provider.desk!.test(agent);
    return {
      findings,
      found: Object.fromEntries(findings.map(({ what, result }) => [what, result])),
      sent,
      said: JSON.stringify(findings),
    };
  }

  it('finds that all of it works, without a call and without our secrets', async () => {
    const { findings, sent, said } = await tried(SET_UP);
    expect(findings).toEqual([
      { what: 'key', result: 'works', sentence: 'Bolna knows the key. It belongs to ana@example.invalid.' },
      { what: 'limits', result: 'works', sentence: 'The account allows 10 calls at once, 7 are up now.' },
      { what: 'agent', result: 'works', sentence: 'Bolna knows the agent. It is called Alfred there.' },
      { what: 'deliveries', result: 'works', sentence: 'The agent sends its deliveries to us by way of https://example.invalid.' },
      { what: 'number', result: 'works', sentence: `The account has the number ${CALLER}.` },
    ]);
    expect(sent.every(({ method }) => method === 'GET')).toBe(true);
    expect(said).not.toContain(PATH_SECRET);
    expect(said).not.toContain(BOLNA_KEY);
  });

  it('tries the account alone where there is no agent', async () => {
    expect((await tried(null)).found).toEqual({ key: 'works', limits: 'works' });
  });

  it('tries nothing more where the key does not work', async () => {
    const { found, sent } = await tried(SET_UP, { me: unauthorised });
    expect(found).toEqual({ key: 'fails', limits: 'unknown', agent: 'unknown', number: 'unknown', deliveries: 'unknown' });
    expect(sent).toHaveLength(1);
  });

  it.each<[string, Parameters<typeof tried>[1], Record<string, string>]>([
    ['an empty wallet', { me: { body: { ...ME, wallet: 0 } } }, { limits: 'fails' }],
    ['an account that allows nothing', { me: { body: { ...ME, concurrency: { max: 0 } } } }, { limits: 'fails' }],
    ['an account that does not say', { me: { body: { email: 'a@example.invalid' } } }, { limits: 'unknown' }],
    ['an agent that is not known', { agent: { status: 404 } }, { agent: 'fails', deliveries: 'unknown' }],
    ['an id that is none', { agent: { status: 422, body: { detail: [] } } }, { agent: 'fails' }],
    ['an agent that does not answer', { agent: { status: 500 } }, { agent: 'unknown', deliveries: 'unknown' }],
    [
      'an agent that is being prepared',
      { agent: { body: anAgent({ agent_status: 'seeding' }) } },
      { agent: 'fails', deliveries: 'unknown' },
    ],
    ['no deliveries', { agent: { body: anAgent({ webhook_url: null }) } }, { deliveries: 'fails' }],
    ['deliveries elsewhere', { agent: { body: anAgent({ webhook_url: 'https://other.invalid/x?token=s' }) } }, { deliveries: 'fails' }],
    ['deliveries with a wrong word', { agent: { body: anAgent({ webhook_url: `${OURS}x` }) } }, { deliveries: 'fails' }],
    ['deliveries to no address', { agent: { body: anAgent({ webhook_url: 'soon' }) } }, { deliveries: 'fails' }],
    ['a number of somebody else', { numbers: { body: [] } }, { number: 'fails' }],
    ['numbers that are not told', { numbers: { status: 500 } }, { number: 'unknown' }],
  ])('finds %s', async (_name, replies, expected) => {
    const { found, said } = await tried(SET_UP, replies);
    expect(found).toMatchObject(expected);
    expect(said).not.toContain('token=s');
  });

  it('finds nothing wrong with an agent that leaves its number to the account', async () => {
    expect((await tried({ ...SET_UP, callerNumber: null }, { numbers: { status: 500 } })).found).toMatchObject({ number: 'works' });
  });

  it('says that the agent has hours of its own', async () => {
    const agent = { body: anAgent({ agent_config: { calling_guardrails: { call_start_hour: 9, call_end_hour: 21 } } }) };
    expect((await tried(SET_UP, { agent })).said).toContain('9 to 21');
  });
});

describe('the clocks', () => {
  it('are compared by a cheap question, and by every other answer', async () => {
    const { provider, clock, sent } = bolnaWith(() => ({ body: ME }));
    clock.jump(90_000);
    expect(provider.clockOffsetMs!()).toBeNull();
    expect(provider.clockOffsetMs!()).toBeNull();
    await clock.advance(1);
    expect(sent.map(({ path }) => path)).toEqual(['/user/me']);
    expect(Math.abs(provider.clockOffsetMs!()! - 90_000)).toBeLessThanOrEqual(1000);
    expect(sent).toHaveLength(1);
  });

  it('are not compared again within a minute of a failure, and never without a key', async () => {
    const { provider, clock, sent } = bolnaWith(() => new TypeError('fetch failed'));
    for (let second = 0; second < 60; second++) {
      provider.clockOffsetMs!();
      await clock.advance(1000);
    }
    expect(sent).toHaveLength(1);
    provider.clockOffsetMs!();
    await clock.advance(0);
    expect(sent).toHaveLength(2);
    const keyless = bolnaWith([], { key: () => '' });
    expect(keyless.provider.clockOffsetMs!()).toBeNull();
    await keyless.clock.advance(0);
    expect(keyless.sent).toEqual([]);
  });
});

it('takes no more dials a second than the settings say, from the moment they say it', () => {
  let callsPerSecond = 1;
  const { provider, clock } = bolnaWith([], { settings: () => ({ ...DEFAULT_BOLNA, callsPerSecond }) });
  const now = clock.now();
  expect([provider.takeRateToken(now), provider.takeRateToken(now), provider.nextRateTokenAt(now)]).toEqual([true, false, now + 1000]);
  callsPerSecond = 10;
  expect(provider.nextRateTokenAt(now)).toBe(now + 100);
});
