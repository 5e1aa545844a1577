/** What people do to single items, seen from the far end of the line and in the counters: cancel, call back, remove, reopen, change, add. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deleteAgent } from '../../src/main/agents/agents.ts';
import { callAgain } from '../../src/main/campaigns/reopen.ts';
import { cancelCampaign } from '../../src/main/campaigns/stop.ts';
import { addDoNotCall } from '../../src/main/compliance/do-not-call.ts';
import type { Campaign } from '../../src/main/data/campaign-store.ts';
import { type Actor, everyone } from '../../src/main/data/scope.ts';
import { actOnItems } from '../../src/main/queue/act-on-items.ts';
import { addItem, addItems } from '../../src/main/queue/add-items.ts';
import { callBack } from '../../src/main/queue/call-back.ts';
import { cancelItem, cancelTx } from '../../src/main/queue/cancel-item.ts';
import { changeItem } from '../../src/main/queue/change-item.ts';
import { changePriority } from '../../src/main/queue/change-priority.ts';
import { historyOf } from '../../src/main/queue/item-history.ts';
import { removeItem } from '../../src/main/queue/remove-item.ts';
import { reopenItem } from '../../src/main/queue/reopen-item.ts';
import { reschedule } from '../../src/main/queue/reschedule.ts';
import type { QueueAction } from '../../src/shared/contract/queue.ts';
import { conflict } from '../../src/shared/domain/app-error.ts';
import { NO_FAULTS } from '../../src/shared/domain/practice-settings.ts';
import { ITEM_STATES, type ProviderName } from '../../src/shared/domain/states.ts';
import { aCampaign, aContact, anAdmin, anAgent, anEndedCall, anItem, aUser } from '../helpers/builders.ts';
import { dialed, numbersEnding, setDialing, slowDials, whileTimePasses } from '../helpers/lists.ts';
import { Simulation } from '../helpers/simulation.ts';

const NINE = Date.UTC(2026, 2, 2, 9);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const LATER = { scheduledFor: NINE + 3 * HOUR, readyAt: NINE + 3 * HOUR, scheduledBy: 'hand' } as const;
const [TALKS, TALKS_TOO, TALKS_LAST] = numbersEnding('00', 3, 5_000) as [string, string, string];

let sim: Simulation;
let ada: Actor;
async function begin(through: ProviderName = 'practice', speed = 0.05): Promise<void> {
  sim = new Simulation({ through, practice: { speed } });
  ada = aUser(sim.world, { concurrentCallsLimit: 5 });
  setDialing(sim.world, { gapMinutes: 0, passSeconds: 600 });
  sim.start();
  await sim.clock.advance(0);
}
beforeEach(() => begin());
afterEach(() => sim.close());

const itemOf = (id: number) => sim.world.data.items.get(everyone, id);
const campaignOf = (id: string) => sim.world.data.campaigns.get(everyone, id)!;
const countsOf = (id: string) => sim.world.data.campaigns.countsOf(everyone, id)!;
const told = (id: number) => sim.world.data.items.historyOf(id).map(({ action }) => action);
const aListOf = (more: Parameters<typeof aCampaign>[2] = {}) => aCampaign(sim.world, ada, { keepOpen: true, ...more });
const anItemFor = (phone: string, campaign: Campaign, more: Parameters<typeof anItem>[2] = {}) =>
  anItem(sim.world, campaign, { ...LATER, contact: aContact(sim.world, ada, { phone }), ...more });
const refusalOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return error as { code: string; data: { nextAllowed?: string }; message: string };
  }
  return null;
};

/** An item whose call is up, at the line and with us. */
async function anItemUp(phone: string, campaign = aListOf({ maxAttempts: 3, retryAfter: 1 })) {
  const item = anItemFor(phone, campaign, { scheduledFor: NINE, readyAt: NINE });
  sim.dialer.poke();
  await sim.clock.until(() => itemOf(item.id)?.status === 'processing' && sim.line.observe().up > 0, 5 * MINUTE, 'the call');
  await sim.clock.advance(10_000);
  return itemOf(item.id)!;
}

