import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aCallUp, aCampaign, anItem, aUser, openWorld, type World } from '../../../tests/helpers/builders.ts';
import { settle } from '../../../tests/helpers/virtual-clock.ts';
import type { Call } from '../data/call-store.ts';
import { everyone } from '../data/scope.ts';
import type { StepSignal } from '../ports/host.ts';
import type { CallReport, DeliveryReading, RawDelivery, TelephonyProvider } from '../ports/provider.ts';
import { Inbox, KEPT_MS, MATCH_WAIT_MS } from './inbox.ts';
import { receiveDelivery } from './receive.ts';

const MINUTE = 60_000;

/** A provider whose deliveries are reports as JSON: what is tested here is the inbox, not a vendor. */
const provider = {
  name: 'practice',
  readDelivery({ headers, body }: RawDelivery): DeliveryReading {
    if (headers['signed'] !== 'yes') return { kind: 'refused', reason: 'not signed' };
    const text = new TextDecoder().decode(body);
    if (text === 'ping') return { kind: 'nothing' };
    if (!text.startsWith('{')) return { kind: 'refused', reason: 'not JSON', malformed: true };
    return { kind: 'report', report: JSON.parse(text) as CallReport, key: text };
  },
} as TelephonyProvider;

let world: World;
let inbox: Inbox;
let signals: string[];

beforeEach(() => {
  signals = [];
  const signal: StepSignal = (step) => void signals.push(step);
  world = openWorld({ signal, providers: { practice: provider } });
  inbox = new Inbox(world);
});
afterEach(() => {
  inbox.stop();
  world.close();
});

const raw = (body: string, headers: Record<string, string> = { signed: 'yes' }): RawDelivery => ({
  path: 'events',
  headers,
  body: new TextEncoder().encode(body),
  receivedAt: world.clock.now(),
});
const receive = (report: Partial<CallReport> & Pick<CallReport, 'state'>) =>
  receiveDelivery(world, provider, raw(JSON.stringify({ providerCallId: 'p1', reference: null, at: world.clock.now(), ...report })));

const aCall = (given: Parameters<typeof aCallUp>[2] = {}): Call =>
  aCallUp(world, anItem(world, aCampaign(world, aUser(world))), { providerCallId: 'p1', ...given });
const status = (call: Call) => world.data.calls.get(everyone, call.id)!.status;
const deliveries = () => world.data.inbox.list(everyone, undefined, { page: 1, limit: 100 }).toReversed();
const states = () => deliveries().map((delivery) => delivery.state);

describe('receiveDelivery', () => {
  it('stores what was verified, as it came, and answers 200', () => {
    const before = world.clock.now();
    expect(receive({ state: 'ringing' })).toEqual({ status: 200 });
    expect(deliveries()).toMatchObject([
      {
        state: 'new',
        provider: 'practice',
        path: 'events',
        providerCallId: 'p1',
        receivedAt: before,
        headers: { signed: 'yes' },
        body: expect.stringContaining('ringing'),
      },
    ]);
    expect(signals).toEqual(['delivery.before-store', 'delivery.after-store']);
  });

  it('answers 401 to what is not signed and 400 to what cannot be read, and keeps why with its first kilobyte', () => {
    expect(receiveDelivery(world, provider, raw('x'.repeat(5000), {}))).toEqual({ status: 401 });
    expect(receiveDelivery(world, provider, raw('<xml>'))).toEqual({ status: 400 });
    expect(world.data.inbox.refused()).toMatchObject([
      { route: '/webhooks/practice/events', reason: 'not JSON', start: '<xml>' },
      { route: '/webhooks/practice/events', reason: 'not signed', start: 'x'.repeat(1024) },
    ]);
    expect(deliveries()).toEqual([]);
  });

  it('keeps the last hundred that were refused, and counts all', () => {
    for (let i = 0; i < 130; i++) receiveDelivery(world, provider, raw(`no ${i}`, {}));
    const kept = world.data.inbox.refused();
    expect([kept.length, kept[0]!.start, kept.at(-1)!.start, world.data.inbox.refusedCount()]).toEqual([100, 'no 129', 'no 30', 130]);
  });

  it('keeps what says nothing of a call, as what it is', () => {
    expect(receiveDelivery(world, provider, raw('ping'))).toEqual({ status: 200 });
    const told = [{ body: 'ping', state: 'applied', note: 'It says nothing of a call.', callId: null }];
    expect(deliveries()).toMatchObject(told);
    inbox.applyAgain(deliveries()[0]!.id);
    expect(deliveries()).toMatchObject(told);
  });

  it('does not keep sound that a setting refuses', () => {
    const silent: TelephonyProvider = { ...provider, readDelivery: () => ({ kind: 'nothing' }) };
    expect(receiveDelivery(world, silent, raw('x'.repeat(100_000)))).toEqual({ status: 200 });
    expect(deliveries()).toEqual([]);
  });

  it('answers 503 while the store cannot write, tells it, and takes it when it comes again', () => {
    world.data.database.sqlite.pragma('query_only = ON');
    expect(receive({ state: 'ringing' })).toEqual({ status: 503 });
    expect(world.health.has('store-cannot-write')).toBe(true);
    world.data.database.sqlite.pragma('query_only = OFF');
    expect(receive({ state: 'ringing' })).toEqual({ status: 200 });
    expect(deliveries()).toHaveLength(1);
  });
});

