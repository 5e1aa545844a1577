/** What comes after a call is over, or while it waits for its result (domain.md, table of call ends; rules 1, 10, 14). */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyReport } from '../../src/main/calls/apply-report.ts';
import { endCallTx } from '../../src/main/calls/end-call.ts';
import { callAgain } from '../../src/main/campaigns/reopen.ts';
import { deleteContact } from '../../src/main/contacts/delete-contact.ts';
import type { Call } from '../../src/main/data/call-store.ts';
import { type Actor, everyone } from '../../src/main/data/scope.ts';
import { watchCalls } from '../../src/main/dialer/watch.ts';
import type { CallReport, LookUpAnswer, TelephonyProvider } from '../../src/main/ports/provider.ts';
import { scoreOf } from '../../src/shared/domain/score.ts';
import { aCallUp, aCampaign, anAgent, anItem, aUser, openWorld, type World } from '../helpers/builders.ts';

const NINE = Date.UTC(2026, 2, 2, 9);
const MINUTE = 60_000;
let lookUp: LookUpAnswer;
const bolna = { name: 'bolna', lookUp: () => Promise.resolve(lookUp) } as unknown as TelephonyProvider;

let world: World;
let anna: Actor;
beforeEach(() => {
  world = openWorld({ at: NINE, providers: { bolna } });
  anna = aUser(world);
});
afterEach(() => world.close());

/** A campaign whose calls are no practice. */
const aRealCampaign = (given: Parameters<typeof aCampaign>[2] = {}) =>
  aCampaign(world, anna, { agentId: anAgent(world, anna, { provider: 'bolna', providerAgentId: 'b-1' }).id, ...given });
const item = (id: number) => world.data.items.get(everyone, id)!;
const callOf = ({ id }: Call) => world.data.calls.get(everyone, id)!;
const contactOf = ({ contactId }: Call) => world.data.contacts.get(everyone, contactId!)!;
const tell = (call: Call, report: Partial<CallReport> & Pick<CallReport, 'state'>) =>
  world.data.database.write(() =>
    applyReport(world, call.id, { providerCallId: call.providerCallId!, reference: null, at: null, ...report }, world.clock.now()),
  );
const end = (call: Call, how: Parameters<typeof endCallTx>[2]) => world.data.database.write(() => endCallTx(world, callOf(call), how, {}));

describe('a call whose outcome was unknown', () => {
  it('is not called again as unanswered once the provider says that a person spoke', async () => {
    const campaign = aRealCampaign();
    const waiting = anItem(world, campaign);
    const call = aCallUp(world, waiting);
    end(call, 'unknown');
    tell(call, { state: 'completed', durationSeconds: 42 });
    expect([item(waiting.id).lastAttemptResult, callOf(call).status]).toEqual(['completed', 'completed']);
    expect(await callAgain(world, anna, { id: campaign.id, outcomes: ['no-answer', 'voicemail', 'unknown'] })).toBe(0);
  });
});

describe('a summary that comes after the end', () => {
  it('is what the next call of the contact is told', () => {
    const call = aCallUp(world, anItem(world, aRealCampaign()));
    tell(call, { state: 'completed', durationSeconds: 42 });
    tell(call, { state: 'completed', summary: 'Wants a demo in May.' });
    expect(contactOf(call).lastSummary).toBe('Wants a demo in May.');
  });

  it('does not stand before that of a later conversation', async () => {
    const first = aCallUp(world, anItem(world, aRealCampaign()));
    tell(first, { state: 'completed', durationSeconds: 42 });
    await world.clock.advance(MINUTE);
    const again = anItem(world, aRealCampaign(), { contact: contactOf(first) });
    const second = aCallUp(world, again);
    tell(second, { state: 'completed', durationSeconds: 42, summary: 'Ordered.' });
    tell(first, { state: 'completed', summary: 'Wants a demo in May.' });
    expect(contactOf(first).lastSummary).toBe('Ordered.');
  });
});

