/** One contract over three transports: a real MessagePort, a real WebSocket, REST; and the live stream over each. */
import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient, isDefinedError, safe } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { AppContract } from '../../src/shared/contract/index.ts';
import type { LiveEvent } from '../../src/shared/contract/live.ts';
import { createRpc } from '../../src/main/server/rpc.ts';
import { MOST_CHANGES } from '../../src/main/live/notes.ts';
import { type Person, type Rest, startEngine, type TestEngine } from '../helpers/engine.ts';
import { untilReal } from '../helpers/virtual-clock.ts';

type Api = ContractRouterClient<AppContract>;
interface Connection {
  api: Api;
  close: () => void;
}

let test: TestEngine;
let rest: Rest;
let ada: Person;
let admin: Person;

beforeEach(async () => {
  test = await startEngine();
  rest = await test.serve({ screensFolder: join(test.dataDir, 'screens') });
  ada = await test.person();
  admin = await test.person('admin');
});
afterEach(() => test.stop());

/** As on the desktop: what main holds is an EventEmitter whose messages carry { data, ports }. */
async function port(who: Person | null): Promise<Connection> {
  const { port1, port2 } = new MessageChannel();
  const main = Object.assign(new EventEmitter(), { postMessage: (data: unknown) => port1.postMessage(data) });
  port1.on('message', (data: unknown) => main.emit('message', { data, ports: [] }));
  port1.on('close', () => main.emit('close'));
  rest.attachPort(main);
  port2.start();
  return { api: createORPCClient(new PortLink({ port: port2, headers: headersOf(who) })), close: () => port2.close() };
}

let cookie: string | undefined;
async function socket(who: Person | null): Promise<Connection> {
  cookie = (await fetch(rest.page, { redirect: 'manual' })).headers.get('set-cookie')?.split(';')[0] ?? cookie;
  const websocket = new WebSocket(`${rest.url.replace('http', 'ws')}/rpc`, { headers: { cookie: cookie ?? '', origin: rest.url } });
  return {
    api: createORPCClient(new SocketLink({ websocket: websocket as never, headers: headersOf(who) })),
    close: () => websocket.close(),
  };
}

const headersOf = (who: Person | null) => (who ? { authorization: who.authorization } : {});

describe.each([
  ['a MessagePort', port],
  ['a WebSocket', socket],
])('over %s', (_name, connect) => {
  it('carries dates, declared errors and who asks with each request', async () => {
    const { api, close } = await connect(ada);
    const { contact } = await api.contacts.create({ phoneNumber: '+442079460958', name: 'Ada' });
    const { user } = await api.auth.me({});
    expect(user.createdAt).toBeInstanceOf(Date);
    const gone = await safe(api.contacts.get({ id: contact.id + 1 }));
    expect(isDefinedError(gone.error) && [gone.error.code, gone.error.status, gone.error.data.code]).toEqual([
      'NOT_FOUND',
      404,
      'not_found',
    ]);
    const refused = await safe(api.users.list({}));
    expect(isDefinedError(refused.error) && refused.error.data.code).toBe('admins_only');
    const wrong = await safe(api.contacts.create({ phoneNumber: '+442079460958', colour: 'red' } as never));
    expect(wrong.error).toMatchObject({ code: 'BAD_REQUEST' });
    close();
  });

  it('answers nobody', async () => {
    const { api, close } = await connect(null);
    const refused = await safe(api.auth.me({}));
    expect(isDefinedError(refused.error) && refused.error.code).toBe('NOT_SIGNED_IN');
    expect(await api.auth.state({})).toEqual({ firstRun: false });
    close();
  });

  it('streams what changes, numbered, until its reader leaves', async () => {
    const { api, close } = await connect(ada);
    const stream = await api.live.subscribe({});
    const first = (await stream.next()).value as LiveEvent;
    expect(first).toMatchObject({
      kind: 'snapshot',
      campaigns: [],
      calls: [],
      concurrency: { userLimit: 2, systemLimit: 10 },
      problems: [],
    });
    const next = stream.next();
    await rest.ask('PUT', '/settings/concurrency', { systemLimit: 7 }, admin);
    await test.clock.advance(200);
    expect((await next).value).toMatchObject({ kind: 'changes', number: first.number + 1, concurrency: { systemLimit: 7 } });
    expect(test.engine.context.live.size).toBe(1);
    close();
    await untilReal(() => test.engine.context.live.size === 0, 'the end of the stream');
  });

  it('ends the stream when the session behind it ends', async () => {
    const { api, close } = await connect(ada);
    const stream = await api.live.subscribe({});
    await stream.next();
    const next = safe(stream.next() as never);
    await rest.ask('DELETE', `/users/${ada.actor.userId}`, undefined, admin);
    await test.clock.advance(200);
    expect((await next).error).toMatchObject({ code: 'NOT_SIGNED_IN' });
    await untilReal(() => test.engine.context.live.size === 0, 'the end of the stream');
    close();
  });
});

describe('over REST', () => {
  it('streams the same as server-sent events with numbered ids, and goes on after the last one seen', async () => {
    const read = async (headers: Record<string, string> = {}) => {
      const answer = await fetch(`${rest.url}/api/events`, { headers: { authorization: ada.authorization, ...headers } });
      expect(answer.headers.get('content-type')).toBe('text/event-stream');
      return eventsOf(answer);
    };
    const stream = await read();
    const first = await stream.next();
    expect(first).toMatchObject({ data: { kind: 'snapshot', number: Number(first.id) } });
    await stream.leave();
    await untilReal(() => test.engine.context.live.size === 0, 'the end of the stream');

    await rest.ask('PUT', '/settings/concurrency', { systemLimit: 7 }, admin);
    await test.clock.advance(200);
    const again = await read({ 'last-event-id': first.id });
    expect(await again.next()).toMatchObject({ data: { kind: 'changes', concurrency: { systemLimit: 7 } } });
    await again.leave();
    const stranger = await read({ 'last-event-id': '12' });
    expect(await stranger.next()).toMatchObject({ data: { kind: 'snapshot' } });
    await stranger.leave();
  });
});

