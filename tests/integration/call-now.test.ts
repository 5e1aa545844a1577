/** A call at once: ahead of everything, and under every rule that holds for other calls. The line counts. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pauseCampaign } from '../../src/main/campaigns/stop.ts';
import { addHoliday } from '../../src/main/compliance/holidays.ts';
import { addDoNotCall } from '../../src/main/compliance/do-not-call.ts';
import { deleteContact } from '../../src/main/contacts/delete-contact.ts';
import { type Actor, everyone } from '../../src/main/data/scope.ts';
import { claimNow } from '../../src/main/dialer/call-now.ts';
import type { CallNow } from '../../src/main/ports/dialer.ts';
import type { TelephonyProvider } from '../../src/main/ports/provider.ts';
import { changeConcurrency } from '../../src/main/settings/concurrency.ts';
import { NO_FAULTS, type PracticeSettings } from '../../src/shared/domain/practice-settings.ts';
import type { ProviderName } from '../../src/shared/domain/states.ts';
import { aCampaign, aContact, anAdmin, anAgent, anEndedCall, anItem, aUser, openWorld } from '../helpers/builders.ts';
import { startEngine } from '../helpers/engine.ts';
import { openFarEnd } from '../helpers/far-end.ts';
import { dialed, numbersEnding, setDialing, whileTimePasses } from '../helpers/lists.ts';
import { Simulation } from '../helpers/simulation.ts';
import { untilReal } from '../helpers/virtual-clock.ts';

const NINE = Date.UTC(2026, 2, 2, 9);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const LATER = { scheduledFor: NINE + 3 * HOUR, readyAt: NINE + 3 * HOUR, scheduledBy: 'hand' } as const;

let sim: Simulation;
let ada: Actor;
let admin: Actor;
let open = false;

async function begin(practice: Partial<PracticeSettings> = {}, limit = 5): Promise<void> {
  sim = new Simulation({ practice: { speed: 0.05, ...practice } });
  open = true;
  ada = aUser(sim.world, { concurrentCallsLimit: limit });
  admin = anAdmin(sim.world);
  setDialing(sim.world, {});
  sim.start();
  await sim.clock.advance(0);
}
beforeEach(() => {
  open = false;
});
afterEach(() => {
  if (open) sim.close();
});

const callNow = (itemId: number, more: Omit<CallNow, 'itemId'> = {}) =>
  whileTimePasses(sim.world, sim.dialer.callNow(ada, { itemId, ...more }));
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { code: string; message: string; data: object; status: number }) => error,
  );
/** An item whose time is three hours off: the loop leaves it alone. */
const anItemFor = (phone: string, campaign = aCampaign(sim.world, ada), more: object = {}) =>
  anItem(sim.world, campaign, { ...LATER, contact: aContact(sim.world, ada, { phone, ...more }) });
const itemOf = (id: number) => sim.world.data.items.get(everyone, id)!;
const [FIRST, SECOND, THIRD] = numbersEnding('00', 3) as [string, string, string];

