import { describe, expect, it } from 'vitest';
import { aDial, aSwmlDial, CXML_TO_AGENT, emulatedSpace, EVERY_EVENT, type Posted, STATUS_URL } from './emulated-space.ts';
import { DEFAULT_SPACE } from './options.ts';
import { signForm, signJson, withPort } from './signatures.ts';

const MINUTE = 60_000;
const talks = ({ url }: Posted) => new Response(url.endsWith('/cxml') ? CXML_TO_AGENT : null);
const statuses = (posted: readonly Posted[]) => posted.filter(({ url }) => url === STATUS_URL).map(({ form }) => form.get('CallStatus'));
const isSigned = ({ url, form, signature }: Posted, over = url) => signForm(DEFAULT_SPACE.signingKey, over, [...form]) === signature;
const dialed = { form: [...aDial(), ...EVERY_EVENT] };

describe('status callbacks', () => {
  it('tell each event that was subscribed to, signed, numbered from 0', async () => {
    const { ask, clock, posted } = emulatedSpace({ answer: talks });
    await ask('Calls', dialed);
    await clock.advance(10 * MINUTE);
    expect(statuses(posted)).toEqual(['initiated', 'ringing', 'in-progress', 'completed']);
    const events = posted.filter(({ url }) => url === STATUS_URL);
    expect(events.map(({ form }) => form.get('SequenceNumber'))).toEqual(['0', '1', '2', '3']);
    expect(posted.every((one) => isSigned(one))).toBe(true);
    const last = Object.fromEntries(events.at(-1)!.form);
    expect(last).toMatchObject({
      AccountSid: DEFAULT_SPACE.projectId,
      ApiVersion: '2010-04-01',
      Direction: 'outbound-api',
      From: '+15550100001',
      To: '+15550100000',
      CallbackSource: 'call-progress-events',
      Timestamp: expect.stringMatching(/^Mon, 02 Mar 2026 09:\d\d:\d\d \+0000$/),
      SipResultCode: '200',
    });
    expect(Number(last['CallDuration'])).toBeGreaterThan(10);
    expect(events[0]!.form.has('CallDuration')).toBe(false);
  });

  it('tell the end only where no event was named, whatever the end', async () => {
    const { ask, clock, posted } = emulatedSpace({ answer: talks, options: { callsPerSecond: null } });
    for (const ending of ['01', '02', '04']) await ask('Calls', { form: aDial({ To: `+155501000${ending}` }) });
    await clock.advance(2 * MINUTE);
    expect(statuses(posted)).toHaveLength(3);
    expect(new Set(statuses(posted))).toEqual(new Set(['busy', 'failed', 'no-answer']));
    expect(posted.find(({ form }) => form.get('CallStatus') === 'busy')!.form.get('SipResultCode')).toBe('486');
  });

  it('tell nothing of the end where it was not subscribed to', async () => {
    const { ask, clock, posted } = emulatedSpace({ answer: talks });
    await ask('Calls', {
      form: [...aDial({ To: '+15550100001' }), ['StatusCallbackEvent', 'ringing'], ['StatusCallbackEvent', 'initiated']],
    });
    await clock.advance(2 * MINUTE);
    expect(statuses(posted)).toEqual(['initiated', 'ringing']);
  });

  it('are tried three times and then lost', async () => {
    const { ask, clock, posted, space, line } = emulatedSpace({ answer: () => new Response(null, { status: 503 }) });
    await ask('Calls', { form: aDial({ To: '+15550100001' }) });
    await clock.advance(5 * MINUTE);
    expect(statuses(posted)).toEqual(['no-answer', 'no-answer', 'no-answer']);
    expect(new Set(posted.map(({ form }) => form.get('SequenceNumber')))).toEqual(new Set(['0']));
    expect(space.counts).toMatchObject({ sent: 3, failed: 3 });
    // Its two steps before, which nobody is to be told of, count as taken.
    expect(line.observe().webhooks).toMatchObject({ delivered: 2, lost: 1 });
  });

  it.each([
    ['server-errors', 400, 1],
    ['server-errors', 500, 3],
    ['all', 400, 3],
    ['timeouts', 500, 1],
  ] as const)('with retries after %s an answer of %i means %i tries', async (retries, status, tries) => {
    const { ask, clock, posted } = emulatedSpace({ answer: () => new Response(null, { status }), options: { retries } });
    await ask('Calls', { form: aDial({ To: '+15550100001' }) });
    await clock.advance(5 * MINUTE);
    expect(posted).toHaveLength(tries);
  });

  it.each([
    ['', 5000],
    ['#rt=15000', 15_000],
  ])('are given up where no answer comes in time (%s)', async (fragment, ms) => {
    const { ask, clock, posted, line } = emulatedSpace({ answer: () => new Promise<never>(() => {}), options: { retries: 'timeouts' } });
    await ask('Calls', { form: aDial({ To: '+15550100002', StatusCallback: STATUS_URL + fragment }) });
    await clock.until(() => posted.length === 1, MINUTE);
    await clock.until(() => posted.length === 2, MINUTE);
    const { downAt } = line.observe().dials[0]!;
    expect(clock.now() - downAt!).toBe(ms + 2000);
    expect(posted[0]!.url.split('#')[0]).toBe(STATUS_URL);
  });

  it('are signed, numbered, dated and padded as the switches say', async () => {
    const { ask, clock, posted, space } = emulatedSpace({ answer: talks, options: { signatures: 'with-port', sequence: 'gaps' } });
    await ask('Calls', dialed);
    await clock.advance(10 * MINUTE);
    const events = posted.filter(({ url }) => url === STATUS_URL);
    expect(events.every((one) => isSigned(one, withPort(one.url)) && !isSigned(one))).toBe(true);
    expect(events.map(({ form }) => form.get('SequenceNumber'))).toEqual(['2', '4', '6', '8']);
    for (const signatures of ['wrong', 'url-alone', 'none'] as const) {
      space.configure({ signatures, staleMs: 60 * MINUTE, paddingBytes: 2_000_000 });
      await ask('Calls', { form: aDial({ To: '+15550100002' }) });
      await clock.advance(MINUTE);
      const last = posted.at(-1)!;
      expect(isSigned(last)).toBe(false);
      expect(last.body.length).toBeGreaterThan(2_000_000);
      expect(clock.now() - Date.parse(last.form.get('Timestamp')!)).toBeGreaterThan(60 * MINUTE);
    }
  });
});

