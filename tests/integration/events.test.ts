/** The stream of events over REST, as a script reads it: in order, resumed without loss, and ended with whoever reads it. */
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LiveEvent } from '../../src/shared/contract/live.ts';
import { type Person, type Rest, startEngine, type TestEngine } from '../helpers/engine.ts';
import { untilReal } from '../helpers/virtual-clock.ts';

let test: TestEngine;
let rest: Rest;
let ada: Person;
let admin: Person;
let readers: Reader[] = [];

beforeEach(async () => {
  test = await startEngine();
  rest = await test.serve();
  ada = await test.person();
  admin = await test.person('admin');
});
afterEach(async () => {
  for (const reader of readers.splice(0)) reader.leave();
  await test.stop();
});

interface Told {
  event: string;
  id: number;
  // A refusal, or what changed.
  data: LiveEvent & { success?: false; error?: { code: string } };
}

/** What comes over one connection, byte for byte. */
class Reader {
  readonly told: Told[] = [];
  comments = 0;
  ended = false;
  headers = new Headers();
  private readonly stop = new AbortController();

  async open(query = '', headers: Record<string, string> = {}, who: Person = ada): Promise<this> {
    const answer = await fetch(`${rest.url}/api/events${query}`, {
      headers: { authorization: who.authorization, ...headers },
      signal: this.stop.signal,
    });
    this.headers = answer.headers;
    this.read(answer).then(
      () => {
        this.ended = true;
      },
      () => {
        this.ended = true;
      },
    );
    return this;
  }

  /** Waits until so many events have come. */
  async until(n: number): Promise<Told[]> {
    await untilReal(() => this.told.length >= n, `event ${n}`);
    return this.told;
  }

  leave(): void {
    this.stop.abort();
  }

  private async read(answer: Response): Promise<void> {
    let text = '';
    for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        this.take(text.slice(0, end).split('\n'));
        text = text.slice(end + 2);
      }
    }
  }

  private take(lines: string[]): void {
    const field = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
    const data = field('data');
    if (data === undefined) this.comments += 1;
    else this.told.push({ event: field('event') ?? 'message', id: Number(field('id')), data: JSON.parse(data) });
  }
}

async function reading(...given: Parameters<Reader['open']>): Promise<Reader> {
  const reader = new Reader();
  readers.push(reader);
  return await reader.open(...given);
}

/** Something that everybody is told of. */
async function change(systemLimit: number): Promise<void> {
  await rest.ask('PUT', '/settings/concurrency', { systemLimit }, admin);
  await test.clock.advance(200);
}
const limits = (reader: Reader) => reader.told.map(({ data }) => data.concurrency?.systemLimit);

