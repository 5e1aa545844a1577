import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  aCallUp,
  aCampaign,
  aContact,
  aUser,
  anAdmin,
  anEndedCall,
  anItem,
  openWorld,
  type World,
} from '../../../tests/helpers/builders.ts';
import { ContactsQuery, MatchingQuery, type NewContact } from '../../shared/contract/contacts.ts';
import { handOverCampaigns } from '../campaigns/hand-over.ts';
import { addDoNotCall, listDoNotCall } from '../compliance/do-not-call.ts';
import { type Actor, everyone } from '../data/scope.ts';
import { changeDialing } from '../settings/dialing.ts';
import { createContact } from './create-contact.ts';
import { deleteContact, deleteContacts } from './delete-contact.ts';
import { exportContacts } from './export-contacts.ts';
import { markContacts, touchedBy } from './many-contacts.ts';
import { campaignsOfContact, getContact, listContacts, matchingContacts } from './read-contacts.ts';
import { updateContact } from './update-contact.ts';

const NUMBER = '+49 30 2345678';

let world: World;
let ada: Actor;
let bob: Actor;
let admin: Actor;

beforeEach(() => {
  world = openWorld();
  ada = aUser(world);
  bob = aUser(world);
  admin = anAdmin(world);
});
afterEach(() => world.close());

const create = (fields: Partial<NewContact> = {}, actor = ada) => createContact(world, actor, { phoneNumber: NUMBER, ...fields });
const list = (query: Partial<ContactsQuery>, actor = ada) => listContacts(world, actor, ContactsQuery.parse(query));
const matching = (query: Partial<MatchingQuery>, actor = ada) => matchingContacts(world, actor, MatchingQuery.parse(query));
const item = (id: number) => world.data.items.get(everyone, id)!;

describe('createContact', () => {
  it('stores the number in E.164, splits the name and cleans the address', () => {
    const contact = create({
      name: '  Ada King  Lovelace ',
      email: 'Ada <ada@Example.com>',
      company: ' ABC  Corp ',
      customFields: { plan: 'gold' },
    });
    expect(contact).toEqual({
      id: expect.any(Number),
      phoneNumber: '+49302345678',
      name: 'Ada King Lovelace',
      firstName: 'Ada King',
      lastName: 'Lovelace',
      email: 'ada@example.com',
      company: 'ABC Corp',
      timeZone: null,
      customFields: { plan: 'gold' },
      doNotCall: false,
      notConnected: 0,
      successfulCalls: 0,
      lastConversationAt: null,
      lastSummary: null,
      lastCall: null,
      createdAt: new Date(world.clock.now()),
      updatedAt: new Date(world.clock.now()),
    });
  });

  it('reads a national number by the default country of the installation, and refuses it without one', () => {
    expect(() => create({ phoneNumber: '030 2345678' })).toThrow(/No country code/);
    changeDialing(world, admin, { defaultCountry: 'DE' });
    expect(create({ phoneNumber: '030 2345678' }).phoneNumber).toBe('+49302345678');
  });

  it('refuses a second contact of one number and names the first, but lets another person have it', () => {
    const first = create({ name: 'Grace Hopper' });
    expect(() => create()).toThrow(expect.objectContaining({ kind: 'conflict', code: 'contact_exists', data: { contactId: first.id } }));
    expect(create({}, bob).id).not.toBe(first.id);
  });

  it('refuses an address that is none', () => {
    expect(() => create({ email: 'nobody' })).toThrow(
      expect.objectContaining({ code: 'bad_email', details: [{ path: 'email', message: 'No @ in it' }] }),
    );
  });

  it('brings a deleted contact back with what it remembers, its calls left skipped', () => {
    const { id } = create({ name: 'Grace Hopper', company: 'Navy' });
    world.data.database.write(() =>
      world.data.contacts.rememberTx(id, world.clock.now(), { successfulCalls: 2, lastSummary: 'Wants a demo' }),
    );
    const waiting = anItem(world, aCampaign(world, ada), { contact: world.data.contacts.get(everyone, id)! });
    deleteContact(world, ada, id);
    const back = create({ name: 'Grace B. Hopper' });
    expect(back).toMatchObject({ id, name: 'Grace B. Hopper', company: null, successfulCalls: 2, lastSummary: 'Wants a demo' });
    expect(item(waiting.id).status).toBe('skipped');
  });
});

