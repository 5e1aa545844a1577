/**
 * The practice line over real HTTP: as a process of its own that is killed and started again, and behind its server with a clock
 * that the test moves, through adapter, listener, inbox and store to the end of a call.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { everyone } from '../../src/main/data/scope.ts';
import { systemClock } from '../../src/main/ports/clock.ts';
import type { DialRequest, TelephonyProvider } from '../../src/main/ports/provider.ts';
import { practiceProvider } from '../../src/main/telephony/practice/provider.ts';
import { startPracticeLine } from '../../src/main/telephony/practice/server.ts';
import type { Observed } from '../../src/main/telephony/practice/tally.ts';
import { Inbox } from '../../src/main/webhooks/inbox.ts';
import { startWebhookListener } from '../../src/main/webhooks/listener.ts';
import { DEFAULT_PRACTICE, type PracticeSettings } from '../../src/shared/domain/practice-settings.ts';
import { aCallUp, aCampaign, aContact, anItem, aUser, openWorld, type World } from '../helpers/builders.ts';
import { LINE_KEY, LINE_SECRET } from '../helpers/practice-line.ts';
import { untilReal, VirtualClock } from '../helpers/virtual-clock.ts';

const PROCESS = fileURLToPath(new URL('../../src/main/telephony/practice/process.ts', import.meta.url));
const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'practice-line-'));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const dialOf = (reference: string, phone: string): DialRequest => ({
  reference,
  phone,
  providerAgentId: 'agent',
  callerNumber: null,
  variables: { first_name: 'Mira' },
  record: true,
  ringSeconds: 45,
  longestSeconds: 3600,
  publicUrl: null,
  options: {},
});

const providerAt = (baseUrl: string, given: Partial<Parameters<typeof practiceProvider>[0]> = {}): TelephonyProvider =>
  practiceProvider({
    fetch: (request) => fetch(request),
    baseUrl,
    key: LINE_KEY,
    secret: LINE_SECRET,
    clock: systemClock,
    settings: () => DEFAULT_PRACTICE,
    timeoutMs: 5000,
    ...given,
  });

/** A call of a campaign, dialed but not answered for yet. */
function aDialedCall(world: World, phone: string) {
  const owner = aUser(world);
  return aCallUp(world, anItem(world, aCampaign(world, owner), { contact: aContact(world, owner, { phone }) }), { providerCallId: null });
}

async function runLine(dataDir: string, more: readonly string[] = []): Promise<{ child: ChildProcess; url: string }> {
  const args = [PROCESS, '--data-dir', dataDir, '--key', LINE_KEY, '--secret', LINE_SECRET, ...more];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  cleanups.push(() => child.kill('SIGKILL'));
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const { ready, url, pid } = JSON.parse(line) as { ready: boolean; url: string; pid: number };
  expect([ready, pid]).toEqual([true, child.pid]);
  return { child, url };
}

const observedAt = async (url: string) =>
  (await (await fetch(`${url}/v1/observed`, { headers: { authorization: `Bearer ${LINE_KEY}` } })).json()) as Observed;

describe('the practice line as a process of its own', () => {
  it('answers look-ups and goes on with its calls after it was killed and started again', async () => {
    const dataDir = aFolder();
    const first = await runLine(dataDir);
    const dials = ['+493012345600', '+493012345700', '+493012345800'].map((phone, i) => dialOf(`call_${i}`, phone));
    const answers = await Promise.all(dials.map((dial) => providerAt(first.url).dial(dial)));
    const ids = answers.map((answer) => (answer.kind === 'accepted' ? answer.providerCallId : answer.kind));
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');

    const second = await runLine(dataDir);
    const provider = providerAt(second.url);
    for (const [i, dial] of dials.entries()) {
      const { reference, phone } = dial;
      const agent = { providerAgentId: 'practice', callerNumber: null };
      const handle = { reference, phone, claimedAt: 0, ...agent, isAnothers: () => false };
      const byId = await provider.lookUp({ ...handle, providerCallId: ids[i]! });
      const byReference = await provider.lookUp({ ...handle, providerCallId: null });
      expect(byId).toMatchObject({ kind: 'found', report: { providerCallId: ids[i], reference: dial.reference } });
      expect(byReference).toEqual(byId);
    }
    expect(await observedAt(second.url)).toMatchObject({ accepted: 3, up: 3, mostUp: 3, mostUpToOneNumber: 1, referencesTwice: [] });
    const exit = once(second.child, 'exit');
    second.child.kill('SIGTERM');
    expect(await exit).toEqual([0, null]);
  });

  it('tells a call to its end through the listener, the inbox and the store', async () => {
    const virtual = openWorld({ at: systemClock.now() });
    cleanups.push(() => virtual.close());
    const call = aDialedCall(virtual, '+493012345600');
    const dataDir = aFolder();
    const { url } = await runLine(dataDir, ['--settings', JSON.stringify({ speed: 400 })]);
    const world = { ...virtual, clock: systemClock, providers: { practice: providerAt(url) } };
    const listener = await startWebhookListener(world, 0);
    cleanups.push(() => listener.stop());
    const inbox = new Inbox(world);
    inbox.start();
    cleanups.push(() => inbox.stop());
    const settings = {
      method: 'PUT',
      headers: { authorization: `Bearer ${LINE_KEY}` },
      body: JSON.stringify({ webhookUrl: listener.url('practice') }),
    };
    expect((await fetch(`${url}/v1/settings`, settings)).status).toBe(200);

    await world.providers.practice.dial(dialOf(call.id, call.phone));
    const now = () => world.data.calls.get(everyone, call.id)!;
    await untilReal(() => now().status === 'completed', 'the end of the call');
    expect(now()).toMatchObject({
      answeredByMachine: false,
      transcript: expect.stringContaining('Mira'),
      recordingUrl: expect.any(String),
    });
    // The line tells side by side: the end may overtake an earlier word, which still comes.
    const states = () => world.data.inbox.ofCall(call.id).map((delivery) => delivery.state);
    await untilReal(() => states().length === 5, 'every delivery of the call');
    expect(states()).toEqual(Array.from({ length: 5 }, () => 'applied'));
  });
});

