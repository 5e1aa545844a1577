/** Webhooks that are lost, unsigned and never to be seen again: complaint 23, over each provider. */
import { afterEach, describe, expect, it } from 'vitest';
import { listDeliveries, listRefused } from '../../src/main/calls/read-calls.ts';
import { everyone } from '../../src/main/data/scope.ts';
import type { Delivery } from '../../src/main/data/inbox-store.ts';
import type { Actor } from '../../src/main/parts.ts';
import { Inbox } from '../../src/main/webhooks/inbox.ts';
import { PROVIDERS, type ProviderName } from '../../src/shared/domain/states.ts';
import { aUser } from '../helpers/builders.ts';
import { PUBLIC_URL } from '../helpers/far-end.ts';
import { callList, numbersEnding, untilDone } from '../helpers/lists.ts';
import { Simulation } from '../helpers/simulation.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Where nothing signs a delivery the secret word in its address is the proof, and what it says is asked before it is believed. */
const SIGNED: Readonly<Record<ProviderName, boolean>> = { practice: true, bolna: false, signalwire: true, elevenlabs: true };
/** Whose deliveries say what was said: SignalWire has no part in the talk, and Bolna's are not believed without asking. */
const TELLS_TALK: Readonly<Record<ProviderName, boolean>> = { practice: true, bolna: false, signalwire: false, elevenlabs: true };

let sim: Simulation;
afterEach(() => sim.close());

const read = (query: string) => sim.world.data.database.sqlite.prepare(query).all() as Record<string, unknown>[];
const ends = () => ({
  calls: read('SELECT * FROM calls ORDER BY id').map(({ updated_at: _, ...call }) => call),
  items: read('SELECT phone, q.status, attempt_count FROM call_queue q JOIN contacts p ON p.id = q.contact_id ORDER BY phone'),
  figures: read('SELECT outcome, sum(calls) AS n FROM call_buckets GROUP BY outcome'),
  up: sim.line.observe().up,
});
const kept = (): Delivery[] => read('SELECT id FROM webhook_inbox ORDER BY id').map(({ id }) => sim.world.data.inbox.get(Number(id))!);

/** The same bytes to the same address as they came, unless something of it is changed. */
const again = ({ provider, path, headers, body }: Delivery, changed: Partial<Pick<Delivery, 'path' | 'headers' | 'body'>> = {}) =>
  sim.deliver(
    new Request(`${PUBLIC_URL}/webhooks/${provider}/${changed.path ?? path}`, {
      method: 'POST',
      headers: Object.entries(changed.headers ?? headers).filter((header): header is [string, string] => header[1] !== undefined),
      body: changed.body ?? body,
    }),
  );

/** Calls a few people to the end. */
async function called(through: ProviderName): Promise<{ ada: Actor; phones: string[] }> {
  sim = new Simulation({ through });
  const ada = aUser(sim.world, { concurrentCallsLimit: 4 });
  const phones = ['00', '01', '02', '03'].flatMap((ending) => numbersEnding(ending, 2));
  const list = await callList(sim.world, ada, phones);
  sim.start();
  await untilDone(sim, [list], 2 * HOUR);
  await sim.clock.advance(MINUTE);
  return { ada, phones };
}

