import { describe, expect, it } from 'vitest';
import { AGENT_ID, aHandle, anExecution, bolnaWith, EXECUTION_ID, type Reply, type Sent } from '../../../../tests/helpers/bolna.ts';

const MINUTE = 60_000;
const paths = (sent: readonly Sent[]) => sent.map(({ method, path }) => `${method} ${path.replace(/\?.*/, '')}`);
const page = (data: unknown[], hasMore = false) => ({ body: { page_number: 1, page_size: 50, total: 99, has_more: hasMore, data } });
const trimmed = (id: string, given: Record<string, unknown> = {}) => ({
  id,
  status: 'queued',
  created_at: '2026-03-02T09:00:00',
  ...given,
});
const executionOf = (id: string, reference: string | null) =>
  anExecution({ id, context_details: { recipient_data: reference === null ? null : { call_reference: reference } } });

describe('looking up by the id of Bolna', () => {
  const byId = (reply: Reply) => {
    const { provider, clock } = bolnaWith([reply]);
    return provider.lookUp(aHandle(clock));
  };

  it('asks for the execution', async () => {
    const { provider, clock, sent } = bolnaWith([{ body: anExecution() }]);
    expect(await provider.lookUp(aHandle(clock))).toMatchObject({
      kind: 'found',
      report: { providerCallId: EXECUTION_ID, reference: 'call_1', state: 'completed', durationSeconds: 27.2 },
    });
    expect(paths(sent)).toEqual([`GET /executions/${EXECUTION_ID}`]);
  });

  it('does not find what Bolna does not know', async () => {
    expect(await byId({ status: 404, body: { error: 404, message: 'not found' } })).toEqual({ kind: 'not-found' });
  });

  it.each<[string, Reply, string]>([
    ['a 500', { status: 500, body: { message: 'oops' } }, 'Bolna gives no information at the moment (500: oops).'],
    ['a 400', { status: 400 }, 'Bolna gives no information at the moment (400).'],
    [
      'a refused key',
      { status: 403, body: { detail: 'Unrecognized access token' } },
      'Bolna refuses the key (403: Unrecognized access token). Set a valid one in Settings → Telephony.',
    ],
    ['too many questions', { status: 429, body: {} }, 'Bolna was asked too often (429). It is asked again later.'],
    ['something else', { body: [1] }, 'Bolna answered, but what it says cannot be read.'],
    ['nothing', {}, 'Bolna answered, but what it says cannot be read.'],
    ['no connection', new TypeError('fetch failed'), 'Bolna could not be reached.'],
    ['a status that is not known', { body: anExecution({ status: 'dreaming' }) }, 'Bolna tells a status that is not known here: dreaming.'],
  ])('has no answer in %s', async (_name, reply, sentence) => {
    expect(await byId(reply)).toEqual({ kind: 'no-answer', sentence });
  });

  it('waits no longer than the settings allow', async () => {
    const { provider, clock } = bolnaWith(['silence']);
    const answer = provider.lookUp(aHandle(clock));
    await clock.advance(15_000);
    expect(await answer).toEqual({ kind: 'no-answer', sentence: 'Bolna did not answer in time.' });
  });
});

