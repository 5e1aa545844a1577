/** What a person is shown of a checked file before anything is written: its rows, who may not be called, and what was remembered. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forecast } from '../../src/main/campaigns/forecast.ts';
import type { FileImporter } from '../../src/main/import/importer.ts';
import type { Actor } from '../../src/main/parts.ts';
import type { ImportChoices, ImportRowKind } from '../../src/shared/contract/imports.ts';
import { aContact, anAgent, aUser, openWorld, type World } from '../helpers/builders.ts';
import { importerOf, importFile, lines, settings, upload } from '../helpers/imports.ts';

let world: World;
let ada: Actor;
let importer: FileImporter;
beforeEach(() => {
  world = openWorld();
  ada = aUser(world);
  importer = importerOf(world);
});
afterEach(() => world.close());

async function checked(content: string | Uint8Array, choices: ImportChoices = { defaultCountry: 'DE' }) {
  const { id } = importer.takeIn(ada, upload(world, content, choices), { target: 'campaign' });
  await importer.idle();
  return importer.get(ada, id);
}
const bar = (...phones: string[]) => {
  const add = world.data.database.sqlite.prepare('INSERT INTO do_not_call (phone, added_by, added_at) VALUES (?, ?, 0)');
  for (const phone of phones) add.run(phone, ada.userId);
};
const rowsOf = (id: string, kind: ImportRowKind, after = 0, limit = 50) => importer.rows(ada, { id, kind, after, limit });

describe('the rows of a checked file', () => {
  const FILE = lines(
    'Vorname,Nachname,Telefon,E-Mail,Firma',
    'Ada,Lovelace,030 1234567,ada@example.com,Engines',
    'Bo,Diddley,030 1234568,not an address,',
    'Cy,Twombly,12,cy@example.com,Paint',
    'Ada,Again,+49301234567,,',
    ',,030 1234569,,',
  );

  it('are told by what becomes of them, each count as its rows', async () => {
    aContact(world, ada, { phone: '+49301234569' });
    bar('+49301234568');
    const { id, ...told } = await checked(FILE);
    expect(told).toMatchObject({ rows: 5, imported: 2, known: 1, duplicates: 1, invalid: 1, warnings: 1, doNotCall: 1 });
    const none = { email: '', company: '', doNotCall: false, remark: null };
    expect(await rowsOf(id, 'new')).toEqual({
      rows: [
        { ...none, line: 2, name: 'Ada Lovelace', phoneNumber: '+49301234567', email: 'ada@example.com', company: 'Engines' },
        { ...none, line: 3, name: 'Bo Diddley', phoneNumber: '+49301234568', doNotCall: true },
      ],
      next: null,
    });
    expect(await rowsOf(id, 'known')).toEqual({ rows: [{ ...none, line: 6, name: '', phoneNumber: '+49301234569' }], next: null });
    const remark = { column: 'Telefon', value: '+49301234567', reason: 'This number stands in an earlier row' };
    expect(await rowsOf(id, 'duplicate')).toEqual({
      rows: [{ ...none, line: 5, name: 'Ada Again', phoneNumber: '+49301234567', remark }],
      next: null,
    });
    expect((await rowsOf(id, 'invalid')).rows).toMatchObject([{ line: 4, name: 'Cy Twombly', phoneNumber: '12', company: 'Paint' }]);
    expect((await rowsOf(id, 'warning')).rows).toMatchObject([{ line: 3, remark: { column: 'E-Mail', value: 'not an address' } }]);
  });

  it('come a page at a time, whichever kind is rare', async () => {
    // One known number far behind more rows than one stretch holds.
    const all = Array.from({ length: 25_000 }, (_, i) => `P ${i},+4930${20_000_000 + i}`);
    aContact(world, ada, { phone: '+493020024000' });
    const { id } = await checked(lines('name,phone', ...all));
    expect((await rowsOf(id, 'known')).rows.map(({ line }) => line)).toEqual([24_002]);
    const first = await rowsOf(id, 'new', 0, 200);
    const second = await rowsOf(id, 'new', first.next ?? -1, 200);
    expect([...first.rows, ...second.rows].map(({ line }) => line)).toEqual(Array.from({ length: 400 }, (_, i) => i + 2));
    expect(await rowsOf(id, 'invalid')).toEqual({ rows: [], next: null });
  });

  it('are another person’s business alone, and gone once they are written, but for those that were refused', async () => {
    const { id } = await checked(FILE);
    await expect(importer.rows(aUser(world), { id, kind: 'new', after: 0, limit: 50 })).rejects.toMatchObject({ kind: 'not-found' });
    importer.begin(ada, id, settings(anAgent(world, ada).id));
    await importer.idle();
    await expect(rowsOf(id, 'new')).rejects.toMatchObject({ code: 'not_checked' });
    expect((await rowsOf(id, 'invalid')).rows).toHaveLength(1);
  });
});

describe('what a check finds', () => {
  it('counts why rows are invalid, the commonest reason first', async () => {
    const { reasons } = await checked(lines('phone', '030 1', 'none', 'nobody', '9.19E+11', ''), { defaultCountry: null });
    expect(reasons).toEqual([
      { reason: 'Not a number', rows: 2 },
      { reason: 'No country code', rows: 1 },
      { reason: 'A spreadsheet shortened this number', rows: 1 },
    ]);
  });

  it('complaint 22: says of a file too who will be skipped and why, before it is written', async () => {
    bar('+49301234567', '+49301234568', '+49301234599');
    aContact(world, ada, { phone: '+49301234570', timeZone: 'Pacific/Auckland' });
    const file = lines(
      'phone,time zone',
      '+49301234567,',
      '+49301234568,',
      '+49301234569,Pacific/Auckland',
      '+49301234570,Europe/Berlin',
      '+49301234571,UTC',
    );
    const { id, doNotCall } = await checked(file);
    expect(doNotCall).toBe(2);
    const window = { firstCallTime: '09:00', lastCallTime: '12:00', timeZone: 'UTC', endDate: '2026-03-08', useContactZone: true };
    const { plan: _, ...told } = await forecast(world, ada, { ...window, importId: id });
    expect(told).toMatchObject({
      total: 5,
      callable: 1,
      skippedSentence: '4 of 5 will be skipped: 2 do-not-call, 2 with no opening before the end date.',
      refusal: null,
    });
    // Where the file's values stand, so does its zone.
    await importer.change(ada, id, { knownContacts: 'update' });
    expect(await forecast(world, ada, { ...window, importId: id })).toMatchObject({ noOpening: 1, callable: 2 });
    await expect(forecast(world, aUser(world), { ...window, importId: id })).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('a file in which no column holds numbers', () => {
  const FILE = lines('Wer,Wo', 'Ada,London', 'Bo,Paris');

  it('waits until a person says which one it is, and cannot begin before', async () => {
    const told = await checked(FILE);
    expect(told).toMatchObject({ state: 'checked', rows: 0, error: expect.stringContaining('No column holds phone numbers') });
    expect(told.columns.map(({ header, field }) => [header, field])).toEqual([
      ['Wer', 'customField'],
      ['Wo', 'customField'],
    ]);
    expect(() => importer.begin(ada, told.id, settings(anAgent(world, ada).id, { keepOpen: true }))).toThrow('No column holds');
    const again = await importer.change(ada, told.id, { mapping: { Wo: 'phoneNumber' } });
    expect(again).toMatchObject({ state: 'checked', rows: 2, invalid: 2, error: null });
    expect(await importer.change(ada, told.id, { mapping: { Wo: 'ignored' } })).toMatchObject({ rows: 0, invalid: 0, refused: [] });
  });
});

describe('what a person chose about a file', () => {
  const FILE = lines('Name,Phone,Handy', 'Ada,030 1234567,0151 23456789');

  it('is remembered at once for the next file of the same header, and said', async () => {
    const first = await checked(FILE);
    expect(first.remembered).toBe(false);
    expect(await importer.change(ada, first.id, { mapping: { Handy: 'phoneNumber' } })).toMatchObject({ remembered: false });
    await importer.cancel(ada, first.id);
    const second = await checked(FILE);
    expect(second).toMatchObject({ remembered: true, invalid: 0 });
    expect(second.columns.map(({ field }) => field)).toEqual(['name', 'customField', 'phoneNumber']);
    const bo = aUser(world);
    const { id } = importer.takeIn(bo, upload(world, FILE), { target: 'contacts' });
    await importer.idle();
    expect(importer.get(bo, id).remembered).toBe(false);
  });

  it('holds for what parts the cells, too', async () => {
    const file = lines('Name;Phone, office;Phone, home', 'Ada;030 1234567;0151 23456789');
    const first = await checked(file);
    await importer.change(ada, first.id, { delimiter: ',', mapping: {} });
    await importer.change(ada, first.id, { mapping: { 'Name;Phone': 'phoneNumber' } });
    expect(await checked(file)).toMatchObject({ delimiter: ',', remembered: true });
  });

  it('is still there after a look at it in other columns, and the latest holds for the next file', async () => {
    const file = lines('name,phone,office', 'Ada,13,+442079460959');
    const first = await checked(file);
    await importer.change(ada, first.id, { mapping: { office: 'phoneNumber' } });
    const fieldsOf = ({ columns }: { columns: readonly { field: string }[] }) => columns.map(({ field }) => field);
    const asOne = await importer.change(ada, first.id, { delimiter: ';', mapping: {} });
    expect(fieldsOf(asOne)).toHaveLength(1);
    const again = await importer.change(ada, first.id, { delimiter: ',', mapping: {} });
    expect(fieldsOf(again)).toEqual(['name', 'customField', 'phoneNumber']);
    expect(fieldsOf(await checked(file))).toEqual(['name', 'customField', 'phoneNumber']);
  });

  it('does not make a certain encoding uncertain', async () => {
    const latin = Buffer.from(lines('name,phone', 'Jürgen,030 1234567'), 'latin1');
    const first = await checked(latin);
    await importer.change(ada, first.id, { encoding: 'shift_jis' });
    expect((await checked(latin)).encoding).toBe('shift_jis');
    expect((await checked(lines('name,phone', 'Jürgen,030 1234567'))).encoding).toBe('utf-8');
  });

  it('is not remembered where it would leave no numbers', async () => {
    const first = await checked(FILE);
    await importer.change(ada, first.id, { mapping: { Phone: 'ignored' } });
    expect(await importFile(world, ada, FILE, { choices: { defaultCountry: 'DE' } })).toMatchObject({ imported: 1, remembered: false });
  });
});
