import { describe, expect, it } from 'vitest';
import { linkedLine, type LinkedLineOptions, LINE_SECRET } from '../../../../tests/helpers/practice-line.ts';
import { VirtualClock } from '../../../../tests/helpers/virtual-clock.ts';
import type { CallReport, DialRequest, RawDelivery } from '../../ports/provider.ts';
import { readPracticeDelivery } from './deliveries.ts';
import { memoryJournal } from './journal.ts';

const MINUTE = 60_000;
let serial = 0;

const dialOf = (phone: string, given: Partial<DialRequest> = {}): DialRequest => ({
  reference: `call_${++serial}`,
  phone,
  providerAgentId: 'agent',
  callerNumber: null,
  variables: { first_name: 'Mira', next_action: 'Book a demo.' },
  record: true,
  ringSeconds: 45,
  longestSeconds: 3600,
  publicUrl: null,
  options: {},
  ...given,
});

/** A line whose webhooks are collected, each verified and read as the engine would. */
function collected(options: Omit<LinkedLineOptions, 'clock' | 'receive'> = {}) {
  const clock = new VirtualClock();
  const reports: CallReport[] = [];
  const raws: RawDelivery[] = [];
  const linked = linkedLine({
    clock,
    ...options,
    receive: (raw) => {
      raws.push(raw);
      const reading = readPracticeDelivery(LINE_SECRET, raw);
      if (reading.kind !== 'report') throw new Error(`unexpected ${reading.kind}`);
      reports.push(reading.report);
      return { status: 200 };
    },
  });
  const handle = (dial: DialRequest, providerCallId: string | null = null) => ({
    providerCallId,
    reference: dial.reference,
    phone: dial.phone,
    claimedAt: clock.now(),
    isAnothers: () => false,
    providerAgentId: 'practice',
    callerNumber: null,
  });
  return { ...linked, clock, reports, raws, handle, states: () => reports.map((report) => report.state) };
}

