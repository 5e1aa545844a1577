import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aCallUp, aCampaign, aUser, anAdmin, anEndedCall, anItem, openWorld, type World } from '../../../tests/helpers/builders.ts';
import { DialingSettings } from '../../shared/contract/settings.ts';
import { PracticeLine } from '../../shared/contract/telephony-settings.ts';
import { DEFAULT_PRACTICE } from '../../shared/domain/practice-settings.ts';
import type { Actor } from '../data/scope.ts';
import { changeConcurrency, readConcurrency, systemLimit } from './concurrency.ts';
import { changeDialing, DEFAULT_DIALING, dialingSettings, hostTimeZone, settleTimeZone } from './dialing.ts';
import { closeNotice, listNotices } from './notices.ts';
import { changeTelephony, practiceSettings, readTelephony } from './telephony.ts';

let world: World;
let ada: Actor;
let admin: Actor;

beforeEach(() => {
  world = openWorld();
  ada = aUser(world, { name: 'Ada' });
  admin = anAdmin(world, { name: 'Root' });
});
afterEach(() => world.close());

const code = (word: string) => expect.objectContaining({ code: word });
const store = (key: string, value: unknown) => world.data.database.write(() => world.data.settings.writeTx(key, value, 0));

describe('dialingSettings', () => {
  it('has defaults that its own contract accepts', () => {
    expect(dialingSettings(world)).toEqual({ ...DEFAULT_DIALING, timeZone: hostTimeZone() });
    expect(DialingSettings.safeParse(dialingSettings(world)).success).toBe(true);
  });

  it('keeps what a change leaves out, inside the breaker too', () => {
    changeDialing(world, admin, { gapMinutes: 0, breaker: { atLeastCalls: 9 } });
    const settings = changeDialing(world, admin, { timeZone: 'Asia/Kolkata', breaker: { failedShare: 1 } });
    expect(settings).toEqual({
      ...DEFAULT_DIALING,
      gapMinutes: 0,
      timeZone: 'Asia/Kolkata',
      breaker: { ...DEFAULT_DIALING.breaker, atLeastCalls: 9, failedShare: 1 },
    });
    expect(dialingSettings(world)).toEqual(settings);
  });

  it('falls back to the default of a stored part that makes no sense, and keeps the rest', () => {
    store('dialing', { gapMinutes: 5, passSeconds: -1, timeZone: 'Mars/Base', gone: true });
    expect(dialingSettings(world)).toEqual({ ...DEFAULT_DIALING, gapMinutes: 5, timeZone: hostTimeZone() });
    store('dialing', 'nonsense');
    expect(dialingSettings(world).gapMinutes).toBe(60);
  });

  it('is changed by admins only', () => {
    expect(() => changeDialing(world, ada, { gapMinutes: 0 })).toThrow(code('admins_only'));
  });
});

describe('settleTimeZone', () => {
  it('keeps the computer’s zone once and never again', () => {
    settleTimeZone(world);
    expect(world.data.settings.read('dialing')).toEqual({ timeZone: hostTimeZone() });
    changeDialing(world, admin, { timeZone: 'Asia/Kolkata' });
    settleTimeZone(world);
    expect(dialingSettings(world).timeZone).toBe('Asia/Kolkata');
  });
});

describe('readConcurrency', () => {
  const busy = (actor: Actor) => aCallUp(world, anItem(world, aCampaign(world, actor)));

  it('counts calls that hold a slot, one’s own and the system’s', () => {
    busy(ada);
    busy(admin);
    anEndedCall(world, anItem(world, aCampaign(world, ada)), 'busy');
    expect(readConcurrency(world, ada)).toEqual({
      userLimit: 2,
      userActive: 1,
      userAvailable: 1,
      systemLimit: 10,
      systemActive: 2,
      systemAvailable: 8,
    });
  });

  it('tells admins of everyone who may sign in, by name', () => {
    aUser(world, { name: 'Gone', active: false });
    busy(ada);
    expect(readConcurrency(world, admin).users).toMatchObject([
      { userId: ada.userId, name: 'Ada', userLimit: 2, userActive: 1, userAvailable: 1 },
      { userId: admin.userId, name: 'Root', userLimit: 2, userActive: 0, userAvailable: 2 },
    ]);
  });

  it('has no free slot, and none below, where a limit was lowered under what is up', () => {
    busy(ada);
    busy(ada);
    const after = changeConcurrency(world, admin, { systemLimit: 1, users: [{ userId: ada.userId, limit: 1 }] });
    expect([after.systemActive, after.systemAvailable]).toEqual([2, 0]);
    expect(readConcurrency(world, ada)).toMatchObject({ userLimit: 1, userActive: 2, userAvailable: 0 });
  });
});

