import { describe, expect, it } from 'vitest';
import { aDial, aSpace, FROM, PROJECT, PROJECT_PATH, type Answer, type SpaceOptions } from '../../../../tests/helpers/signalwire-space.ts';

const PROBE = `GET ${PROJECT_PATH}/Calls`;
const RELAY = 'GET /api/relay/rest/phone_numbers';
const LAML = `GET ${PROJECT_PATH}/IncomingPhoneNumbers`;
const works: Answer = [200, { calls: [] }];
const owned: Answer = [200, { links: {}, data: [{ id: 'n1', number: FROM, name: 'Main' }] }];
const agent = { providerAgentId: 'agent_01ex', callerNumber: null, options: aDial().options };

describe('numbers', () => {
  it('are read from all pages', async () => {
    const { provider } = aSpace({
      [`${RELAY}?page_size=100`]: [
        200,
        {
          links: { next: 'https://demo.signalwire.com/api/relay/rest/phone_numbers?page=2' },
          data: [{ id: 'n1', number: FROM, name: 'Main' }, {}],
        },
      ],
      [`${RELAY}?page=2`]: [200, { links: {}, data: [{ id: 'n2', number: '+15550100009' }] }],
    });
    expect(await provider.desk!.numbers()).toEqual({
      kind: 'told',
      value: [
        { number: FROM, id: 'n1', label: 'Main', agentId: null },
        { number: '+15550100009', id: 'n2', label: null, agentId: null },
      ],
    });
  });

  it('are read from the compatibility interface where the other does not tell', async () => {
    const list: Answer = [200, { incoming_phone_numbers: [{ sid: 'n1', phone_number: FROM, friendly_name: 'Main' }], next_page_uri: null }];
    expect(await aSpace({ [RELAY]: [403, {}], [LAML]: list }).provider.desk!.numbers()).toEqual({
      kind: 'told',
      value: [{ number: FROM, id: 'n1', label: 'Main', agentId: null }],
    });
    expect(await aSpace({ [RELAY]: [401, {}], [LAML]: [500] }).provider.desk!.numbers()).toMatchObject({
      kind: 'no-answer',
      sentence: expect.stringContaining('refuses the project'),
    });
  });
});

describe('agents', () => {
  it('are those of ElevenLabs, where they can be read', async () => {
    const told = { kind: 'told' as const, value: [{ id: 'agent_01ex', name: 'Reminder' }] };
    expect(await aSpace({}, { conversations: { agents: async () => told } }).provider.desk!.agents()).toEqual(told);
    expect(await aSpace().provider.desk!.agents()).toEqual({ kind: 'told', value: [] });
  });
});

describe('the account', () => {
  it('is the project, and is kept', async () => {
    const { provider, kept, settings } = aSpace({ [PROBE]: works });
    expect(provider.account!()).toBe(PROJECT);
    const account = { name: PROJECT, limit: null, up: null };
    expect(await provider.desk!.readAccount()).toEqual({ kind: 'told', value: account });
    expect(kept.account).toEqual(account);
    settings.projectId = '';
    expect(provider.account!()).toBeNull();
  });

  it('is not told where SignalWire does not answer', async () => {
    const { provider, kept } = aSpace({ [PROBE]: [500] });
    expect(await provider.desk!.readAccount()).toMatchObject({ kind: 'no-answer' });
    expect(kept.account).toBeNull();
  });
});

describe('test', () => {
  const findings = async (answers: Record<string, Answer>, options: SpaceOptions = {}, setUp: typeof agent | null = agent) =>
    Object.fromEntries((await aSpace(answers, options).provider.desk!.test(setUp)).map(({ what, result }) => [what, result]));

  it('says of each thing what was found', async () => {
    expect(await findings({ [PROBE]: works, [RELAY]: owned })).toEqual({
      key: 'works',
      agent: 'unknown',
      number: 'works',
      limits: 'unknown',
      deliveries: 'unknown',
    });
  });

  it('says which number is not the project’s, or that none is set', async () => {
    const { provider } = aSpace({ [PROBE]: works, [RELAY]: owned });
    const all = await provider.desk!.test({ ...agent, callerNumber: '+15550109999' });
    expect(all.find(({ what }) => what === 'number')).toEqual({
      what: 'number',
      result: 'fails',
      sentence: expect.stringContaining('+15550109999 is none of the project’s numbers'),
    });
    expect(await findings({ [PROBE]: works, [RELAY]: owned }, { settings: { callerNumber: '' } })).toMatchObject({ number: 'fails' });
    expect(await findings({ [PROBE]: works })).toMatchObject({ number: 'unknown' });
  });

  it('asks no more with a key that is refused', async () => {
    expect(await findings({ [PROBE]: [401, {}] }, {}, null)).toEqual({ key: 'fails', limits: 'unknown', deliveries: 'unknown' });
    expect(await findings({}, { parts: { token: () => '' } }, null)).toMatchObject({ key: 'fails' });
  });

  it('looks for the agent and how it is reached', async () => {
    const list = (id: string) => ({
      isSetUp: () => true,
      agents: async () => ({ kind: 'told' as const, value: [{ id, name: 'Reminder' }] }),
    });
    const none = { ...agent, options: {} };
    expect(await findings({}, { conversations: list('agent_01ex') })).toMatchObject({ agent: 'works' });
    expect(await findings({}, { conversations: list('another') })).toMatchObject({ agent: 'fails' });
    expect(await findings({}, { conversations: list('agent_01ex') }, none)).toMatchObject({ agent: 'fails' });
    expect(await findings({}, { conversations: list('agent_01ex'), settings: { mode: 'cxml' } }, none)).toMatchObject({ agent: 'works' });
  });

  it('says that the way with callbacks needs the signing key', async () => {
    const parts = { signingKey: () => null };
    expect(await findings({}, { parts, settings: { mode: 'cxml' } })).toMatchObject({ deliveries: 'fails' });
    expect(await findings({}, { parts })).toMatchObject({ deliveries: 'unknown' });
  });

  it('tells no secret', async () => {
    const { provider } = aSpace({ [PROBE]: [401, { code: 20003, message: 'PT_token' }] });
    expect(JSON.stringify(await provider.desk!.test(agent))).not.toMatch(/PT_token|PSK_|hush/);
  });
});