describe('PracticeLine', () => {
  it('lives an answered call through and tells all of it', async () => {
    const { provider, clock, reports, states, line } = collected();
    const dial = dialOf('+493012345600');
    const answer = await provider.dial(dial);
    expect(answer).toMatchObject({ kind: 'accepted', state: 'queued' });
    expect(line.observe()).toMatchObject({ up: 1, accepted: 1 });
    await clock.advance(10 * MINUTE);
    expect(states()).toEqual(['initiated', 'ringing', 'in-progress', 'disconnected', 'completed']);
    const last = reports.at(-1)!;
    expect(last).toMatchObject({ reference: dial.reference, answeredByMachine: false, cost: { unit: 'practice credits' } });
    expect(last.transcript).toContain('Mira');
    expect(last.summary).toContain('Mira');
    expect(last.durationSeconds).toBeGreaterThanOrEqual(15);
    expect(last.cost!.amount).toBe(Math.ceil(last.durationSeconds! / 60));
    expect(line.observe()).toMatchObject({ up: 0, mostUp: 1, mostUpToOneNumber: 1, numbersUpTwice: [], referencesTwice: [] });
    expect(line.observe().dials[0]!.downAt).toBe(reports[3]!.at);
  });

  it('tells at disconnection how long the talk was, and the rest only with the result', async () => {
    const { provider, clock, reports } = collected();
    await provider.dial(dialOf('+493012345607'));
    await clock.until(() => reports.at(-1)?.state === 'disconnected', 10 * MINUTE);
    expect(reports.at(-1)!.durationSeconds).toBeGreaterThan(0);
    expect(reports.at(-1)).not.toHaveProperty('transcript');
    await clock.advance(14 * MINUTE);
    expect(reports.at(-1)!.state).toBe('disconnected');
    await clock.advance(MINUTE);
    expect(reports.at(-1)).toMatchObject({ state: 'completed', transcript: expect.any(String) });
  });

  it.each([
    ['01', 'no-answer'],
    ['02', 'busy'],
    ['03', 'voicemail'],
    ['04', 'failed'],
    ['06', 'completed'],
  ])('ends a call to a number ending in %s as %s', async (ending, end) => {
    const { provider, clock, reports, line } = collected();
    await provider.dial(dialOf(`+4930123456${ending}`));
    await clock.advance(10 * MINUTE);
    expect(reports.at(-1)!.state).toBe(end);
    expect(reports.at(-1)!.durationSeconds ?? 0).toBe(end === 'voicemail' ? reports.at(-1)!.durationSeconds : 0);
    expect(line.observe().up).toBe(0);
  });

  it('refuses a wrong number: surely no call', async () => {
    const { provider, line } = collected();
    expect(await provider.dial(dialOf('+493012345605'))).toMatchObject({ kind: 'no-call', why: 'wrong-contact' });
    expect(line.observe()).toMatchObject({ accepted: 0, refused: { 422: 1 } });
  });

  it('says nothing of a number ending in 08, but answers a look-up', async () => {
    const { provider, clock, reports, handle } = collected();
    const dial = dialOf('+493012345608');
    await provider.dial(dial);
    await clock.advance(10 * MINUTE);
    expect(reports).toEqual([]);
    expect(await provider.lookUp(handle(dial))).toMatchObject({ kind: 'found', report: { state: 'no-answer' } });
  });

  it('never answers the dial of a number ending in 09, though the call is up and found by its reference', async () => {
    const { provider, clock, handle, states } = collected({ timeoutMs: 15_000 });
    const dial = dialOf('+493012345609');
    const answer = provider.dial(dial);
    await clock.advance(15_000);
    expect(await answer).toMatchObject({ kind: 'ambiguous' });
    expect(await provider.lookUp(handle(dial))).toMatchObject({ kind: 'found', report: { reference: dial.reference } });
    await clock.advance(10 * MINUTE);
    expect(states().at(-1)).toBe('completed');
  });

  it('gives the same call the same life, whatever was dialed before it', async () => {
    const numbers = ['+493055555511', '+493055555512', '+493055555513'];
    const lives = async (order: readonly string[]) => {
      const { provider, clock, reports } = collected();
      const byReference = new Map<string, string>();
      for (const phone of order) {
        const dial = dialOf(phone);
        byReference.set(dial.reference, phone);
        await provider.dial(dial);
        await clock.advance(20 * MINUTE);
      }
      const lived = reports.map(({ reference, state, durationSeconds }) => `${byReference.get(reference!)} ${state} ${durationSeconds}`);
      return lived.toSorted();
    };
    expect(await lives(numbers)).toEqual(await lives(numbers.toReversed()));
  });

  it('counts two calls up to one number and a reference that is dialed twice', async () => {
    const { provider, clock, line } = collected();
    const dial = dialOf('+493012345600');
    await provider.dial(dial);
    await provider.dial(dial);
    await clock.advance(20 * MINUTE);
    expect(line.observe()).toMatchObject({
      accepted: 2,
      mostUp: 2,
      mostUpToOneNumber: 2,
      numbersUpTwice: [dial.phone],
      referencesTwice: [dial.reference],
      up: 0,
    });
  });

  it('tells a watcher each moment at which a line goes up or down', async () => {
    const { provider, clock, line } = collected();
    const seen: string[] = [];
    line.watch((what, dial) => seen.push(`${what} ${dial.to}`));
    await provider.dial(dialOf('+493012345602'));
    await clock.advance(MINUTE);
    expect(seen).toEqual(['up +493012345602', 'down +493012345602']);
  });

  it('tells a follower each step and who picked up, though every webhook is lost', async () => {
    const { line, provider, clock } = collected({ settings: { faults: { webhookLost: 1 } } });
    const steps: unknown[] = [];
    const stop = line.follow(({ sequence, call, answeredBy }) => steps.push([sequence, call.status, answeredBy]));
    await provider.dial(dialOf('+493012345603'));
    expect(steps).toEqual([[0, 'queued', 'machine']]);
    await clock.advance(10 * MINUTE);
    expect(steps.slice(1)).toEqual(
      ['initiated', 'ringing', 'in-progress', 'call-disconnected', 'completed'].map((status, nth) => [nth + 1, status, 'machine']),
    );
    stop();
    await provider.dial(dialOf('+493012345602'));
    expect(steps).toHaveLength(6);
  });

  it('holds a call for as long as it is to wait, up and to be withdrawn, and lives it the same then', async () => {
    const lifeOf = async (waitMs: number) => {
      const { line, clock } = collected();
      const steps: [string, number][] = [];
      line.follow(({ call }) => steps.push([call.status, call.status_at - call.accepted_at]));
      const { phone: to, reference, variables, record, ringSeconds, longestSeconds } = dialOf('+493012345600');
      await line.dial({ to, from: null, agent: 'a', reference, variables, record, ringSeconds, longestSeconds, waitMs });
      await clock.advance(waitMs);
      expect(steps).toEqual([['queued', 0]]);
      expect(line.observe().up).toBe(1);
      await clock.advance(10 * MINUTE);
      return steps.slice(1).map(([status, after]) => [status, after - waitMs]);
    };
    expect(await lifeOf(90_000)).toEqual(await lifeOf(0));
  });

  it('holds its account limit and its rate, and says when to come again', async () => {
    const full = collected({ settings: { accountLimit: 1 } });
    await full.provider.dial(dialOf('+493012345600'));
    expect(await full.provider.dial(dialOf('+493012345700'))).toMatchObject({ kind: 'no-call', why: 'try-later', retryAfterMs: 1000 });
    await full.clock.advance(10 * MINUTE);
    expect(await full.provider.dial(dialOf('+493012345700'))).toMatchObject({ kind: 'accepted' });
    const fast = collected({ settings: { callsPerSecond: 1 } });
    await fast.provider.dial(dialOf('+493012345600'));
    expect(await fast.provider.dial(dialOf('+493012345700'))).toMatchObject({ kind: 'no-call', why: 'try-later' });
    expect([fast.provider.takeRateToken(1e12), fast.provider.takeRateToken(1e12)]).toEqual([true, false]);
  });
});

