import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aCampaign, aContact, anEndedCall, anItem, aUser, openWorld, type World } from '../../../tests/helpers/builders.ts';
import type { Actor } from '../data/scope.ts';
import { exportCampaign } from './export.ts';

let world: World;
let anna: Actor;
beforeEach(() => {
  world = openWorld();
  anna = aUser(world);
});
afterEach(() => world.close());

async function read(chunks: AsyncGenerator<string>): Promise<Record<string, string>[]> {
  let text = '';
  const reading = (async () => {
    for await (const chunk of chunks) text += chunk;
  })();
  await world.clock.advance(1);
  await reading;
  return Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true }).data;
}

describe('exportCampaign', () => {
  it('tells contact, custom fields, attempts, outcome, duration, summary, extracted data and recording', async () => {
    const campaign = aCampaign(world, anna, { name: 'A/B: spring' });
    const contact = aContact(world, anna, { name: 'Ada', email: 'ada@example.com', customFields: { plan: 'gold', city: 'London' } });
    const called = anItem(world, campaign, { contact, ownValues: { plan: 'silver' } });
    const call = anEndedCall(world, called, 'completed', { durationSeconds: 42 });
    world.data.database.write(() =>
      world.data.calls.tellTx(call, world.clock.now(), {
        summary: 'Wants a demo',
        extracted: { wants: 'demo' },
        recordingUrl: 'https://example.com/1.mp3',
      }),
    );
    world.data.database.sqlite.prepare('UPDATE call_queue SET attempt_count = 1 WHERE id = ?').run(called.id);
    anItem(world, campaign, { position: 2 });
    const { fileName, chunks } = exportCampaign(world, anna, campaign.id);
    const rows = await read(chunks);
    expect([fileName, rows.length, rows[1]?.status]).toEqual(['AB spring.csv', 2, 'queued']);
    expect(rows[0]).toMatchObject({
      phone_number: contact.phone,
      name: 'Ada',
      email: 'ada@example.com',
      city: 'London',
      plan: 'silver',
      status: 'completed',
      attempts: '1',
      outcome: 'completed',
      duration_seconds: '42',
      summary: 'Wants a demo',
      extracted_data: '{"wants":"demo"}',
      recording_url: 'https://example.com/1.mp3',
    });
  });

  it('complaint 24: escapes what a spreadsheet would take for a formula, and keeps the plus of numbers', async () => {
    const campaign = aCampaign(world, anna);
    anItem(world, campaign, { contact: aContact(world, anna, { name: '=cmd|calc', company: '+1+1' }) });
    const [row] = await read(exportCampaign(world, anna, campaign.id).chunks);
    expect([row?.name, row?.company, row?.phone_number?.startsWith('+')]).toEqual(["'=cmd|calc", "'+1+1", true]);
  });

  it('tells everyone of a long list once, in the order of the list', async () => {
    const campaign = aCampaign(world, anna);
    const other = aCampaign(world, anna);
    for (let i = 1; i <= 1_100; i += 1) anItem(world, i % 10 === 0 ? other : campaign, { position: i });
    const rows = await read(exportCampaign(world, anna, campaign.id).chunks);
    expect([rows.length, new Set(rows.map(({ phone_number }) => phone_number)).size]).toEqual([990, 990]);
  });

  it('is not found for another supervisor', () => {
    const campaign = aCampaign(world, anna);
    expect(() => exportCampaign(world, aUser(world), campaign.id)).toThrow(expect.objectContaining({ code: 'not_found' }));
  });
});