/** The counters of every campaign against a count over the rows that are not removed. */
function recount(): void {
  const { sqlite } = sim.world.data.database;
  const states = ITEM_STATES.map((state) => `coalesce(sum(q.status = '${state}' AND q.removed_at IS NULL), 0) AS ${state}`).join(', ');
  const counted = sqlite
    .prepare(`SELECT c.id AS campaign_id, count(q.id) FILTER (WHERE q.removed_at IS NULL) AS total, ${states}
      FROM call_campaigns c LEFT JOIN call_queue q ON q.campaign_id = c.id GROUP BY c.id ORDER BY c.id`)
    .all();
  expect(sqlite.prepare('SELECT * FROM campaign_counts ORDER BY campaign_id').all()).toEqual(counted);
}

describe('cancel', () => {
  it('takes a waiting item out, keeps reason and notes, and completes its campaign where nobody is left', async () => {
    const item = anItemFor(TALKS, aCampaign(sim.world, ada));
    expect(await cancelItem(sim.world, ada, item.id, { reason: 'customer_request', notes: 'Called in' })).toBe(true);
    expect(itemOf(item.id)).toMatchObject({ status: 'cancelled', failureReason: 'cancelled' });
    expect(historyOf(sim.world, item).at(-1)).toMatchObject({
      action: 'cancelled',
      details: 'Called in',
      reason: 'customer_request',
      by: `User ${ada.userId}`,
    });
    expect(campaignOf(item.campaignId).status).toBe('completed');
    await expect(cancelItem(sim.world, ada, item.id, {})).rejects.toMatchObject({ code: 'item_is_over' });
    await sim.clock.advance(8 * HOUR);
    expect(dialed(sim)).toEqual([]);
  });

  it('ends a call that is up, and never tries it again, though its provider calls it completed and retries are left', async () => {
    sim.close();
    await begin('practice', 0.5);
    const item = await anItemUp(TALKS);
    const call = () => sim.world.data.calls.get(everyone, item.callId!);
    await sim.clock.until(() => call()?.status === 'in-progress', 5 * MINUTE, 'an answer');
    expect(await whileTimePasses(sim.world, cancelItem(sim.world, ada, item.id, { reason: 'wrong_person' }))).toBe(true);
    expect(sim.line.observe().up).toBe(0);
    expect(itemOf(item.id)).toMatchObject({ status: 'cancelled', cancelAskedAt: null, callId: null });
    expect(call()).toMatchObject({ status: 'completed', stoppedBy: ada.userId });
    expect(told(item.id)).toEqual(['claimed', 'cancel_requested', 'cancelled']);
    await sim.clock.advance(30 * HOUR);
    expect(dialed(sim)).toEqual([TALKS]);
  });

  it('holds over a crash before the provider was asked: the call is ended after the start, and nothing follows', async () => {
    const item = await anItemUp(TALKS);
    sim.world.data.database.write(() => cancelTx(sim.world, ada, item.id, {}));
    sim.restart();
    expect(sim.line.observe().up).toBe(1);
    await sim.clock.advance(MINUTE);
    expect([sim.line.observe().up, itemOf(item.id)?.status]).toEqual([0, 'cancelled']);
    await sim.clock.advance(30 * HOUR);
    expect(dialed(sim)).toEqual([TALKS]);
  });

  it('waits for the answer to a dial that is under way, then ends its call', async () => {
    const [silent] = numbersEnding('09', 1) as [string];
    const item = anItemFor(silent, aListOf({ maxAttempts: 3, retryAfter: 1 }), { scheduledFor: NINE, readyAt: NINE });
    sim.dialer.poke();
    await sim.clock.advance(1);
    expect(await whileTimePasses(sim.world, cancelItem(sim.world, ada, item.id, {}))).toBe(false);
    expect(itemOf(item.id)?.status).toBe('processing');
    await sim.clock.until(() => sim.line.observe().up === 0, 5 * MINUTE, 'the end of the call');
    await sim.clock.advance(30 * HOUR);
    expect(itemOf(item.id)?.status).toBe('cancelled');
    expect(dialed(sim)).toEqual([silent]);
  });

  it('is the end of an item whose dial came to nothing: it does not wait again, and the attempt does not count', async () => {
    slowDials(sim, 5_000);
    sim.configure({ faults: { ...NO_FAULTS, refuse429: 1 } });
    const item = anItemFor(TALKS, aListOf({ maxAttempts: 3 }), { scheduledFor: NINE, readyAt: NINE });
    sim.dialer.poke();
    await sim.clock.advance(1);
    expect(itemOf(item.id)?.status).toBe('processing');
    expect(await whileTimePasses(sim.world, cancelItem(sim.world, ada, item.id, {}))).toBe(true);
    expect(itemOf(item.id)).toMatchObject({ status: 'cancelled', attemptCount: 0 });
  });

  it('asks again, not without end, where the provider does not answer', async () => {
    const item = await anItemUp(TALKS);
    const provider = sim.world.providers.practice!;
    let asked = 0;
    (sim.world.providers as { practice: typeof provider }).practice = {
      ...provider,
      withdraw: async () => ({ kind: 'too-late' }),
      async hangUp(call) {
        asked += 1;
        return asked < 3 ? { kind: 'no-answer', sentence: 'Nothing' } : provider.hangUp(call);
      },
    };
    expect(await whileTimePasses(sim.world, cancelItem(sim.world, ada, item.id, {}))).toBe(false);
    expect(asked).toBeLessThanOrEqual(2);
    await sim.clock.advance(MINUTE);
    expect([asked, itemOf(item.id)?.status]).toEqual([3, 'cancelled']);
  });

  it('asks again where asking itself broke', async () => {
    const item = await anItemUp(TALKS);
    const provider = sim.world.providers.practice!;
    let asked = 0;
    const once = (stop: typeof provider.hangUp): typeof provider.hangUp => {
      return async (call) => {
        asked += 1;
        if (asked === 1) throw new Error('broken');
        return stop(call);
      };
    };
    const broken = { withdraw: once((call) => provider.withdraw(call)), hangUp: once((call) => provider.hangUp(call)) };
    (sim.world.providers as { practice: typeof provider }).practice = { ...provider, ...broken };
    await whileTimePasses(sim.world, cancelItem(sim.world, ada, item.id, {}));
    await sim.clock.advance(MINUTE);
    expect([sim.line.observe().up, itemOf(item.id)?.status]).toEqual([0, 'cancelled']);
  });

  it('changes nothing where the provider cannot end a call: it goes on to its own end', async () => {
    sim.close();
    await begin('elevenlabs');
    const item = await anItemUp(TALKS);
    await expect(cancelItem(sim.world, ada, item.id, {})).rejects.toMatchObject({ code: 'cannot_hang_up', status: 409 });
    expect(itemOf(item.id)).toEqual(item);
    expect(told(item.id)).toEqual(['claimed']);
    expect(sim.line.observe().up).toBe(1);
  });

  it('takes its mark back where the provider says so only when it is asked', async () => {
    const item = await anItemUp(TALKS);
    const provider = sim.world.providers.practice!;
    const cannot = async () => ({ kind: 'cannot' as const });
    (sim.world.providers as { practice: typeof provider }).practice = { ...provider, hangUp: cannot, withdraw: cannot };
    const refused = whileTimePasses(sim.world, cancelItem(sim.world, ada, item.id, {}));
    await expect(refused).rejects.toMatchObject({ code: 'cannot_hang_up' });
    expect(itemOf(item.id)).toMatchObject({ status: 'processing', cancelAskedAt: null });
    expect(sim.world.data.calls.get(everyone, item.callId!)?.stoppedBy).toBeNull();
    await sim.clock.until(() => itemOf(item.id)?.status === 'completed', 5 * HOUR, 'its own end');
  });

  it('does not blame the provider where a callback that came after it took it back', async () => {
    const item = await anItemUp(TALKS);
    const cancelled = cancelItem(sim.world, ada, item.id, {});
    callBack(sim.world, ada, item.id, { at: NINE + HOUR });
    await expect(whileTimePasses(sim.world, cancelled)).rejects.toMatchObject({ code: 'changed_meanwhile', status: 409 });
    expect(itemOf(item.id)).toMatchObject({ callbackRequested: 1, cancelAskedAt: null });
  });

  it('is an admin’s as well; other changes are not', async () => {
    const admin = anAdmin(sim.world);
    const [first, second] = [anItemFor(TALKS, aListOf()), anItemFor(TALKS_TOO, aListOf())];
    expect(await cancelItem(sim.world, admin, first.id, {})).toBe(true);
    expect(refusalOf(() => changePriority(sim.world, admin, second.id, 3))).toMatchObject({ code: 'not_found' });
  });
});

