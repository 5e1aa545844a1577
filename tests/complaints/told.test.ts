/** What nobody is told: complaints 20, 22, 24 and 25, but for their screens. */
import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { campaignAnalytics } from '../../src/main/analytics/campaign-analytics.ts';
import { totals } from '../../src/main/analytics/totals.ts';
import { exportCampaign } from '../../src/main/campaigns/export.ts';
import { forecast } from '../../src/main/campaigns/forecast.ts';
import { cancelCampaign, pauseCampaign } from '../../src/main/campaigns/stop.ts';
import { readCampaign } from '../../src/main/campaigns/summary.ts';
import { updateCampaign } from '../../src/main/campaigns/update.ts';
import { addDoNotCall } from '../../src/main/compliance/do-not-call.ts';
import { exportContacts } from '../../src/main/contacts/export-contacts.ts';
import type { Campaign } from '../../src/main/data/campaign-store.ts';
import type { Actor } from '../../src/main/parts.ts';
import { readStatistics } from '../../src/main/queue/statistics.ts';
import { changeConcurrency } from '../../src/main/settings/concurrency.ts';
import { closeNotice, listNotices } from '../../src/main/settings/notices.ts';
import { NO_FAULTS } from '../../src/shared/domain/practice-settings.ts';
import { aContact, anAdmin, aUser } from '../helpers/builders.ts';
import { callList, dialed, numbersEnding, setDialing, untilDone, whileTimeStands } from '../helpers/lists.ts';
import { Simulation } from '../helpers/simulation.ts';

const SECOND = 1_000;
const HOUR = 3_600_000;

let sim: Simulation;
let ada: Actor;
beforeEach(() => {
  sim = new Simulation();
  ada = aUser(sim.world);
});
afterEach(() => sim.close());

describe('complaint 20: nobody knows whether pause hangs up', () => {
  const stops = { pause: pauseCampaign, cancel: cancelCampaign };

  it.each(['pause', 'cancel'] as const)('%s alone leaves the calls up, and says how many they are', async (stop) => {
    const list = await callList(sim.world, ada, numbersEnding('00', 5));
    sim.start();
    await sim.clock.advance(5 * SECOND);
    const { calls } = await stops[stop](sim.world, ada, { id: list.id });
    expect(calls).toEqual({ up: 2, hungUp: 0, cannotHangUp: 0 });
    await sim.clock.advance(3 * SECOND);
    expect(sim.line.observe()).toMatchObject({ accepted: 2, up: 2 });
    await sim.clock.advance(HOUR);
    expect(sim.line.observe()).toMatchObject({ accepted: 2, up: 0 });
    expect(readCampaign(sim.world, ada, list.id).counts).toMatchObject({ completed: 2, processing: 0 });
  });

  it.each(['pause', 'cancel'] as const)('%s with hanging up ends them, and says how many', async (stop) => {
    const list = await callList(sim.world, ada, numbersEnding('00', 5));
    sim.start();
    await sim.clock.advance(5 * SECOND);
    const { calls } = await stops[stop](sim.world, ada, { id: list.id, hangUp: true });
    expect(calls).toEqual({ up: 2, hungUp: 2, cannotHangUp: 0 });
    expect(sim.line.observe()).toMatchObject({ accepted: 2, up: 0 });
    await sim.clock.advance(HOUR);
    expect(sim.line.observe().accepted).toBe(2);
  });

  it('says so where a call cannot be hung up', async () => {
    const list = await callList(sim.world, ada, numbersEnding('00', 2));
    const providers = sim.world.providers as { practice?: (typeof sim.world.providers)['practice'] };
    providers.practice = { ...providers.practice!, can: { hangUp: false, withdraw: false, record: true, lookUpByReference: true } };
    sim.start();
    await sim.clock.advance(5 * SECOND);
    const { calls } = await pauseCampaign(sim.world, ada, { id: list.id, hangUp: true });
    expect(calls).toEqual({ up: 2, hungUp: 0, cannotHangUp: 2 });
    expect(sim.line.observe().up).toBe(2);
  });
});

