/** What the port for deliveries makes of everything that is none: forged, stale, too long, malformed, sent again, and plain noise. */
import { connect } from 'node:net';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { everyone } from '../../src/main/data/scope.ts';
import { changeTelephony } from '../../src/main/settings/telephony.ts';
import { BODY_LIMIT, BODY_MS } from '../../src/main/webhooks/listener.ts';
import { PROVIDERS, type ProviderName } from '../../src/shared/domain/states.ts';
import { aCallUp, anAdmin, anItem } from '../helpers/builders.ts';
import { aDelivery, type Delivered, pathOf, type Says, signed } from '../helpers/delivered.ts';
import { AGENTS, PATH_SECRET } from '../helpers/far-end.ts';
import { type HookedEngine, startHooked } from '../helpers/hooked-engine.ts';
import { forged } from '../helpers/noise.ts';
import { seededRandom } from '../helpers/seeded-ids.ts';
import { untilReal } from '../helpers/virtual-clock.ts';

const LONG = process.env['RINGMASTER_TEST'] === 'long';
/** Requests of noise to each provider's address. */
const NOISE = LONG ? 100_000 : 2_000;
const AT_ONCE = 50;
const MINUTE = 60_000;
const AUDIO_LIMIT = 25 * BODY_LIMIT;
const SIGNING = PROVIDERS.filter((provider) => provider !== 'bolna');
const SECRET_IN_PATH = PROVIDERS.filter((provider) => provider !== 'practice');

let hooked: HookedEngine;
beforeEach(async () => {
  hooked = await startHooked();
});
afterEach(() => hooked.stop());

const inbox = () => hooked.world.data.inbox;
const stored = () => inbox().count(everyone, undefined, 1_000_000);
const statusOf = (provider: ProviderName) => hooked.world.data.calls.get(everyone, hooked.calls[provider].id)!.status;
const saysOf = (provider: ProviderName): Says => ({
  providerCallId: hooked.calls[provider].providerCallId!,
  reference: hooked.calls[provider].id,
});
const right = (provider: ProviderName): Delivered => aDelivery(provider, saysOf(provider), hooked.engine.clock.now());

/** What must hold whatever came: every call is up as it was, the file is whole, and nobody can read the secret word. */
function expectUnharmed(): void {
  const { sqlite } = hooked.world.data.database;
  expect(Object.fromEntries(PROVIDERS.map((provider) => [provider, statusOf(provider)]))).toEqual(
    Object.fromEntries(PROVIDERS.map((provider) => [provider, 'in-progress'])),
  );
  expect(
    sqlite.prepare('SELECT count(*) FROM calls WHERE slot_released_at IS NOT NULL OR provider_call_id NOT LIKE ?').pluck().get('there-%'),
  ).toBe(0);
  expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(JSON.stringify(inbox().refused())).not.toContain(PATH_SECRET);
  expect(hooked.logged()).not.toContain(PATH_SECRET);
}

describe('a delivery that is right', () => {
  it.each(SIGNING)('ends its call, over %s, and sent again ten times changes nothing', async (provider) => {
    expect(await hooked.send(right(provider))).toBe(200);
    await hooked.engine.clock.advance(1000);
    const look = () => ({
      call: { ...hooked.world.data.calls.get(everyone, hooked.calls[provider].id)!, updatedAt: 0 },
      counts: hooked.world.data.database.sqlite.prepare('SELECT * FROM campaign_counts').all(),
      figures: hooked.world.data.database.sqlite.prepare('SELECT * FROM call_buckets').all(),
      history: hooked.world.data.database.sqlite.prepare('SELECT count(*) FROM queue_history').pluck().get(),
    });
    const after = look();
    expect(after.call.status).not.toBe('in-progress');
    const again = await Promise.all(Array.from({ length: 10 }, () => hooked.send(right(provider))));
    await hooked.engine.clock.advance(1000);
    expect(again).toEqual(Array(10).fill(200));
    expect(look()).toEqual(after);
  });

  it('is only a hint where nobody signs: Bolna is asked, and says that the call is up', async () => {
    expect(await hooked.send(right('bolna'))).toBe(200);
    await hooked.engine.clock.advance(1000);
    expect(hooked.asked).toContain('GET /executions/there-bolna');
    expectUnharmed();
  });

  it('tells a call no id where nobody signs: a false one would have it looked for in vain and given up', async () => {
    const campaign = hooked.world.data.campaigns.get(everyone, hooked.calls.bolna.campaignId!)!;
    const { id } = aCallUp(hooked.world, anItem(hooked.world, campaign), {
      providerCallId: null,
      ambiguous: true,
      providerAgentId: AGENTS.bolna.providerAgentId,
    });
    expect(await hooked.send(aDelivery('bolna', { providerCallId: 'made-up', reference: id }, 0))).toBe(200);
    await hooked.engine.clock.advance(1000);
    expect(hooked.world.data.calls.get(everyone, id)).toMatchObject({ status: 'dialing', providerCallId: null, slotReleasedAt: null });
    expect(hooked.asked).toContain('GET /v2/agent/5f0c1d2e-1111-4222-8333-944455556666/executions');
    expect(inbox().ofCall(id)).toEqual([]);
  });
});