describe('callback', () => {
  const at = (time: string) => Date.parse(`2026-03-${time}Z`);

  it.each([
    ['outside_window', '02T20:00', {}, '2026-03-03T09:00:00.000Z', 'The next allowed time is tomorrow at 09:00 (UTC).'],
    ['time_is_past', '02T08:00', {}, '2026-03-02T09:00:00.000Z', 'The next allowed time is 09:00 (UTC).'],
    ['after_end_date', '05T10:00', { endOn: '2026-03-04' }, '2026-03-02T09:00:00.000Z', 'The campaign ends on 2026-03-04.'],
  ])('is refused as %s with the next allowed time, and changes nothing', (code, time, window, nextAllowed, words) => {
    const item = anItemFor(TALKS, aListOf(window));
    const refused = refusalOf(() => callBack(sim.world, ada, item.id, { at: at(time) }));
    expect(refused).toMatchObject({ code, data: { nextAllowed } });
    expect(refused!.message).toContain(words);
    expect(itemOf(item.id)).toEqual(item);
    callBack(sim.world, ada, item.id, { at: Date.parse(nextAllowed) });
    expect(itemOf(item.id)?.callbackAt).toBe(Date.parse(nextAllowed));
  });

  it('asks the contact’s own zone where the campaign calls in it', () => {
    const campaign = aListOf({ useContactZone: true });
    const item = anItem(sim.world, campaign, { ...LATER, contact: aContact(sim.world, ada, { timeZone: 'America/New_York' }) });
    expect(refusalOf(() => callBack(sim.world, ada, item.id, { at: at('02T10:00') }))).toMatchObject({
      code: 'outside_window',
      data: { nextAllowed: '2026-03-02T14:00:00.000Z' },
    });
  });

  it('brings a finished item back, with an attempt more than made, and calls it at its time, before others', async () => {
    sim.configure({ speed: 1 });
    const campaign = aCampaign(sim.world, ada);
    const item = await anItemUp(TALKS, campaign);
    await sim.clock.until(() => itemOf(item.id)?.status === 'completed', HOUR, 'the end');
    expect(campaignOf(campaign.id).status).toBe('completed');
    callBack(sim.world, ada, item.id, { at: at('02T15:00'), priority: 5, notes: 'After lunch' });
    expect(itemOf(item.id)).toMatchObject({ status: 'queued', priority: 5, maxAttempts: 2, attemptCount: 1, scheduledBy: 'callback' });
    expect(campaignOf(campaign.id).status).toBe('active');
    expect(told(item.id)).toEqual(['claimed', 'reopened', 'callback_scheduled', 'priority_updated']);
    expect(refusalOf(() => reschedule(sim.world, ada, item.id, at('02T16:00')))).toMatchObject({ code: 'is_callback' });
    await sim.clock.advanceTo(at('02T15:01'));
    const dials = sim.line.observe().dials.map(({ at: when }) => when);
    expect(dials).toHaveLength(2);
    expect(dials[1]).toBeGreaterThanOrEqual(at('02T15:00'));
  });

  it('follows the end of a call that is up', async () => {
    const item = await anItemUp(TALKS, aListOf());
    callBack(sim.world, ada, item.id, { at: at('02T15:00') });
    sim.configure({ speed: 1 });
    await sim.clock.until(() => itemOf(item.id)?.status === 'queued', 5 * HOUR, 'the end');
    expect(itemOf(item.id)).toMatchObject({ callbackRequested: 1, scheduledFor: at('02T15:00'), maxAttempts: 2 });
  });

  it('is not put into a cancelled campaign, nor for a number that must not be called', async () => {
    const item = anItemFor(TALKS, aListOf());
    await cancelCampaign(sim.world, ada, { id: item.campaignId });
    expect(refusalOf(() => callBack(sim.world, ada, item.id, { at: at('02T15:00') }))).toMatchObject({ code: 'campaign_cancelled' });
    await sim.clock.advance(MINUTE);
    expect(itemOf(item.id)?.status).toBe('cancelled');
    expect(refusalOf(() => reopenItem(sim.world, ada, item.id))).toMatchObject({ code: 'campaign_cancelled' });
    const barred = anItemFor(TALKS_TOO, aListOf());
    addDoNotCall(sim.world, ada, { phoneNumber: TALKS_TOO });
    expect(refusalOf(() => callBack(sim.world, ada, barred.id, { at: at('02T15:00') }))).toMatchObject({ code: 'do_not_call' });
  });
});