describe('status_url of the Calling API', () => {
  const asked = (given: Record<string, unknown> = {}) => ({ json: aSwmlDial({ status_url: STATUS_URL, ...given }) });

  it('gets JSON of the events named, signed by scheme A', async () => {
    const { ask, clock, posted } = emulatedSpace();
    await ask('/api/calling/calls', asked({ to: '+15550100002', status_events: ['created', 'ringing', 'answered', 'ended'] }));
    await clock.advance(MINUTE);
    const told = posted.map(({ body }) => JSON.parse(body) as { event_type: string; params: Record<string, unknown> });
    expect(told.map(({ params }) => params['call_state'])).toEqual(['created', 'ended']);
    expect(told[1]).toMatchObject({ event_type: 'calling.call.state', params: { end_reason: 'busy', call_id: expect.any(String) } });
    for (const { url, body, signature } of posted) expect(signature).toBe(signJson(DEFAULT_SPACE.signingKey, url, body));
  });

  it('gets the end only by default, in the short shape by a switch', async () => {
    const { ask, clock, posted } = emulatedSpace({ options: { statusUrlShape: 'short' } });
    const { id } = (await (await ask('/api/calling/calls', asked())).json()) as { id: string };
    await clock.advance(10 * MINUTE);
    expect(posted.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      { event: 'call.state', params: { call_id: id, state: 'ended', end_reason: 'hangup' } },
    ]);
  });
});