describe('complaint 22: nobody says how many will be skipped before it starts', () => {
  it('says who and why, and that is what then happens', async () => {
    const { world } = sim;
    const people = { barred: numbersEnding('00', 100), elsewhere: numbersEnding('00', 50, 200), fine: numbersEnding('01', 20, 300) };
    world.data.database.write(() => people.elsewhere.forEach((phone) => aContact(world, ada, { phone, timeZone: 'Pacific/Auckland' })));
    const window = { firstCallTime: '09:00', lastCallTime: '12:00', timeZone: 'UTC', useContactZone: true, endDate: '2026-03-03' };
    const phones = Object.values(people).flat();
    const contactIds = phones.map((phone) => (world.data.contacts.byNumber(ada.userId, phone) ?? aContact(world, ada, { phone })).id);
    addDoNotCall(world, ada, { phoneNumbers: people.barred });
    const told = await forecast(world, ada, { ...window, contactIds });
    expect(told).toMatchObject({ total: 170, callable: 20, skipped: 150, doNotCall: 100, noOpening: 50 });
    expect(told.skippedSentence).toBe('150 of 170 will be skipped: 100 do-not-call, 50 with no opening before the end date.');
    expect(sim.line.observe().accepted).toBe(0);

    const running = await callList(world, ada, phones, { ...window, pacing: 'asap' });
    sim.start();
    await untilDone(sim, [running], 48 * HOUR);
    expect(dialed(sim).toSorted()).toEqual(people.fine.toSorted());
    expect(readCampaign(world, ada, running.id).counts).toMatchObject({ total: 170, skipped: 150 });
  });
});

describe('complaint 24: totals differ between screens and exports; warnings vanish on reload; formulas in an export', () => {
  const csv = async (chunks: AsyncIterable<string>) => {
    let text = '';
    for await (const chunk of chunks) text += chunk;
    return Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true }).data;
  };

  it('counts the same on the campaign, in the queue, in the figures and in the export, and as the line did', async () => {
    const { world } = sim;
    const phones = ['00', '01', '02', '03', '04', '05', '06', '55'].flatMap((ending) => numbersEnding(ending, 4));
    const list = await callList(world, ada, phones);
    addDoNotCall(world, ada, { phoneNumbers: numbersEnding('00', 1) });
    sim.start();
    await untilDone(sim, [list], 9 * HOUR);
    const { counts } = readCampaign(world, ada, list.id);
    const figures = await campaignAnalytics(world, ada, list.id);
    const { analytics: all } = await totals(world, ada);
    const rows = await whileTimeStands(world, csv(exportCampaign(world, ada, list.id).chunks));
    const exported = (status: string) => rows.filter((row) => row['status'] === status).length;

    expect(counts).toMatchObject({ total: phones.length, skipped: 1, queued: 0, processing: 0 });
    expect(readStatistics(world, ada)).toMatchObject({ completed: counts.completed, failed: counts.failed, skipped: counts.skipped });
    expect(figures).toMatchObject({ total: counts.total, successful: counts.completed, failed: counts.failed, calls: phones.length - 1 });
    expect(all).toMatchObject({
      calls: figures.calls,
      successful: figures.successful,
      failed: figures.failed,
      talkSeconds: figures.talkSeconds,
    });
    expect(figures.outcomes).toEqual(all.outcomes);
    expect(rows).toHaveLength(counts.total);
    expect({ completed: exported('completed'), failed: exported('failed'), skipped: exported('skipped') }).toEqual({
      completed: counts.completed,
      failed: counts.failed,
      skipped: counts.skipped,
    });
    const talked = rows.reduce((sum, row) => sum + Number(row['duration_seconds'] || 0), 0);
    expect(figures.talkSeconds).toBeCloseTo(talked, 3);
    // The far end: every call that it made, and every number that it refused as wrong.
    const { accepted, refused } = sim.line.observe();
    expect(figures.calls).toBe(accepted + (refused[422] ?? 0));
  });

  it('keeps a warning over a restart, until somebody closes it', async () => {
    await callList(sim.world, ada, numbersEnding('00', 40), { lastCallTime: '09:05', endDate: '2026-03-02' });
    sim.start();
    setDialing(sim.world, { passSeconds: 900 });
    await sim.clock.advance(20 * HOUR);
    const told = listNotices(sim.world, ada);
    expect(told).toEqual([expect.objectContaining({ code: 'end-date-passed', level: 'warning' })]);
    sim.restart();
    await sim.clock.advance(HOUR);
    expect(listNotices(sim.world, ada)).toEqual(told);
    closeNotice(sim.world, ada, told[0]!.id);
    sim.restart();
    await sim.clock.advance(HOUR);
    expect(listNotices(sim.world, ada)).toEqual([]);
  });

  it('escapes what a spreadsheet would run, in every export', async () => {
    const { world } = sim;
    const evil = '=cmd|"/C calc"!A0';
    const contact = { name: evil, firstName: '+1+1', lastName: '-2+3', email: null, company: '@SUM(A1)', customFields: { plan: evil } };
    const [phone] = numbersEnding('00', 1) as [string];
    aContact(world, ada, { phone, ...contact });
    const list = await callList(world, ada, [phone]);
    const exports = [
      await whileTimeStands(world, csv(exportCampaign(world, ada, list.id).chunks)),
      await whileTimeStands(world, csv(exportContacts(world, ada))),
    ];
    for (const [row] of exports) {
      expect(row).toMatchObject({ name: `'${evil}`, first_name: "'+1+1", last_name: "'-2+3", company: "'@SUM(A1)", plan: `'${evil}` });
      // A number is no formula, and must keep its plus.
      expect(row).toMatchObject({ phone_number: phone });
    }
  });
});