describe('remove and reopen', () => {
  it('leaves a removed item out of every total, completes what is done without it, and lets the contact join again', async () => {
    const campaign = aCampaign(sim.world, ada);
    const [first, second] = [anItemFor(TALKS, campaign), anItemFor(TALKS_TOO, campaign)];
    anEndedCall(sim.world, anItemFor(TALKS_LAST, campaign), 'busy');
    removeItem(sim.world, ada, first.id, 'double');
    recount();
    expect(countsOf(campaign.id)).toMatchObject({ total: 2, queued: 1, cancelled: 0, failed: 1 });
    expect(itemOf(first.id)).toBeUndefined();
    expect(told(first.id)).toEqual(['cancelled', 'removed']);
    const again = await whileTimePasses(
      sim.world,
      addItem(sim.world, ada, { campaignId: campaign.id, contactId: first.contactId, at: LATER.scheduledFor }),
    );
    expect(again).not.toBe(first.id);
    removeItem(sim.world, ada, again);
    removeItem(sim.world, ada, second.id);
    recount();
    expect([countsOf(campaign.id), campaignOf(campaign.id).status]).toMatchObject([{ total: 1, failed: 1 }, 'completed']);
    await sim.clock.advance(8 * HOUR);
    expect(dialed(sim)).toEqual([]);
  });

  it('does not count as never called whom it removed after the end date', async () => {
    const campaign = aCampaign(sim.world, ada, { endOn: '2026-03-02' });
    const [first] = [anItemFor(TALKS, campaign), anItemFor(TALKS_TOO, campaign)].map(({ id }) => {
      reschedule(sim.world, ada, id, NINE + 8.5 * HOUR);
      return id;
    });
    sim.configure({ faults: { ...NO_FAULTS, refuse429: 1 } });
    await sim.clock.advance(16 * HOUR);
    expect([campaignOf(campaign.id).neverCalled, itemOf(first!)?.failureReason]).toEqual([2, 'end-date']);
    removeItem(sim.world, ada, first!);
    expect(campaignOf(campaign.id).neverCalled).toBe(1);
    recount();
  });

  it('refuses to remove what is being called', async () => {
    const item = await anItemUp(TALKS);
    expect(refusalOf(() => removeItem(sim.world, ada, item.id))).toMatchObject({ code: 'cancel_first' });
    expect(itemOf(item.id)).toEqual(item);
  });

  it('reopens a final item, due at once; a completed campaign is active again', async () => {
    const campaign = aCampaign(sim.world, ada);
    const item = anItemFor(TALKS, campaign);
    await cancelItem(sim.world, ada, item.id, {});
    expect(campaignOf(campaign.id).status).toBe('completed');
    reopenItem(sim.world, ada, item.id, 'Changed their mind');
    expect(campaignOf(campaign.id).status).toBe('active');
    await sim.clock.advance(MINUTE);
    expect(dialed(sim)).toEqual([TALKS]);
    expect(refusalOf(() => reopenItem(sim.world, ada, item.id))).toMatchObject({ code: 'already_processing' });
    recount();
  });
});

