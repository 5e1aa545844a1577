/** Items that may not be called for a while: they block nobody, and are asked again when what held them is lifted (rules 3, 4, 13, 15). */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addHoliday, removeHoliday } from '../../src/main/compliance/holidays.ts';
import { type Actor, everyone } from '../../src/main/data/scope.ts';
import { claimCalls } from '../../src/main/dialer/claim.ts';
import { dial } from '../../src/main/dialer/dial.ts';
import { Pass } from '../../src/main/dialer/pass.ts';
import type { DialAnswer, TelephonyProvider } from '../../src/main/ports/provider.ts';
import { changeDialing } from '../../src/main/settings/dialing.ts';
import type { ProviderName } from '../../src/shared/domain/states.ts';
import { aCampaign, aContact, anAdmin, anAgent, anEndedCall, anItem, aUser, openWorld, type World } from '../helpers/builders.ts';
import { Simulation } from '../helpers/simulation.ts';

const NINE = Date.UTC(2026, 2, 2, 9);
const MINUTE = 60_000;
let answer: DialAnswer;
const providerNamed = (name: ProviderName, limit: number | null = null) =>
  ({
    name,
    can: { hangUp: false, withdraw: false, record: false, lookUpByReference: true },
    accountLimit: () => limit,
    takeRateToken: () => true,
    nextRateTokenAt: (now: number) => now,
    dial: () => Promise.resolve(answer),
  }) as unknown as TelephonyProvider;

let world: World;
let anna: Actor;
let admin: Actor;
beforeEach(() => {
  world = openWorld({ at: NINE, providers: { practice: providerNamed('practice'), bolna: providerNamed('bolna', 0) } });
  anna = aUser(world);
  admin = anAdmin(world);
});
afterEach(() => world.close());

const claimed = () => claimCalls(world).claimed.map(({ calledFor }) => calledFor?.itemId);
const passed = () => new Pass(world).run(() => true).claimed.map(({ calledFor }) => calledFor?.itemId);

describe('an item that waits for the gap', () => {
  /** A number that was called a moment ago, by another campaign. */
  function heldByGap() {
    const contact = aContact(world, anna);
    anEndedCall(world, anItem(world, aCampaign(world, anna), { contact }), 'busy');
    const item = anItem(world, aCampaign(world, anna), { contact, ready: 1 });
    expect(claimed()).toEqual([]);
    return item;
  }

  it('is called at once when the gap is taken away', () => {
    const item = heldByGap();
    changeDialing(world, admin, { gapMinutes: 0 });
    expect(passed()).toEqual([item.id]);
  });

  it('waits for a shorter gap and no longer', async () => {
    const item = heldByGap();
    changeDialing(world, admin, { gapMinutes: 10 });
    expect(passed()).toEqual([]);
    await world.clock.advance(10 * MINUTE);
    expect(passed()).toEqual([item.id]);
  });

  it('does not bring back an item that is held off after a call that was not placed', () => {
    const item = anItem(world, aCampaign(world, anna), { notPlaced: 2, readyAt: NINE + 5 * MINUTE });
    changeDialing(world, admin, { gapMinutes: 0 });
    expect([passed(), world.data.items.get(everyone, item.id)!.readyAt]).toEqual([[], NINE + 5 * MINUTE]);
  });
});

describe('an item that waits for the contact’s own zone', () => {
  it('is called on a day that is no holiday any more', async () => {
    addHoliday(world, admin, { date: '2026-03-03', name: 'A day off' });
    await world.clock.advanceTo(Date.UTC(2026, 2, 2, 17, 30));
    const campaign = aCampaign(world, anna, { useContactZone: true });
    const item = anItem(world, campaign, { ready: 1, contact: aContact(world, anna, { timeZone: 'Europe/Berlin' }) });
    expect(claimed()).toEqual([]);
    removeHoliday(world, admin, '2026-03-03');
    await world.clock.advanceTo(Date.UTC(2026, 2, 3, 9));
    expect(passed()).toEqual([item.id]);
  });
});

describe('a call that the provider accepted and has not begun', () => {
  it('is taken back when the window closes in the contact’s own zone', async () => {
    // So slow a line that nothing begins within the day.
    const simulation = new Simulation({ at: Date.UTC(2026, 2, 2, 16, 50), practice: { speed: 1e-6 } });
    const contact = aContact(simulation.world, aUser(simulation.world), { timeZone: 'Europe/Berlin' });
    const owner = { userId: contact.userId, role: 'supervisor' } as const;
    const item = anItem(simulation.world, aCampaign(simulation.world, owner, { useContactZone: true }), { contact });
    simulation.start();
    await simulation.clock.advance(9 * MINUTE);
    expect(simulation.line.observe()).toMatchObject({ accepted: 1, up: 1 });
    await simulation.clock.advance(2 * MINUTE);
    expect(simulation.line.observe()).toMatchObject({ accepted: 1, up: 0 });
    expect(simulation.world.data.items.get(everyone, item.id)).toMatchObject({ status: 'queued', attemptCount: 0 });
    simulation.close();
  });
});

describe('an item that names an agent of another provider', () => {
  it('blocks nobody behind it while that provider has no room, and is called when it has', async () => {
    const campaign = aCampaign(world, anna);
    const bolna = anAgent(world, anna, { provider: 'bolna', providerAgentId: 'b-1' });
    const named = anItem(world, campaign, { ready: 1, priority: 9, agentId: bolna.id });
    const behind = anItem(world, campaign, { ready: 1, position: 2 });
    expect(claimed()).toEqual([behind.id]);
    (world.providers as { bolna: TelephonyProvider }).bolna = providerNamed('bolna');
    await world.clock.advance(10_000);
    expect(passed()).toEqual([named.id]);
  });

  it('pauses its campaign when that provider refuses the account', async () => {
    (world.providers as { bolna: TelephonyProvider }).bolna = providerNamed('bolna');
    answer = { kind: 'no-call', why: 'stop-everything', sentence: 'The account is closed.' };
    const campaign = aCampaign(world, anna);
    const other = aCampaign(world, anna);
    const bolna = anAgent(world, anna, { provider: 'bolna', providerAgentId: 'b-1' });
    anItem(world, campaign, { ready: 1, agentId: bolna.id });
    const [call] = claimCalls(world).claimed;
    await dial(world, call!);
    expect([campaign, other].map(({ id }) => world.data.campaigns.get(everyone, id)!.status)).toEqual(['paused', 'active']);
  });
});
