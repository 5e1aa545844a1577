import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  aCallUp,
  aCampaign,
  aContact,
  anAdmin,
  anAgent,
  anEndedCall,
  anItem,
  aUser,
  openWorld,
  type World,
} from '../../../tests/helpers/builders.ts';
import { HOUR_MS, MINUTE_MS } from '../../shared/domain/calendar.ts';
import { addDoNotCall } from '../compliance/do-not-call.ts';
import { type Actor, everyone } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import type { TelephonyProvider } from '../ports/provider.ts';
import { readStatistics } from '../queue/statistics.ts';
import { changeConcurrency } from '../settings/concurrency.ts';
import { changeDialing } from '../settings/dialing.ts';
import { readBoard } from './board.ts';

const NINE = Date.UTC(2026, 2, 2, 9);
const practice = { name: 'practice', accountLimit: () => null } as unknown as TelephonyProvider;

let world: World;
let ada: Actor;
let bob: Actor;
let admin: Actor;
beforeEach(() => {
  const providers: Parts['providers'] = { practice };
  world = openWorld({ at: NINE, providers });
  ada = aUser(world, { name: 'Ada' });
  bob = aUser(world, { name: 'Bob' });
  admin = anAdmin(world, { name: 'Zoe' });
  changeDialing(world, admin, { timeZone: 'UTC' });
});
afterEach(() => world.close());

const board = (actor: Actor) => readBoard(world, actor);
const named = (owner: Actor, name: string) => aContact(world, owner, { name });
const later = (campaign: ReturnType<typeof aCampaign>, name: string, minutes: number) => {
  const at = world.clock.now() + minutes * MINUTE_MS;
  return anItem(world, campaign, { contact: named({ userId: campaign.userId, role: 'supervisor' }, name), scheduledFor: at, readyAt: at });
};
const nextOf = (actor: Actor) => board(actor).next.map(({ entry, at }) => [entry.row.contact.name, (at - world.clock.now()) / MINUTE_MS]);