describe('an item whose own agent was deleted', () => {
  const anOwnAgentIn = (campaign: Campaign, phone: string, more: Parameters<typeof anItem>[2] = {}) =>
    anItemFor(phone, campaign, { agentId: anAgent(sim.world, ada).id, ...more });

  it('is put back with the agent of its campaign, and told so', async () => {
    const campaign = aListOf();
    const [one, two, three] = [anOwnAgentIn(campaign, TALKS), anOwnAgentIn(campaign, TALKS_TOO), anOwnAgentIn(campaign, TALKS_LAST)];
    for (const { id, agentId } of [one, two, three]) {
      await cancelItem(sim.world, ada, id, {});
      deleteAgent(sim.world, ada, agentId!);
    }
    reopenItem(sim.world, ada, one.id);
    callBack(sim.world, ada, two.id, { at: NINE + HOUR });
    await whileTimePasses(sim.world, callAgain(sim.world, ada, { id: campaign.id, outcomes: ['cancelled'] }));
    expect([one, two, three].map(({ id }) => itemOf(id)?.agentId)).toEqual([null, null, null]);
    const reopened = historyOf(sim.world, one).find(({ action }) => action === 'reopened');
    expect(reopened?.details).toBe('Put back into the queue; it was cancelled. Its agent was deleted, so that of the campaign calls');
    await sim.clock.advance(HOUR + MINUTE);
    expect(new Set(dialed(sim))).toEqual(new Set([TALKS, TALKS_TOO, TALKS_LAST]));
  });

  it('is skipped where it waits again after a call that was up then, and its campaign completes', async () => {
    const campaign = aCampaign(sim.world, ada);
    sim.configure({ faults: { ...NO_FAULTS, refuse429: 1 } });
    slowDials(sim, 5_000);
    const item = anOwnAgentIn(campaign, TALKS, { scheduledFor: NINE, readyAt: NINE });
    sim.dialer.poke();
    await sim.clock.advance(1);
    expect(itemOf(item.id)?.status).toBe('processing');
    deleteAgent(sim.world, ada, item.agentId!);
    await sim.clock.advance(10 * MINUTE);
    expect(itemOf(item.id)).toMatchObject({ status: 'skipped', failureReason: 'agent-deleted', attemptCount: 0 });
    expect(campaignOf(campaign.id).status).toBe('completed');
  });
});

