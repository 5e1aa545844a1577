import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anAdmin, openWorld, type World } from '../../../../tests/helpers/builders.ts';
import type { Actor } from '../scope.ts';
import { doNotCallSearch } from './do-not-call-search.ts';
import type { NumbersAsked } from './messages.ts';

let world: World;
let admin: Actor;
beforeEach(() => {
  world = openWorld();
  admin = anAdmin(world);
});
afterEach(() => world.close());

const ALL: NumbersAsked = { search: '', offset: 0, limit: 1_000, most: 1_000 };
const phoneOf = (i: number) => `+49302${String(100_000 + i)}`;
const add = (phone: string, at = 0, reason = '') =>
  world.data.database.write(() => world.data.compliance.addNumberTx({ phone, reason, by: admin.userId, at }));
const remove = (phone: string) =>
  world.data.database.write(() => world.data.compliance.removeNumberTx({ phone, reason: 'Signed up', by: admin.userId, at: 0 }));
/** The list on the engine's thread, and in a thread of its own however short it is. */
const ways = () => [doNotCallSearch(world.data.database), doNotCallSearch(world.data.database, 0)];
const phones = (search: ReturnType<typeof doNotCallSearch>, text: string) =>
  search.find({ ...ALL, search: text }).then((found) => found.phones);

describe('a walk over the list', () => {
  it.each([
    ['of one file', () => 0],
    ['of many instants', (i: number) => (i * 7) % 60],
    ['of several files', (i: number) => i % 3],
  ])('meets every number %s once, the latest first, by number within an instant', async (_, instantOf) => {
    const list = Array.from({ length: 60 }, (__, i) => ({ phone: phoneOf((i * 37) % 60), at: instantOf(i) }));
    for (const { phone, at } of list) add(phone, at, 'asked us');
    const order = list.toSorted((a, b) => b.at - a.at || (a.phone < b.phone ? -1 : 1)).map(({ phone }) => phone);
    for (const search of ways()) {
      for (const text of ['', 'asked', '30 21']) {
        const walked: string[] = [];
        for (let offset = 0; offset < 70; offset += 7) {
          const found = await search.find({ search: text, offset, limit: 7, most: 1_000 });
          expect(found.total).toBe(60);
          walked.push(...found.phones);
        }
        expect(walked).toEqual(order);
      }
    }
  });

  it('counts no further than it is asked to, and goes on behind that', async () => {
    for (let i = 0; i < 30; i += 1) add(phoneOf(i));
    for (const search of ways()) {
      for (const text of ['', '+49']) {
        const part = { search: text, limit: 4, most: 11 };
        expect(await search.find({ ...part, offset: 8 })).toEqual({ phones: [8, 9, 10, 11].map(phoneOf), total: 11 });
        expect(await search.find({ ...part, offset: 28 })).toEqual({ phones: [28, 29].map(phoneOf), total: 11 });
        expect(await search.find({ ...part, offset: 40 })).toEqual({ phones: [], total: 11 });
      }
    }
  });
});

describe('a search', () => {
  it('finds a part of the number, as people write it, or of the reason, whose signs mean themselves', async () => {
    add('+49302345678', 3, 'Asked on the PHONE');
    add('+442079460900', 2, '100 % sure_');
    add('+12025550100', 1, 'C:\\lists');
    const found = [
      ['0302 34-5678', '+49302345678'],
      ['phone', '+49302345678'],
      ['0 %', '+442079460900'],
      ['e_', '+442079460900'],
      [':\\l', '+12025550100'],
      ['n_', undefined],
      ['7 % s', undefined],
    ];
    for (const search of ways()) {
      for (const [text, phone] of found) expect([text, await phones(search, text!)]).toEqual([text, phone ? [phone] : []]);
    }
  });

  it('sees every change that was made before the question', async () => {
    for (const search of ways()) {
      expect(await phones(search, '+49')).toEqual([]);
      add(phoneOf(1));
      expect(await phones(search, '+49')).toEqual([phoneOf(1)]);
      const underWay = phones(search, '+49');
      add(phoneOf(0));
      await underWay;
      expect(await phones(search, '+49')).toEqual([phoneOf(0), phoneOf(1)]);
      remove(phoneOf(0));
      remove(phoneOf(1));
      expect(await phones(search, '+49')).toEqual([]);
    }
  });

  it('of many numbers is asked of the thread, which keeps what it found until the list changes', async () => {
    const [few, many] = ways();
    add(phoneOf(1));
    for (const search of [few!, many!]) expect(await phones(search, '+49')).toEqual([phoneOf(1)]);
    // Behind the back of whoever tells of changes.
    world.data.database.sqlite.prepare("INSERT INTO do_not_call VALUES (?, '', ?, 0)").run(phoneOf(0), admin.userId);
    expect(await phones(few!, '+49')).toEqual([phoneOf(0), phoneOf(1)]);
    expect(await phones(many!, '+49')).toEqual([phoneOf(1)]);
    // Nothing of the list, so nothing is forgotten.
    world.data.database.write(() => world.data.compliance.setHolidayTx('2026-12-25', 'Christmas'));
    expect(await phones(many!, '+49')).toEqual([phoneOf(1)]);
    add(phoneOf(2));
    expect(await phones(many!, '+49')).toEqual([phoneOf(0), phoneOf(1), phoneOf(2)]);
  });

  it('is asked of another thread once the first was ended', async () => {
    const [, search] = ways();
    add(phoneOf(1));
    expect(await phones(search!, '+49')).toEqual([phoneOf(1)]);
    await search!.stop();
    add(phoneOf(0));
    expect(await phones(search!, '+49')).toEqual([phoneOf(0), phoneOf(1)]);
  });
});