describe('looking up by our reference', () => {
  /** Asks `after` milliseconds after the claim, against these pages and these executions. */
  async function looked(pages: unknown[][], executions: unknown[] = [], after = 0) {
    const { provider, clock, sent } = bolnaWith(({ path }) => {
      const number = Number(new URLSearchParams(path.split('?')[1] ?? '').get('page_number') ?? 1);
      if (path.startsWith(`/v2/agent/${AGENT_ID}/executions`)) return page(pages[number - 1]!, number < pages.length);
      const known = executions.find((execution) => path === `/executions/${(execution as { id: string }).id}`);
      return known === undefined ? { status: 404 } : { body: known };
    });
    const handle = aHandle(clock, { providerCallId: null });
    await clock.advance(after);
    return { answer: await provider.lookUp(handle), sent, handle };
  }

  it('lists what the agent did from five minutes before the claim to five minutes from now', async () => {
    const { answer, sent } = await looked([[]], [], 2 * MINUTE);
    expect(answer).toEqual({ kind: 'not-found' });
    const query = new URLSearchParams(sent[0]!.path.split('?')[1]);
    expect(Object.fromEntries(query)).toEqual({ page_size: '50', from: '2026-03-02T08:55:00.000Z', to: '2026-03-02T09:07:00.000Z' });
  });

  it('never asks for more than seven days', async () => {
    const { sent } = await looked([[]], [], 30 * 24 * 60 * MINUTE);
    const query = new URLSearchParams(sent[0]!.path.split('?')[1]);
    expect(Date.parse(query.get('to')!) - Date.parse(query.get('from')!)).toBe(7 * 24 * 60 * MINUTE);
  });

  it('reads all pages, and fetches what carries the reference', async () => {
    const { answer, sent } = await looked(
      [[executionOf('e1', 'call_7')], [executionOf('e2', 'call_8')], [executionOf('e3', 'call_1')]],
      [executionOf('e3', 'call_1')],
    );
    expect(answer).toMatchObject({ kind: 'found', report: { providerCallId: 'e3', reference: 'call_1' } });
    const list = `GET /v2/agent/${AGENT_ID}/executions`;
    expect(paths(sent)).toEqual([list, list, list, 'GET /executions/e3']);
    expect(sent.slice(0, 3).map(({ path }) => new URLSearchParams(path.split('?')[1]).get('page_number'))).toEqual([null, '2', '3']);
  });

  it('fetches trimmed items, the nearest to the claim first, and passes over those to other numbers', async () => {
    const { answer, sent } = await looked(
      [
        [
          trimmed('far', { created_at: '2026-03-02T08:56:00' }),
          trimmed('other number', { user_number: '+15550100999' }),
          trimmed('other reference', { context_details: { recipient_data: { call_reference: 'call_7' } } }),
          trimmed('inbound', { telephony_data: { call_type: 'inbound' } }),
          trimmed('near', { created_at: '2026-03-02T09:00:01', user_number: '15550100002' }),
          { id: 'bare' },
        ],
      ],
      [executionOf('near', 'call_2'), executionOf('far', 'call_1'), executionOf('bare', 'call_1')],
    );
    expect(answer).toMatchObject({ kind: 'found', report: { providerCallId: 'far' } });
    expect(paths(sent).slice(1)).toEqual(['GET /executions/near', 'GET /executions/far']);
  });

  it('does not find it where everything that might be it is something else', async () => {
    const { answer } = await looked(
      [[trimmed('a'), trimmed('b'), trimmed('gone')]],
      [executionOf('a', 'call_2'), anExecution({ id: 'b', context_details: { recipient_data: { first_name: 'Mira' } } })],
    );
    expect(answer).toEqual({ kind: 'not-found' });
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['takes one that lost its variables, by number and time', {}, 'found'],
    ['takes none to another number', { user_number: '+15550100999' }, 'not-found'],
    ['takes none from before the claim', { created_at: '2026-03-02T08:58:59' }, 'not-found'],
    ['takes none without a time', { created_at: null }, 'not-found'],
  ])('%s', async (_name, given, kind) => {
    const lost = anExecution({ id: 'lost', context_details: null, ...given });
    expect((await looked([[trimmed('lost')]], [lost])).answer.kind).toBe(kind);
  });

  it('prefers the one that carries the reference to one that carries nothing', async () => {
    const lost = anExecution({ id: 'lost', context_details: null });
    const { answer } = await looked([[trimmed('lost'), trimmed('named')]], [lost, executionOf('named', 'call_1')]);
    expect(answer).toMatchObject({ kind: 'found', report: { providerCallId: 'named' } });
  });

  it('looks at an item once though two pages show it', async () => {
    const { sent } = await looked([[trimmed('a')], [trimmed('a')]], [executionOf('a', 'call_2')]);
    expect(paths(sent).filter((path) => path.endsWith('/executions/a'))).toHaveLength(1);
  });

  it.each<[string, Reply]>([
    ['a 500', { status: 500 }],
    ['a 404', { status: 404, body: { message: 'agent not found' } }],
    ['a 400', { status: 400, body: { message: 'from and to are required' } }],
    ['a body that is no list', { body: { data: null } }],
    ['an item that cannot be read', page([{ status: 'queued' }])],
    ['an item that is none', page([null])],
    ['no connection', new TypeError('fetch failed')],
  ])('has no answer, and not that there is no call, where the list is %s', async (_name, reply) => {
    const { provider, clock } = bolnaWith([reply]);
    expect((await provider.lookUp(aHandle(clock, { providerCallId: null }))).kind).toBe('no-answer');
  });

  it('has no answer where a later page or one of the executions has none', async () => {
    for (const replies of [
      [page([trimmed('a')], true), { status: 502 }],
      [page([trimmed('a')], true), page([], true)],
      [page([trimmed('a'), trimmed('b')]), { body: executionOf('a', 'call_7') }, { status: 502 }],
    ]) {
      const { provider, clock, sent } = bolnaWith(replies);
      expect((await provider.lookUp(aHandle(clock, { providerCallId: null }))).kind).toBe('no-answer');
      expect(sent).toHaveLength(replies.length);
    }
  });

  it('takes a bare array, and pages that do not say whether there are more', async () => {
    const bare = bolnaWith([{ body: [executionOf('e1', 'call_1')] }, { body: executionOf('e1', 'call_1') }]);
    expect((await bare.provider.lookUp(aHandle(bare.clock, { providerCallId: null }))).kind).toBe('found');
    const counted = bolnaWith([{ body: { data: [executionOf('e0', 'call_0')], total: 51 } }, { body: { data: [], total: 51 } }]);
    expect((await counted.provider.lookUp(aHandle(counted.clock, { providerCallId: null }))).kind).toBe('not-found');
    expect(counted.sent).toHaveLength(2);
  });

  it('gives up a search that has no end, and not the call', async () => {
    const endless = bolnaWith(() => page([executionOf('e1', 'call_7')], true));
    expect((await endless.provider.lookUp(aHandle(endless.clock, { providerCallId: null }))).kind).toBe('no-answer');
    const crowd = Array.from({ length: 101 }, (_, index) => trimmed(`e${index}`));
    const crowded = bolnaWith(({ path }) => (path.includes('/v2/') ? page(crowd) : { body: executionOf('x', 'call_7') }));
    expect((await crowded.provider.lookUp(aHandle(crowded.clock, { providerCallId: null }))).kind).toBe('no-answer');
    expect(crowded.sent).toHaveLength(101);
  });
});