describe('change', () => {
  it('writes all of it or nothing', () => {
    const item = anItemFor(TALKS, aListOf(), { attemptCount: 2, maxAttempts: 3 });
    const refused = refusalOf(() => changeItem(sim.world, ada, item.id, { priority: 7, metadata: { a: 1 }, maxAttempts: 2 }));
    expect(refused).toMatchObject({ code: 'attempts_made' });
    expect([itemOf(item.id), told(item.id)]).toEqual([item, []]);
  });

  it('merges metadata, takes a field away by null, and keeps to its size', () => {
    const item = anItemFor(TALKS, aListOf(), { metadata: { source: 'crm', old: 1 } });
    changeItem(sim.world, ada, item.id, { metadata: { notes: 'Ask', old: null }, reason: 'crm' });
    changeItem(sim.world, ada, item.id, { metadata: { notes: 'Ask' }, reason: '' });
    expect(historyOf(sim.world, item).at(-1)?.reason).toBeNull();
    changeItem(sim.world, ada, item.id, { metadata: { notes: 'Ask' }, reason: 'crm' });
    expect(itemOf(item.id)?.metadata).toEqual({ source: 'crm', notes: 'Ask' });
    expect(historyOf(sim.world, item).at(-1)).toMatchObject({ action: 'changed', reason: 'crm' });
    expect(refusalOf(() => changeItem(sim.world, ada, item.id, { metadata: { big: 'x'.repeat(8_180) } }))).toMatchObject({
      code: 'metadata_too_large',
    });
  });

  it('puts back and changes in one; takes out; refuses another’s agent', async () => {
    const item = anItemFor(TALKS, aListOf());
    changeItem(sim.world, ada, item.id, { status: 'cancelled' });
    expect(refusalOf(() => changeItem(sim.world, ada, item.id, { priority: 1 }))).toMatchObject({ code: 'item_is_over' });
    changeItem(sim.world, ada, item.id, { status: 'queued', at: LATER.scheduledFor, priority: 4 });
    expect(itemOf(item.id)).toMatchObject({ status: 'queued', priority: 4, scheduledFor: LATER.scheduledFor });
    expect(told(item.id)).toEqual(['cancelled', 'reopened', 'priority_updated', 'rescheduled']);
    const hers = aCampaign(sim.world, aUser(sim.world)).agentId;
    expect(refusalOf(() => changeItem(sim.world, ada, item.id, { agentId: hers }))).toMatchObject({ code: 'no_such_agent' });
  });

  it('keeps place, time and agent of an item that is being called, and lets its retries and metadata be changed', async () => {
    const item = await anItemUp(TALKS);
    for (const change of [
      { priority: 1 },
      { at: NINE + HOUR },
      { agentId: campaignOf(item.campaignId).agentId },
      { status: 'queued' as const },
    ])
      expect(refusalOf(() => changeItem(sim.world, ada, item.id, change))).toMatchObject({ code: 'already_processing' });
    changeItem(sim.world, ada, item.id, { retryAfter: 5, maxAttempts: 1, metadata: { seen: true } });
    expect(itemOf(item.id)).toMatchObject({ retryAfter: 5, maxAttempts: 1, metadata: { seen: true }, status: 'processing' });
  });

  it('moves an item before the others by its priority, and in time', async () => {
    const campaign = aListOf({ concurrencyLimit: 1 });
    const [first, second] = [anItemFor(TALKS, campaign, { position: 1 }), anItemFor(TALKS_TOO, campaign, { position: 2 })];
    changePriority(sim.world, ada, second.id, 5);
    reschedule(sim.world, ada, first.id, NINE + HOUR);
    reschedule(sim.world, ada, second.id, NINE + HOUR);
    await sim.clock.advance(HOUR + MINUTE);
    expect(dialed(sim)).toEqual([TALKS_TOO]);
    expect(refusalOf(() => reschedule(sim.world, ada, first.id, Date.UTC(2026, 2, 5)))).toBeNull();
  });
});