describe('complaint 25: "the campaign runs but no calls go out"', () => {
  const why = (list: Campaign) => readCampaign(sim.world, ada, list.id).whyNoCalls;
  const three = numbersEnding('00', 3);

  interface Case {
    settings?: Parameters<typeof callList>[3];
    at?: number;
    /** What stands in the way, before the engine starts. */
    arrange?: (list: Campaign) => unknown;
    code: string;
    sentence: RegExp;
  }

  const cases: Record<string, Case> = {
    'it is paused': {
      arrange: (list) => pauseCampaign(sim.world, ada, { id: list.id, reason: 'Wrong list' }),
      code: 'paused',
      sentence: /paused it .*Wrong list/,
    },
    'the window is shut': { at: Date.UTC(2026, 2, 2, 20), code: 'window-closed', sentence: /window is closed.*opens tomorrow at 09:00/ },
    'its start date is to come': { settings: { startDate: '2026-03-04' }, code: 'not-started', sentence: /starts/ },
    "the supervisor's limit is 0": {
      arrange: () => changeConcurrency(sim.world, anAdmin(sim.world), { users: [{ userId: ada.userId, limit: 0 }] }),
      code: 'limit-full',
      sentence: /supervisor’s limit is 0/,
    },
    "the system's limit is 0": {
      arrange: () => changeConcurrency(sim.world, anAdmin(sim.world), { systemLimit: 0 }),
      code: 'limit-full',
      sentence: /system’s limit is 0/,
    },
    'its next call is planned for later': {
      settings: { pacing: 'spread' },
      // The first is due at once: who comes after has a time of their own.
      arrange: () =>
        sim.world.data.database.sqlite.exec('UPDATE call_queue SET scheduled_for = scheduled_for + 3600000, ready_at = ready_at + 3600000'),
      code: 'planned',
      sentence: /planned for 10:00/,
    },
    'the provider is not set up': {
      arrange: () => {
        delete (sim.world.providers as { practice?: unknown }).practice;
      },
      code: 'provider',
      sentence: /not set up/,
    },
    'the store cannot write': {
      arrange: () => sim.world.data.database.sqlite.pragma('query_only = 1'),
      code: 'engine',
      sentence: /cannot write its data/,
    },
  };

  it.each(Object.keys(cases))('says why where %s', async (name) => {
    const { settings = {}, at, arrange, code, sentence } = cases[name]!;
    if (at !== undefined) await sim.clock.advanceTo(at);
    const list = await callList(sim.world, ada, three, settings);
    await arrange?.(list);
    sim.start();
    await sim.clock.advance(60 * SECOND);
    expect(sim.line.observe().accepted).toBe(0);
    expect(why(list)).toMatchObject({ code, sentence: expect.stringMatching(sentence) });
  });

  it('says that the provider does not answer as it should, and which numbers wait for their gap', async () => {
    sim.configure({ faults: { ...NO_FAULTS, timeoutAfterAccept: 1 } });
    const list = await callList(sim.world, ada, numbersEnding('00', 5));
    sim.start();
    await sim.clock.advance(15 * SECOND);
    expect(why(list)).toMatchObject({ code: 'provider', sentence: expect.stringMatching(/does not answer as it should/) });
    sim.configure({ faults: NO_FAULTS });
    await untilDone(sim, [list], 3 * HOUR);

    const again = await callList(sim.world, ada, numbersEnding('00', 5).slice(-1));
    await sim.clock.advance(60 * SECOND);
    expect(why(again)).toMatchObject({ code: 'gap', sentence: expect.stringMatching(/was called .* ago, the gap is/) });
  });

  it('says nothing while calls go out, and the reason goes when its cause does', async () => {
    const list = await callList(sim.world, ada, numbersEnding('00', 30));
    await pauseCampaign(sim.world, ada, { id: list.id });
    const limited = await callList(sim.world, ada, numbersEnding('01', 30));
    changeConcurrency(sim.world, anAdmin(sim.world), { users: [{ userId: ada.userId, limit: 0 }] });
    sim.start();
    await sim.clock.advance(60 * SECOND);
    expect([why(list)?.code, why(limited)?.code]).toEqual(['paused', 'limit-full']);
    changeConcurrency(sim.world, anAdmin(sim.world), { users: [{ userId: ada.userId, limit: 2 }] });
    updateCampaign(sim.world, ada, limited.id, { name: 'The same' });
    await sim.clock.advance(5 * SECOND);
    expect(sim.line.observe().up).toBe(2);
    expect(why(limited)).toBeNull();
  });
});