describe.each(PROVIDERS)('over %s, complaint 23: deliveries are lost, unsigned, and cannot be looked at again', (through) => {
  it('keeps every delivery as it came, with the call that it speaks of, and shows it to whose call it is', async () => {
    const { ada, phones } = await called(through);
    const all = kept();
    expect(all.length).toBeGreaterThanOrEqual(phones.length);
    expect(all.map(({ state }) => state)).toEqual(all.map(() => 'applied'));
    expect(new Set(all.map(({ callId }) => callId))).toEqual(new Set(read('SELECT id FROM calls').map(({ id }) => id)));
    const page = { page: 1, limit: 1_000 };
    expect(listDeliveries(sim.world, ada, page, 1_000).deliveries).toHaveLength(all.length);
    expect(listDeliveries(sim.world, aUser(sim.world), page, 1_000).deliveries).toEqual([]);
  });

  it(
    SIGNED[through]
      ? 'refuses, counts and shows what was changed, or is not signed, and nothing follows from it'
      : 'refuses, counts and shows what does not come to our secret address, and nothing follows from it',
    async () => {
      await called(through);
      const before = ends();
      const [one] = kept();
      const unsigned = Object.fromEntries(Object.entries(one!.headers).filter(([name]) => !name.includes('signature')));
      const forged = SIGNED[through]
        ? [again(one!, { body: one!.body.replace(/[0-9]/, (figure) => `${9 - Number(figure)}`) }), again(one!, { headers: unsigned })]
        : [again(one!, { path: 'another-secret' }), again(one!, { path: '' })];
      const statuses = (await Promise.all(forged)).map(({ status }) => status);
      expect(statuses).toEqual([401, 401]);
      await sim.clock.advance(MINUTE);
      const { refused, total } = listRefused(sim.world);
      expect(total).toBe(2);
      expect(refused).toEqual(
        [2, 1].map((id) =>
          expect.objectContaining({ id, route: expect.stringContaining(`/webhooks/${through}/`), reason: expect.stringMatching(/\w{3}/) }),
        ),
      );
      expect(refused[0]!.start).toBe(one!.body.slice(0, 1024));
      expect(kept()).not.toContainEqual(expect.objectContaining({ state: 'new' }));
      expect(ends()).toEqual(before);
    },
  );

  it('changes nothing when every delivery comes once more', async () => {
    await called(through);
    const before = ends();
    const all = kept();
    for (const delivery of all.toReversed()) expect((await again(delivery)).status).toBe(200);
    await sim.clock.advance(10 * MINUTE);
    expect(ends()).toEqual(before);
    expect(sim.line.observe().accepted).toBe(8);
  });

  it('refuses one that is replayed long after it was signed, where the signature has a time', async () => {
    await called(through);
    const before = ends();
    await sim.clock.advance(HOUR);
    const { status } = await again(kept()[0]!);
    expect(status).toBe(through === 'elevenlabs' || through === 'practice' ? 401 : 200);
    await sim.clock.advance(MINUTE);
    expect(ends()).toEqual(before);
  });

  it(`applies one again that somebody asks for${TELLS_TALK[through] ? ', and what it told is there again' : ''}`, async () => {
    await called(through);
    const before = ends();
    const inbox = new Inbox(sim.world);
    for (const { id } of kept()) expect(inbox.applyAgain(id).state).toBe('applied');
    expect(ends()).toEqual(before);
    if (!TELLS_TALK[through]) return;
    sim.world.data.database.sqlite.exec('UPDATE calls SET transcript = NULL');
    expect(ends()).not.toEqual(before);
    for (const { id } of kept()) inbox.applyAgain(id);
    expect(ends()).toEqual(before);
  });

  it('applies at the next start what was stored when the program ended', async () => {
    let stored = 0;
    const signal = (step: string) => {
      if (step !== 'delivery.after-store' || ++stored !== 2) return;
      sim.drop();
      throw new Error('killed');
    };
    sim = new Simulation({ through, signal });
    const list = await callList(sim.world, aUser(sim.world), numbersEnding('00', 3));
    sim.start();
    await sim.clock.until(() => stored === 2, HOUR);
    await sim.clock.advance(2_000);
    sim.restart();
    await sim.clock.advance(1_000);
    expect(kept().length).toBeGreaterThanOrEqual(2);
    expect(kept().map(({ state }) => state)).toEqual(kept().map(() => 'applied'));
    await untilDone(sim, [list], HOUR);
  });
});

describe('over bolna, complaint 23: a forged end at the right address', () => {
  it('ends nothing: the provider is asked, and says that the call is up', async () => {
    sim = new Simulation({ through: 'bolna' });
    const list = await callList(sim.world, aUser(sim.world), numbersEnding('07', 1));
    sim.start();
    await sim.clock.until(() => read('SELECT status FROM calls')[0]?.['status'] === 'in-progress', 5 * MINUTE);
    const last = kept().at(-1)!;
    const forged = { ...(JSON.parse(last.body) as object), status: 'completed', conversation_duration: 9, transcript: 'user: yes' };
    expect((await again(last, { body: JSON.stringify(forged) })).status).toBe(200);
    await sim.clock.advance(1_000);
    expect(sim.line.observe().up).toBe(1);
    const [call] = sim.world.data.calls.up(everyone);
    expect(call).toMatchObject({ status: 'in-progress', slotReleasedAt: null, transcript: null });
    await untilDone(sim, [list], HOUR);
    expect(sim.world.data.calls.get(everyone, call!.id)!.transcript).not.toBe('user: yes');
  });
});
