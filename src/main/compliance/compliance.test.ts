import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aCampaign, aUser, anAdmin, openWorld, type World } from '../../../tests/helpers/builders.ts';
import { DoNotCallQuery } from '../../shared/contract/compliance.ts';
import { type Actor, everyone } from '../data/scope.ts';
import { changeDialing } from '../settings/dialing.ts';
import { addDoNotCall, listDoNotCall, listDoNotCallRemovals, removeDoNotCall } from './do-not-call.ts';
import { addHoliday, listHolidays, removeHoliday } from './holidays.ts';

let world: World;
let ada: Actor;
let admin: Actor;

beforeEach(() => {
  world = openWorld();
  ada = aUser(world, { name: 'Ada' });
  admin = anAdmin(world, { name: 'Root' });
});
afterEach(() => world.close());

const list = (search?: string) => listDoNotCall(world, DoNotCallQuery.parse({ search }));
const code = (word: string) => expect.objectContaining({ code: word });

describe('addDoNotCall', () => {
  it('adds what is a number, counts what is known, tells the rest', async () => {
    changeDialing(world, admin, { defaultCountry: 'DE' });
    addDoNotCall(world, ada, { phoneNumber: '030 2345678', reason: 'Asked us to stop' });
    const answer = addDoNotCall(world, admin, { phoneNumbers: ['+49302345678', '+49 30 2345679', '+49-30-2345679', 'nobody'] });
    expect(answer).toEqual({ added: 1, known: 2, refused: [{ value: 'nobody', reason: 'Not a number' }] });
    expect((await list()).total).toBe(2);
  });

  it('keeps who put a number there first, and why', async () => {
    addDoNotCall(world, ada, { phoneNumber: '+49302345678', reason: 'Asked us to stop' });
    world.clock.jump(1_000);
    addDoNotCall(world, admin, { phoneNumber: '+49302345678', reason: 'Again' });
    expect((await list('stop')).numbers).toEqual([
      {
        phoneNumber: '+49302345678',
        reason: 'Asked us to stop',
        addedBy: ada.userId,
        addedByName: 'Ada',
        addedAt: new Date(world.clock.now() - 1_000),
      },
    ]);
    expect((await list('030 234')).total).toBe(1);
    expect((await list('%')).total).toBe(0);
  });

  it('refuses the one number that is none', () => {
    expect(() => addDoNotCall(world, ada, { phoneNumber: '123' })).toThrow(code('bad_phone_number'));
  });
});

describe('removeDoNotCall', () => {
  it('is for admins, and is recorded with its reason', () => {
    addDoNotCall(world, ada, { phoneNumber: '+49302345678' });
    const removal = { phoneNumber: '+49 30 2345678', reason: 'Signed up again' };
    expect(() => removeDoNotCall(world, ada, removal)).toThrow(code('admins_only'));
    expect(world.data.compliance.isListed('+49302345678')).toBe(true);
    removeDoNotCall(world, admin, removal);
    expect(world.data.compliance.isListed('+49302345678')).toBe(false);
    expect(listDoNotCallRemovals(world, admin, { page: 1, limit: 20 })).toEqual({
      total: 1,
      removals: [
        {
          phoneNumber: '+49302345678',
          reason: 'Signed up again',
          removedBy: admin.userId,
          removedByName: 'Root',
          removedAt: new Date(world.clock.now()),
        },
      ],
    });
    expect(() => removeDoNotCall(world, admin, removal)).toThrow(code('not_found'));
  });
});

describe('holidays', () => {
  const opening = (id: string) => {
    const campaign = world.data.campaigns.get(everyone, id)!;
    return [campaign.openFrom, campaign.openUntil];
  };
  const day = (on: number) => [Date.UTC(2026, 2, on, 9), Date.UTC(2026, 2, on, 18)];

  it('move the openings of every campaign that may still call, and back again', () => {
    const running = ['active', 'paused', 'scheduled', 'draft'].map((status) => aCampaign(world, ada, { status: status as 'active' }).id);
    const over = aCampaign(world, ada, { status: 'completed' });
    expect(running.map(opening)).toEqual(running.map(() => day(2)));
    addHoliday(world, admin, { date: '2026-03-02', name: 'Casimir Day' });
    expect(running.map(opening)).toEqual(running.map(() => day(3)));
    expect(opening(over.id)).toEqual(day(2));
    removeHoliday(world, admin, '2026-03-02');
    expect(running.map(opening)).toEqual(running.map(() => day(2)));
  });

  it('leave no opening where none is left before the end date', () => {
    const { id } = aCampaign(world, ada, { endOn: '2026-03-02' });
    addHoliday(world, admin, { date: '2026-03-02', name: 'Casimir Day' });
    expect(opening(id)).toEqual([null, null]);
  });

  it('are listed in order, edited by admins only, and named anew by a second addition', () => {
    addHoliday(world, admin, { date: '2026-12-25', name: 'Christmas' });
    addHoliday(world, admin, { date: '2026-05-01', name: 'May Day' });
    addHoliday(world, admin, { date: '2026-05-01', name: 'Labour Day' });
    expect(listHolidays(world)).toEqual([
      { date: '2026-05-01', name: 'Labour Day' },
      { date: '2026-12-25', name: 'Christmas' },
    ]);
    expect(listHolidays(world, { from: '2026-06-01', to: '2026-12-31' })).toHaveLength(1);
    expect(() => addHoliday(world, ada, { date: '2026-06-01', name: 'Mine' })).toThrow(code('admins_only'));
    expect(() => removeHoliday(world, ada, '2026-05-01')).toThrow(code('admins_only'));
    expect(() => removeHoliday(world, admin, '2026-06-01')).toThrow(code('not_found'));
  });
});
