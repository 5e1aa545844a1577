/** The data over REST: where it lies, copies on request, the report of a fault, one's calls as a file, and the end of practice. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Person, type Rest, startEngine, type TestEngine } from '../helpers/engine.ts';
import { numbersEnding } from '../helpers/lists.ts';

let test: TestEngine;
let rest: Rest;
let ada: Person;
let admin: Person;

beforeEach(async () => {
  test = await startEngine({ logFile: '/somewhere/ringmaster.log' });
  rest = await test.serve();
  ada = await test.person('supervisor', { email: 'ada@example.com' });
  admin = await test.person('admin', { email: 'admin@example.com' });
});
afterEach(() => test.stop());

const data = async () => (await rest.ask('GET', '/data', undefined, admin)).body.data;

/** A campaign of one's own on the practice line, called to its end. */
async function called(who: Person, name: string, ending: string, count = 3): Promise<string> {
  const agentId = (await rest.ask('POST', '/agents', { name: 'Eva', provider: 'practice' }, who)).body.agent.id;
  const contactIds: number[] = [];
  for (const phoneNumber of numbersEnding(ending, count)) {
    contactIds.push((await rest.ask('POST', '/contacts', { phoneNumber, name }, who)).body.contact.id);
  }
  const window = { nextAction: '=Ask', firstCallTime: '00:00', lastCallTime: '24:00', pacing: 'asap' };
  const { body } = await rest.ask('POST', '/campaigns', { ...window, name, agentId, contactIds }, who);
  await test.clock.advance(20 * 60_000);
  return body.campaign.id;
}

describe('the data', () => {
  it('is told where it lies and how large it is', async () => {
    const { paths, databaseBytes } = await data();
    expect(paths).toEqual({
      folder: test.dataDir,
      database: join(test.dataDir, 'ringmaster.db'),
      backups: join(test.dataDir, 'backups'),
      log: '/somewhere/ringmaster.log',
    });
    expect(databaseBytes).toBe(statSync(paths.database).size + statSync(`${paths.database}-wal`).size);
  });

  it('is copied on request, once where two ask at once, and the latest copy stands first', async () => {
    const copy = () => rest.ask('POST', '/data/backup', {}, admin);
    const [one, two] = await test.during(Promise.all([copy(), copy()]));
    expect(one?.body).toEqual(two?.body);
    await test.clock.advance(60_000);
    const later = await test.during(copy());
    const { backups, paths, backupsKept } = await data();
    expect(backups).toEqual([later.body.backup, one?.body.backup]);
    expect(backupsKept).toBe(7);
    const file = join(paths.backups, later.body.backup.name);
    expect([existsSync(file), statSync(file).size]).toEqual([true, later.body.backup.bytes]);
  });
});

describe('the report of a fault', () => {
  it('has versions, settings and counts, and nothing of a person', async () => {
    await called(ada, 'Lovelace', '00');
    const { diagnostics } = (await rest.ask('GET', '/data/diagnostics', undefined, admin)).body;
    expect(diagnostics).toMatchObject({
      versions: { ringmaster: '0.1.0', node: process.versions.node },
      settings: { systemLimit: 10, dialing: { gapMinutes: 60 }, practiceLine: { seed: 1 } },
      counts: { users: 2, contacts: 3, calls: 3, callsUp: 0, campaigns: 1 },
      problems: [],
    });
    expect(JSON.stringify(diagnostics)).not.toMatch(/Lovelace|example\.com|Eva|\+\d{6}|ringmaster-|somewhere/);
  });
});

describe('one’s calls as a file', () => {
  it('are one’s own alone, the oldest first, with formulas escaped', async () => {
    await called(ada, '=Hers', '00');
    await called(admin, 'Mine', '02', 2);
    const exported = async (who: Person) =>
      (await test.during(rest.ask('GET', '/calls/export', undefined, who))).body.trim().split('\r\n') as string[];
    const [header, ...hers] = await exported(ada);
    expect(header).toContain('called_at,campaign,agent,provider,practice,phone_number,name,attempt,outcome');
    expect(hers).toHaveLength(3);
    expect(hers.every((line) => line.includes(`,"'=Hers",Eva,practice,yes,`) || line.includes(`,'=Hers,Eva,practice,yes,`))).toBe(true);
    const calledAt = hers.map((line) => line.split(',', 1)[0]!);
    expect(calledAt.toSorted()).toEqual(calledAt);
    // Two go out at one instant, the third when the first of them is over.
    expect(new Set(calledAt).size).toBe(2);
    const mine = await exported(admin);
    expect(mine).toHaveLength(3);
    expect(mine.slice(1).every((line) => line.includes('Mine') && line.includes('busy'))).toBe(true);
  });
});

describe('practice', () => {
  it('is cleared for everyone by one request, and the contacts stay, without a word of it', async () => {
    await called(ada, 'Hers', '00');
    await called(admin, 'Mine', '02', 2);
    const contacts = async () => (await rest.ask('GET', '/contacts', undefined, ada)).body.contacts;
    const before = await contacts();
    expect((await data()).practice).toEqual({ campaigns: 2, people: 5, calls: 5, running: 0, clearing: null });
    const asked = await rest.ask('POST', '/data/clear-practice', {}, admin);
    expect([asked.status, asked.body.practice.clearing.campaigns]).toEqual([202, 0]);
    await test.clock.advance(5_000);
    expect((await data()).practice).toEqual({ campaigns: 0, people: 0, calls: 0, running: 0, clearing: null });
    expect((await rest.ask('GET', '/campaigns', undefined, admin)).body.total).toBe(0);
    expect((await rest.ask('GET', '/calls', undefined, admin)).body.total).toBe(0);
    // What was last heard of them was practice too.
    expect(before.every((contact: { lastCall: unknown }) => contact.lastCall !== null)).toBe(true);
    expect(await contacts()).toEqual(before.map((contact: object) => ({ ...contact, lastCall: null })));
  });

  it('includes on request what runs: its calls are hung up, and then it is gone', async () => {
    const agentId = (await rest.ask('POST', '/agents', { name: 'Eva', provider: 'practice' }, ada)).body.agent.id;
    const { contact } = (await rest.ask('POST', '/contacts', { phoneNumber: numbersEnding('00', 1)[0] }, ada)).body;
    const window = { name: 'Runs', nextAction: 'Ask', firstCallTime: '00:00', lastCallTime: '24:00', pacing: 'asap' };
    await rest.ask('POST', '/campaigns', { ...window, agentId, contactIds: [contact.id] }, ada);
    await test.clock.advance(15_000);
    expect(test.line.observe()).toMatchObject({ up: 1 });
    await test.during(rest.ask('POST', '/data/clear-practice', { includeRunning: true }, admin));
    await test.clock.advance(60_000);
    expect(test.line.observe()).toMatchObject({ up: 0 });
    expect((await data()).practice).toEqual({ campaigns: 0, people: 0, calls: 0, running: 0, clearing: null });
    expect((await rest.ask('GET', '/campaigns', undefined, ada)).body.total).toBe(0);
  });
});