describe('a delivery that is not', () => {
  const changed = (delivered: Delivered): Delivered => ({ ...delivered, body: delivered.body.replace(/there/, 'other') });
  const forgeries: [string, ProviderName, () => Delivered][] = [
    ...SIGNING.flatMap((provider): [string, ProviderName, () => Delivered][] => [
      ['unsigned', provider, () => ({ ...right(provider), headers: { 'content-type': right(provider).headers['content-type']! } })],
      [
        'signed with another secret',
        provider,
        () => ({
          ...right(provider),
          headers: signed(provider, right(provider).path, right(provider).body, { at: hooked.engine.clock.now(), wrongKey: true }),
        }),
      ],
      ['changed after it was signed', provider, () => changed(right(provider))],
      ['empty', provider, () => ({ ...right(provider), body: '' })],
    ]),
    ...(['practice', 'elevenlabs'] as const).flatMap((provider): [string, ProviderName, () => Delivered][] =>
      [-31, 6].map((minutes) => [
        `signed ${minutes} minutes from now`,
        provider,
        () => ({
          ...right(provider),
          headers: signed(provider, right(provider).path, right(provider).body, { at: hooked.engine.clock.now() + minutes * MINUTE }),
        }),
      ]),
    ),
    ...SECRET_IN_PATH.flatMap((provider): [string, ProviderName, () => Delivered][] =>
      ['another-secret', `${PATH_SECRET}x`, `/${PATH_SECRET}`, `x/${PATH_SECRET}`, `${PATH_SECRET}/x/y`, `%2e%2e/${PATH_SECRET}`].map(
        (secret) => [`at ${secret}`, provider, () => ({ ...right(provider), path: right(provider).path.replace(PATH_SECRET, secret) })],
      ),
    ),
    ['signed, for a call of another', 'signalwire', () => ({ ...right('signalwire'), path: pathOf('signalwire', 'call_nobody') })],
    [
      'a question what to do, unsigned',
      'signalwire',
      () => ({ ...right('signalwire'), path: `${right('signalwire').path}/cxml`, headers: {} }),
    ],
  ];

  it.each(forgeries)('is refused, counted and kept without the secret word: %s, over %s', async (_, provider, make) => {
    const status = await hooked.send(make());
    await hooked.engine.clock.advance(1000);
    expect([401, 403]).toContain(status);
    expect([stored(), inbox().refusedCount(), inbox().refused().length]).toEqual([0, 1, 1]);
    expect(inbox().refused()[0]!.route).toMatch(new RegExp(`^/webhooks/${provider}/`));
    expectUnharmed();
  });

  it.each(PROVIDERS)('is refused as malformed where it is signed and cannot be read, over %s', async (provider) => {
    const path = pathOf(provider, hooked.calls[provider].id);
    const body = provider === 'signalwire' ? '{"half' : '[1, 2';
    const headers = signed(provider, path, body, { at: hooked.engine.clock.now() });
    const status = await hooked.send({ path, body, headers });
    // A form is read whatever stands in it; then it says nothing of a call.
    expect(status).toBe(provider === 'signalwire' ? 200 : 400);
    // What was proven to be the vendor's own is kept all the same, to be looked at.
    expect(stored()).toBe(provider === 'signalwire' ? 1 : 0);
    expectUnharmed();
  });

  it('keeps no secret word where its body repeats it', async () => {
    await hooked.send({ path: '/webhooks/bolna/wrong', body: `{"url":"https://x.example/webhooks/bolna/${PATH_SECRET}"}` });
    expect(inbox().refused()[0]!.start).toBe('{"url":"https://x.example/webhooks/bolna/…"}');
  });
});

