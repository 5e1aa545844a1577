/**
 * The vendors as the program wires them: keys set over REST, the emulated vendor behind its address, deliveries through the real
 * listener at a public address, the recording played through the engine. What the suites over each provider stand in for is real here.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { memoryJournal } from '../../src/main/telephony/practice/journal.ts';
import { PracticeLine } from '../../src/main/telephony/practice/line.ts';
import { DEFAULT_PRACTICE } from '../../src/shared/domain/practice-settings.ts';
import { bolnaEmulator, type BolnaEmulator } from '../emulators/bolna/emulator.ts';
import { A_BOLNA_AGENT } from '../emulators/bolna/options.ts';
import { type Person, type Rest, startEngine, type TestEngine } from '../helpers/engine.ts';
import { seededIds } from '../helpers/seeded-ids.ts';
import { untilReal, VirtualClock } from '../helpers/virtual-clock.ts';

const KEY = 'bn-emulator';
const PUBLIC = 'https://hooks.example.test';

let clock: VirtualClock;
let test: TestEngine;
let rest: Rest;
let admin: Person;
let line: PracticeLine;
let bolna: BolnaEmulator;
/** Requests that left for the vendor. */
let asked: string[];

beforeEach(async () => {
  clock = new VirtualClock();
  asked = [];
  const ids = seededIds(3);
  line = new PracticeLine({
    clock: clock.world,
    newId: (bytes) => ids.secret(bytes).replaceAll('-', 'x'),
    journal: memoryJournal(),
    settings: DEFAULT_PRACTICE,
    secret: '',
    send: (webhook) => bolna.tell(webhook),
  });
  const toListener = (request: Request) => {
    const { pathname, search } = new URL(request.url);
    const local = test.engine.context.tunnel.localUrl() + pathname + search;
    return fetch(new Request(local, request));
  };
  bolna = bolnaEmulator({ clock: clock.world, newId: (bytes) => ids.secret(bytes), line, post: toListener }, { key: KEY });
  test = await startEngine({
    clock,
    fetch: (request) => {
      if (request.url.startsWith(PUBLIC)) return toListener(request);
      asked.push(`${request.method} ${new URL(request.url).pathname}`);
      return bolna.handle(request);
    },
  });
  rest = await test.serve();
  admin = await test.person('admin');
});
afterEach(async () => {
  bolna.stop();
  line.stop();
  await test.stop();
});

const ask = (method: string, path: string, body?: unknown) => test.during(rest.ask(method, path, body, admin));
const setUp = () => ask('PUT', '/settings/telephony', { bolna: { apiKey: KEY } });
const anAgent = async () =>
  (await ask('POST', '/agents', { name: 'Nora', provider: 'bolna', providerAgentId: A_BOLNA_AGENT.id })).body.agent.id as string;

