/** How many requests a second are taken, of whom, and what a watch over the program is told. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isThisComputer } from '../../src/main/server/health.ts';
import { RequestRate } from '../../src/main/server/request-rate.ts';
import { apiSettings } from '../../src/main/settings/api-access.ts';
import { type Person, type Rest, startEngine, type TestEngine } from '../helpers/engine.ts';

let test: TestEngine;
let rest: Rest;
let ada: Person;
let bea: Person;

beforeEach(async () => {
  test = await startEngine();
  rest = await test.serve();
  [ada, bea] = [await test.person(), await test.person()];
});
afterEach(() => test.stop());

const me = (who: Person | null) => rest.ask('GET', '/me', undefined, who);
const statuses = async (n: number, who: Person | null) => {
  const counts: Record<number, number> = {};
  for (const { status } of await Promise.all(Array.from({ length: n }, () => me(who)))) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};
const allow = (perSecond: number) =>
  test.parts.data.database.write(() => test.parts.data.settings.writeTx('api', { perSecond }, test.clock.now()));

describe('a token', () => {
  it('may send so many requests a second, at once or spread over it, and is told when it may go on', async () => {
    expect(apiSettings(test.parts).perSecond).toBe(300);
    allow(40);
    expect(await statuses(41, ada)).toEqual({ 200: 40, 429: 1 });
    const refused = await me(ada);
    expect(refused.body.error).toMatchObject({ code: 'too_many_requests', data: { retryAfterSeconds: 1 } });
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(await statuses(1, bea)).toEqual({ 200: 1 });
    await test.clock.advance(500);
    expect(await statuses(21, ada)).toEqual({ 200: 20, 429: 1 });
  });

  it('may send as many as the setting says, at once', async () => {
    allow(2);
    expect(await statuses(3, ada)).toEqual({ 200: 2, 429: 1 });
    allow(1);
    await test.clock.advance(10_000);
    expect(await statuses(2, ada)).toEqual({ 200: 1, 429: 1 });
  });

  it('that is none is counted for its address, with whatever asks for nobody', async () => {
    allow(3);
    const invented = (i: number) => ({ ...ada, authorization: `Bearer invented-${i}` });
    expect([await statuses(1, invented(1)), await statuses(1, invented(2)), await statuses(1, null)]).toEqual([
      { 401: 1 },
      { 401: 1 },
      { 401: 1 },
    ]);
    expect([await statuses(1, invented(3)), await statuses(1, null)]).toEqual([{ 429: 1 }, { 429: 1 }]);
    for (const path of ['/healthz', '/metrics', '/api/openapi.json', '/api/reference'])
      expect([path, (await fetch(`${rest.url}${path}`, { headers: { authorization: ada.authorization } })).status]).toEqual([path, 429]);
    expect(await statuses(3, ada)).toEqual({ 200: 3 });
  });

  it('costs no more memory however many there are', () => {
    const rate = new RequestRate(test.parts);
    for (let i = 0; i < 10_050; i += 1) {
      const headers = { authorization: `Bearer ${i}` };
      rate.take({ headers, socket: { remoteAddress: '127.0.0.1' } }, ada.actor);
    }
    expect(rate.size).toBe(10_000);
  });
});

describe('the figures', () => {
  const read = async () => {
    const text = await (await fetch(`${rest.url}/metrics`)).text();
    return Object.fromEntries(text.split('\n').flatMap((line) => (/^[a-z]/.test(line) ? [line.split(/ (?=\S+$)/)] : []))) as Record<
      string,
      string
    >;
  };

  it('tell of calls, slots, queue, campaigns, deliveries, passes and requests, and of nobody', async () => {
    const agent = (await rest.ask('POST', '/agents', { name: 'Agent Smith', provider: 'practice', providerAgentId: 'any' }, ada)).body.agent
      .id;
    const contact = (await rest.ask('POST', '/contacts', { phoneNumber: '+442079460958', name: 'Ada Lovelace' }, ada)).body.contact.id;
    const hours = { firstCallTime: '00:00', lastCallTime: '24:00', timeZone: 'UTC', pacing: 'asap' };
    await rest.ask('POST', '/campaigns', { name: 'Secret offer', agentId: agent, nextAction: 'Ask', ...hours, contactIds: [contact] }, ada);
    await rest.ask('PUT', '/settings/concurrency', { systemLimit: 7 }, await test.person('admin'));
    await test.clock.until(() => test.parts.data.slots.systemActive() === 1, 60_000, 'the call');
    expect(await read()).toMatchObject({
      ringmaster_calls_up: '1',
      ringmaster_slots_limit: '7',
      ringmaster_slots_free: '6',
      'ringmaster_queue_items{state="processing"}': '1',
      'ringmaster_queue_items{state="queued"}': '0',
      'ringmaster_campaigns{state="active"}': '1',
    });
    await test.clock.advance(10 * 60_000);
    await fetch(`${rest.url}/api/nothing`);
    await fetch(`${test.engine.context.tunnel.localUrl()}/webhooks/practice/events`, { method: 'POST', body: 'x' });
    const after = await read();
    expect(after).toMatchObject({
      ringmaster_calls_up: '0',
      'ringmaster_deliveries_total{provider="practice",fate="refused"}': '1',
      'ringmaster_rest_request_seconds_count{status="2xx"}': '4',
      'ringmaster_rest_request_seconds_count{status="4xx"}': '1',
    });
    expect(Number(after['ringmaster_deliveries_total{provider="practice",fate="applied"}'])).toBeGreaterThan(0);
    expect(Number(after['ringmaster_pass_seconds_count'])).toBeGreaterThan(5);
    expect(Number(after['process_resident_memory_bytes'])).toBeGreaterThan(0);
    expect(Object.keys(after).join(' ')).not.toMatch(/Lovelace|Smith|offer|442079|(campaign|call|agent)_[0-9a-z]{6}/);
  });

  it('count what failed and should not have', async () => {
    test.parts.data.notices.open = () => {
      throw new Error('a bug');
    };
    // Past the helper that asks, for a mistake is documented of no route.
    await fetch(`${rest.url}/api/notices`, { headers: { authorization: ada.authorization } });
    test.parts.health.raise('clock-off', 'The clock is off.', test.clock.now());
    expect(await read()).toMatchObject({ 'ringmaster_faults_total{kind="request"}': '1', 'ringmaster_problems{code="clock-off"}': '1' });
    test.parts.health.clear('clock-off');
    expect(await read()).not.toHaveProperty('ringmaster_problems{code="clock-off"}');
  });

  it('are those of one engine', async () => {
    const other = await startEngine();
    await (await other.serve()).ask('GET', '/nothing');
    expect(await read()).not.toHaveProperty('ringmaster_rest_request_seconds_count{status="4xx"}');
    await other.stop();
  });

  it('are for this computer', () => {
    const isHere = (remoteAddress: string) => isThisComputer({ socket: { remoteAddress } });
    expect(['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1'].filter((address) => !isHere(address))).toEqual([]);
    expect(['192.168.1.7', '::ffff:192.168.1.7', '10.127.0.1', 'fe80::1', '::127.0.0.1', ''].filter(isHere)).toEqual([]);
  });
});