describe('updateContact', () => {
  it('leaves alone what is not given, and clears what is given as null', () => {
    const { id } = create({ name: 'Ada Lovelace', email: 'ada@example.com', company: 'ABC' });
    expect(updateContact(world, ada, id, { company: null })).toMatchObject({
      name: 'Ada Lovelace',
      email: 'ada@example.com',
      company: null,
    });
  });

  it('keeps the name and its parts together', () => {
    const { id } = create({ name: 'Ada Lovelace' });
    expect(updateContact(world, ada, id, { lastName: 'King' })).toMatchObject({ name: 'Ada King', firstName: 'Ada', lastName: 'King' });
    expect(updateContact(world, ada, id, { name: 'Grace Hopper' })).toMatchObject({ firstName: 'Grace', lastName: 'Hopper' });
    expect(updateContact(world, ada, id, { name: '' })).toMatchObject({ name: '', firstName: '', lastName: '' });
  });

  it('moves its items to their new place in the line, one that is being called too, for it may wait again', () => {
    const contact = aContact(world, ada, { name: '', firstName: '', lastName: '' });
    const waiting = anItem(world, aCampaign(world, ada), { contact });
    const calling = anItem(world, aCampaign(world, ada), { contact });
    aCallUp(world, calling);
    updateContact(world, ada, contact.id, { name: 'Ada', email: 'ada@example.com', company: 'ABC' });
    expect([item(waiting.id).named, item(waiting.id).score]).toEqual([1, 120]);
    expect([item(calling.id).named, item(calling.id).score]).toEqual([1, 120]);
  });

  it('lets a held item be asked again when the number or the zone changes, and not before its time', () => {
    const contact = aContact(world, ada);
    const now = world.clock.now();
    const held = anItem(world, aCampaign(world, ada), { contact, readyAt: now + 3_600_000 });
    const later = anItem(world, aCampaign(world, ada), { contact, scheduledFor: now + 3_600_000, readyAt: now + 3_600_000 });
    updateContact(world, ada, contact.id, { company: 'ABC' });
    expect(item(held.id).readyAt).toBe(now + 3_600_000);
    updateContact(world, ada, contact.id, { timeZone: 'America/New_York' });
    expect([item(held.id).readyAt, item(later.id).readyAt]).toEqual([now, now + 3_600_000]);
  });

  it('refuses the number of another contact of one’s own', () => {
    const first = create();
    const second = create({ phoneNumber: '+49 30 2345679' });
    expect(() => updateContact(world, ada, second.id, { phoneNumber: NUMBER })).toThrow(
      expect.objectContaining({ data: { contactId: first.id } }),
    );
    expect(updateContact(world, ada, first.id, { phoneNumber: '+4930 2345 678', name: 'Same' }).name).toBe('Same');
  });
});

describe('deleteContact', () => {
  it('skips what waits, leaves a call that is up, and says how many were skipped', () => {
    const contact = aContact(world, ada);
    const campaign = aCampaign(world, ada);
    const waiting = anItem(world, campaign, { contact });
    const calling = anItem(world, aCampaign(world, ada), { contact });
    aCallUp(world, calling);
    anItem(world, campaign);
    expect(deleteContact(world, ada, contact.id)).toEqual({ skippedCalls: 1 });
    expect(item(waiting.id)).toMatchObject({ status: 'skipped', failureReason: 'contact-deleted' });
    expect(item(calling.id).status).toBe('processing');
    expect(world.data.items.historyOf(waiting.id)).toMatchObject([
      { action: 'skipped', details: 'The contact was deleted', by: ada.userId },
    ]);
    expect(() => getContact(world, ada, contact.id)).toThrow(expect.objectContaining({ kind: 'not-found' }));
    expect(world.data.campaigns.get(everyone, campaign.id)?.status).toBe('active');
  });

  it('completes a campaign whose last waiting person is gone', () => {
    const campaign = aCampaign(world, ada);
    const { contactId } = anItem(world, campaign);
    deleteContact(world, ada, contactId);
    expect(world.data.campaigns.get(everyone, campaign.id)?.status).toBe('completed');
  });
});

describe('contacts of another', () => {
  it('are not there, for an admin neither', async () => {
    const { id } = create();
    for (const other of [bob, admin]) {
      for (const act of [getContact, deleteContact])
        expect(() => act(world, other, id)).toThrow(expect.objectContaining({ kind: 'not-found' }));
      expect(() => updateContact(world, other, id, { name: 'Mine' })).toThrow(expect.objectContaining({ kind: 'not-found' }));
      expect(await list({}, other)).toEqual({ contacts: [], total: 0 });
    }
    expect(getContact(world, ada, id).name).toBe('');
  });
});