describe("a line on the computer's own clock", () => {
  it.each([
    ['back', -3_600_000],
    ['forward', 3_600_000],
  ])('ends its calls no later than planned when the clock is set %s', async (_, ms) => {
    const clock = new VirtualClock();
    const seen: string[] = [];
    const { provider, line } = linkedLine({ clock, lineClock: clock, receive: () => ({ status: 200 }) });
    line.watch((what) => seen.push(what));
    await provider.dial(dialOf('+493012345600'));
    await clock.advance(1000);
    clock.jump(ms);
    await clock.advance(4 * MINUTE);
    expect([seen, line.observe().up]).toEqual([['up', 'down'], 0]);
  });
});

describe('hanging up and withdrawing', () => {
  it('ends a talk: the line is down at once and the result follows, with the talk that there was', async () => {
    const { provider, clock, reports, states, handle, line } = collected({ settings: { speed: 2 } });
    const dial = dialOf('+493012345600');
    await provider.dial(dial);
    await clock.until(() => states().includes('in-progress'), MINUTE);
    await clock.advance(3000);
    expect(await provider.hangUp(handle(dial))).toEqual({ kind: 'done' });
    expect(line.observe().up).toBe(0);
    await clock.advance(MINUTE);
    expect(states().slice(-2)).toEqual(['disconnected', 'completed']);
    expect(reports.at(-1)).toMatchObject({ durationSeconds: 6, hungUpBy: 'api' });
    expect(await provider.hangUp(handle(dial))).toEqual({ kind: 'too-late' });
  });

  it('cancels a call that was not answered yet', async () => {
    const { provider, clock, states, handle } = collected();
    const dial = dialOf('+493012345600');
    await provider.dial(dial);
    await clock.until(() => states().includes('ringing'), MINUTE);
    expect(await provider.hangUp(handle(dial))).toEqual({ kind: 'done' });
    await clock.advance(10 * MINUTE);
    expect(states()).toEqual(['initiated', 'ringing', 'cancelled']);
  });

  it('withdraws only what it has not begun to dial', async () => {
    const { provider, clock, states, handle } = collected();
    const waiting = dialOf('+493012345600');
    await provider.dial(waiting);
    expect(await provider.withdraw(handle(waiting))).toEqual({ kind: 'done' });
    const dialed = dialOf('+493012345700');
    await provider.dial(dialed);
    await clock.until(() => states().includes('initiated'), MINUTE);
    expect(await provider.withdraw(handle(dialed))).toEqual({ kind: 'too-late' });
    expect(await provider.withdraw(handle(dialOf('+493012345800')))).toEqual({ kind: 'cannot' });
    await clock.advance(10 * MINUTE);
    expect(states()).toEqual(['cancelled', 'initiated', 'ringing', 'in-progress', 'disconnected', 'completed']);
  });
});