describe('a vendor that is set up over REST', () => {
  it('is tried, shows its account, agents and numbers, and is there from then on', async () => {
    expect((await ask('POST', '/settings/telephony/test', { provider: 'bolna' })).body.error.code).toBe('provider_not_set_up');
    await setUp();
    const { body } = await ask('POST', '/settings/telephony/test', { provider: 'bolna' });
    expect(body).toMatchObject({ works: true, account: { limit: expect.any(Number) } });
    expect((await ask('GET', '/telephony/bolna/agents')).body.agents).toEqual([{ id: A_BOLNA_AGENT.id, name: A_BOLNA_AGENT.name }]);
    expect((await ask('GET', '/telephony/bolna/numbers')).body.numbers).toMatchObject([{ number: '+15550100001' }]);
    expect((await ask('GET', '/live/connections')).body.connections.telephony.state).toBe('works');
    const told = JSON.stringify((await ask('GET', '/settings/telephony')).body);
    expect(told).not.toContain(KEY);
  });

  it('is asked for its limit by itself', async () => {
    await setUp();
    await clock.advance(2_000);
    await untilReal(() => asked.includes('GET /user/me'), 'the account');
    await test.during(new Promise((done) => setTimeout(done, 20)));
    expect((await ask('GET', '/settings/telephony')).body.telephony.bolna.account).toMatchObject({ name: expect.any(String) });
  });

  it('says so where the key is wrong, and pauses what it concerns', async () => {
    await ask('PUT', '/settings/telephony', { bolna: { apiKey: 'bn-wrong' } });
    const { body } = await ask('POST', '/settings/telephony/test', { provider: 'bolna' });
    expect(body.works).toBe(false);
    expect(body.findings[0]).toMatchObject({ what: 'key', result: 'fails', sentence: expect.stringContaining('refuses the key') });
    expect(JSON.stringify(body)).not.toContain('bn-wrong');

    const contact = await ask('POST', '/contacts', { phoneNumber: '+4930255500', name: 'Mira' });
    const { body: made } = await ask('POST', '/campaigns', {
      name: 'List',
      agentId: await anAgent(),
      nextAction: 'Say hello',
      firstCallTime: '00:00',
      lastCallTime: '24:00',
      timeZone: 'UTC',
      pacing: 'asap',
      contactIds: [contact.body.contact.id],
    });
    await clock.advance(10_000);
    const { campaign } = (await ask('GET', `/campaigns/${made.campaign.id}`)).body;
    expect(campaign).toMatchObject({ status: 'paused', queued: 1, whyNoCalls: { sentence: expect.stringContaining('refuses the key') } });
    expect(line.observe().accepted).toBe(0);
  });
});

describe('a call over a vendor', () => {
  it('is told by deliveries at the public address, confirmed, and its recording is played by range', async () => {
    await setUp();
    await ask('PUT', '/settings/tunnel', { kind: 'address', publicUrl: PUBLIC });
    await untilReal(async () => {
      await clock.advance(1_000);
      return test.engine.context.tunnel.state().state === 'up';
    }, 'the public address');
    const agent = await anAgent();
    const before = await ask('GET', `/agents/${agent}/webhook`);
    expect(before.body.webhook).toMatchObject({ isOurs: false, ours: expect.stringContaining(`${PUBLIC}/webhooks/bolna/`) });
    expect((await ask('PUT', `/agents/${agent}/webhook`, { to: 'ours' })).body.webhook).toMatchObject({ isOurs: true });

    const { body } = await ask('POST', `/agents/${agent}/test-call`, { phoneNumber: '+4930255500', nextAction: 'Say hello' });
    expect(body.call.up).toBe(true);
    let call = body.call;
    await untilReal(
      async () => {
        await clock.advance(5_000);
        call = (await ask('GET', `/calls/${body.call.id}`)).body.call;
        return call.outcome !== null;
      },
      'the end of the call',
      20_000,
    );
    expect(call).toMatchObject({ outcome: 'completed', hasRecording: true, transcript: expect.stringContaining(':') });
    const deliveries = (await ask('GET', `/deliveries?callId=${call.id}`)).body.deliveries as { state: string; note: string | null }[];
    expect(deliveries.length).toBeGreaterThan(2);
    expect(deliveries.some(({ note }) => note?.includes('confirm'))).toBe(true);
    expect((await ask('GET', '/settings/tunnel')).body.tunnel.health).toMatchObject({ told: 1, missed: 0, refused: 0 });

    const part = await fetch(`${rest.url}/api/calls/${call.id}/recording`, {
      headers: { authorization: admin.authorization, range: 'bytes=0-9' },
    });
    expect([part.status, (await part.arrayBuffer()).byteLength]).toEqual([206, 10]);

    // It is given back also while no tunnel is up.
    await ask('PUT', '/settings/tunnel', { kind: 'none' });
    expect((await ask('GET', `/agents/${agent}/webhook`)).body.webhook).toMatchObject({ isOurs: true, ours: null });
    expect((await ask('PUT', `/agents/${agent}/webhook`, { to: 'before' })).body.webhook).toMatchObject({ isOurs: false });
  });
});
