/** Success criteria 1, 2 and 7 of the campaign document, over real HTTP. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openSession } from '../../src/main/accounts/token.ts';
import { createEngine, type Engine } from '../../src/main/engine.ts';
import { serve, type Served } from '../../src/main/server/serve.ts';
import { changeTelephony } from '../../src/main/settings/telephony.ts';
import { CALL_STAGES } from '../../src/shared/domain/states.ts';
import { MIGRATIONS, plainSecrets, startEngine, type TestEngine } from '../helpers/engine.ts';
import { numbersEnding } from '../helpers/lists.ts';
import { untilReal } from '../helpers/virtual-clock.ts';

const WINDOW = { nextAction: 'Ask how they are', firstCallTime: '00:00', lastCallTime: '24:00', timeZone: 'UTC', pacing: 'asap' };

let cleanUp: () => Promise<unknown> = async () => {};
afterEach(() => cleanUp());

async function engineOverRest() {
  const test: TestEngine = await startEngine();
  cleanUp = () => test.stop();
  const rest = await test.serve();
  const ada = await test.person();
  const { agent } = (await rest.ask('POST', '/agents', { name: 'Eva', provider: 'practice', providerAgentId: 'any' }, ada)).body;
  return { test, rest, ada, agentId: agent.id as string };
}

describe('success criterion 1: User can create campaign from contacts page (10 clicks max)', () => {
  it('makes a running campaign of the selected contacts with one request, and calls them and no others', async () => {
    const { test, rest, ada, agentId } = await engineOverRest();
    const ids: number[] = [];
    for (const [k, phoneNumber] of numbersEnding('00', 6).entries()) {
      const made = await rest.ask('POST', '/contacts', { phoneNumber, name: `Person ${k}` }, ada);
      ids.push(made.body.contact.id);
    }
    const contactIds = ids.filter((_, k) => k % 2 === 0);
    const made = await rest.ask('POST', '/campaigns/bulk-call', { name: 'Selected', agentId, ...WINDOW, contactIds }, ada);
    expect(made).toMatchObject({ status: 201, body: { campaign: { status: 'active', totalContacts: 3 }, people: { added: 3 } } });
    await test.clock.advance(30 * 60_000);
    expect(test.line.observe().dials.map(({ to }) => to)).toEqual(numbersEnding('00', 6).filter((_, k) => k % 2 === 0));
    const read = await rest.ask('GET', `/campaigns/${made.body.campaign.id}`, undefined, ada);
    expect(read.body.campaign).toMatchObject({ status: 'completed', completedCalls: 3, successfulCalls: 3 });
  });
});

describe('success criterion 2: User can upload CSV with 100 contacts (< 30 seconds)', () => {
  it('takes in the file and makes a campaign of it in that time', async () => {
    const { test, rest, ada, agentId } = await engineOverRest();
    const phones = numbersEnding('55', 100);
    const text = ['name,phone_number', ...phones.map((phone, i) => `Person ${i},${phone}`)].join('\n');
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...WINDOW, name: 'A list', agentId })) form.append(name, value);
    form.append('file', new File([text], 'people.csv', { type: 'text/csv' }));
    const begun = performance.now();
    const answer = await test.during(rest.ask('POST', '/campaigns/upload-csv', form, ada));
    expect(performance.now() - begun).toBeLessThan(30_000);
    expect(answer).toMatchObject({
      status: 201,
      body: {
        campaign: { status: 'active', totalContacts: 100 },
        import: { rows: 100, imported: 100, known: 0, duplicates: 0, invalid: 0 },
      },
    });
    await test.clock.advance(4 * 3_600_000);
    expect(new Set(test.line.observe().dials.map(({ to }) => to))).toEqual(new Set(phones));
  });
});

/** The engine as the program runs it: on the computer's clock, with its own practice line, 60 times as fast as life. */
async function engineInRealTime(): Promise<{ engine: Engine; served: Served; token: string; userId: string }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'ringmaster-'));
  const engine = await createEngine({ dataDir, migrationsFolder: MIGRATIONS, secrets: plainSecrets, dailyBackup: false });
  const served = await serve(engine, { port: 0 });
  cleanUp = async () => {
    await served.stop();
    await engine.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  const { parts } = engine;
  const now = parts.clock.now();
  const row = {
    id: 'user_1',
    email: 'ada@example.com',
    name: 'Ada',
    role: 'admin' as const,
    passwordHash: '-',
    createdAt: now,
    updatedAt: now,
  };
  const user = parts.data.database.write(() => parts.data.users.insertTx(row));
  changeTelephony(parts, { userId: user.id, role: 'admin' }, { practice: { speed: 60 } });
  engine.start();
  return { engine, served, token: openSession(parts, user, true).token, userId: user.id };
}