describe('the live stream', () => {
  const listen = (who: Person, after?: number) =>
    test.engine.context.live.listen({ actor: who.actor, after, isStillGood: () => Promise.resolve(true) });

  it('gathers what happens in a tenth of a second into one batch, however slow its reader', async () => {
    const stream = listen(ada);
    const { value: first } = await stream.next();
    for (let i = 1; i <= 30; i += 1) {
      await rest.ask('PUT', '/settings/concurrency', { systemLimit: i }, admin);
      await test.clock.advance(50);
    }
    const { value: next } = await stream.next();
    expect(next).toMatchObject({ kind: 'changes', concurrency: { systemLimit: 30 } });
    expect(next!.number - first!.number).toBeLessThanOrEqual(16);
    await stream.return();
  });

  it('says a snapshot where more changed than a batch holds', async () => {
    const stream = listen(ada);
    await stream.next();
    test.parts.data.database.write(() => {
      for (let i = 1; i <= MOST_CHANGES + 1; i += 1) test.parts.data.database.changes.items.add(i);
    });
    await test.clock.advance(200);
    expect((await stream.next()).value).toMatchObject({ kind: 'snapshot', items: [] });
    await stream.return();
  });

  it('waits for a socket that takes nothing, and then says only how things are by then', async () => {
    const line = new HeldLine();
    createRpc(test.engine.context).attachSocket(line.server as never, null);
    const api: Api = createORPCClient(new SocketLink({ websocket: line.client as never, headers: headersOf(ada) }));
    const stream = await api.live.subscribe({});
    await stream.next();
    line.held = true;
    const sent = line.sent;
    for (let i = 1; i <= 20; i += 1) {
      await rest.ask('PUT', '/settings/concurrency', { systemLimit: i }, admin);
      await test.clock.advance(200);
    }
    expect(line.sent - sent).toBe(1);
    line.release();
    await stream.next();
    expect((await stream.next()).value).toMatchObject({ concurrency: { systemLimit: 20 } });
    await stream.return?.(undefined);
  });

  it('tells one supervisor nothing of another', async () => {
    const [own, others] = [listen(ada), listen(await test.person())];
    const all = listen(admin);
    for (const stream of [own, others, all]) await stream.next();
    const { body } = await rest.ask('POST', '/agents', { name: 'Practice', provider: 'practice', providerAgentId: 'any' }, ada);
    const contact = await rest.ask('POST', '/contacts', { phoneNumber: '+442079460900', name: 'Ada' }, ada);
    const made = await rest.ask(
      'POST',
      '/campaigns',
      {
        name: 'A list',
        agentId: body.agent.id,
        nextAction: 'Ask',
        firstCallTime: '00:00',
        lastCallTime: '24:00',
        timeZone: 'UTC',
        pacing: 'asap',
        contactIds: [contact.body.contact.id],
      },
      ada,
    );
    expect(made.status).toBe(201);
    await test.clock.advance(60_000);
    const told = await Promise.all([own.next(), others.next(), all.next()]);
    const ids = told.map(({ value }) => [value!.campaigns.map(({ campaign }) => campaign.id), value!.calls.length, value!.items.length]);
    expect(ids).toEqual([
      [[made.body.campaign.id], 1, 1],
      [[], 0, 0],
      [[made.body.campaign.id], 1, 1],
    ]);
    for (const stream of [own, others, all]) await stream.return();
  });
});

/** Two ends of a WebSocket in one process, whose server's end can be slow to take what it is given. */
class HeldLine {
  held = false;
  sent = 0;
  private readonly waiting: (() => void)[] = [];
  readonly client = Object.assign(new EventTarget(), {
    readyState: 1,
    send: (data: unknown) => void this.server.dispatchEvent(new MessageEvent('message', { data })),
  });
  readonly server = Object.assign(new EventTarget(), {
    readyState: 1,
    OPEN: 1,
    send: (data: unknown, taken: () => void) => {
      this.sent += 1;
      this.client.dispatchEvent(new MessageEvent('message', { data }));
      if (this.held) this.waiting.push(taken);
      else taken();
    },
  });

  release(): void {
    this.held = false;
    for (const taken of this.waiting.splice(0)) taken();
  }
}

interface ServerSent {
  id: string;
  data: LiveEvent;
}

/** Server-sent events as they come. */
function eventsOf(answer: Response): { next(): Promise<ServerSent>; leave(): Promise<void> } {
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    async next() {
      for (;;) {
        const end = text.indexOf('\n\n');
        if (end >= 0) {
          const fields = Object.fromEntries(
            text
              .slice(0, end)
              .split('\n')
              .map((line) => line.split(/: ?(.*)/s).slice(0, 2)),
          );
          text = text.slice(end + 2);
          if (fields.data) return { id: fields.id, data: JSON.parse(fields.data) };
          continue;
        }
        const { value, done } = await reader.read();
        if (done) throw new Error('the stream ended');
        text += value;
      }
    },
    leave: () => reader.cancel(),
  };
}