describe('listContacts', () => {
  it('finds by any part of name, address and company, and by the digits of the number', async () => {
    create({ name: 'Ada Lovelace', email: 'ada@engine.example', company: '100% Looms' });
    create({ phoneNumber: '+44 20 7946 0958', name: 'Grace Hopper' });
    const found = async (search: string) => (await list({ search })).contacts.map((contact) => contact.name);
    expect(await Promise.all(['LOVE', 'engine', '100%', '030 234', '(0)20 7946'].map(found))).toEqual([
      ['Ada Lovelace'],
      ['Ada Lovelace'],
      ['Ada Lovelace'],
      ['Ada Lovelace'],
      ['Grace Hopper'],
    ]);
    expect(await found('_')).toEqual([]);
  });

  it('sorts, pages and counts', async () => {
    for (const name of ['Carol', 'Ada', 'Bob']) aContact(world, ada, { name });
    const page = async (query: Partial<ContactsQuery>) => (await list({ limit: 2, ...query })).contacts.map((contact) => contact.name);
    expect(await page({})).toEqual(['Bob', 'Ada']);
    expect(await page({ sortBy: 'name', sortDir: 'asc' })).toEqual(['Ada', 'Bob']);
    expect(await page({ sortBy: 'name', sortDir: 'asc', page: 2 })).toEqual(['Carol']);
    expect((await list({ limit: 2 })).total).toBe(3);
  });

  it('tells those on the do-not-call list from the others', async () => {
    create({ name: 'Free' });
    create({ name: 'Shut', phoneNumber: '+49 30 2345679', doNotCall: true });
    const found = async (doNotCall: boolean) => (await list({ doNotCall })).contacts.map((contact) => contact.name);
    expect([await found(true), await found(false)]).toEqual([['Shut'], ['Free']]);
    addDoNotCall(world, ada, { phoneNumber: NUMBER });
    expect([await found(true), await found(false)]).toEqual([['Shut', 'Free'], []]);
  });
});

describe('what is searched', () => {
  it('is never behind what was written before', async () => {
    const ids = async (search: string) => (await matching({ search })).ids;
    const first = create({ name: 'Ada Lovelace' });
    expect(await ids('lovelace')).toEqual([first.id]);
    const second = create({ name: 'Ada Byron', phoneNumber: '+49 30 2345679' });
    updateContact(world, ada, first.id, { name: 'Ada King' });
    expect([await ids('ada'), await ids('lovelace')]).toEqual([[second.id, first.id], []]);
    deleteContact(world, ada, second.id);
    expect(await ids('ada')).toEqual([first.id]);
    create({ name: 'Ada Byron', phoneNumber: '+49 30 2345679' });
    expect(await ids('byron')).toEqual([second.id]);
  });

  it('is read anew where the thread that knew it is gone', async () => {
    create({ name: 'Ada Lovelace' });
    expect((await matching({ search: 'ada' })).total).toBe(1);
    const failure = matching({ search: 'ada' }).catch((error: Error) => error.message);
    await world.data.contactIndex.stop();
    expect(await failure).toContain('Ringmaster is ending');
    create({ name: 'Ada Byron', phoneNumber: '+49 30 2345679' });
    expect((await matching({ search: 'ada' })).total).toBe(2);
  });

  it('moves with the contacts that are handed over', async () => {
    const contact = aContact(world, ada, { name: 'Grace Hopper' });
    const campaign = aCampaign(world, ada);
    anItem(world, campaign, { contact });
    const seen = async () => [(await matching({ search: 'hopper' })).total, (await matching({ search: 'hopper' }, bob)).total];
    expect(await seen()).toEqual([1, 0]);
    const given = handOverCampaigns(world, admin, ada.userId, bob.userId);
    await world.clock.advance(1_000);
    await given;
    expect(await seen()).toEqual([0, 1]);
  });
});

describe('many contacts', () => {
  const people = () => Array.from({ length: 60 }, () => aContact(world, ada));
  const during = async <T>(work: Promise<T>): Promise<T> => {
    await world.clock.advance(1_000);
    return work;
  };

  it('are told what would happen to them before it does', async () => {
    const [first, second] = people();
    anItem(world, aCampaign(world, ada), { contact: first! });
    anItem(world, aCampaign(world, ada), { contact: first! });
    aCallUp(world, anItem(world, aCampaign(world, ada), { contact: second! }));
    addDoNotCall(world, bob, { phoneNumber: second!.phone });
    const others = aContact(world, bob);
    const ids = [first!.id, second!.id, others.id, second!.id];
    expect(await during(touchedBy(world, ada, ids))).toEqual({ contacts: 2, queuedCalls: 2, callsUp: 1, doNotCall: 1 });
  });

  it('are deleted in steps, and their waiting calls are skipped', async () => {
    const all = people();
    const campaign = aCampaign(world, ada);
    for (const [place, contact] of all.slice(0, 40).entries()) anItem(world, campaign, { contact, position: place + 1 });
    const others = aContact(world, bob);
    expect(await during(deleteContacts(world, ada, [...all.map(({ id }) => id), others.id]))).toEqual({ deleted: 60, skippedCalls: 40 });
    expect((await list({})).total).toBe(0);
    expect((await list({}, bob)).total).toBe(1);
    expect(world.data.campaigns.get(everyone, campaign.id)?.status).toBe('completed');
  });

  it('are put on the do-not-call list with the reason, those that are on it are left as they are', async () => {
    const all = people();
    addDoNotCall(world, bob, { phoneNumber: all[0]!.phone, reason: 'Asked me' });
    const ids = all.map(({ id }) => id);
    expect(await during(markContacts(world, ada, ids, 'The list was bought'))).toEqual({ marked: 59, known: 1 });
    expect((await list({ doNotCall: false })).total).toBe(0);
    const reasons = (await listDoNotCall(world, { page: 1, limit: 100 })).numbers.map(({ reason }) => reason);
    expect(new Set(reasons)).toEqual(new Set(['Asked me', 'The list was bought']));
  });
});

