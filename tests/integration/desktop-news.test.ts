/** What the desktop tells whoever is signed in, from the engine's own stream: by their switches and hours, merged, and to nobody else. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NewsDesk } from '../../src/main/hosts/desktop/news-desk.ts';
import { WhoIsHere } from '../../src/main/hosts/desktop/who-is-here.ts';
import { pauseByFaultTx } from '../../src/main/dialer/fault-pause.ts';
import { everyone } from '../../src/main/data/scope.ts';
import { changeDesktop } from '../../src/main/settings/desktop.ts';
import { aCampaign, anItem, type World } from '../helpers/builders.ts';
import { type Person, startEngine, type TestEngine } from '../helpers/engine.ts';

let test: TestEngine;
let ada: Person;
let eve: Person;
let who: WhoIsHere;
let desk: NewsDesk;
let told: string[];
let world: World;

const MINUTE = 60_000;

beforeEach(async () => {
  test = await startEngine({ running: false });
  ada = await test.person('supervisor', { email: 'ada@example.com' });
  eve = await test.person('supervisor', { email: 'eve@example.com' });
  world = { ...test.parts, clock: test.clock, dataDir: test.dataDir, close() {} };
  told = [];
  who = new WhoIsHere(test.engine.context.authenticate);
  desk = new NewsDesk(test.engine, who, 'UTC', ({ title }) => void told.push(title));
  await isHere(ada);
});
afterEach(async () => {
  desk.stop();
  await test.stop();
});

async function isHere(person: Person | null): Promise<void> {
  await who.told(person?.authorization ?? null);
  await test.clock.advance(500);
}

/** A campaign of the person's that Ringmaster pauses; then time enough for it to be told. */
async function standsStill(person: Person, name = 'Spring', waitMs = 5_000): Promise<void> {
  const campaign = aCampaign(world, person.actor, { name });
  test.parts.data.database.write(() => pauseByFaultTx(test.parts, test.parts.data.campaigns.get(everyone, campaign.id)!, 'Why.'));
  await test.clock.advance(waitMs);
}

describe('what the desktop tells', () => {
  it('is one’s own alone', async () => {
    await standsStill(eve);
    expect(told).toEqual([]);
    await standsStill(ada);
    expect(told).toEqual(['A campaign was paused']);
  });

  it('makes one of several at once', async () => {
    await standsStill(ada, 'Spring', 200);
    await standsStill(ada, 'Autumn');
    expect(told).toEqual(['2 things happened']);
  });

  it('is nothing that is turned off, and nothing in quiet hours', async () => {
    changeDesktop(test.parts, ada.actor, { notifications: { paused: false } });
    await standsStill(ada);
    changeDesktop(test.parts, ada.actor, { notifications: { paused: true }, quietHours: { on: true, from: '08:30', to: '09:30' } });
    await standsStill(ada);
    expect(told).toEqual([]);
    changeDesktop(test.parts, ada.actor, { quietHours: { to: '09:00' } });
    await standsStill(ada);
    expect(told).toEqual(['A campaign was paused']);
  });

  it('is nothing once somebody signed out, nor what waited for them then', async () => {
    await standsStill(ada, 'Spring', 200);
    await isHere(null);
    await standsStill(ada);
    await test.clock.advance(5_000);
    expect(told).toEqual([]);
    // What was there before somebody came is no news to them.
    await isHere(ada);
    await test.clock.advance(5_000);
    expect(told).toEqual([]);
  });

  it('ends with the session, wherever that was ended', async () => {
    test.parts.data.database.write(() => test.parts.data.users.changeTx(ada.actor.userId, { active: false }, test.clock.now()));
    await test.clock.advance(15_000);
    await standsStill(ada);
    expect([who.actor, told]).toEqual([null, []]);
  });

  it('is a callback five minutes before, once, also one that was only just set', async () => {
    const campaign = aCampaign(world, ada.actor);
    const callback = (minutes: number) =>
      anItem(world, campaign, { callbackRequested: 1, callbackAt: test.clock.now() + minutes * MINUTE, ready: 0 });
    callback(7);
    await test.clock.advance(MINUTE);
    expect(told).toEqual([]);
    await test.clock.advance(1.5 * MINUTE);
    expect(told).toEqual(['Callback at 09:07']);
    callback(2);
    await test.clock.advance(MINUTE);
    expect(told.slice(1)).toEqual([expect.stringMatching(/^Callback at 09:0[45]$/)]);
    await test.clock.advance(10 * MINUTE);
    expect(told).toHaveLength(2);
  });
});