describe('call now', () => {
  it('calls before its time, before all others, once, and takes the turn of its user and campaign', async () => {
    await begin({}, 1);
    const item = anItemFor(FIRST);
    const callId = await callNow(item.id, { priority: 9 });
    expect(dialed(sim)).toEqual([FIRST]);
    expect(itemOf(item.id)).toMatchObject({ status: 'processing', callId, attemptCount: 1, priority: 9 });
    expect(sim.world.data.calls.get(everyone, callId)).toMatchObject({ origin: 'call-now' });
    expect(sim.world.data.users.get(ada.userId)?.lastTurn).toBe(1);
    expect(sim.world.data.campaigns.get(everyone, item.campaignId)?.lastTurn).toBe(1);
    const history = sim.world.data.items.historyOf(item.id).map(({ action, by }) => [action, by]);
    expect(history).toEqual([
      ['priority_updated', ada.userId],
      ['claimed', ada.userId],
    ]);
    expect(await refusalOf(callNow(item.id))).toMatchObject({ code: 'already_processing', status: 409 });
    expect(dialed(sim)).toEqual([FIRST]);
  });

  it('waives the gap between calls to a number, but not one at a time', async () => {
    await begin();
    const contact = aContact(sim.world, ada, { phone: FIRST });
    anEndedCall(sim.world, anItem(sim.world, aCampaign(sim.world, ada, { keepOpen: true }), { contact }), 'busy');
    await callNow(anItem(sim.world, aCampaign(sim.world, ada), { ...LATER, contact }).id);
    expect(dialed(sim)).toEqual([FIRST]);
    const another = anItem(sim.world, aCampaign(sim.world, ada), { ...LATER, contact });
    expect(await refusalOf(callNow(another.id))).toMatchObject({ code: 'number_busy', data: { room: 'number' } });
    expect(sim.line.observe().mostUpToOneNumber).toBe(1);
  });

  const LIMITS: Record<string, () => void> = {
    system: () => void changeConcurrency(sim.world, admin, { systemLimit: 1 }),
    user: () => void changeConcurrency(sim.world, admin, { users: [{ userId: ada.userId, limit: 1 }] }),
    campaign: () => {},
    provider: () => sim.configure({ accountLimit: 1 }),
  };
  it.each(Object.keys(LIMITS))('never passes the limit of the %s, and says which room is full and until when', async (room) => {
    await begin();
    const campaign = aCampaign(sim.world, ada, room === 'campaign' ? { concurrencyLimit: 1 } : {});
    LIMITS[room]!();
    await callNow(anItemFor(FIRST, campaign).id);
    const second = anItemFor(SECOND, campaign);
    const refused = await refusalOf(callNow(second.id));
    expect(refused).toMatchObject({ code: 'no_room', status: 409, data: { room } });
    expect(Date.parse((refused!.data as { until: string }).until)).toBeGreaterThanOrEqual(sim.clock.now() - MINUTE);
    expect(sim.line.observe()).toMatchObject({ accepted: 1, mostUp: 1 });
    expect(itemOf(second.id)).toMatchObject({ status: 'queued', attemptCount: 0 });
    // The way is free again when the call is over.
    sim.configure({ speed: 1 });
    await sim.clock.until(() => sim.line.observe().up === 0, 2 * HOUR, 'the end of the call');
    await sim.clock.advance(MINUTE);
    await callNow(second.id);
    expect(dialed(sim)).toEqual([FIRST, SECOND]);
  });

  it('takes a rate token, and is refused where there is none', async () => {
    await begin({ callsPerSecond: 1 });
    const [first, second] = [anItemFor(FIRST), anItemFor(SECOND)];
    const both = Promise.allSettled([sim.dialer.callNow(ada, { itemId: first.id }), sim.dialer.callNow(ada, { itemId: second.id })]);
    const [, refused] = await whileTimePasses(sim.world, both);
    expect(refused).toMatchObject({ reason: { code: 'no_room', data: { room: 'provider', until: expect.any(String) } } });
    expect(sim.line.observe().accepted).toBe(1);
  });

  it('finds no way around the window, and says when it opens', async () => {
    await begin();
    const shut = aCampaign(sim.world, ada, { firstCallTime: '11:00' });
    expect(await refusalOf(callNow(anItemFor(FIRST, shut).id))).toMatchObject({
      code: 'window_closed',
      message: 'The calling window is closed. It opens at 11:00.',
      data: { room: 'window', until: '2026-03-02T11:00:00.000Z' },
    });
    const inTheirZone = anItemFor(SECOND, aCampaign(sim.world, ada, { useContactZone: true }), { timeZone: 'America/New_York' });
    expect(await refusalOf(callNow(inTheirZone.id))).toMatchObject({ code: 'window_closed', data: { until: '2026-03-02T14:00:00.000Z' } });
    expect(dialed(sim)).toEqual([]);
  });

  it('says when it opens where the contact lives, by the holidays and the end date as well', async () => {
    await begin();
    addHoliday(sim.world, admin, { date: '2026-03-03', name: 'A day off' });
    const overseas = { timeZone: 'Pacific/Auckland' };
    const campaign = (endOn: string | null) => aCampaign(sim.world, ada, { useContactZone: true, lastCallTime: '22:00', endOn });
    expect(await refusalOf(callNow(anItemFor(FIRST, campaign(null), overseas).id))).toMatchObject({
      code: 'window_closed',
      data: { room: 'window', until: '2026-03-04T20:00:00.000Z' },
    });
    const ends = anItemFor(SECOND, campaign('2026-03-02'), overseas);
    expect(await refusalOf(callNow(ends.id))).toMatchObject({ code: 'window_closed', data: { room: 'window', until: null } });
  });

  it('is not made by an engine that is not running', async () => {
    await begin();
    const item = anItemFor(FIRST);
    const stopped = sim.dialer.stop();
    await sim.clock.advance(0);
    await stopped;
    expect(await refusalOf(callNow(item.id))).toMatchObject({ code: 'engine_fault' });
    expect([dialed(sim), itemOf(item.id).status]).toEqual([[], 'queued']);
  });

  const FORBIDDEN: [string, string, () => number | Promise<number>][] = [
    [
      'a paused campaign',
      'campaign_paused',
      async () => {
        const item = anItemFor(FIRST);
        await pauseCampaign(sim.world, ada, { id: item.campaignId });
        return item.id;
      },
    ],
    ['a draft', 'campaign_not_started', () => anItemFor(FIRST, aCampaign(sim.world, ada, { status: 'draft' })).id],
    [
      'a scheduled campaign',
      'campaign_not_started',
      () => anItemFor(FIRST, aCampaign(sim.world, ada, { status: 'scheduled', startOn: '2026-03-05' })).id,
    ],
    [
      'a number on the do-not-call list',
      'do_not_call',
      () => {
        const item = anItemFor(FIRST);
        addDoNotCall(sim.world, ada, { phoneNumber: FIRST });
        return item.id;
      },
    ],
    [
      'a deleted contact',
      'item_is_over',
      () => {
        const item = anItemFor(FIRST, aCampaign(sim.world, ada, { keepOpen: true }));
        deleteContact(sim.world, ada, item.contactId);
        return item.id;
      },
    ],
    [
      'a user without slots',
      'no_room',
      () => {
        changeConcurrency(sim.world, admin, { users: [{ userId: ada.userId, limit: 0 }] });
        return anItemFor(FIRST).id;
      },
    ],
    [
      'a fault of the engine',
      'engine_fault',
      () => {
        sim.world.health.raise('store-cannot-write', 'The disk is full.', 0);
        return anItemFor(FIRST).id;
      },
    ],
    [
      'a provider that does not answer, while one call is tried',
      'provider_not_answering',
      () => {
        sim.world.data.database.write(() => {
          const call = anEndedCall(sim.world, anItemFor(SECOND, aCampaign(sim.world, ada, { keepOpen: true })), 'busy');
          sim.world.data.calls.setHealthTx('practice', { ambiguousInRow: 2, breakerOpenAt: 1, lastReason: 'time-out' });
          sim.world.data.database.sqlite
            .prepare(
              "INSERT INTO calls (id, user_id, agent_id, attempt, phone, provider, practice, claimed_at, hold_until, check_at, updated_at) VALUES ('probe', ?, ?, 1, ?, 'practice', 1, 0, 9e15, 9e15, 0)",
            )
            .run(ada.userId, call.agentId, THIRD);
        });
        return anItemFor(FIRST).id;
      },
    ],
    [
      'another’s item',
      'not_found',
      () => {
        const eve = aUser(sim.world);
        return anItem(sim.world, aCampaign(sim.world, eve), LATER).id;
      },
    ],
  ];
  it.each(FORBIDDEN)('is refused for %s', async (_, code, item) => {
    await begin();
    const id = await item();
    expect(await refusalOf(callNow(id))).toMatchObject({ code });
    expect(sim.line.observe().accepted).toBe(0);
  });

  it('tells what the provider said where no call was made: the item is failed, or waits as before', async () => {
    await begin({ faults: NO_FAULTS });
    const wrong = anItemFor(numbersEnding('05', 1)[0]!, aCampaign(sim.world, ada, { keepOpen: true }));
    expect(await refusalOf(callNow(wrong.id))).toMatchObject({
      code: 'number_refused',
      message: expect.stringContaining('refuses the number'),
    });
    expect(itemOf(wrong.id)).toMatchObject({ status: 'failed', failureReason: 'wrong-number' });
    sim.configure({ faults: { ...NO_FAULTS, refuse429: 1 } });
    const busy = anItemFor(FIRST);
    expect(await refusalOf(callNow(busy.id))).toMatchObject({ code: 'call_not_placed', status: 409 });
    expect(itemOf(busy.id)).toMatchObject({ status: 'queued', attemptCount: 0, scheduledFor: LATER.scheduledFor });
  });

  it('waits ten seconds for the dial and answers 202 where there is no answer yet; the call goes on', async () => {
    const test = await startEngine({ practice: { speed: 0.05 } });
    try {
      const rest = await test.serve();
      const person = await test.person();
      const world = { ...test.parts, clock: test.clock, dataDir: test.dataDir, close() {} };
      const contact = aContact(world, person.actor, { phone: numbersEnding('09', 1)[0]! });
      const item = anItem(world, aCampaign(world, person.actor), { ...LATER, contact });
      const asked = rest.ask('POST', `/call-queue/${item.id}/call-now`, {}, person);
      await untilReal(() => test.line.observe().accepted === 1);
      await test.clock.advance(10_000);
      const { status, body } = await asked;
      expect([status, body.queueItem.status, body.call.status, body.call.callSid]).toEqual([202, 'in-progress', 'dialing', null]);
      await test.clock.advance(2 * MINUTE);
      expect(test.line.observe()).toMatchObject({ accepted: 1, referencesTwice: [] });
      expect(test.parts.data.calls.get(everyone, body.call.id)).toMatchObject({ ambiguous: false, providerCallId: expect.any(String) });
    } finally {
      await test.stop();
    }
  });
});