describe('the last call of a contact', () => {
  it('is the latest that was placed, with whether a person spoke', async () => {
    const contact = aContact(world, ada);
    const campaign = aCampaign(world, ada);
    expect(getContact(world, ada, contact.id).lastCall).toBeNull();
    anEndedCall(world, anItem(world, campaign, { contact }), 'busy');
    await world.clock.advance(60_000);
    const answered = anEndedCall(world, anItem(world, aCampaign(world, ada), { contact }), 'completed', { durationSeconds: 40 });
    const { lastCall } = getContact(world, ada, contact.id);
    expect(lastCall).toEqual({ id: answered.id, at: new Date(answered.claimedAt), status: 'completed', successful: true, practice: true });
  });
});

describe('campaignsOfContact', () => {
  it('tells the campaigns of one’s own contact, the latest first', () => {
    const contact = aContact(world, ada);
    const first = aCampaign(world, ada);
    const second = aCampaign(world, ada);
    for (const campaign of [first, second]) anItem(world, campaign, { contact });
    expect(campaignsOfContact(world, ada, contact.id).map(({ campaignId, status }) => [campaignId, status])).toEqual([
      [second.id, 'queued'],
      [first.id, 'queued'],
    ]);
    expect(() => campaignsOfContact(world, bob, contact.id)).toThrow(expect.objectContaining({ kind: 'not-found' }));
  });
});

describe('complaint 15: importing again calls people who had opted out', () => {
  it('keeps a number on the list over deletion and return of its contact', () => {
    const { id } = create({ doNotCall: true, doNotCallReason: 'Asked us to stop' });
    deleteContact(world, ada, id);
    expect(create().doNotCall).toBe(true);
    expect(create({}, bob).doNotCall).toBe(true);
  });

  it('lets only an admin, with a reason, take the mark away', () => {
    const { id } = create({ doNotCall: true });
    expect(() => updateContact(world, ada, id, { doNotCall: false })).toThrow(expect.objectContaining({ code: 'do_not_call_stays' }));
    const own = create({}, admin);
    expect(() => updateContact(world, admin, own.id, { doNotCall: false })).toThrow(expect.objectContaining({ code: 'reason_missing' }));
    expect(updateContact(world, admin, own.id, { doNotCall: false, doNotCallReason: 'Signed up again' }).doNotCall).toBe(false);
    expect(getContact(world, ada, id).doNotCall).toBe(false);
    expect(world.data.compliance.listRemovals({ page: 1, limit: 10 })).toMatchObject([
      { phone: '+49302345678', reason: 'Signed up again' },
    ]);
  });

  it('follows the number, not the contact', () => {
    addDoNotCall(world, bob, { phoneNumber: NUMBER });
    const { id, doNotCall } = create();
    expect(doNotCall).toBe(true);
    expect(updateContact(world, ada, id, { phoneNumber: '+49 30 2345679' }).doNotCall).toBe(false);
  });
});

describe('exportContacts', () => {
  const read = async (actor: Actor) => {
    const chunks: string[] = [];
    const done = (async () => {
      for await (const chunk of exportContacts(world, actor)) chunks.push(chunk);
    })();
    await world.clock.advance(100);
    await done;
    return chunks.join('');
  };

  it('complaint 24: =cmd in an export is escaped, a number keeps its plus', async () => {
    create({ name: '=cmd|calc', company: '@sum', customFields: { plan: '+1+2', name: 'own', délai: '-3' } });
    aContact(world, bob);
    expect(await read(ada)).toBe(
      '\uFEFFphone_number,name,first_name,last_name,email,company,time_zone,do_not_call,délai,name (custom),plan\r\n' +
        `+49302345678,"'=cmd|calc","'=cmd|calc",,,"'@sum",,no,-3,own,"'+1+2"\r\n`,
    );
  });

  it('holds every contact once over many pages', async () => {
    for (let i = 0; i < 1_201; i += 1) aContact(world, ada);
    const lines = (await read(ada)).trim().split('\r\n').slice(1);
    expect(new Set(lines.map((line) => line.split(',')[0])).size).toBe(1_201);
    expect(lines.length).toBe(1_201);
  });
});