describe('faults of the line', () => {
  const manyDials = async (faults: NonNullable<LinkedLineOptions['settings']>['faults'] & object, ending = '00') => {
    const world = collected({ settings: { faults }, timeoutMs: 1000 });
    const answers = Array.from({ length: 20 }, (_, i) => world.provider.dial(dialOf(`+49301234${10 + i}${ending}`)));
    await world.clock.advance(1000);
    const kinds = (await Promise.all(answers)).map((answer) => (answer.kind === 'no-call' ? answer.why : answer.kind));
    return { ...world, kinds };
  };

  it.each([
    ['timeoutAfterAccept', 'ambiguous', 20],
    ['silence', 'ambiguous', 0],
    ['fail500', 'ambiguous', 0],
    ['fail500AfterAccept', 'ambiguous', 20],
    ['refuse429', 'try-later', 0],
  ] as const)('%s: each dial looks %s and %i calls are up', async (fault, kind, up) => {
    const { kinds, line } = await manyDials({ [fault]: 1 });
    expect(new Set(kinds)).toEqual(new Set([kind]));
    expect(line.observe().up).toBe(up);
  });

  it('draws faults at their probability, the same ones in every run', async () => {
    const first = await manyDials({ fail500: 0.5 });
    const second = await manyDials({ fail500: 0.5 });
    const failed = first.kinds.filter((kind) => kind === 'ambiguous').length;
    expect(failed).toSatisfy((count: number) => count > 3 && count < 17);
    expect(second.kinds).toEqual(first.kinds);
  });

  it('does not fail the same dial for ever', async () => {
    const { provider } = collected({ settings: { faults: { refuse429: 0.5 } } });
    const dial = dialOf('+493012345600');
    let tries = 0;
    while ((await provider.dial(dial)).kind !== 'accepted') tries++;
    expect(tries).toBeLessThan(20);
  });

  it('loses webhooks', async () => {
    const { clock, reports, line } = await manyDials({ webhookLost: 1 }, '02');
    await clock.advance(10 * MINUTE);
    expect(reports).toEqual([]);
    expect(line.observe().webhooks).toMatchObject({ lost: 40, delivered: 0 });
  });

  it('repeats webhooks word for word, under the same key', async () => {
    const { clock, raws } = await manyDials({ webhookRepeated: 1 }, '02');
    await clock.advance(10 * MINUTE);
    const bodies = raws.map((raw) => new TextDecoder().decode(raw.body));
    expect([bodies.length, new Set(bodies).size]).toEqual([80, 40]);
  });

  it('is late by the seconds that the settings name', async () => {
    const { clock, reports, raws } = await manyDials({ webhookLate: 1, lateSeconds: 90 }, '02');
    await clock.advance(10 * MINUTE);
    expect(reports).toHaveLength(40);
    expect(new Set(raws.map((raw, i) => raw.receivedAt - (reports[i]?.at ?? 0)))).toEqual(new Set([90_000]));
  });

  it('shuffles webhooks: some come after what happened later', async () => {
    const { clock, reports } = await manyDials({ webhookShuffled: 1 }, '02');
    await clock.advance(10 * MINUTE);
    const at = reports.map((report) => report.at!);
    expect(reports).toHaveLength(40);
    const ofOne = Map.groupBy(reports, (report) => report.providerCallId);
    expect([...ofOne.values()].some(([first]) => first!.state === 'busy')).toBe(true);
    expect(at).not.toEqual(at.toSorted((a, b) => a - b));
  });

  it('tries a webhook three times, after 2 and 10 seconds, then it is lost', async () => {
    const clock = new VirtualClock();
    const triedAt: number[] = [];
    let status = 503;
    const linked = linkedLine({
      clock,
      receive: (raw) => {
        triedAt.push(raw.receivedAt);
        return { status };
      },
    });
    await linked.provider.dial(dialOf('+493012345602'));
    await clock.until(() => triedAt.length === 1, MINUTE);
    await clock.advance(1500);
    expect(triedAt).toHaveLength(1);
    const [first] = triedAt;
    await clock.advance(3 * MINUTE);
    const ofFirst = triedAt.filter((at) => [0, 2000, 12_000].includes(at - first!));
    expect(ofFirst).toHaveLength(3);
    expect(linked.line.observe().webhooks).toMatchObject({ lost: 2, delivered: 0 });
    status = 401;
    await linked.provider.dial(dialOf('+493012345702'));
    await clock.advance(3 * MINUTE);
    expect(linked.line.observe().webhooks).toMatchObject({ lost: 2, refused: 2 });
  });

  it('reaches nobody while the computer sleeps, and goes on with the call', async () => {
    const { provider, clock, reports, handle } = collected();
    const dial = dialOf('+493012345600');
    await provider.dial(dial);
    await clock.sleep(60 * MINUTE);
    expect(reports).toEqual([]);
    expect(await provider.lookUp(handle(dial))).toMatchObject({ report: { state: 'completed' } });
    expect(Math.abs(provider.clockOffsetMs!()!)).toBeLessThanOrEqual(1000);
  });
});