describe('what may differ for one call', () => {
  /** The adapter of a provider, claimed for and never asked. */
  function claimThrough(name: ProviderName, more: Omit<CallNow, 'itemId'>) {
    const world = openWorld({ at: NINE });
    const settings = () => ({ seed: 1, speed: 1, outcomes: {}, faults: NO_FAULTS, accountLimit: null, callsPerSecond: null }) as never;
    const farEnd = openFarEnd(name, { clock: world.clock.world, newId: () => 'x', settings, receive: async () => new Response() });
    try {
      const provider: TelephonyProvider = farEnd.provider({ clock: world.clock, publicUrlOf: () => null });
      (world.providers as Partial<Record<ProviderName, TelephonyProvider>>)[name] = provider;
      const user = aUser(world);
      const campaign = aCampaign(world, user, { agentId: anAgent(world, user, { ...farEnd.agent }).id });
      return claimNow(world, user, { itemId: anItem(world, campaign, LATER).id, ...more }, () => true).request;
    } finally {
      farEnd.stop();
      world.close();
    }
  }

  it.each([
    [
      'practice',
      { callerNumber: '+18005559876', record: false },
      { callerNumber: '+18005559876', record: false, options: { record: false } },
    ],
    ['signalwire', { callerNumber: '+18005559876', record: false }, { callerNumber: '+18005559876', record: false }],
    ['bolna', { callerNumber: '+18005559876' }, { callerNumber: '+18005559876' }],
  ] as const)('is sent to %s', (name, more, sent) => {
    expect(claimThrough(name, more)).toMatchObject(sent);
  });

  it.each([
    ['bolna', { record: true }, 'override.recordCall'],
    ['elevenlabs', { callerNumber: '+18005559876' }, 'override.callerIdNumber'],
    ['elevenlabs', { record: false }, 'override.recordCall'],
  ] as const)('is refused by name where %s cannot do it, before anything is claimed', (name, more, path) => {
    expect(() => claimThrough(name, more)).toThrow(
      expect.objectContaining({ code: 'override_impossible', status: 422, details: [expect.objectContaining({ path })] }),
    );
  });

  it('is refused where the number is none', () => {
    expect(() => claimThrough('practice', { callerNumber: '12' })).toThrow(
      expect.objectContaining({ code: 'bad_phone_number', status: 400 }),
    );
  });
});
