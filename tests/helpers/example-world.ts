/** A program that holds the things which the examples of the reference name, by the ids that they name them by. */
import { hashPassword } from '../../src/main/accounts/password.ts';
import { openSession } from '../../src/main/accounts/token.ts';
import { everyone } from '../../src/main/data/scope.ts';
import type { Role } from '../../src/shared/domain/states.ts';
import { aCallUp, aCampaign, aContact, anAgent, anEndedCall, anItem, type World } from './builders.ts';
import { PASSWORD, type Person, type Rest, startEngine, type TestEngine } from './engine.ts';
import { VirtualClock } from './virtual-clock.ts';

/** Saturday, a little before the times that the documents' own examples name. */
const THEN = Date.UTC(2023, 6, 29, 16, 45);

export interface ExampleWorld {
  test: TestEngine;
  rest: Rest;
  people: Record<'supervisor' | 'admin', Person> | null;
}

/** @param empty nobody is there yet: the first admin is still to be made. */
export async function exampleWorld({ empty = false } = {}): Promise<ExampleWorld> {
  const test = await startEngine({ running: false, synchronous: 'OFF', clock: new VirtualClock(THEN) });
  const rest = await test.serve();
  if (empty) return { test, rest, people: null };
  const supervisor = await person(test, 'user-ada', 'Ada Lovelace', 'supervisor');
  const admin = await person(test, 'user-maya', 'Maya Okafor', 'admin');
  await person(test, 'user-ben', 'Ben Miller', 'supervisor');
  fill(test, supervisor, admin);
  return { test, rest, people: { supervisor, admin } };
}

async function person({ parts, clock }: TestEngine, id: string, name: string, role: Role): Promise<Person> {
  const passwordHash = await hashPassword(parts.ids, PASSWORD, { logN: 4, r: 1, p: 1 });
  const email = `${name.split(' ')[0]!.toLowerCase()}@example.com`;
  const now = clock.now();
  const row = { id, email, name, role, passwordHash, concurrentCallsLimit: 4, createdAt: now, updatedAt: now };
  const user = parts.data.database.write(() => parts.data.users.insertTx(row));
  return { actor: { userId: id, role }, email, authorization: `Bearer ${openSession(parts, user, true).token}` };
}

/** The documents' campaign with its first two people, and one of everything else. */
function fill({ parts, clock, dataDir }: TestEngine, { actor }: Person, admin: Person): void {
  const world: World = { ...parts, clock, dataDir, close() {} };
  const { database, notices, inbox } = parts.data;
  const now = clock.now();
  anAgent(world, actor, { id: 'agent-789', name: 'Nora' });
  anAgent(world, actor, { id: 'agent-790', name: 'Vera' });
  const names = ['John Doe', 'Jane Smith', 'Ida Rhodes', 'Jean Bartik', 'Betty Holberton', 'Kay McNulty', 'Ruth Teitelbaum', 'Fran Spence'];
  database.sqlite.prepare("INSERT INTO sqlite_sequence (name, seq) VALUES ('contacts', 41)").run();
  const contacts = names.map((name, k) => {
    const [firstName = '', lastName = ''] = name.split(' ');
    const phone = k === 0 ? '+18005551234' : k === 1 ? '+18005557890' : `+1800555011${k}`;
    return aContact(world, actor, { name, firstName, lastName, phone, email: `${name.toLowerCase().replace(' ', '.')}@example.com` });
  });
  const [john, jane, , , , kay, ruth, fran] = contacts;
  const common = { agentId: 'agent-789', firstCallTime: '09:00', lastCallTime: '21:00' };
  const sales = aCampaign(world, actor, { ...common, id: 'campaign-123', name: 'Q3 Sales Outreach' });
  const draft = aCampaign(world, actor, { ...common, id: 'campaign-456', name: 'Support Follow-up', status: 'draft' });
  const over = aCampaign(world, actor, { ...common, id: 'campaign-789', name: 'Q2 Sales Outreach' });
  const own = { maxAttempts: 3, priority: 5 };
  anItem(world, sales, { id: 123_456, contact: john!, ...own });
  const called = anItem(world, sales, { id: 234_567, contact: jane!, position: 2, ...own, priority: 3 });
  aCallUp(world, called, { id: 'call-1001', providerCallId: 'CA123456789abcdef' });
  anItem(world, draft, { contact: john! });
  const lost = anItem(world, sales, { contact: ruth!, position: 3 });
  aCallUp(world, lost, { id: 'call-1002', providerCallId: null, ambiguous: true });
  anEndedCall(world, anItem(world, over, { contact: kay! }), 'completed', { id: 'call-1000' });
  anEndedCall(world, anItem(world, over, { contact: fran!, position: 2 }), 'busy', { id: 'call-999' });
  database.sqlite.prepare("UPDATE calls SET recording_url = '/v1/recordings/call.30.wav' WHERE id = 'call-1000'").run();
  database.write(() => {
    parts.data.campaigns.moveTx(parts.data.campaigns.get(everyone, over.id)!, 'active', 'completed', now);
    const notice = { id: 'notice-1', userId: actor.userId, campaignId: sales.id, level: 'info', code: 'told', at: now } as const;
    notices.addTx({ ...notice, sentence: 'Q3 Sales Outreach has called everyone who was in it.' });
    const body = '{"event":"call.completed","call":"CA123456789abcdef"}';
    inbox.insertTx({
      provider: 'practice',
      key: 'k',
      receivedAt: now,
      path: 'events',
      headers: {},
      body,
      providerCallId: 'line_call-1000',
    });
  });
  database.sqlite.prepare("UPDATE webhook_inbox SET call_id = 'call-1000' WHERE id = 1").run();
  database.sqlite
    .prepare("INSERT INTO do_not_call (phone, reason, added_by, added_at) VALUES ('+18005550100', 'Asked not to be called', ?, ?)")
    .run(admin.actor.userId, now);
  database.sqlite.prepare("INSERT INTO holidays (on_date, name) VALUES ('2023-12-25', 'Christmas Day')").run();
}
