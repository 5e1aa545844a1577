import { describe, expect, it } from 'vitest';
import { aDial, aSwmlDial, CXML_TO_AGENT, emulatedSpace, STATUS_URL } from './emulated-space.ts';

const MINUTE = 60_000;
const CALLS = '/api/calling/calls';
const LOGS = '/api/voice/logs';
type Body = Record<string, unknown> & { id: string; status: string; data: Record<string, unknown>[]; links: Record<string, string> };
const bodyOf = async (answer: Promise<Response>) => (await (await answer).json()) as Body;

describe('dial', () => {
  it('takes a call and answers with its leg', async () => {
    const { ask, line } = emulatedSpace();
    const answer = await ask(CALLS, { json: aSwmlDial() });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({
      id: expect.stringMatching(/^[\da-f-]{36}$/),
      from: '+15550100001',
      to: '+15550100000',
      direction: 'outbound-api',
      status: 'queued',
      duration: null,
      duration_ms: null,
      billing_ms: null,
      source: 'realtime_api',
      type: 'relay_pstn_call',
      parent_id: null,
      url: null,
      charge: 0,
      charge_details: [],
      created_at: '2026-03-02T09:00:00.000Z',
    });
    expect(line.byReference('call_42')).toHaveLength(1);
  });

  it.each([
    [{ to: undefined }, 'missing_required_parameter', 'to'],
    [{ to: '555' }, 'invalid_parameter', 'to'],
    [{ to: '+15550100005' }, '21217', 'to'],
    [{ from: undefined }, 'missing_required_parameter', 'from'],
    [{ from: '+15550109999' }, 'invalid_parameter', 'from'],
    [{ swml: undefined }, 'missing_required_parameter', 'url'],
    [{ swml: { sections: {} } }, 'invalid_parameter', 'swml'],
    [{ timeout: 601 }, 'invalid_parameter', 'timeout'],
    [{ status_events: ['completed'] }, 'invalid_parameter', 'status_events'],
    [{ status_url: 'nowhere' }, 'invalid_parameter', 'status_url'],
    [{ custom_variables: { a: 'x'.repeat(1025) } }, 'invalid_parameter', 'custom_variables'],
    [
      { custom_variables: Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`v${n}`, ''])) },
      'invalid_parameter',
      'custom_variables',
    ],
  ])('refuses %j with 422', async (given, code, attribute) => {
    const { ask, line } = emulatedSpace();
    const answer = await ask(CALLS, { json: aSwmlDial(given) });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      errors: [{ type: 'validation_error', code, attribute, message: expect.any(String), url: expect.any(String) }],
    });
    expect(line.observe().accepted).toBe(0);
  });

  it('refuses what the account may not do, and commands that it does not know', async () => {
    const { ask, space } = emulatedSpace({ options: { balanceCode: '30002' } });
    expect(await bodyOf(ask(CALLS, { json: aSwmlDial() }))).toMatchObject({ errors: [{ code: '30002' }] });
    space.configure({ balanceCode: null, trial: true });
    expect(await bodyOf(ask(CALLS, { json: aSwmlDial() }))).toMatchObject({ errors: [{ code: '21219' }] });
    expect((await ask(CALLS, { json: { command: 'calling.play' } })).status).toBe(422);
  });

  it('waits in the queue like any other call', async () => {
    const { ask, clock, line } = emulatedSpace({ options: { callsPerSecond: 0.1 } });
    await ask(CALLS, { json: aSwmlDial() });
    const { id } = await bodyOf(ask(CALLS, { json: aSwmlDial({ to: '+15550100111' }) }));
    await clock.advance(9000);
    expect(await bodyOf(ask(`${LOGS}/${id}`))).toMatchObject({ status: 'queued' });
    await clock.advance(5000);
    expect((await bodyOf(ask(`${LOGS}/${id}`))).status).not.toBe('queued');
    expect(line.observe().accepted).toBe(2);
  });

  it('keeps to the longest duration of its document', async () => {
    const { ask, clock } = emulatedSpace();
    const main = [{ connect: { to: 'sip:a@b.test', max_duration: 5 } }];
    const { id } = await bodyOf(ask(CALLS, { json: aSwmlDial({ swml: JSON.stringify({ sections: { main } }) }) }));
    await clock.advance(5 * MINUTE);
    expect(await bodyOf(ask(`${LOGS}/${id}`))).toMatchObject({ status: 'completed', duration: 5, duration_ms: 5000, billing_ms: 60_000 });
    const { data } = await bodyOf(ask(`${LOGS}/${id}/events`));
    expect(data.at(-1)).toMatchObject({ details: { end_reason: 'max_duration' } });
  });
});