describe('success criterion 7: Queue updates in real-time (< 1 second delay)', () => {
  it('tells each stage of a call, and the campaign it completes, within a second of its delivery', async () => {
    const { engine, served, token } = await engineInRealTime();
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const post = async (path: string, body: object) =>
      (await (await fetch(`${served.rest}/api${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).json()) as Record<
        string,
        { id: string }
      >;
    /** When each call was first told in a stage or a later one, by the computer's clock. */
    const told = new Map<string, number[]>();
    let completedAt = 0;
    const leave = new AbortController();
    const stream = await fetch(`${served.rest}/api/events`, { headers, signal: leave.signal });
    const reading = readEvents(stream, (event) => {
      for (const { id, status } of event.calls) {
        const at = told.get(id) ?? [];
        const rank = rankOf(status);
        for (let k = 0; k <= rank; k += 1) at[k] ??= engine.parts.clock.now();
        told.set(id, at);
      }
      if (event.campaigns.some((campaign) => campaign.status === 'completed')) completedAt ||= engine.parts.clock.now();
    });
    const agent = (await post('/agents', { name: 'Eva', provider: 'practice', providerAgentId: 'any' }))['agent']!;
    const contactIds: string[] = [];
    for (const phoneNumber of numbersEnding('00', 4))
      contactIds.push((await post('/contacts', { phoneNumber, name: 'Bo' }))['contact']!.id);
    await post('/campaigns', { name: 'Live', agentId: agent.id, ...WINDOW, contactIds });
    await untilReal(() => completedAt > 0, 'the end of the campaign', 50_000);
    leave.abort();
    await reading;

    const deliveries = engine.parts.data.database.sqlite
      .prepare("SELECT call_id AS id, body, received_at AS at FROM webhook_inbox WHERE state = 'applied'")
      .all() as {
      id: string;
      body: string;
      at: number;
    }[];
    expect(deliveries.length).toBeGreaterThanOrEqual(4 * 5);
    const delays = deliveries.map(({ id, body, at }) => told.get(id)![rankOf(stageIn(body))]! - at);
    expect(Math.max(...delays)).toBeLessThan(1_000);
    expect(completedAt - Math.max(...deliveries.map(({ at }) => at))).toBeLessThan(1_000);
  });

  /** The place of a stage in the life of a call; an end is after all of them. */
  const rankOf = (status: string) => {
    const rank = (CALL_STAGES as readonly string[]).indexOf(status);
    return rank < 0 ? CALL_STAGES.length : rank;
  };
  const stageIn = (body: string) => {
    const { call } = JSON.parse(body) as { call: { status: string } };
    return call.status === 'call-disconnected' ? 'disconnected' : call.status;
  };

  interface Told {
    calls: { id: string; status: string }[];
    campaigns: { status: string }[];
  }

  async function readEvents(answer: Response, hear: (event: Told) => void): Promise<void> {
    let text = '';
    try {
      for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
        text += chunk;
        const events = text.split('\n\n');
        text = events.pop() ?? '';
        for (const event of events) {
          const data = event.split('\n').find((line) => line.startsWith('data:'));
          if (data) hear(JSON.parse(data.slice('data:'.length)) as Told);
        }
      }
    } catch {
      // The test has heard enough and left.
    }
  }
});
