/** What imports do to people and their numbers: complaints 11 to 15. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { everyone } from '../../src/main/data/scope.ts';
import { deleteContact } from '../../src/main/contacts/delete-contact.ts';
import type { Actor } from '../../src/main/parts.ts';
import { addsUp } from '../../src/shared/domain/import-sums.ts';
import { anAgent, aUser, openWorld, type World } from '../helpers/builders.ts';
import { contactsOf, importFile, lines, settings } from '../helpers/imports.ts';
import { dialed, numbersEnding, untilDone } from '../helpers/lists.ts';
import { Simulation } from '../helpers/simulation.ts';

let world: World;
let ada: Actor;
beforeEach(() => {
  world = openWorld();
  ada = aUser(world);
});
afterEach(() => world.close());

const phones = () => contactsOf(world, ada).map(({ phone }) => phone);

describe('complaint 11: duplicates after importing twice', () => {
  it('adds nobody and calls nobody again when the same file comes twice', async () => {
    const agent = anAgent(world, ada);
    const file = lines('name,phone', 'Ada,+49301234567', 'Bo,+49301234568');
    const first = await importFile(world, ada, file, { intent: { target: 'campaign', campaign: settings(agent.id) } });
    const campaignId = first.campaignId!;
    const count = (table: string) => world.data.database.sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
    const again = await importFile(world, ada, file, { intent: { target: 'people', campaignId } });
    expect(again).toMatchObject({ rows: 2, imported: 0, known: 2, added: 0 });
    await importFile(world, ada, file);
    expect([count('contacts'), count('call_queue')]).toEqual([2, 2]);
  });
});

describe('complaint 12: an import drops rows without a word', () => {
  it('counts every row once, and tells line and reason of each that was refused', async () => {
    const file = lines(
      'name,phone,notes',
      'Ada,+49301234567,',
      'Ada,+49301234567,the same row once more',
      'Ada,+49301234567,',
      '"Bo',
      'Baker",+49301234568,two lines',
      'Cy,,',
      'Di,see notes,',
      'Ed,9.19E+11,',
      'Flo,+49301234569,a,b,c',
      ',,',
    );
    const done = await importFile(world, ada, file);
    expect(done).toMatchObject({ rows: 8, imported: 3, known: 0, duplicates: 2, invalid: 3, warnings: 1 });
    expect(addsUp(done)).toBe(true);
    expect(done.refused.map(({ line, kind, reason }) => [line, kind, reason])).toEqual([
      [3, 'duplicate', 'This number stands in an earlier row'],
      [4, 'duplicate', 'This number stands in an earlier row'],
      [7, 'invalid', 'No number'],
      [8, 'invalid', 'Not a number'],
      [9, 'invalid', 'A spreadsheet shortened this number'],
    ]);
  });
});

describe('complaint 13: a byte-order mark breaks the phone column', () => {
  const text = 'phone;name\n+49301234567;Müller, José\n';
  const swapped = Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
  it.each([
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-8 without', Buffer.from(text)],
    ['UTF-16 little-endian', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 big-endian', swapped],
    ['Windows-1252', Buffer.from(text, 'latin1')],
    ['tabs', Buffer.from(text.replaceAll(';', '\t'))],
    ['a mark before a quoted header', Buffer.from('\uFEFF"phone";"name"\n"+49301234567";"Müller, José"\n')],
  ])('reads a file in %s', async (_, bytes) => {
    expect(await importFile(world, ada, bytes)).toMatchObject({ rows: 1, imported: 1 });
    expect(contactsOf(world, ada)).toMatchObject([{ phone: '+49301234567', name: 'Müller, José' }]);
  });

  it('reads a file in Shift-JIS', async () => {
    // The four letters of the name as Shift-JIS writes them; all else is ASCII.
    const name = Buffer.from([0x8e, 0x52, 0x93, 0x63, 0x91, 0xbe, 0x98, 0x59]);
    const file = Buffer.concat([Buffer.from('phone,name\n+81312345678,'), name, Buffer.from('\n')]);
    expect(await importFile(world, ada, file)).toMatchObject({ imported: 1 });
    expect(contactsOf(world, ada)).toMatchObject([{ phone: '+81312345678', name: '山田太郎' }]);
  });
});

describe('complaint 14: spreadsheets eat the plus, numbers become 9.19E+11', () => {
  it('repairs with a default country what is certain, and refuses the rest with the reason', async () => {
    const file = lines(
      'phone',
      '4930123456',
      '301234567',
      '="+49301234568"',
      "'030 1234569",
      '49301234570.0',
      '4.915112345678E+12',
      '9.19E+11',
    );
    const done = await importFile(world, ada, file, { choices: { defaultCountry: 'DE' } });
    expect(phones()).toEqual(['+49301234567', '+49301234568', '+49301234569', '+49301234570', '+4915112345678', '+4930123456'].toSorted());
    expect(done.refused.map(({ value, reason }) => [value, reason])).toEqual([['9.19E+11', 'A spreadsheet shortened this number']]);
  });

  it('guesses no country where none is given', async () => {
    const file = lines('phone', '4930123456', '030 1234567', '+49301234568');
    expect(await importFile(world, ada, file)).toMatchObject({ imported: 1, invalid: 2 });
    expect(phones()).toEqual(['+49301234568']);
  });
});

describe('complaint 15: importing again calls people who had opted out', () => {
  it('calls nobody who is on the list, though they were deleted and came back with a file', async () => {
    world.close();
    const sim = new Simulation();
    world = sim.world;
    ada = aUser(world);
    const [out = '', stays = ''] = numbersEnding('00', 2);
    const { campaignId } = await importFile(world, ada, lines('phone', out, stays), {
      intent: { target: 'campaign', campaign: settings(anAgent(world, ada).id, { draft: true }) },
    });
    expect(campaignId).not.toBeNull();
    await importFile(world, ada, lines('phone', out), { intent: { target: 'do-not-call' } });
    const contact = world.data.contacts.byNumber(ada.userId, out)!;
    deleteContact(world, ada, contact.id);
    const again = await importFile(world, ada, lines('phone', out, stays), {
      intent: {
        target: 'campaign',
        campaign: settings(anAgent(world, ada).id, { firstCallTime: '00:00', lastCallTime: '24:00', pacing: 'asap' }),
      },
    });
    expect(again).toMatchObject({ imported: 1, known: 1, added: 2 });
    sim.start();
    const campaign = world.data.campaigns.get(everyone, again.campaignId!)!;
    await untilDone(sim, [campaign], 2 * 3_600_000);
    expect(dialed(sim)).toEqual([stays]);
    sim.close();
    world = openWorld();
  });
});