describe('a delivery that is too long or too slow', () => {
  it.each(PROVIDERS)('is answered 413 above 1 MB, over %s', async (provider) => {
    expect(await hooked.send({ ...right(provider), body: 'x'.repeat(BODY_LIMIT) })).not.toBe(413);
    expect(await over({ ...right(provider), body: 'x'.repeat(BODY_LIMIT + 1) })).toMatch(/^HTTP\/1\.1 413 /);
    expect(inbox().refused()[0]).toMatchObject({ reason: 'the body is longer than 1 MB' });
    expectUnharmed();
  });

  it('may have 25 MB where recordings of ElevenLabs are kept, for whoever knows the address', async () => {
    changeTelephony(hooked.world, anAdmin(hooked.world), { elevenlabs: { keepAudio: true } });
    const { path } = right('elevenlabs');
    const body = JSON.stringify({
      type: 'post_call_audio',
      event_timestamp: 1,
      data: { conversation_id: `c${'/..'.repeat(100)}`, full_audio: Buffer.alloc(3 * BODY_LIMIT).toString('base64') },
    });
    const headers = signed('elevenlabs', path, body, { at: hooked.engine.clock.now() });
    expect(await hooked.send({ path, body, headers })).toBe(200);
    const folder = join(hooked.engine.dataDir, 'recordings');
    expect(existsSync(folder) && readdirSync(folder)).toEqual([expect.stringMatching(/^elevenlabs-[0-9a-f]{64}\.audio$/)]);
    expect(await hooked.send({ path, body: 'x'.repeat(AUDIO_LIMIT) })).toBe(401);
    expect(await over({ path, body: 'x'.repeat(AUDIO_LIMIT + 1) })).toMatch(/^HTTP\/1\.1 413 /);
    expect(await over({ path: '/webhooks/elevenlabs/guessed', body: 'x'.repeat(BODY_LIMIT + 1) })).toMatch(/^HTTP\/1\.1 413 /);
    expectUnharmed();
  });

  it('is cut off, each of a hundred senders that dawdle, while others are answered', async () => {
    const waiting = hooked.engine.clock.waiting;
    const answers = Array.from({ length: 100 }, () => raw('POST /webhooks/bolna/x HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\n{'));
    await untilReal(() => hooked.engine.clock.waiting === waiting + 100, 'the heads of all');
    expect(await hooked.send(right('signalwire'))).toBe(200);
    await hooked.engine.clock.advance(BODY_MS);
    expect((await Promise.all(answers)).map((answer) => answer.slice(0, 12))).toEqual(Array(100).fill('HTTP/1.1 408'));
    expect(inbox().refusedCount()).toBe(100);
  });

  it.runIf(LONG)('is cut off where not even its head comes', async () => {
    const before = performance.now();
    expect(await raw('POST /webhooks/bolna/x HTTP/1.1\r\nhost: x\r\n')).toMatch(/^HTTP\/1\.1 408 /);
    expect(performance.now() - before).toBeLessThan(17_000);
  });
});

describe('a thousand deliveries at once', () => {
  it('are all kept and answered', async () => {
    const { id, providerCallId } = hooked.calls.practice;
    const at = hooked.engine.clock.now();
    const path = pathOf('practice', id);
    const bodies = Array.from({ length: 1000 }, (_, i) =>
      JSON.stringify({
        event_id: `e${i}`,
        sequence: i,
        call: { id: providerCallId, reference: id, status: 'in-progress', to: '+15550100002' },
      }),
    );
    const answers = await Promise.all(bodies.map((body) => hooked.send({ path, body, headers: signed('practice', path, body, { at }) })));
    expect(new Set(answers)).toEqual(new Set([200]));
    expect(new Set(hooked.world.data.database.sqlite.prepare('SELECT key FROM webhook_inbox').pluck().all()).size).toBe(1000);
    await hooked.engine.clock.advance(1000);
    expect(hooked.world.data.database.sqlite.prepare("SELECT count(*) FROM webhook_inbox WHERE state <> 'applied'").pluck().get()).toBe(0);
    expectUnharmed();
  });
});