describe('a call that is up', () => {
  it('keeps its slot where the provider finds it again between looks that found nothing', async () => {
    const call = aCallUp(world, anItem(world, aRealCampaign()));
    tell(call, { state: 'in-progress' });
    const report = { providerCallId: call.providerCallId!, reference: null, state: 'in-progress', at: null } as const;
    for (let look = 0; look < 8; look += 1) {
      lookUp = look % 2 === 0 ? { kind: 'not-found' } : { kind: 'found', report };
      await world.clock.advance(MINUTE);
      await watchCalls(world);
    }
    expect(callOf(call)).toMatchObject({ status: 'in-progress', slotReleasedAt: null, notFoundLooks: 0 });
  });
});

describe('a call whose line is down', () => {
  it('waits twenty minutes for its result, though the provider does not know of it any more', async () => {
    lookUp = { kind: 'not-found' };
    const call = aCallUp(world, anItem(world, aRealCampaign()));
    tell(call, { state: 'in-progress' });
    await world.clock.advance(MINUTE);
    tell(call, { state: 'disconnected' });
    for (let minute = 0; minute < 19; minute += 1) {
      await world.clock.advance(MINUTE);
      await watchCalls(world);
    }
    expect(callOf(call).status).toBe('disconnected');
    await world.clock.advance(2 * MINUTE);
    await watchCalls(world);
    expect(callOf(call)).toMatchObject({ status: 'completed', durationSeconds: 60 });
  });

  it('is told by a word that was overtaken who answered, and keeps what was told before', async () => {
    const call = aCallUp(world, anItem(world, aRealCampaign()));
    tell(call, { state: 'in-progress' });
    await world.clock.advance(MINUTE);
    tell(call, { state: 'disconnected', reason: 'hangup' });
    tell(call, { state: 'in-progress', answeredByMachine: true, reason: 'answered' });
    expect(callOf(call)).toMatchObject({ status: 'disconnected', answeredByMachine: true, reason: 'hangup' });
    await world.clock.advance(21 * MINUTE);
    lookUp = { kind: 'not-found' };
    await watchCalls(world);
    expect(callOf(call).status).toBe('voicemail');
  });

  it('waits as long where the provider does not answer, however long the call was', async () => {
    lookUp = { kind: 'no-answer', sentence: 'No answer' };
    const call = aCallUp(world, anItem(world, aRealCampaign()), { holdUntil: NINE + 5 * MINUTE });
    tell(call, { state: 'in-progress' });
    await world.clock.advance(4 * MINUTE);
    tell(call, { state: 'disconnected' });
    await world.clock.advance(10 * MINUTE);
    await watchCalls(world);
    expect(callOf(call).status).toBe('disconnected');
  });
});

describe('an item that goes back into the queue', () => {
  it('stands where the call that just failed puts its contact', () => {
    const waiting = anItem(world, aRealCampaign({ maxAttempts: 2 }));
    const call = aCallUp(world, waiting);
    end(call, 'busy');
    const { status, score } = item(waiting.id);
    expect([status, score]).toEqual(['queued', scoreOf(contactOf(call))]);
    expect(score).toBe(waiting.score - 10);
  });

  it('is skipped where its contact was deleted while its call was not placed', () => {
    const waiting = anItem(world, aRealCampaign());
    const call = aCallUp(world, waiting, { providerCallId: null });
    deleteContact(world, anna, waiting.contactId);
    end(call, 'not-placed');
    expect(item(waiting.id)).toMatchObject({ status: 'skipped', failureReason: 'contact-deleted', attemptCount: 0 });
    expect(world.data.campaigns.get(everyone, waiting.campaignId)!.status).toBe('completed');
  });

  it('keeps the callback that was asked for while its call was not placed', () => {
    const waiting = anItem(world, aRealCampaign());
    const call = aCallUp(world, waiting, { providerCallId: null });
    const callbackAt = NINE + 30 * MINUTE;
    world.data.database.write(() => world.data.items.changeTx(waiting, NINE, { callbackRequested: 1, callbackAt }));
    end(call, 'not-placed');
    expect(item(waiting.id)).toMatchObject({
      status: 'queued',
      attemptCount: 0,
      callbackRequested: 1,
      scheduledFor: callbackAt,
      scheduledBy: 'callback',
      readyAt: callbackAt,
    });
  });
});