describe('Inbox', () => {
  it('applies what is stored, in the order in which it came, right after it was answered', async () => {
    const call = aCall();
    inbox.start();
    receive({ state: 'ringing' });
    receive({ state: 'in-progress' });
    expect(status(call)).toBe('dialing');
    await settle();
    expect(status(call)).toBe('in-progress');
    expect(deliveries()).toMatchObject([
      { state: 'applied', callId: call.id, note: null },
      { state: 'applied', callId: call.id, note: null },
    ]);
  });

  it('changes nothing by the same twice, nor by an older one after a newer', async () => {
    const call = aCall();
    inbox.start();
    receive({ state: 'completed', durationSeconds: 20 });
    receive({ state: 'completed', durationSeconds: 20 });
    receive({ state: 'ringing' });
    await settle();
    expect(status(call)).toBe('completed');
    expect(world.data.calls.get(everyone, call.id)!.durationSeconds).toBe(20);
    expect(deliveries().map((delivery) => [delivery.state, delivery.note])).toEqual([
      ['applied', null],
      ['applied', 'It changed nothing.'],
      ['applied', 'It changed nothing.'],
    ]);
  });

  it('applies at its start what the process left behind when it ended', async () => {
    const call = aCall();
    receive({ state: 'ringing' });
    receive({ state: 'busy' });
    inbox.start();
    await settle();
    expect([status(call), states()]).toEqual(['busy', ['applied', 'applied']]);
  });

  it('applies a delivery and marks it together, or neither', async () => {
    const call = aCall();
    receive({ state: 'ringing' });
    // Where the process ends in the middle, nothing of the transaction stays.
    const dying = new Inbox({
      ...world,
      signal: (step) => {
        if (step === 'delivery.before-apply-commit') throw Object.assign(new Error('ended'), { code: 'SQLITE_IOERR' });
      },
    });
    dying.start();
    await settle();
    dying.stop();
    expect([status(call), states()]).toEqual(['dialing', ['new']]);
    inbox.start();
    await settle();
    expect([status(call), states()]).toEqual(['ringing', ['applied']]);
  });

  it('matches one that comes before the dial was answered by our reference, and tells the call its id', async () => {
    const call = aCall({ providerCallId: null });
    inbox.start();
    receive({ providerCallId: 'p9', reference: call.id, state: 'ringing' });
    await settle();
    expect(world.data.calls.get(everyone, call.id)).toMatchObject({ status: 'ringing', providerCallId: 'p9' });
  });

  it('keeps that a machine answered until the call is over', async () => {
    const call = aCall();
    inbox.start();
    receive({ state: 'in-progress', answeredByMachine: true });
    receive({ state: 'completed', durationSeconds: 9 });
    await settle();
    expect(world.data.calls.get(everyone, call.id)).toMatchObject({ status: 'voicemail', answeredByMachine: true });
  });

  it('lets one without a reference wait for the answer to the dial', async () => {
    const call = aCall({ providerCallId: null });
    inbox.start();
    receive({ state: 'ringing' });
    receive({ state: 'busy' });
    await settle();
    expect([status(call), states()]).toEqual(['dialing', ['waiting', 'waiting']]);
    await world.clock.advance(MATCH_WAIT_MS - MINUTE);
    world.data.database.write(() => {
      world.data.calls.tellTx(call, world.clock.now(), { providerCallId: 'p1' });
      world.data.database.changes.inbox = true;
    });
    await settle();
    expect([status(call), states()]).toEqual(['busy', ['applied', 'applied']]);
  });

  it('gives one up whose call stays unknown for ten minutes, though nothing else happens, and keeps it', async () => {
    inbox.start();
    receive({ state: 'ringing' });
    await world.clock.advance(MATCH_WAIT_MS - 1000);
    expect(states()).toEqual(['waiting']);
    await world.clock.advance(2000);
    expect(deliveries()).toMatchObject([{ state: 'unmatched', note: 'The call is not known yet.' }]);
  });

  it('does not let one that waits hold up the others', async () => {
    const call = aCall();
    inbox.start();
    receive({ providerCallId: 'nobody', state: 'ringing' });
    receive({ state: 'ringing' });
    await settle();
    expect([status(call), states()]).toEqual(['ringing', ['waiting', 'applied']]);
  });

  it('does not tell a call what became of a second one with the same reference', async () => {
    const call = aCall();
    inbox.start();
    receive({ providerCallId: 'p2', reference: call.id, state: 'completed' });
    await settle();
    expect([status(call), states()]).toEqual(['dialing', ['unmatched']]);
  });

  it('puts one aside that cannot be applied, and goes on', async () => {
    const call = aCall();
    inbox.start();
    receive({ state: 'ringing', durationSeconds: {} as number });
    receive({ state: 'in-progress' });
    await settle();
    expect([status(call), states()]).toEqual(['in-progress', ['unmatched', 'applied']]);
    expect(deliveries()[0]!.note).toContain('could not be applied');
  });

  it('applies one again on demand', async () => {
    inbox.start();
    receive({ state: 'ringing' });
    await world.clock.advance(MATCH_WAIT_MS + MINUTE);
    const call = aCall();
    const [delivery] = deliveries();
    expect(inbox.applyAgain(delivery!.id)).toEqual({ state: 'applied', note: null });
    expect(inbox.applyAgain(delivery!.id)).toEqual({ state: 'applied', note: 'It changed nothing.' });
    expect(status(call)).toBe('ringing');
    expect(() => inbox.applyAgain(99)).toThrow(expect.objectContaining({ code: 'not_found' }));
  });

  it('goes on in a few seconds when the store could not be written to', async () => {
    const call = aCall();
    receive({ state: 'ringing' });
    world.data.database.sqlite.pragma('query_only = ON');
    inbox.start();
    await settle();
    expect(world.health.has('store-cannot-write')).toBe(true);
    world.data.database.sqlite.pragma('query_only = OFF');
    await world.clock.advance(5000);
    expect([status(call), states()]).toEqual(['ringing', ['applied']]);
  });

  it('reads what it stored again as it came, question marks in the query included: it may be signed', () => {
    const query = '?a=1?b=2&c=%3F';
    const read = vi.spyOn(provider, 'readDelivery');
    receiveDelivery(world, provider, {
      ...raw(JSON.stringify({ providerCallId: 'p1', reference: null, state: 'ringing', at: null })),
      query,
    });
    inbox.start();
    inbox.applyAgain(deliveries()[0]!.id);
    expect(read.mock.calls.map(([delivery]) => [delivery.path, delivery.query])).toEqual([
      ['events', query],
      ['events', query],
    ]);
  });

  it('works off a great many and lets other timers run between', async () => {
    const call = aCall();
    const doneAtTick: number[] = [];
    const tick = () => {
      doneAtTick.push(
        world.data.inbox.list(everyone, undefined, { page: 1, limit: 1000 }).filter(({ state }) => state === 'applied').length,
      );
      if (doneAtTick.length < 10) world.clock.after(0, tick);
    };
    for (let i = 0; i < 64; i++) receive({ state: 'ringing', reason: `${i}` });
    inbox.start();
    world.clock.after(0, tick);
    await world.clock.advance(0);
    expect(doneAtTick.slice(0, 8)).toEqual([10, 20, 30, 40, 50, 60, 64, 64]);
    expect(world.data.calls.get(everyone, call.id)!.reason).toBe('63');
  });

  it('deletes what was applied 30 days ago, in small steps, and keeps what was never matched', async () => {
    aCall();
    inbox.start();
    receive({ providerCallId: 'nobody', state: 'ringing' });
    for (let i = 0; i < 1100; i++) receive({ state: 'ringing', reason: `${i}` });
    await world.clock.advance(MATCH_WAIT_MS + MINUTE);
    await world.clock.advance(KEPT_MS);
    receive({ state: 'ringing', reason: 'young' });
    await world.clock.advance(24 * 60 * MINUTE + MINUTE);
    expect(deliveries()).toMatchObject([{ state: 'unmatched' }, { body: expect.stringContaining('young') }]);
  });

  it('leaves no timer behind when it is stopped', async () => {
    inbox.start();
    receive({ state: 'ringing' });
    await settle();
    inbox.stop();
    expect(world.clock.waiting).toBe(0);
  });
});
