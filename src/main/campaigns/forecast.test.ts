import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aCampaign, aContact, anItem, aUser, openWorld, type World } from '../../../tests/helpers/builders.ts';
import { type Actor, everyone } from '../data/scope.ts';
import { forecast } from './forecast.ts';

const WINDOW = { firstCallTime: '09:00', lastCallTime: '18:00', timeZone: 'UTC' };

let world: World;
let anna: Actor;
beforeEach(() => {
  world = openWorld();
  anna = aUser(world);
});
afterEach(() => world.close());

const people = (n: number, given: object = {}) => Array.from({ length: n }, () => aContact(world, anna, given));
const bar = (phones: readonly string[]) => {
  const add = world.data.database.sqlite.prepare('INSERT INTO do_not_call (phone, added_by, added_at) VALUES (?, ?, ?)');
  for (const phone of phones) add.run(phone, anna.userId, world.clock.now());
};

describe('forecast', () => {
  it('complaint 22: says before the start how many will be skipped, and why', async () => {
    const fine = people(5);
    const barred = people(2);
    bar(barred.map(({ phone }) => phone));
    const elsewhere = people(3, { timeZone: 'Pacific/Auckland' });
    const contactIds = [...fine, ...barred, ...elsewhere].map(({ id }) => id);
    const told = await forecast(world, anna, { ...WINDOW, useContactZone: true, endDate: '2026-03-08', lastCallTime: '12:00', contactIds });
    expect(told).toMatchObject({
      total: 10,
      callable: 5,
      skipped: 5,
      doNotCall: 2,
      noOpening: 3,
      skippedSentence: '5 of 10 will be skipped: 2 do-not-call, 3 with no opening before the end date.',
      refusal: null,
    });
  });

  it('says when the calls go out, and when the last is over', async () => {
    const told = await forecast(world, anna, { ...WINDOW, contactIds: people(90).map(({ id }) => id) });
    expect(told.plan).toEqual({
      calls: 90,
      firstAt: Date.UTC(2026, 2, 2, 9),
      everyMs: 360_000,
      doneBy: Date.UTC(2026, 2, 2, 17, 54) + 90_000,
      sentence: '90 calls, one about every 6 minutes, done by 17:55.',
    });
    expect(told.skippedSentence).toBe('');
  });

  it('goes on over the next openings where the slots do not suffice', async () => {
    const told = await forecast(world, anna, { ...WINDOW, pacing: 'asap', concurrencyLimit: 1, morePeople: 400 });
    expect(told.plan).toMatchObject({
      everyMs: null,
      doneBy: Date.UTC(2026, 2, 3, 10),
      sentence: '400 calls, as fast as allowed, done by tomorrow at 10:00.',
    });
    const never = await forecast(world, anna, { ...WINDOW, pacing: 'asap', concurrencyLimit: 1, endDate: '2026-03-02', morePeople: 400 });
    expect(never.plan).toMatchObject({ doneBy: null, sentence: '400 calls, as fast as allowed, not all before the end.' });
  });

  it('says what forbids the start', async () => {
    expect(await forecast(world, anna, { ...WINDOW, weekdays: [] })).toMatchObject({ refusal: { code: 'no_contacts' }, plan: null });
    expect(await forecast(world, anna, { ...WINDOW, weekdays: [], morePeople: 3 })).toMatchObject({
      refusal: { code: 'no_weekday' },
      noOpening: 3,
      plan: null,
    });
  });

  it('counts who is in the campaign already, and whose ids are nobody’s', async () => {
    const campaign = aCampaign(world, anna);
    const known = anItem(world, campaign);
    bar([world.data.contacts.get(everyone, known.contactId)!.phone]);
    const [fresh] = people(1);
    const told = await forecast(world, anna, {
      ...WINDOW,
      campaignId: campaign.id,
      contactIds: [known.contactId, fresh!.id, 999, aContact(world, aUser(world)).id],
    });
    expect(told).toMatchObject({ total: 2, alreadyIn: 1, missing: 2, callable: 1, skipped: 0 });
  });
});
