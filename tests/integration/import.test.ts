/** A file's way from the disk into contacts, campaigns and the do-not-call list, with the worker in a thread of its own. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { everyone } from '../../src/main/data/scope.ts';
import type { Actor } from '../../src/main/parts.ts';
import { addsUp } from '../../src/shared/domain/import-sums.ts';
import { aCallUp, aCampaign, aContact, anAgent, anItem, aUser, openWorld, type World } from '../helpers/builders.ts';
import { contactsOf, importerOf, importFile, lines, settings, upload } from '../helpers/imports.ts';

let world: World;
let ada: Actor;
beforeEach(() => {
  world = openWorld();
  ada = aUser(world);
});
afterEach(() => world.close());

const sqlite = () => world.data.database.sqlite;
const items = (campaignId: string) =>
  sqlite()
    .prepare(
      `SELECT c.phone, q.position, q.status, q.scheduled_for AS at, q.user_data AS own FROM call_queue q JOIN contacts c ON c.id = q.contact_id
       WHERE q.campaign_id = ? AND q.removed_at IS NULL ORDER BY q.position`,
    )
    .all(campaignId) as { phone: string; position: number; status: string; at: number; own: string }[];
const filesLeft = () => readdirSync(importerOf(world).folder);

describe('contacts from a file', () => {
  it('keeps everything that a row says, and tells what it left out', async () => {
    const done = await importFile(
      world,
      ada,
      lines(
        'Name;Telefon;E-Mail;Firma;Zeitzone;Tarif',
        'Ada King Lovelace;030 1234567;ada@example.com;Engines;Europe/Berlin;Gold',
        'Bo;0301234568;not an address;;Mars/Olympus;',
        ';030 1234569;;;;Silber',
      ),
      { choices: { defaultCountry: 'DE' } },
    );
    expect(done).toMatchObject({
      state: 'finished',
      rows: 3,
      imported: 3,
      known: 0,
      duplicates: 0,
      invalid: 0,
      warnings: 1,
      delimiter: ';',
      encoding: 'utf-8',
    });
    expect(contactsOf(world, ada)).toEqual([
      {
        phone: '+49301234567',
        name: 'Ada King Lovelace',
        email: 'ada@example.com',
        company: 'Engines',
        time_zone: 'Europe/Berlin',
        custom_fields: '{"Tarif":"Gold"}',
      },
      { phone: '+49301234568', name: 'Bo', email: null, company: null, time_zone: null, custom_fields: '{}' },
      { phone: '+49301234569', name: '', email: null, company: null, time_zone: null, custom_fields: '{"Tarif":"Silber"}' },
    ]);
    expect(filesLeft()).toEqual([`${done.id}-refused.db`]);
  });

  it('gives the line of the file for each refused row, past quoted line breaks', async () => {
    const done = await importFile(world, ada, lines('name,phone', '"Ada', 'Lovelace",+49301234567', 'Bo,12', '', 'Cy,+49301234567'));
    expect(done.refused).toEqual([
      { line: 4, column: 'phone', value: '12', reason: 'No country code', kind: 'invalid' },
      { line: 6, column: 'phone', value: '+49301234567', reason: 'This number stands in an earlier row', kind: 'duplicate' },
    ]);
    expect(contactsOf(world, ada).map(({ name }) => name)).toEqual(['Ada Lovelace']);
  });

  it('fills what is empty of a known contact and keeps the rest, unless update is chosen', async () => {
    aContact(world, ada, {
      phone: '+49301234567',
      name: 'Ada',
      firstName: 'Ada',
      lastName: '',
      email: null,
      company: 'Old',
      customFields: { plan: 'a' },
    });
    const file = lines('name,phone,email,company,plan,city', 'Ada Lovelace,+49301234567,ada@example.com,New,b,London');
    expect(await importFile(world, ada, file)).toMatchObject({ imported: 0, known: 1 });
    expect(contactsOf(world, ada)[0]).toMatchObject({ name: 'Ada', email: 'ada@example.com', company: 'Old' });
    expect(JSON.parse(contactsOf(world, ada)[0]!.custom_fields)).toEqual({ plan: 'a', city: 'London' });
    expect(await importFile(world, ada, file, { choices: { knownContacts: 'update' } })).toMatchObject({ imported: 0, known: 1 });
    expect(contactsOf(world, ada)[0]).toMatchObject({ name: 'Ada Lovelace', company: 'New' });
    expect(JSON.parse(contactsOf(world, ada)[0]!.custom_fields)).toEqual({ plan: 'b', city: 'London' });
  });

  it('gives a known contact that gets a name its place among the named in every queue', async () => {
    const contact = aContact(world, ada, { phone: '+49301234567', name: '', firstName: '', lastName: '' });
    const item = anItem(world, aCampaign(world, ada), { contact });
    await importFile(world, ada, lines('name,phone', 'Ada,+49301234567'));
    expect(world.data.items.get(everyone, item.id)).toMatchObject({ named: 1, score: 100 });
  });

  it('revives a deleted contact with what it remembers of its calls', async () => {
    const { id } = aContact(world, ada, { phone: '+49301234567', name: 'Old', successfulCalls: 3 });
    world.data.database.write(() => world.data.contacts.changeTx(id, world.clock.now(), { deletedAt: world.clock.now() }));
    expect(await importFile(world, ada, lines('name,phone', 'New,+49301234567'))).toMatchObject({ imported: 1, known: 0 });
    expect(world.data.contacts.get(everyone, id)).toMatchObject({ name: 'New', successfulCalls: 3, deletedAt: null });
  });

  it('leaves the contacts of another user alone', async () => {
    const bo = aUser(world);
    aContact(world, bo, { phone: '+49301234567', name: 'Bo’s' });
    expect(await importFile(world, ada, lines('name,phone', 'Ada’s,+49301234567'))).toMatchObject({ imported: 1, known: 0 });
    expect(contactsOf(world, bo).map(({ name }) => name)).toEqual(['Bo’s']);
  });

  it('takes more than one batch', async () => {
    const rows = Array.from({ length: 1_203 }, (_, i) => `P ${i},+4930${2_000_000 + ((i * 7) % 1_200)}`);
    const done = await importFile(world, ada, lines('name,phone', ...rows));
    expect(done).toMatchObject({ rows: 1_203, imported: 1_200, duplicates: 3 });
    expect(contactsOf(world, ada)).toHaveLength(1_200);
  });
});

describe('what is no list', () => {
  it.each([
    ['a workbook', Buffer.from('504b0304140006000800', 'hex'), 'not_text'],
    ['an empty file', '', 'empty_file'],
    ['a file without a phone column', 'name,city\nAda,London\n', 'no_phone_column'],
    ['a header alone', 'name,phone\n', 'nobody_to_import'],
    ['a quotation mark that is not closed', `name,phone\n"Ada,+49301234567\n${'Bo,+49301234568\n'.repeat(3)}`, 'open_quotation_mark'],
  ])('refuses %s, and nothing of it is left', async (_, content, code) => {
    const importer = importerOf(world);
    const file = upload(world, content);
    await expect(importer.importAll(ada, file, { target: 'contacts' })).rejects.toMatchObject({ code });
    await importer.idle();
    expect([existsSync(file.path), filesLeft(), contactsOf(world, ada)]).toEqual([false, [], []]);
  });

  it('refuses more bytes and more rows than the settings allow', async () => {
    world.data.database.write(() => world.data.settings.writeTx('dialing', { importMaxBytes: 1_024, importMaxRows: 2 }, 0));
    const importer = importerOf(world);
    await expect(importer.importAll(ada, upload(world, 'x'.repeat(1_025)), { target: 'contacts' })).rejects.toMatchObject({
      kind: 'too-large',
      code: 'file_too_large',
    });
    const three = lines('phone', '+49301234567', '+49301234568', '+49301234569');
    await expect(importer.importAll(ada, upload(world, three), { target: 'contacts' })).rejects.toThrow('more than 2 rows');
  });
});

describe('a campaign from a file', () => {
  it('is active with everyone in it when the answer comes, each with the values of their row', async () => {
    const agent = anAgent(world, ada);
    const file = lines('phone,name,plan', '+49301234567,,a', '+49301234568,Ada,b', '+49301234569,Bo,c');
    const done = await importFile(world, ada, file, { intent: { target: 'campaign', campaign: settings(agent.id) } });
    expect(done).toMatchObject({ state: 'finished', imported: 3, added: 3 });
    expect(world.data.campaigns.get(everyone, done.campaignId!)).toMatchObject({ status: 'active', carry: null });
    const hour = 3_600_000;
    const nine = Date.UTC(2026, 2, 2, 9);
    // Named before unnamed, then in the order of the file, evenly over nine hours.
    expect(items(done.campaignId!)).toEqual([
      { phone: '+49301234567', position: 1, status: 'queued', at: nine + 6 * hour, own: '{"plan":"a"}' },
      { phone: '+49301234568', position: 2, status: 'queued', at: nine, own: '{"plan":"b"}' },
      { phone: '+49301234569', position: 3, status: 'queued', at: nine + 3 * hour, own: '{"plan":"c"}' },
    ]);
  });

  it('spreads known contacts by what they have been', async () => {
    const agent = anAgent(world, ada);
    aContact(world, ada, { phone: '+49301234569', name: 'Known', email: 'k@example.com', company: 'K', successfulCalls: 9 });
    const file = lines('phone,name,email', '+49301234567,Ada,', '+49301234568,Bo,bo@example.com', '+49301234569,,');
    const done = await importFile(world, ada, file, { intent: { target: 'campaign', campaign: settings(agent.id, { pacing: 'spread' }) } });
    const byTime = items(done.campaignId!).toSorted((a, b) => a.at - b.at);
    expect(byTime.map(({ phone }) => phone)).toEqual(['+49301234569', '+49301234568', '+49301234567']);
  });

  it('stays a draft where a draft was asked for, and is scheduled where its day has not come', async () => {
    const agent = anAgent(world, ada);
    const state = async (given: object) => {
      const done = await importFile(world, ada, lines('phone', '+49301234567'), {
        intent: { target: 'campaign', campaign: settings(agent.id, given) },
      });
      return world.data.campaigns.get(everyone, done.campaignId!)?.status;
    };
    expect([await state({ draft: true }), await state({ startDate: '2026-03-09' })]).toEqual(['draft', 'scheduled']);
  });

  it('refuses a window that is never open before it reads a row, and makes no campaign', async () => {
    const agent = anAgent(world, ada);
    const bad = settings(agent.id, { firstCallTime: '18:00', lastCallTime: '09:00' });
    await expect(
      importFile(world, ada, lines('phone', '+49301234567'), { intent: { target: 'campaign', campaign: bad } }),
    ).rejects.toMatchObject({ code: 'first_not_before_last' });
    expect(world.data.campaigns.allOf(ada.userId)).toEqual([]);
  });

  it('makes no campaign of a file in which nobody can be called', async () => {
    const agent = anAgent(world, ada);
    await expect(
      importFile(world, ada, lines('phone', 'none'), { intent: { target: 'campaign', campaign: settings(agent.id) } }),
    ).rejects.toMatchObject({ code: 'nobody_to_import' });
    expect(world.data.campaigns.allOf(ada.userId)).toEqual([]);
  });

  it('refuses to be started by hand while people are still coming', async () => {
    const agent = anAgent(world, ada);
    const importer = importerOf(world);
    const rows = Array.from({ length: 700 }, (_, i) => `+4930${2_000_000 + i}`);
    const { startCampaign } = await import('../../src/main/campaigns/start.ts');
    let told: unknown;
    world.signal = (step) => {
      const [campaign] = world.data.campaigns.allOf(ada.userId);
      if (step !== 'import.mid-write' || told !== undefined) return;
      try {
        startCampaign(world, ada, campaign!.id);
      } catch (error) {
        told = error;
      }
    };
    await importer.importAll(ada, upload(world, lines('phone', ...rows)), { target: 'campaign', campaign: settings(agent.id) });
    expect(told).toMatchObject({ code: 'import_under_way' });
    expect(world.data.campaigns.allOf(ada.userId)[0]).toMatchObject({ status: 'active' });
  });

  it('answers a large file while it goes on', async () => {
    const agent = anAgent(world, ada);
    const importer = importerOf(world);
    const rows = Array.from({ length: 21_000 }, (_, i) => `Name ${i},+4930${20_000_000 + i}`);
    const answer = await importer.importAll(ada, upload(world, lines('name,phone', ...rows)), {
      target: 'campaign',
      campaign: settings(agent.id),
    });
    expect(answer.finished).toBe(false);
    await importer.idle();
    const done = importer.get(ada, answer.import.id);
    expect(done).toMatchObject({ state: 'finished', imported: 21_000, added: 21_000, progress: 1 });
    expect(world.data.campaigns.countsOf(everyone, done.campaignId!)).toMatchObject({ total: 21_000, queued: 21_000 });
  });
});

describe('people of a file for a campaign that is there', () => {
  it('puts in whoever is not in it, behind the last, due at once where it has begun', async () => {
    const campaign = aCampaign(world, ada);
    const known = aContact(world, ada, { phone: '+49301234567' });
    anItem(world, campaign, { contact: known, position: 7 });
    const done = await importFile(world, ada, lines('phone', '+49301234567', '+49301234568'), {
      intent: { target: 'people', campaignId: campaign.id },
    });
    expect(done).toMatchObject({ imported: 1, known: 1, added: 1 });
    expect(items(campaign.id).map(({ phone, position, at }) => ({ phone, position, due: at <= world.clock.now() }))).toEqual([
      { phone: '+49301234567', position: 7, due: true },
      { phone: '+49301234568', position: 9, due: true },
    ]);
  });

  it('wakes a completed campaign, and refuses a cancelled one', async () => {
    const completed = aCampaign(world, ada, { status: 'completed' });
    await importFile(world, ada, lines('phone', '+49301234567'), { intent: { target: 'people', campaignId: completed.id } });
    expect(world.data.campaigns.get(everyone, completed.id)?.status).toBe('active');
    const cancelled = aCampaign(world, ada, { status: 'cancelled' });
    await expect(
      importFile(world, ada, lines('phone', '+49301234567'), { intent: { target: 'people', campaignId: cancelled.id } }),
    ).rejects.toMatchObject({ code: 'campaign_cancelled' });
  });

  it('finds no campaign of another', async () => {
    const campaign = aCampaign(world, aUser(world));
    await expect(
      importFile(world, ada, lines('phone', '+49301234567'), { intent: { target: 'people', campaignId: campaign.id } }),
    ).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('a do-not-call list from a file', () => {
  it('adds numbers with their reasons, and counts those that are on it', async () => {
    const file = lines('Telefon;Grund', '+49301234567;hat widersprochen', '+49301234568;', '+49301234567;noch einmal');
    expect(await importFile(world, ada, file, { intent: { target: 'do-not-call' } })).toMatchObject({
      rows: 3,
      imported: 2,
      known: 0,
      duplicates: 1,
    });
    expect(await importFile(world, ada, file, { intent: { target: 'do-not-call' } })).toMatchObject({
      rows: 3,
      imported: 0,
      known: 2,
      duplicates: 1,
    });
    expect(sqlite().prepare('SELECT phone, reason, added_by FROM do_not_call ORDER BY phone').all()).toEqual([
      { phone: '+49301234567', reason: 'hat widersprochen', added_by: ada.userId },
      { phone: '+49301234568', reason: '', added_by: ada.userId },
    ]);
    expect(contactsOf(world, ada)).toEqual([]);
  });
});

describe('looking before it is written', () => {
  it('shows what was recognised, reads again in another way, and writes what was checked last', async () => {
    const importer = importerOf(world);
    const taken = importer.takeIn(ada, upload(world, lines('Name,Phone,Handy', 'Ada,030 1234567,0151 23456789')), { target: 'contacts' });
    await importer.idle();
    const checked = importer.get(ada, taken.id);
    expect(checked).toMatchObject({
      state: 'checked',
      rows: 1,
      imported: 0,
      invalid: 1,
      encoding: 'utf-8',
      delimiter: ',',
      hasHeader: true,
    });
    expect(checked.columns.map(({ field }) => field)).toEqual(['name', 'phoneNumber', 'customField']);
    expect(contactsOf(world, ada)).toEqual([]);

    expect(await importer.change(ada, taken.id, { defaultCountry: 'DE' })).toMatchObject({ imported: 1, invalid: 0 });
    const mapped = await importer.change(ada, taken.id, { mapping: { Handy: 'phoneNumber' } });
    expect(mapped.columns.map(({ field }) => field)).toEqual(['name', 'customField', 'phoneNumber']);
    importer.begin(ada, taken.id);
    await importer.idle();
    expect(contactsOf(world, ada)).toMatchObject([{ phone: '+4915123456789', custom_fields: '{"Phone":"030 1234567"}' }]);
  });

  it('remembers the mapping for the next file with the same header', async () => {
    const file = lines('Name,Phone,Handy', 'Ada,030 1234567,0151 23456789');
    await importFile(world, ada, file, { choices: { defaultCountry: 'DE', mapping: { Handy: 'phoneNumber' } } });
    const again = await importFile(world, ada, file.replace('Name,Phone', 'name , PHONE'), { choices: { defaultCountry: 'DE' } });
    expect(again).toMatchObject({ known: 1, imported: 0 });
  });

  it('stays as it was chosen last where the next choice cannot be read', async () => {
    const importer = importerOf(world);
    const taken = importer.takeIn(ada, upload(world, lines('phone', '+49301234567')), { target: 'contacts' });
    await importer.idle();
    await expect(importer.change(ada, taken.id, { mapping: { Fax: 'phoneNumber' } })).rejects.toMatchObject({ code: 'no_such_column' });
    expect(importer.get(ada, taken.id)).toMatchObject({ state: 'checked', rows: 1, imported: 1 });
  });

  it('leaves nothing when it is given up', async () => {
    const importer = importerOf(world);
    const taken = importer.takeIn(ada, upload(world, lines('phone', '+49301234567')), { target: 'contacts' });
    expect((await importer.cancel(ada, taken.id)).state).toBe('cancelled');
    await importer.idle();
    expect([filesLeft(), contactsOf(world, ada)]).toEqual([[], []]);
    expect(() => importer.begin(ada, taken.id)).toThrow('cancelled');
  });

  it('is not found by another', async () => {
    const importer = importerOf(world);
    const taken = importer.takeIn(ada, upload(world, lines('phone', '+49301234567')), { target: 'contacts' });
    expect(() => importer.get(aUser(world), taken.id)).toThrow('no such import');
    await importer.cancel(ada, taken.id);
  });
});

describe('a start after an end at any moment', () => {
  const rows = Array.from({ length: 1_600 }, (_, i) => `P ${i},+4930${2_000_000 + ((i * 7_919) % 1_600)}`);

  it('goes on behind the last row that is in', async () => {
    const agent = anAgent(world, ada);
    for (const stopAt of [1, 3, 5]) {
      const importer = importerOf(world);
      let batches = 0;
      world.signal = (step) => {
        if (step === 'import.mid-write' && (batches += 1) === stopAt) void importer.stop();
      };
      const { import: begun } = await importer.importAll(ada, upload(world, lines('name,phone', ...rows)), {
        target: 'campaign',
        campaign: settings(agent.id, { name: `C${stopAt}` }),
      });
      await importer.stop();
      expect(importer.get(ada, begun.id)).toMatchObject({ state: 'writing' });
      const next = importerOf(world);
      next.resume();
      await next.idle();
      const done = next.get(ada, begun.id);
      expect(done).toMatchObject({ state: 'finished', rows: 1_600, added: 1_600 });
      expect([addsUp(done), done.imported + done.known]).toEqual([true, 1_600]);
      expect(items(done.campaignId!).map(({ position }) => position)).toEqual(rows.map((_, i) => i + 1));
      expect(world.data.campaigns.get(everyone, done.campaignId!)?.status).toBe('active');
    }
    expect(contactsOf(world, ada)).toHaveLength(1_600);
  });

  it('gives up what was only read', async () => {
    const importer = importerOf(world);
    const taken = importer.takeIn(ada, upload(world, lines('phone', '+49301234567')), { target: 'contacts' });
    await importer.idle();
    const next = importerOf(world);
    next.resume();
    await next.idle();
    expect(next.get(ada, taken.id)).toMatchObject({ state: 'cancelled', error: expect.stringContaining('closed before') });
    expect(filesLeft()).toEqual([]);
    // An end before all of it was gone: the next start takes the rest.
    writeFileSync(join(next.folder, `${taken.id}-refused.db`), 'left');
    importerOf(world).resume();
    expect(filesLeft()).toEqual([]);
  });
});

describe('undoing an import', () => {
  it('takes the campaign, its people and the contacts that it brought back', async () => {
    const agent = anAgent(world, ada);
    aContact(world, ada, { phone: '+49301234567', name: 'Known' });
    const importer = importerOf(world);
    const file = lines('phone', '+49301234567', '+49301234568', '+49301234569');
    const { import: done } = await importer.importAll(ada, upload(world, file), { target: 'campaign', campaign: settings(agent.id) });
    // One of the new contacts waits in another campaign too.
    const used = sqlite().prepare("SELECT id FROM contacts WHERE phone = '+49301234569'").pluck().get() as number;
    anItem(world, aCampaign(world, ada), { contact: world.data.contacts.get(everyone, used)! });
    importer.undo(ada, done.id);
    await importer.idle();
    expect(importer.get(ada, done.id).state).toBe('undone');
    expect(contactsOf(world, ada).map(({ phone }) => phone)).toEqual(['+49301234567', '+49301234569']);
    expect(world.data.campaigns.get(everyone, done.campaignId!)).toBeUndefined();
    expect(items(done.campaignId!)).toEqual([]);
  });

  it('is refused once somebody was called', async () => {
    const agent = anAgent(world, ada);
    const importer = importerOf(world);
    const { import: done } = await importer.importAll(ada, upload(world, lines('phone', '+49301234567')), {
      target: 'campaign',
      campaign: settings(agent.id),
    });
    const itemId = sqlite().prepare('SELECT id FROM call_queue').pluck().get() as number;
    aCallUp(world, world.data.items.get(everyone, itemId)!);
    expect(() => importer.undo(ada, done.id)).toThrow('called already');
  });
});

describe('the refused rows as CSV', () => {
  it('holds every one with its reason and its row as it came, formulas escaped and numbers whole', async () => {
    const importer = importerOf(world);
    const done = await importFile(world, ada, lines('name,phone', 'Ada,+49301234567', '=cmd(),12', 'Bo,+49301234567'));
    const csv = [...importer.refusedCsv(ada, done.id)].join('');
    const rows = [
      'line,column,value,reason,name,phone',
      `3,phone,12,No country code,"'=cmd()",12`,
      `4,phone,+49301234567,This number stands in an earlier row,Bo,+49301234567`,
    ];
    expect(csv).toBe(`\uFEFF${rows.map((row) => `${row}\r\n`).join('')}`);
  });
});

describe('a file in Shift-JIS', () => {
  it('is read as it was written', async () => {
    await importFile(world, ada, readFileSync('tests/fixtures/csv/shift-jis.csv'), { choices: { defaultCountry: 'JP' } });
    expect(contactsOf(world, ada).map(({ name }) => name)).toEqual(['山田太郎', '鈴木花子', 'カタカナ ひらがな']);
  });
});