describe('the port for deliveries', () => {
  const ask = (head: string) => raw(`${head}\r\nhost: x\r\nconnection: close\r\ncontent-length: 2\r\n\r\n{}`);

  it('has nothing for whatever else is asked', async () => {
    const heads = [
      ...['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'CONNECT', 'PROPFIND', 'PURGE'].map(
        (method) => `${method} /webhooks/practice/events HTTP/1.1`,
      ),
      ...['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'].map((method) => `${method} /health HTTP/1.1`),
      ...[
        '/',
        '/api',
        '/api/campaigns',
        '/rpc',
        '/index.html',
        '/health/',
        '/healthz',
        '/HEALTH',
        '/health/../api/campaigns',
        '/webhooks',
        '/webhooks/',
        '/webhooks/practice',
        '/webhooks/practice/',
        '/webhooks/../api/campaigns',
        '/webhooks/practice/../../api/campaigns',
        '/webhooks/practice/..%2f..%2fapi',
        '/webhooks/practice/%2e%2e/%2e%2e/api',
        '/webhooks/nobody/events',
        '/webhooks/__proto__/events',
        '/webhooks/toString/events',
        '/Webhooks/practice/events',
        '/webhooks/PRACTICE/events',
        '/%77ebhooks/practice/events',
        '//webhooks/practice/events',
        '//evil.example/webhooks/practice/events',
        '/x/../webhooks/practice/events',
        '/webhooks\\practice\\events',
        'http://evil.example/webhooks/practice/events',
        'http://127.0.0.1/api/campaigns',
        'http://evil.example/health',
        'webhooks/practice/events',
        '?/webhooks/practice/events',
        '*',
        `/webhooks/practice/${'a'.repeat(20_000)}`,
        '/webhooks/practice/\u0000',
        '/webhooks/practice/a b',
      ].flatMap((path) => [`POST ${path} HTTP/1.1`, `GET ${path} HTTP/1.1`]),
      'POST /webhooks/practice/events HTTP/1.0',
      'POST /webhooks/practice/events HTTP/2.0',
      'GARBAGE',
      '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003',
      'GET /api/campaigns HTTP/1.1\r\nhost: localhost\r\nupgrade: websocket\r\nconnection: upgrade',
      'POST /webhooks/practice/events HTTP/1.1\r\ntransfer-encoding: chunked',
      'POST /webhooks/practice/events HTTP/1.1\r\nexpect: nonsense',
      `POST /webhooks/practice/events HTTP/1.1\r\nx: ${'y'.repeat(20_000)}`,
    ];
    const answers = await Promise.all(heads.map(async (head) => ({ head, answer: await ask(head) })));
    expect(answers.filter(({ answer }) => !/^(HTTP\/1\.[01] 4\d\d |$)/.test(answer))).toEqual([]);
    expect(stored()).toBe(0);
    expectUnharmed();
  });

  it.each([
    '//webhooks/practice/events',
    '//evil.example/webhooks/practice/events',
    '/x/../webhooks/practice/events',
    '/./webhooks/practice/events',
    '/%77ebhooks/practice/events',
    '/webhooks\\practice/events',
    '/webhooks/bolna/../practice/events',
    'http://evil.example/webhooks/practice/events',
    '/Webhooks/practice/events',
  ])('takes no delivery, however well signed, at another spelling of its address: %s', async (path) => {
    expect([404, 401]).toContain(await hooked.send({ ...right('practice'), path }));
    expect(stored()).toBe(0);
  });

  it('tells whoever asks for its health that it is there, whatever host is named', async () => {
    for (const host of ['x', 'evil.example', '127.0.0.1:1'])
      expect(await raw(`GET /health?x HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`)).toMatch(
        /^HTTP\/1\.1 200 OK[^]*\{"instance":"[\w-]+"\}/,
      );
  });
});

describe('noise', () => {
  it.each(PROVIDERS)(`of ${NOISE} requests to %s ends no call, breaks nothing and fits the count of the refused`, async (provider) => {
    const random = seededRandom(Number(process.env['RINGMASTER_SEED'] ?? 1));
    const answers = new Map<number, number>();
    let left = NOISE;
    const sender = async () => {
      while (left-- > 0) {
        const noise = forged(random, provider, saysOf(provider), hooked.engine.clock.now());
        const status = await hooked.send(noise);
        answers.set(status, (answers.get(status) ?? 0) + 1);
        if (status === 200 && !noise.mayBeTaken) throw new Error(`taken: ${JSON.stringify(noise)}`);
        if (status === 0 || status >= 500) throw new Error(`answered ${status}: ${JSON.stringify(noise)}`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, sender));
    await hooked.engine.clock.advance(2000);
    const count = (...statuses: number[]) => statuses.reduce((sum, status) => sum + (answers.get(status) ?? 0), 0);
    expect(inbox().refusedCount()).toBe(count(400, 401, 403, 408, 413));
    expect(count(400, 401, 403)).toBeGreaterThan(NOISE / 3);
    expect(stored()).toBeLessThanOrEqual(count(200));
    expectUnharmed();
    // Whoever is right is heard as before.
    expect(await hooked.send(right(provider))).toBe(200);
    await hooked.engine.clock.advance(1000);
    expect(provider === 'bolna' ? hooked.asked.length : statusOf(provider)).not.toBe(provider === 'bolna' ? 0 : 'in-progress');
  });
});

/** Sends bytes as they are, and resolves to everything that came back until the connection was closed. */
function raw(bytes: string): Promise<string> {
  return new Promise((done) => {
    let answer = '';
    const socket = connect(hooked.port, '127.0.0.1', () => socket.write(bytes, 'latin1'));
    socket.on('data', (chunk) => (answer += chunk.toString('latin1')));
    socket.once('error', () => {});
    socket.once('close', () => done(answer));
  });
}

/** The answer to a body that is cut off: it may come before all of it is sent. */
const over = ({ path, body }: Pick<Delivered, 'path' | 'body'>): Promise<string> =>
  raw(`POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-length: ${body.length}\r\n\r\n${body}`);