describe('add', () => {
  it('says of each who is not added why not, and adds the others one after another in time', async () => {
    const campaign = aListOf({ endOn: '2026-03-02' });
    const [one, two, three, late] = Array.from({ length: 4 }, () => aContact(sim.world, ada).id) as [number, number, number, number];
    anItem(sim.world, campaign, { ...LATER, contact: sim.world.data.contacts.get(everyone, two)! });
    const foreign = aContact(sim.world, aUser(sim.world)).id;
    const added = await whileTimePasses(
      sim.world,
      addItems(sim.world, ada, {
        campaignId: campaign.id,
        contactIds: [one, two, foreign, three, late, 999_999],
        startAt: NINE + 4 * HOUR,
        spacingMs: 150 * MINUTE,
        metadata: { a: 1 },
      }),
    );
    expect(added.itemIds.map((id) => [itemOf(id)?.contactId, (itemOf(id)!.scheduledFor - NINE) / HOUR, itemOf(id)?.scheduledBy])).toEqual([
      [one, 4, 'hand'],
      [three, 6.5, 'hand'],
    ]);
    expect(added.refused.map(({ contactId, error: { code } }) => [contactId, code])).toEqual([
      [two, 'already_in_campaign'],
      [foreign, 'not_found'],
      [late, 'after_end_date'],
      [999_999, 'not_found'],
    ]);
    expect(added.refused[0]?.error.data).toMatchObject({ queueId: expect.stringMatching(/^queue_\d+$/) });
    recount();
  });

  it('leaves the others their turn while it gives many their times, and asks a calendar of never once', async () => {
    const campaign = aListOf({ useContactZone: true, lastCallTime: '12:00' });
    const contacts = Array.from({ length: 300 }, (_, i) =>
      aContact(sim.world, ada, { timeZone: i < 150 ? 'Asia/Tokyo' : 'Europe/Lisbon' }),
    );
    const { compliance, contacts: store } = sim.world.data;
    const holidaySet = compliance.holidaySet.bind(compliance);
    const get = store.get.bind(store);
    let calendars = 0;
    let read = 0;
    let seen = 0;
    compliance.holidaySet = () => {
      calendars += 1;
      return holidaySet();
    };
    store.get = (...asked) => {
      read += 1;
      return get(...asked);
    };
    sim.clock.after(0, () => {
      seen = read + calendars;
    });
    const contactIds = contacts.map(({ id }) => id);
    const added = await whileTimePasses(
      sim.world,
      addItems(sim.world, ada, { campaignId: campaign.id, contactIds, startAt: NINE + HOUR, spacingMs: 0 }),
    );
    expect([added.itemIds.length, added.refused.length]).toEqual([150, 150]);
    expect(added.refused[0]?.error.code).toBe('outside_window');
    expect(seen).toBeLessThan(300);
    expect(calendars).toBeLessThan(200);
  });

  it('tells each of two lists that come at once only whom it added itself', async () => {
    const campaign = aListOf();
    const contactIds = Array.from({ length: 150 }, () => aContact(sim.world, ada).id);
    const list = { campaignId: campaign.id, contactIds, startAt: LATER.scheduledFor, spacingMs: 0 };
    const both = Promise.all([addItems(sim.world, ada, { ...list, priority: 1 }), addItems(sim.world, ada, { ...list, priority: 2 })]);
    const [first, second] = await whileTimePasses(sim.world, both);
    expect([first.itemIds.length, second.itemIds.length]).toEqual([150, 0]);
    expect(new Set(second.refused.map(({ error: { code } }) => code))).toEqual(new Set(['already_in_campaign']));
    expect(first.itemIds.every((id) => itemOf(id)?.priority === 1)).toBe(true);
  });

  it('is refused as a whole by a campaign that is over, and makes a completed one active again', async () => {
    const contactId = aContact(sim.world, ada).id;
    const cancelled = aCampaign(sim.world, ada, { status: 'cancelled' });
    await expect(addItem(sim.world, ada, { campaignId: cancelled.id, contactId })).rejects.toMatchObject({ code: 'campaign_cancelled' });
    const done = aCampaign(sim.world, ada, { status: 'completed' });
    const id = await whileTimePasses(
      sim.world,
      addItem(sim.world, ada, { campaignId: done.id, contactId, at: LATER.scheduledFor, priority: 2 }),
    );
    expect([campaignOf(done.id).status, itemOf(id)?.priority]).toEqual(['active', 2]);
    const draft = aCampaign(sim.world, ada, { status: 'draft' });
    await whileTimePasses(sim.world, addItem(sim.world, ada, { campaignId: draft.id, contactId }));
    expect(campaignOf(draft.id).status).toBe('draft');
  });
});