describe('readBoard', () => {
  it('shows a supervisor her own and the sums of everyone, an admin each person', () => {
    const hers = aCampaign(world, ada);
    const his = aCampaign(world, bob);
    aCallUp(world, anItem(world, hers));
    anItem(world, hers, { position: 2 });
    aCallUp(world, anItem(world, his));
    anEndedCall(world, anItem(world, his, { position: 2 }), 'busy');
    for (const position of [3, 4]) anItem(world, his, { position });
    const Ada = { userId: ada.userId, name: 'Ada', up: 1, limit: 2, waiting: 1, turns: 1 };
    const system = { up: 2, limit: 10, waiting: 3, turns: 3 };
    expect(board(ada)).toMatchObject({ users: [Ada], system, callsPerHour: 1, waiting: { total: 1 }, today: { calls: 0 } });
    expect(board(admin)).toMatchObject({
      users: [
        Ada,
        { userId: bob.userId, name: 'Bob', up: 1, limit: 2, waiting: 2, turns: 2 },
        { userId: admin.userId, name: 'Zoe', up: 0, limit: 2, waiting: 0, turns: 0 },
      ],
      system,
      callsPerHour: 3,
      waiting: { total: 3 },
      today: { calls: 1, completed: 1, failed: 1 },
    });
    expect(board(ada).next.every(({ entry }) => entry.row.item.userId === ada.userId)).toBe(true);
  });

  it('counts turns and calls an hour of the last 60 minutes, and done today from midnight as the queue does', async () => {
    const campaign = aCampaign(world, ada);
    anEndedCall(world, anItem(world, campaign), 'completed', { claimedAt: NINE - HOUR_MS });
    anEndedCall(world, anItem(world, campaign, { position: 2 }), 'busy', { claimedAt: NINE - HOUR_MS + 1 });
    anEndedCall(world, anItem(world, campaign, { position: 3 }), 'cancelled');
    anEndedCall(world, anItem(world, campaign, { position: 4 }), 'completed', { claimedAt: NINE - 10 * HOUR_MS });
    const told = board(ada);
    expect([told.callsPerHour, told.users[0]?.turns, told.today.completed, told.today.successful, told.today.outcomes.cancelled]).toEqual([
      2, 2, 2, 1, 1,
    ]);
    expect(told.today.hourly.filter(({ calls }) => calls > 0).map(({ hour, calls }) => [hour, calls])).toEqual([
      [8, 2],
      [9, 1],
    ]);
    expect(readStatistics(world, ada)).toMatchObject({ doneToday: 2, successRateToday: 0.5, currentRate: 2 });
    await world.clock.advance(16 * HOUR_MS);
    expect(board(ada).today).toMatchObject({ date: '2026-03-03', calls: 0 });
  });

  it('leaves practice out of today once another provider is set up, in the queue’s figures as well', () => {
    anEndedCall(world, anItem(world, aCampaign(world, ada)), 'completed');
    expect([board(ada).today.completed, board(ada).today.practiceIncluded]).toEqual([1, true]);
    anAgent(world, ada, { provider: 'bolna' });
    expect([board(ada).today.completed, board(ada).today.practiceIncluded]).toEqual([0, false]);
    expect(readStatistics(world, ada).doneToday).toBe(0);
  });

  it('counts who waits, who is due within five minutes where calls go out then, and who waits in a pause or a draft', () => {
    const open = aCampaign(world, ada);
    later(open, 'due', 0);
    later(open, 'soon', 4);
    later(open, 'late', 6);
    const opensSoon = aCampaign(world, ada, { firstCallTime: '09:04' });
    later(opensSoon, 'at its opening', 0);
    const shut = aCampaign(world, ada, { firstCallTime: '11:00' });
    later(shut, 'shut', 0);
    later(aCampaign(world, ada, { status: 'paused' }), 'held', 0);
    later(aCampaign(world, ada, { status: 'draft' }), 'not started', 0);
    expect(board(ada).waiting).toEqual({ total: 7, dueSoon: 3, dueSoonIsExact: true, paused: 1, drafts: 1 });
  });
});

describe('the next calls', () => {
  it('are the earliest over all campaigns, each with its time, and none that waits in a pause', () => {
    const a = aCampaign(world, ada);
    const shut = aCampaign(world, ada, { firstCallTime: '11:00' });
    later(a, 'Third', 3);
    later(a, 'First', 0);
    later(shut, 'At eleven', 0);
    later(aCampaign(world, ada), 'Second', 1);
    later(aCampaign(world, ada, { status: 'paused' }), 'Held', 0);
    later(aCampaign(world, bob), 'Another’s', 0);
    expect(nextOf(ada)).toEqual([
      ['First', 0],
      ['Second', 1],
      ['Third', 3],
      ['At eleven', 120],
    ]);
    expect(nextOf(admin)).toHaveLength(5);
  });

  it('are ten at most, and count those before them: 90 s a call where there is no median, by the smallest limit', () => {
    const campaign = aCampaign(world, ada);
    for (let position = 1; position <= 30; position += 1)
      anItem(world, campaign, { position, ready: 1, contact: named(ada, `${position}`) });
    expect(nextOf(ada)).toEqual(Array.from({ length: 10 }, (_, i) => [String(i + 1), i * 0.75]));
  });

  it('are not those who will be skipped, and nobody knows them while a limit is 0', () => {
    const campaign = aCampaign(world, ada);
    const barred = later(campaign, 'Barred', 0);
    later(campaign, 'Called', 1);
    addDoNotCall(world, ada, { phoneNumbers: [world.data.contacts.get(everyone, barred.contactId)!.phone] });
    expect(nextOf(ada).map(([name]) => name)).toEqual(['Called']);
    changeConcurrency(world, admin, { systemLimit: 0 });
    expect(board(ada)).toMatchObject({ next: [], waiting: { total: 2 } });
  });
});