describe('the practice line behind its server', () => {
  const served = async (settings: PracticeSettings = DEFAULT_PRACTICE) => {
    const clock = new VirtualClock();
    let count = 0;
    const line = await startPracticeLine({
      clock: clock.world,
      newId: () => `id${++count}`,
      dataDir: aFolder(),
      settings,
      key: LINE_KEY,
      secret: LINE_SECRET,
      port: 0,
      webhookUrl: null,
      fetch: (request) => fetch(request),
    });
    cleanups.push(() => line.stop());
    return { clock, line, provider: providerAt(line.url, { clock, settings: () => line.line.settings }) };
  };

  it('has a recording of what was said, and plays any part of it', async () => {
    const { clock, line, provider } = await served();
    await provider.dial(dialOf('call_1', '+493012345600'));
    await clock.advance(600_000);
    const found = await provider.lookUp({
      providerCallId: null,
      reference: 'call_1',
      phone: '',
      claimedAt: 0,
      isAnothers: () => false,
      providerAgentId: 'practice',
      callerNumber: null,
    });
    const { recordingUrl, durationSeconds } = (found as { report: { recordingUrl: string; durationSeconds: number } }).report;
    const whole = (await provider.fetchRecording(recordingUrl, null))!;
    const bytes = new Uint8Array(await new Response(whole.body).arrayBuffer());
    expect([whole.status, whole.headers['content-type'], bytes.length]).toEqual([200, 'audio/wav', 44 + durationSeconds * 8000]);
    const part = (await provider.fetchRecording(recordingUrl, 'bytes=100-199'))!;
    expect([part.status, part.headers['content-range']]).toEqual([206, `bytes 100-199/${bytes.length}`]);
    expect([...new Uint8Array(await new Response(part.body).arrayBuffer())]).toEqual([...bytes.subarray(100, 200)]);
    expect((await provider.fetchRecording(recordingUrl, `bytes=${bytes.length}-`))?.status ?? 416).toBe(416);
    expect(await provider.fetchRecording(`${line.url}/v1/observed`, null)).toBeNull();
    expect(await provider.fetchRecording('https://elsewhere.example/v1/recordings/a.1.wav', null)).toBeNull();
  });

  it('refuses a key that it does not know: that stops everything', async () => {
    const { clock, line } = await served();
    const stranger = providerAt(line.url, { clock, key: 'another' });
    expect(await stranger.dial(dialOf('call_1', '+493012345600'))).toMatchObject({ kind: 'no-call', why: 'stop-everything' });
    expect(
      await stranger.lookUp({
        providerCallId: 'x',
        reference: 'call_1',
        phone: '',
        claimedAt: 0,
        isAnothers: () => false,
        providerAgentId: 'practice',
        callerNumber: null,
      }),
    ).toMatchObject({
      kind: 'no-answer',
    });
    expect(line.line.observe().accepted).toBe(0);
  });

  it('refuses what it cannot read, naming the field', async () => {
    const { provider, line } = await served();
    expect(await provider.dial(dialOf('call_1', 'nonsense'))).toMatchObject({
      kind: 'no-call',
      why: 'wrong-setup',
      sentence: expect.stringContaining('to must be'),
    });
    const bad = await fetch(`${line.url}/v1/settings`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${LINE_KEY}` },
      body: '{"speed":0}',
    });
    expect([bad.status, await bad.json()]).toEqual([400, { error: { code: 'bad_request', message: 'speed must be more than 0' } }]);
  });

  it('takes new settings while it runs', async () => {
    const { provider, line } = await served();
    const body = JSON.stringify({ faults: { refuse429: 1 }, accountLimit: 3 });
    await fetch(`${line.url}/v1/settings`, { method: 'PUT', headers: { authorization: `Bearer ${LINE_KEY}` }, body });
    expect(provider.accountLimit()).toBe(3);
    expect(await provider.dial(dialOf('call_1', '+493012345600'))).toMatchObject({ kind: 'no-call', why: 'try-later' });
  });

  it('leaves a silent dial open until its time is over, and stops though one is open', async () => {
    const { clock, line, provider } = await served({ ...DEFAULT_PRACTICE, faults: { ...DEFAULT_PRACTICE.faults, silence: 1 } });
    const given = provider.dial(dialOf('call_1', '+493012345600'));
    await untilReal(() => line.line.observe().refused['0'] === 1, 'the dial');
    await clock.advance(5000);
    expect(await given).toMatchObject({ kind: 'ambiguous' });
    const open = provider.dial(dialOf('call_2', '+493012345600'));
    await untilReal(() => line.line.observe().refused['0'] === 2, 'the second dial');
    await line.stop();
    expect(await open).toMatchObject({ kind: 'ambiguous' });
    expect(await provider.dial(dialOf('call_3', '+493012345600'))).toMatchObject({ kind: 'no-call', why: 'try-later' });
  });

  it('tells by its Date that our clock is wrong', async () => {
    const { clock, provider } = await served();
    clock.jump(3_600_000);
    expect(provider.clockOffsetMs!()).toBeNull();
    await untilReal(() => provider.clockOffsetMs!() !== null, 'the comparison');
    expect(provider.clockOffsetMs!()! / 3_600_000).toBeCloseTo(1, 2);
  });
});
