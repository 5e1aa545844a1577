import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../tests/helpers/builders.ts';
import { untilReal } from '../../../tests/helpers/virtual-clock.ts';
import { everyone } from '../data/scope.ts';
import type { RawDelivery, TelephonyProvider } from '../ports/provider.ts';
import { BODY_LIMIT, BODY_MS, startWebhookListener, type WebhookListener } from './listener.ts';

let world: World;
let listener: WebhookListener;
let seen: RawDelivery[];

beforeEach(async () => {
  seen = [];
  const provider = {
    name: 'practice',
    readDelivery(raw: RawDelivery) {
      seen.push(raw);
      if (raw.headers['signed'] !== 'yes') return { kind: 'refused' as const, reason: 'not signed' };
      return { kind: 'report' as const, key: 'k', report: { providerCallId: 'p1', reference: null, state: 'ringing' as const, at: null } };
    },
  } as TelephonyProvider;
  world = openWorld({ providers: { practice: provider } });
  listener = await startWebhookListener(world, 0);
});
afterEach(async () => {
  await listener.stop();
  world.close();
});

const post = (path: string, body: BodyInit, headers: Record<string, string> = { signed: 'yes' }) =>
  fetch(`http://127.0.0.1:${listener.port}${path}`, { method: 'POST', body, headers });

describe('startWebhookListener', () => {
  it('hands a delivery on exactly as it came, and answers when it is stored', async () => {
    const response = await post('/webhooks/practice/events/a?secret=1', '{"ü": 1 }', { signed: 'yes', 'x-more': 'yes' });
    expect([response.status, await response.text(), world.data.inbox.list(everyone, undefined, { page: 1, limit: 9 }).length]).toEqual([
      200,
      '',
      1,
    ]);
    expect(seen).toMatchObject([{ path: 'events/a', headers: { 'x-more': 'yes' }, receivedAt: world.clock.now() }]);
    expect(new TextDecoder().decode(seen[0]!.body)).toBe('{"ü": 1 }');
  });

  it('answers 401 to what is not signed', async () => {
    expect((await post(new URL(listener.url('practice')).pathname, '{}', {})).status).toBe(401);
  });

  it.each([
    ['a provider that is not set up', '/webhooks/bolna/events'],
    ['no provider at all', '/webhooks/toString/events'],
    ['a provider without a path', '/webhooks/practice/'],
    ['any other address', '/api/campaigns'],
    ['the root', '/'],
  ])('has nothing at %s', async (_, path) => {
    expect((await post(path, '{}')).status).toBe(404);
    expect(seen).toEqual([]);
  });

  it('takes nothing but POST', async () => {
    const response = await fetch(listener.url('practice'));
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('takes a body of 1 MB and refuses a longer one with 413', async () => {
    expect((await post('/webhooks/practice/events', 'x'.repeat(BODY_LIMIT))).status).toBe(200);
    const tooLong = await post('/webhooks/practice/events', 'x'.repeat(BODY_LIMIT + 1)).then(
      (response) => response.status,
      () => 413,
    );
    expect([tooLong, seen.length]).toEqual([413, 1]);
    expect(world.data.inbox.refused()).toMatchObject([{ route: '/webhooks/practice/events', reason: 'the body is longer than 1 MB' }]);
  });

  it('cuts off a body that does not come within 15 seconds', async () => {
    const socket = connect(listener.port, '127.0.0.1');
    let answer = '';
    let closed = false;
    socket.on('data', (chunk) => (answer += String(chunk)));
    socket.on('close', () => (closed = true));
    socket.write('POST /webhooks/practice/events HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{"slow"');
    await untilReal(() => world.clock.waiting > 0, 'the head of the request');
    await world.clock.advance(BODY_MS - 1);
    expect(closed).toBe(false);
    await world.clock.advance(1);
    await untilReal(() => closed, 'the end of the connection');
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(seen).toEqual([]);
  });

  it('forgets a request whose sender goes away in the middle', async () => {
    const socket = connect(listener.port, '127.0.0.1');
    socket.write('POST /webhooks/practice/events HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{"half"');
    await untilReal(() => world.clock.waiting > 0, 'the head of the request');
    socket.destroy();
    await untilReal(() => world.clock.waiting === 0, 'the end of waiting');
    expect(seen).toEqual([]);
  });

  it('says in a sentence that its port is taken', async () => {
    await expect(startWebhookListener(world, listener.port)).rejects.toMatchObject({ code: 'webhook_port_taken' });
  });
});
