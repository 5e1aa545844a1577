import { describe, expect, it } from 'vitest';
import { anElevenLabs, json, KEY } from '../../../../tests/helpers/elevenlabs-account.ts';
import { elevenLabsProvider } from './provider.ts';

const AGENTS = 'GET /v1/convai/agents';
const NUMBERS = 'GET /v1/convai/phone-numbers';
const agents = (...ids: string[]) =>
  json(200, { agents: ids.map((agent_id) => ({ agent_id, name: `Agent ${agent_id}` })), has_more: false, next_cursor: null });
const agent = (call_limits: object = {}) => json(200, { agent_id: 'agent_1', name: 'Reminder', platform_settings: { call_limits } });
const number = (changed: object = {}) => ({
  phone_number: '+15550100001',
  label: 'Front',
  phone_number_id: 'phnum_1',
  provider: 'sip_trunk',
  assigned_agent: { agent_id: 'agent_1', agent_name: 'Reminder' },
  outbound_trunk: { address: 'sip.example.test', has_outbound_trunk: true },
  ...changed,
});

const at = (routes: Parameters<typeof anElevenLabs>[0], changed?: Parameters<typeof anElevenLabs>[1]) => {
  const far = anElevenLabs(routes, changed);
  const provider = elevenLabsProvider(far.parts);
  return { ...far, provider, desk: provider.desk! };
};

describe('agents and numbers', () => {
  it('lists the agents of all pages, without those put away', async () => {
    const { desk, paths } = at({
      [AGENTS]: ({ path }) =>
        path.includes('cursor=c2')
          ? agents('agent_2')
          : json(200, {
              agents: [{ agent_id: 'agent_1', name: null }, { agent_id: 'agent_0', archived: true }, {}],
              has_more: true,
              next_cursor: 'c2',
            }),
    });
    expect(await desk.agents()).toEqual({
      kind: 'told',
      value: [
        { id: 'agent_1', name: 'agent_1' },
        { id: 'agent_2', name: 'Agent agent_2' },
      ],
    });
    expect(paths()).toEqual([`${AGENTS}?page_size=100`, `${AGENTS}?page_size=100&cursor=c2`]);
  });

  it('ends where a listing never does', async () => {
    const { desk, asked } = at({ [AGENTS]: () => json(200, { agents: [], has_more: true, next_cursor: 'same' }) });
    expect((await desk.agents()).kind).toBe('no-answer');
    expect(asked.length).toBeLessThan(50);
  });

  it('lists the numbers with their ids', async () => {
    const { desk } = at({
      [NUMBERS]: json(200, [
        number(),
        number({ phone_number: '+15550100009', phone_number_id: 'phnum_2', assigned_agent: null, label: '' }),
        {},
      ]),
    });
    expect(await desk.numbers()).toEqual({
      kind: 'told',
      value: [
        { number: '+15550100001', id: 'phnum_1', label: 'Front', agentId: 'agent_1' },
        { number: '+15550100009', id: 'phnum_2', label: null, agentId: null },
      ],
    });
  });

  it('says why nothing is told', async () => {
    const { desk } = at({
      [AGENTS]: json(401, { detail: { status: 'invalid_api_key', message: `Bad ${KEY}` } }),
      [NUMBERS]: json(200, {}),
    });
    expect(await desk.agents()).toMatchObject({ kind: 'no-answer', sentence: expect.stringContaining('Bad …') });
    expect((await desk.numbers()).kind).toBe('no-answer');
  });
});

describe('the account', () => {
  it('has no limit that is told, and keeps what is known', async () => {
    const { desk, account, provider } = at({
      [AGENTS]: agents('agent_1', 'agent_2'),
      [`${AGENTS}/agent_1`]: agent({ agent_concurrency_limit: 5 }),
    });
    expect(provider.account!()).toBeNull();
    expect(await desk.readAccount()).toEqual({ kind: 'told', value: { name: 'ElevenLabs at api.example.test', limit: null, up: null } });
    expect([account()?.name, provider.account!(), provider.accountLimit()]).toEqual([
      'ElevenLabs at api.example.test',
      'ElevenLabs at api.example.test',
      null,
    ]);
  });

  it.each([
    [5, 5],
    [-1, null],
    [0, null],
  ])('has the limit of its one agent: %i is %j', async (agent_concurrency_limit, limit) => {
    const { desk, provider } = at({ [AGENTS]: agents('agent_1'), [`${AGENTS}/agent_1`]: agent({ agent_concurrency_limit }) });
    expect(await desk.readAccount()).toMatchObject({ value: { limit } });
    expect(provider.accountLimit()).toBe(limit);
  });

  it('allows the smaller of its limit and one’s own', () => {
    const account = { name: 'x', limit: 8, up: null };
    const limits = [3, 20, null].map((accountLimit) => at({}, { settings: { accountLimit }, account }).provider.accountLimit());
    expect([...limits, at({}, { settings: { accountLimit: 4 } }).provider.accountLimit()]).toEqual([3, 8, 8, 4]);
  });

  it('is not kept where it was not told', async () => {
    const { desk, account } = at({ [AGENTS]: json(500, {}) });
    expect((await desk.readAccount()).kind).toBe('no-answer');
    expect(account()).toBeNull();
  });
});