describe('a restart on the same journal', () => {
  it('answers look-ups, goes on with the calls and keeps its counts', async () => {
    const journal = memoryJournal();
    const before = collected({ journal });
    const talking = dialOf('+493012345600');
    const over = dialOf('+493012345602');
    await before.provider.dial(over);
    await before.clock.advance(MINUTE);
    await before.provider.dial(talking);
    await before.provider.dial({ ...talking });
    await before.clock.until(() => before.states().includes('in-progress'), MINUTE);
    const observed = before.line.observe();
    before.line.stop();
    const told = before.reports.length;
    await before.clock.advance(1000);

    const reports: CallReport[] = [];
    const after = linkedLine({
      clock: before.clock,
      journal,
      receive: (raw) => {
        const reading = readPracticeDelivery(LINE_SECRET, raw);
        if (reading.kind === 'report') reports.push(reading.report);
        return { status: 200 };
      },
    });
    expect(after.line.observe()).toMatchObject({
      accepted: 3,
      mostUp: 2,
      numbersUpTwice: [talking.phone],
      referencesTwice: [talking.reference],
      up: 2,
      dials: observed.dials,
    });
    expect(await after.provider.lookUp(before.handle(over))).toMatchObject({ report: { state: 'busy' } });
    expect(await after.provider.lookUp(before.handle(talking))).toMatchObject({ kind: 'found' });
    await before.clock.advance(10 * MINUTE);
    expect(before.reports).toHaveLength(told);
    expect(reports.filter((report) => report.state === 'completed')).toHaveLength(2);
    expect(after.line.observe().up).toBe(0);
  });

  it('takes the steps that went by meanwhile, with the times at which they were', async () => {
    const journal = memoryJournal();
    const before = collected({ journal });
    const dial = dialOf('+493012345600');
    await before.provider.dial(dial);
    before.line.stop();
    await before.clock.advance(60 * MINUTE);
    const after = linkedLine({ clock: before.clock, journal });
    const [seen] = after.line.observe().dials;
    expect(seen!.downAt! - seen!.at).toBeLessThan(5 * MINUTE);
    expect(await after.provider.lookUp(before.handle(dial))).toMatchObject({ report: { state: 'completed', at: expect.any(Number) } });
  });

  it('forgets calls that ended more than 7 days ago, but not that they were counted', async () => {
    const journal = memoryJournal();
    const first = collected({ journal });
    const dial = dialOf('+493012345602');
    await first.provider.dial(dial);
    await first.clock.advance(8 * 24 * 60 * MINUTE);
    first.line.stop();
    const second = linkedLine({ clock: first.clock, journal });
    expect(await second.provider.lookUp(first.handle(dial))).toEqual({ kind: 'not-found' });
    expect(second.line.observe()).toMatchObject({ accepted: 1, mostUp: 1, dials: [] });
    second.line.stop();
    const third = linkedLine({ clock: first.clock, journal });
    expect(third.line.observe()).toMatchObject({ accepted: 1, mostUp: 1 });
  });
});