describe('many at once', () => {
  const act = (ids: number[], action: QueueAction) => whileTimePasses(sim.world, actOnItems(sim.world, sim.dialer, ada, ids, action));

  it('does each what it would do to one, tells who refused it, and waits for calls side by side', async () => {
    const campaign = aListOf();
    const waiting = Array.from({ length: 250 }, (_, i) => anItem(sim.world, campaign, { ...LATER, position: i + 1 }));
    const up = [await anItemUp(TALKS, campaign), await anItemUp(TALKS_TOO, campaign)];
    const done = anItemFor(TALKS_LAST, campaign);
    removeItem(sim.world, ada, done.id);
    const provider = sim.world.providers.practice!;
    const stops: Pick<typeof provider, 'hangUp' | 'withdraw'> = {
      hangUp: async (call) => (call.phone === TALKS_TOO ? { kind: 'cannot' } : provider.hangUp(call)),
      withdraw: async (call) => (call.phone === TALKS_TOO ? { kind: 'cannot' } : provider.withdraw(call)),
    };
    (sim.world.providers as { practice: typeof provider }).practice = { ...provider, ...stops };
    const began = sim.clock.now();
    const acted = await act(
      [...waiting, ...up, done].map(({ id }) => id),
      { kind: 'cancel', reason: 'over' },
    );
    expect([acted.done, acted.refused.map(({ id, error: { code } }) => [id, code])]).toEqual([
      251,
      [
        [done.id, 'not_found'],
        [up[1]!.id, 'cannot_hang_up'],
      ],
    ]);
    expect(sim.clock.now() - began).toBeLessThanOrEqual(11_000);
    expect(countsOf(campaign.id)).toMatchObject({ total: 252, cancelled: 251, processing: 1 });
    recount();
  });

  it('leaves the others their turn between one call and the next, though each is refused', async () => {
    let asked = 0;
    let seen = 0;
    const full = {
      poke() {},
      hold() {},
      wake() {},
      testCall: () => Promise.reject(new Error('not asked')),
      async callNow(): Promise<string> {
        asked += 1;
        throw conflict('no_room', 'All slots are in use.');
      },
    };
    sim.clock.after(0, () => {
      seen = asked;
    });
    const ids = Array.from({ length: 250 }, (_, i) => i + 1);
    const acted = await whileTimePasses(sim.world, actOnItems(sim.world, full, ada, ids, { kind: 'call-now' }));
    expect([acted.refused.length, asked]).toEqual([250, 250]);
    expect(seen).toBeLessThan(50);
  });

  it('calls as many at once as there is room for', async () => {
    const campaign = aListOf({ concurrencyLimit: 2 });
    const items = numbersEnding('00', 4).map((phone) => anItemFor(phone, campaign));
    const acted = await act(
      items.map(({ id }) => id),
      { kind: 'call-now' },
    );
    expect([acted.done, acted.callIds.length, acted.refused.map(({ error: { code } }) => code)]).toEqual([2, 2, ['no_room', 'no_room']]);
    expect(sim.line.observe()).toMatchObject({ mostUp: 2, accepted: 2 });
  });
});