describe('test', () => {
  const setUp = { providerAgentId: 'agent_1', callerNumber: null, options: { phoneNumberId: 'phnum_1' } };
  const fine = { [AGENTS]: agents('agent_1'), [`${AGENTS}/agent_1`]: agent(), [NUMBERS]: json(200, [number()]) };
  const results = async (
    routes: Parameters<typeof anElevenLabs>[0],
    given: typeof setUp | null = setUp,
    changed?: Parameters<typeof anElevenLabs>[1],
  ) => {
    const findings = await at(routes, changed).desk.test(given);
    expect(JSON.stringify(findings)).not.toContain(KEY);
    return Object.fromEntries(findings.map(({ what, result, sentence }) => [what, `${result}: ${sentence}`]));
  };

  it('says what works', async () => {
    const found = await results(fine);
    expect(Object.entries(found).map(([what, said]) => `${what} ${said.split(':')[0]}`)).toEqual([
      'key works',
      'agent works',
      'number works',
      'limits unknown',
      'deliveries unknown',
    ]);
    expect(found).toMatchObject({ agent: expect.stringContaining('Reminder'), number: expect.stringContaining('+15550100001') });
  });

  it('names the limits of the agent', async () => {
    const limited = { ...fine, [`${AGENTS}/agent_1`]: agent({ agent_concurrency_limit: 5, daily_limit: 900 }) };
    expect((await results(limited))['limits']).toContain('works: The agent takes at most 5 at a time and 900 a day');
  });

  it('asks no further where the key does not work', async () => {
    const { desk, asked } = at({ [AGENTS]: json(401, {}) });
    expect((await desk.test(setUp)).map(({ what, result }) => [what, result])).toEqual([
      ['key', 'fails'],
      ['limits', 'unknown'],
      ['deliveries', 'unknown'],
    ]);
    expect(asked).toHaveLength(1);
    expect((await results({}, setUp, { key: '' }))['key']).toContain('fails: No key');
    expect((await results({ [AGENTS]: json(500, {}) }))['key']).toContain('unknown');
  });

  it.each<[what: string, expected: string, routes: Parameters<typeof anElevenLabs>[0]]>([
    ['agent', 'fails: ElevenLabs knows no agent agent_1', { [`${AGENTS}/agent_1`]: json(404, {}) }],
    ['agent', 'unknown', { [`${AGENTS}/agent_1`]: json(500, {}) }],
    ['number', 'fails: ElevenLabs knows no number phnum_1', { [NUMBERS]: json(200, []) }],
    ['number', 'fails: +15550100001 is not a number of a SIP trunk', { [NUMBERS]: json(200, [number({ provider: 'twilio' })]) }],
    ['number', 'fails: +15550100001 only takes calls', { [NUMBERS]: json(200, [number({ outbound_trunk: null })]) }],
    [
      'number',
      'fails: +15550100001 only takes calls',
      { [NUMBERS]: json(200, [number({ outbound_trunk: { has_outbound_trunk: false } })]) },
    ],
    [
      'number',
      'unknown: +15550100001 belongs to the agent “Other”',
      { [NUMBERS]: json(200, [number({ assigned_agent: { agent_id: 'a2', agent_name: 'Other' } })]) },
    ],
    ['number', 'works', { [NUMBERS]: json(200, [number({ assigned_agent: null })]) }],
    ['number', 'unknown', { [NUMBERS]: json(500, {}) }],
  ])('says of the %s: %s', async (what, expected, routes) => {
    expect((await results({ ...fine, ...routes }))[what]).toContain(expected);
  });

  it('misses what is not set: a number to call from, a webhook secret', async () => {
    const found = await results(fine, { ...setUp, options: {} as never }, { webhookSecret: null });
    expect([found['number'], found['deliveries']]).toEqual([
      expect.stringContaining('fails: No number'),
      expect.stringContaining('fails: No webhook secret'),
    ]);
  });
});

describe('the clock', () => {
  const dated = (clock: { now(): number }) => json(200, { agents: [] }, { date: new Date(clock.now()).toUTCString() });

  it('is compared once by a cheap read', async () => {
    const far = at({ [AGENTS]: () => dated(far.clock.world) });
    far.clock.jump(600_000);
    expect([far.provider.clockOffsetMs!(), far.provider.clockOffsetMs!()]).toEqual([null, null]);
    await far.clock.advance(0);
    expect(Math.abs(far.provider.clockOffsetMs!()! - 600_000)).toBeLessThanOrEqual(1000);
    expect(far.paths()).toEqual([`${AGENTS}?page_size=1`]);
    far.clock.jump(-600_000);
    expect(far.provider.clockOffsetMs!()).toBeNull();
    await far.clock.advance(0);
    expect(far.provider.clockOffsetMs!()).not.toBeNull();
    expect(Math.abs(far.provider.clockOffsetMs!()!)).toBeLessThanOrEqual(1000);
  });

  it('is not asked for while it is being asked', async () => {
    const far = at({ [AGENTS]: () => new Promise<Response>(() => {}) }, { settings: { timeoutMs: 600_000 } });
    far.provider.clockOffsetMs!();
    await far.clock.advance(90_000);
    far.provider.clockOffsetMs!();
    await far.clock.advance(0);
    expect(far.asked).toHaveLength(1);
  });

  it('is not asked for again within a minute where nothing was told', async () => {
    const far = at({ [AGENTS]: json(500, {}) });
    for (const ms of [0, 30_000, 29_000, 1_000]) {
      far.provider.clockOffsetMs!();
      await far.clock.advance(ms);
    }
    expect(far.asked).toHaveLength(1);
    far.provider.clockOffsetMs!();
    await far.clock.advance(0);
    expect(far.asked).toHaveLength(2);
    expect(at({}, { key: '' }).provider.clockOffsetMs!()).toBeNull();
  });

  it('takes a rate token a second, as the settings say', () => {
    const { provider, clock } = at({}, { settings: { callsPerSecond: 1 } });
    const now = clock.now();
    expect([provider.takeRateToken(now), provider.takeRateToken(now), provider.nextRateTokenAt(now)]).toEqual([true, false, now + 1000]);
  });
});