describe('update and calling.end', () => {
  it('cancel what is not answered, end what is, and refuse the rest', async () => {
    const { ask, clock, line } = emulatedSpace();
    const command = (json: unknown) => ask(CALLS, { json });
    const { id } = await bodyOf(command(aSwmlDial()));
    expect(await bodyOf(command({ command: 'update', params: { id, status: 'canceled' } }))).toMatchObject({ id, status: 'canceled' });
    expect((await command({ command: 'calling.end', id, params: {} })).status).toBe(422);

    const second = await bodyOf(command(aSwmlDial()));
    await clock.until(() => line.byReference('call_42')[0]!.status === 'in-progress', MINUTE);
    expect((await command({ command: 'update', params: { id: second.id, status: 'canceled' } })).status).toBe(422);
    expect((await command({ command: 'calling.end', id: second.id, params: { reason: 'bored' } })).status).toBe(422);
    expect(await bodyOf(command({ command: 'calling.end', id: second.id, params: { reason: 'hangup' } }))).toMatchObject({
      status: 'completed',
    });
    expect(line.observe().up).toBe(0);
    expect((await command({ command: 'calling.end', id: '11111111-2222-4333-8444-000000000000', params: {} })).status).toBe(404);
  });
});

describe('voice logs', () => {
  it.each([
    ['00', 'completed', 'completed', 'hangup'],
    ['01', 'no-answer', 'completed', 'noAnswer'],
    ['02', 'busy', 'failed', 'busy'],
    ['04', 'failed', 'failed', 'error'],
  ])('tell how a call to %s ended: %s, or %s with its reason', async (ending, says, otherwise, reason) => {
    const { ask, clock, space } = emulatedSpace();
    const { id } = await bodyOf(ask(CALLS, { json: aSwmlDial({ to: `+155501000${ending}` }) }));
    await clock.advance(10 * MINUTE);
    const log = await bodyOf(ask(`${LOGS}/${id}`));
    expect(log).toMatchObject({ id, status: says, source: 'realtime_api' });
    expect((log['charge'] as number) > 0).toBe(ending === '00');
    space.configure({ logsSayBusy: false });
    expect((await bodyOf(ask(`${LOGS}/${id}`))).status).toBe(otherwise);
    space.configure({ logsSayEnded: true });
    expect((await bodyOf(ask(`${LOGS}/${id}`))).status).toBe(otherwise === 'completed' ? 'ended' : otherwise);
    const { data } = await bodyOf(ask(`${LOGS}/${id}/events`));
    expect(data[0]).toMatchObject({ name: 'calling_call_created', level: 'info', log_id: id, event_at: expect.stringMatching(/Z$/) });
    expect(data.at(-1)).toMatchObject({ name: 'calling_call_ended', details: { end_reason: reason } });
  });

  it('list the calls of both surfaces by day, in pages that need their token', async () => {
    const { ask, clock, space } = emulatedSpace({ answer: () => new Response(CXML_TO_AGENT) });
    await ask('Calls', { form: aDial() });
    await clock.advance(24 * 60 * MINUTE);
    await ask(CALLS, { json: aSwmlDial() });
    const first = await bodyOf(ask(`${LOGS}?page_size=1`));
    expect(first.data).toMatchObject([{ type: 'relay_pstn_call' }]);
    expect(first.links).toMatchObject({ self: expect.stringContaining('page_number=0'), next: expect.stringContaining('page_token=PA') });
    const second = await bodyOf(ask(first.links['next']!.replace('https://demo.signalwire.com', '')));
    expect(second.data).toMatchObject([{ type: 'laml_call', source: 'laml', url: `${STATUS_URL}/cxml` }]);
    expect(second.links).not.toHaveProperty('next');
    expect((await ask(`${LOGS}?page_number=1`)).status).toBe(422);
    const typesOf = async (query: string) => (await bodyOf(ask(`${LOGS}?${query}`))).data.map(({ type }) => type);
    expect(await typesOf('created_on=2026-03-02')).toEqual(['laml_call']);
    expect(await typesOf('created_before=2026-03-03')).toEqual(['laml_call']);
    expect(await typesOf('created_after=2026-03-03')).toEqual(['relay_pstn_call']);
    space.configure({ afterLeavesOutDay: true });
    expect(await typesOf('created_after=2026-03-03')).toEqual([]);
    expect((await ask(`${LOGS}?created_on=soon`)).status).toBe(422);
    expect((await ask(`${LOGS}/11111111-2222-4333-8444-000000000000`)).status).toBe(404);
  });
});