describe('the stream of events', () => {
  it('begins with how things are, and tells each change once, in order, by a growing number', async () => {
    const reader = await reading();
    const { headers } = reader;
    expect([headers.get('content-type'), headers.get('cache-control'), headers.get('x-accel-buffering')]).toEqual([
      'text/event-stream',
      'no-store',
      'no',
    ]);
    await reader.until(1);
    // Sent at once, so that whoever asks knows that it is there.
    expect(reader.comments).toBe(1);
    for (const limit of [3, 4, 5]) await change(limit);
    const told = await reader.until(4);
    expect(told.map(({ data }) => data.kind)).toEqual(['snapshot', 'changes', 'changes', 'changes']);
    expect(limits(reader)).toEqual([10, 3, 4, 5]);
    const [first] = told;
    expect(told.map(({ id }) => id)).toEqual([0, 1, 2, 3].map((n) => first!.id + n));
    expect(told.map(({ id }) => id)).toEqual(told.map(({ data }) => data.number));
  });

  it('goes on after the last event that was seen, whichever way it is told, without loss and without telling twice', async () => {
    const first = await reading();
    const [{ id }] = (await first.until(1)) as [Told];
    first.leave();
    for (const limit of [3, 4]) await change(limit);
    const byHeader = await reading('', { 'last-event-id': String(id) });
    const byQuery = await reading(`?after=${id}`);
    for (const reader of [byHeader, byQuery]) {
      const [missed] = await reader.until(1);
      expect(missed).toMatchObject({ id: id + 2, data: { kind: 'changes', concurrency: { systemLimit: 4 } } });
    }
    // A reader that comes back by itself asks at the address that it began with.
    const again = await reading(`?after=${id}`, { 'last-event-id': String(id + 2) });
    await change(5);
    expect((await again.until(1))[0]).toMatchObject({ id: id + 3, data: { concurrency: { systemLimit: 5 } } });
  });

  it('says how things are where too much was missed, or the number is none of this program', async () => {
    const first = await reading();
    const [{ id }] = (await first.until(1)) as [Told];
    for (let i = 0; i < 60; i += 1) await change(10 + i);
    for (const missed of [String(id), '1', String(id + 1_000_000), 'what?']) {
      const reader = await reading('', { 'last-event-id': missed });
      const [told] = await reader.until(1);
      expect([missed, told!.data.kind, limits(reader)[0]]).toEqual([missed, 'snapshot', 69]);
      expect(told!.id).toBe(id + 60);
    }
  });

  it('ends with a last event that says why, when its user is switched off', async () => {
    const [hers, his] = [await reading(), await reading('', {}, admin)];
    await Promise.all([hers.until(1), his.until(1)]);
    await rest.ask('DELETE', `/users/${ada.actor.userId}`, undefined, admin);
    await test.clock.advance(200);
    await untilReal(() => hers.ended, 'the end of her stream');
    expect(hers.told.at(-1)).toMatchObject({ event: 'error', data: { success: false, error: { code: 'not_signed_in' } } });
    expect([his.ended, test.engine.context.live.size]).toEqual([false, 1]);
  });

  it('ends when its session is over, though nothing else happens', async () => {
    const reader = await reading();
    await reader.until(1);
    // By the row, which tells nobody: a clock that jumps would wake everything.
    test.parts.data.database.sqlite.prepare('UPDATE sessions SET expires_at = ?').run(test.clock.now() + 5_000);
    await test.clock.advance(20_000);
    await untilReal(() => reader.ended, 'the end of the stream');
    expect(reader.told.at(-1)).toMatchObject({ event: 'error', data: { error: { code: 'not_signed_in' } } });
  });

  it('says that there was a mistake, and no more, and logs it', async () => {
    const reader = await reading();
    await reader.until(1);
    const logged: unknown[] = [];
    test.parts.log.error = (fields) => void logged.push(fields);
    test.parts.data.slots.systemActive = () => {
      throw new Error('a secret of the inside');
    };
    test.parts.data.database.write(() => test.parts.data.settings.writeTx('any', 1, test.clock.now()));
    await test.clock.advance(200);
    await untilReal(() => reader.ended, 'the end of the stream');
    expect(reader.told.at(-1)).toMatchObject({ event: 'error', data: { success: false, error: { code: 'bug' } } });
    expect(JSON.stringify(reader.told)).not.toContain('secret');
    expect(String((logged.at(-1) as { err: Error }).err)).toContain('a secret of the inside');
  });

  it('never gathers what a reader does not take: it is told how things are by then', async () => {
    for (let i = 0; i < 200; i += 1) tell(i);
    const line = slowLine();
    await untilReal(() => test.engine.context.live.size === 1, 'the stream');
    // Each tells all notices anew: together far more than any buffer on the way holds.
    for (let i = 0; i < 60; i += 1) {
      tell(i % 200);
      await test.clock.advance(200);
    }
    await change(99);
    const text = await line.read('"systemLimit":99');
    const ids = [...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id));
    expect(ids).toEqual(ids.toSorted((a, b) => a - b));
    expect(ids.at(-1)! - ids[0]!).toBeGreaterThanOrEqual(60);
    expect(ids.length).toBeLessThan(20);
  });

  it('is told to many at once, and leaves nothing behind', async () => {
    const many = await Promise.all(Array.from({ length: 100 }, () => reading()));
    await Promise.all(many.map((reader) => reader.until(1)));
    await change(42);
    await Promise.all(many.map((reader) => reader.until(2)));
    expect(many.every((reader) => limits(reader).at(-1) === 42)).toBe(true);
    const oneMore = await reading();
    await oneMore.until(1);
    expect(oneMore.told[0]).toMatchObject({ event: 'error', data: { error: { code: 'too_many_streams' } } });
    expect((await (await reading('', {}, admin)).until(1))[0]!.event).toBe('message');
    for (const reader of readers) reader.leave();
    await untilReal(() => test.engine.context.live.size === 0, 'the end of all streams');
  });
});

/** A notice for everybody, ten thousand letters long. */
function tell(i: number): void {
  const { data, ids, clock } = test.parts;
  const notice = { id: ids.next('notice'), userId: null, campaignId: null, level: 'info' as const, code: `notice-${i}`, at: clock.now() };
  data.database.write(() => data.notices.addTx({ ...notice, sentence: 'x'.repeat(10_000) }));
}

/** A connection that asks for events and takes none of them until it is read. */
function slowLine(): { read(until: string): Promise<string> } {
  const { hostname, port, host } = new URL(rest.url);
  const socket: Socket = connect(Number(port), hostname);
  socket.pause();
  socket.write(`GET /api/events HTTP/1.1\r\nhost: ${host}\r\nauthorization: ${ada.authorization}\r\n\r\n`);
  const chunks: Buffer[] = [];
  socket.on('error', () => {});
  return {
    async read(until) {
      let tail = '';
      let found = false;
      socket.on('data', (chunk) => {
        chunks.push(chunk);
        // Where it lies over two pieces as well.
        const text = tail + chunk.toString('latin1');
        found ||= text.includes(until);
        tail = text.slice(-until.length);
      });
      socket.resume();
      await untilReal(() => found, 'the last event');
      socket.destroy();
      return Buffer.concat(chunks).toString();
    },
  };
}