describe('changeConcurrency', () => {
  it('is for admins, takes 0, and leaves alone what is left out', () => {
    expect(() => changeConcurrency(world, ada, { systemLimit: 100 })).toThrow(code('admins_only'));
    expect(systemLimit(world)).toBe(10);
    changeConcurrency(world, admin, { systemLimit: 0 });
    expect(changeConcurrency(world, admin, { users: [{ userId: ada.userId, limit: 0 }] })).toMatchObject({ systemLimit: 0, userLimit: 2 });
    expect(readConcurrency(world, ada).userLimit).toBe(0);
  });

  it('changes nothing where one of the users is none', () => {
    const change = {
      systemLimit: 3,
      users: [
        { userId: ada.userId, limit: 7 },
        { userId: 'user_nobody', limit: 7 },
      ],
    };
    expect(() => changeConcurrency(world, admin, change)).toThrow(
      expect.objectContaining({ code: 'no_such_user', details: [expect.objectContaining({ path: 'users.1.userId' })] }),
    );
    expect([systemLimit(world), readConcurrency(world, ada).userLimit]).toEqual([10, 2]);
  });

  it('tells the dialer and the screens', () => {
    let told = {};
    world.data.database.onChange(({ due, slots }) => {
      told = { due, slots };
    });
    changeConcurrency(world, admin, { systemLimit: 11 });
    expect(told).toEqual({ due: true, slots: true });
  });
});

describe('the practice line', () => {
  it('has defaults that its own contract accepts', () => {
    expect(PracticeLine.parse(practiceSettings(world))).toEqual({ ...DEFAULT_PRACTICE, timeoutMs: 10_000 });
  });

  it('keeps what a change leaves out, among outcomes and faults too', () => {
    changeTelephony(world, admin, { practice: { speed: 60, faults: { webhookLost: 0.5 } } });
    const { practice } = changeTelephony(world, admin, { practice: { outcomes: { busy: 0 } } });
    expect(practice).toMatchObject({
      speed: 60,
      outcomes: { ...DEFAULT_PRACTICE.outcomes, busy: 0 },
      faults: { ...DEFAULT_PRACTICE.faults, webhookLost: 0.5 },
    });
  });

  it('keeps an outcome, and is read and changed by admins only', () => {
    const none = { completed: 0, 'no-answer': 0, busy: 0, voicemail: 0, failed: 0, rejected: 0 };
    expect(() => changeTelephony(world, admin, { practice: { outcomes: none } })).toThrow(code('no_outcome'));
    expect(() => changeTelephony(world, ada, { practice: { speed: 2 } })).toThrow(code('admins_only'));
    expect(() => readTelephony(world, ada)).toThrow(code('admins_only'));
  });
});

describe('notices', () => {
  const tell = (given: object = {}) =>
    world.data.database.write(() =>
      world.data.notices.addOnceTx({
        id: world.ids.next('notice'),
        userId: ada.userId,
        campaignId: null,
        level: 'warning',
        code: 'paused',
        sentence: 'It is paused.',
        at: world.clock.now(),
        ...given,
      }),
    );
  const sentences = (actor: Actor) => listNotices(world, actor).map((notice) => notice.sentence);

  it('are told once while they are open, and again a day after they were closed', () => {
    tell();
    tell();
    expect(sentences(ada)).toEqual(['It is paused.']);
    closeNotice(world, ada, listNotices(world, ada)[0]!.id);
    tell();
    expect(sentences(ada)).toEqual([]);
    world.clock.jump(86_400_001);
    tell();
    expect(sentences(ada)).toEqual(['It is paused.']);
  });

  it('give way to a newer sentence of the same subject', () => {
    tell();
    tell({ sentence: 'It is paused again.' });
    tell({ sentence: 'Another campaign.', campaignId: 'campaign_x' });
    expect(sentences(ada).toSorted()).toEqual(['Another campaign.', 'It is paused again.']);
  });

  it('are seen by whom they are for; everyone’s are closed by an admin', () => {
    const bob = aUser(world);
    tell();
    tell({ userId: null, sentence: 'The disk is full.' });
    expect([sentences(ada).length, sentences(bob), sentences(admin)]).toEqual([2, ['The disk is full.'], ['The disk is full.']]);
    const own = listNotices(world, ada).find((notice) => !notice.forEveryone)!;
    const all = listNotices(world, bob)[0]!;
    expect(() => closeNotice(world, bob, own.id)).toThrow(code('not_found'));
    expect(() => closeNotice(world, bob, all.id)).toThrow(code('admins_only'));
    closeNotice(world, admin, all.id);
    expect(sentences(bob)).toEqual([]);
  });
});
