import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aCallUp, aCampaign, aContact, anAdmin, anItem, aUser, openWorld, type World } from '../../../tests/helpers/builders.ts';
import type { Actor } from '../data/scope.ts';
import { callbacksAhead, readGlance } from './glance.ts';

let world: World;
let ada: Actor;
let eve: Actor;

beforeEach(() => {
  world = openWorld();
  ada = aUser(world, { name: 'Ada' });
  eve = aUser(world, { name: 'Eve' });
});
afterEach(() => world.close());

const MINUTE = 60_000;

describe('readGlance', () => {
  it('tells nobody more than how many calls are up, and whether anything calls', () => {
    const campaign = aCampaign(world, ada);
    aCallUp(world, anItem(world, campaign));
    anItem(world, campaign);
    expect(readGlance(world, null)).toEqual({ at: world.clock.now(), callsUp: 1, isCalling: true, isBlocked: false, own: null });
  });

  it('shows each person their own next call and progress, an admin everybody’s', () => {
    const campaign = aCampaign(world, ada, { name: 'Spring' });
    const lovelace = aContact(world, ada, { name: 'Lovelace' });
    anItem(world, campaign, { contact: lovelace, scheduledFor: world.clock.now() + 10 * MINUTE });
    const next = { at: world.clock.now() + 10 * MINUTE, who: 'Lovelace', campaignName: 'Spring', timeZone: 'UTC' };
    const seen = { next, progress: { done: 0, total: 1 }, mayPause: true, mayResume: false };
    expect(readGlance(world, ada).own).toEqual(seen);
    expect(readGlance(world, anAdmin(world)).own).toEqual(seen);
    expect(readGlance(world, eve).own).toEqual({ next: null, progress: null, mayPause: false, mayResume: false });
  });

  it('sees what stands against all new calls, and not what passes by itself', () => {
    world.health.raise('reconciling', 'Asking.', 0);
    world.health.raise('held', 'Quits.', 0);
    world.health.raise('tunnel-down', 'Down.', 0);
    expect(readGlance(world, null).isBlocked).toBe(false);
    world.health.raise('clock-off', 'Off.', 0);
    expect(readGlance(world, null).isBlocked).toBe(true);
  });

  it('calls nothing calling that is paused or not open', () => {
    aCampaign(world, ada, { status: 'paused' });
    aCampaign(world, ada, { firstCallTime: '13:00', lastCallTime: '14:00' });
    expect(readGlance(world, ada).isCalling).toBe(false);
  });
});

describe('callbacksAhead', () => {
  it('finds one’s own callbacks of active campaigns in the time between, each side once', () => {
    const now = world.clock.now();
    const campaign = aCampaign(world, ada, { name: 'Spring' });
    const callback = (minutes: number, of = campaign) => anItem(world, of, { callbackRequested: 1, callbackAt: now + minutes * MINUTE });
    callback(3);
    const due = callback(5);
    callback(6);
    callback(5, aCampaign(world, ada, { status: 'paused' }));
    callback(5, aCampaign(world, eve));
    const found = callbacksAhead(world, ada, now + 3 * MINUTE, now + 5 * MINUTE);
    expect(found).toMatchObject([{ itemId: due.id, campaignName: 'Spring', at: now + 5 * MINUTE }]);
  });
});
