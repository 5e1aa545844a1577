/** The list of the queue API, page by page, while what it lists goes on: by `after` nothing is lost and nothing comes twice. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startEngine, type Person, type Rest, type TestEngine } from '../helpers/engine.ts';

let world: TestEngine;
let rest: Rest;
let anna: Person;
beforeEach(async () => {
  world = await startEngine({ running: false });
  rest = await world.serve();
  anna = await world.person();
});
afterEach(() => world.stop());

async function campaignOf(people: number): Promise<void> {
  const { body: made } = await rest.ask('POST', '/agents', { name: 'Ava', provider: 'practice', providerAgentId: 'practice' }, anna);
  const contactIds: number[] = [];
  for (let i = 0; i < people; i += 1) {
    const { body } = await rest.ask('POST', '/contacts', { phoneNumber: `+49302345${100 + i}`, name: `Person ${i % 3}` }, anna);
    contactIds.push(body.contact.id as number);
  }
  await rest.ask('POST', '/campaigns', { name: 'Spring', agentId: made.agent.id as string, nextAction: 'Talk', contactIds }, anna);
}

const list = (query: string, limit = 4) => rest.ask('GET', `/call-queue?limit=${limit}&status=pending&${query}`, undefined, anna);

describe('GET /call-queue behind a place', () => {
  it('shows everyone once in any order, though the first of each page is cancelled', async () => {
    await campaignOf(13);
    const whole = (await list('sortBy=id', 200)).body.queueItems.map(({ id }: { id: number }) => id) as number[];
    for (const order of ['sortBy=nextAttemptTime', 'sortBy=name&sortDir=desc']) {
      const seen: number[] = [];
      for (let after: string | null = ''; after !== null; ) {
        const { body } = await list(`${order}${after === '' ? '' : `&after=${after}`}`);
        const ids = body.queueItems.map(({ id }: { id: number }) => id) as number[];
        seen.push(...ids);
        await rest.ask('PUT', `/call-queue/${ids[0]}`, { status: 'canceled' }, anna);
        after = body.next as string | null;
      }
      expect([order, seen.toSorted((a, b) => a - b)]).toEqual([order, whole.toSorted((a, b) => a - b)]);
      for (const id of whole) await rest.ask('PUT', `/call-queue/${id}`, { status: 'pending' }, anna);
    }
  });

  it('refuses a place that was never told, or was told for another order', async () => {
    await campaignOf(6);
    const { next } = (await list('sortBy=name')).body as { next: string };
    const answers = await Promise.all([list('after=zzz'), list(`after=${next}`), list(`sortBy=name&sortDir=desc&after=${next}`)]);
    expect(answers.map(({ status, body }) => [status, body.error?.code])).toEqual(answers.map(() => [400, 'unknown_place']));
  });
});
