/**
 * One import, measured in a process of its own, built as the program is built: peak memory is that of all its threads, and nothing
 * else is in it. Beside it ten calls a second are claimed, dialed and ended. Prints one line of JSON.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { applyReport } from '../src/main/calls/apply-report.ts';
import { everyone } from '../src/main/data/scope.ts';
import { dial } from '../src/main/dialer/dial.ts';
import { Pass } from '../src/main/dialer/pass.ts';
import { FileImporter } from '../src/main/import/importer.ts';
import { type Crowd, gatherCrowd } from './crowd.ts';

/** ms between two calls. */
const EVERY = 100;
/** Calls are under way for so long before the file comes, ms: an engine that has just started is another thing. */
const WARM_UP = 3_000;
/** How finely the loop is watched, ms: a timer that comes later than this was held up. */
const RESOLUTION = 1;

export interface ImportRun {
  seconds: number;
  rows: number;
  peakRssMb: number;
  longestBlockMs: number;
  callsBeside: number;
}

async function measure(path: string): Promise<ImportRun> {
  const crowd = gatherCrowd({ items: 20_000, users: 2, campaigns: 1, userLimit: 1, systemLimit: 1, hard: false });
  const databaseFile = crowd.parts.data.database.sqlite.name;
  const importer = new FileImporter(crowd.parts, { dataDir: dirname(databaseFile), databaseFile });
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION });
  delay.enable();
  const calls = callBeside(crowd);
  await setTimeout(WARM_UP);
  delay.reset();
  const person = { userId: 'user_1', role: 'supervisor' as const };
  const before = performance.now();
  const { import: begun } = await importer.importAll(
    person,
    { path, fileName: 'list.csv', owned: false, choices: { defaultCountry: 'DE' } },
    { target: 'contacts' },
  );
  await importer.idle();
  const seconds = (performance.now() - before) / 1_000;
  delay.disable();
  const callsBeside = calls.stop();
  const done = importer.get(person, begun.id);
  if (done.state !== 'finished') throw new Error(`the import is ${done.state}: ${done.error ?? ''}`);
  const written = crowd.parts.data.database.sqlite
    .prepare("SELECT count(*) FROM contacts WHERE user_id = 'user_1'")
    .pluck()
    .get() as number;
  crowd.close();
  return {
    seconds,
    rows: written,
    peakRssMb: peakRssMb(),
    longestBlockMs: Math.max(0, delay.max / 1e6 - RESOLUTION),
    callsBeside,
  };
}

/**
 * The most memory that this process had, MB. Where the system tells it for this program alone: what `maxRSS` tells is inherited from
 * whoever started the process.
 */
function peakRssMb(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  return (kilobytes === undefined ? process.resourceUsage().maxRSS : Number(kilobytes)) / 1_024;
}

/** Ends the call that is up and makes the next, ten times a second. */
function callBeside({ parts, clock }: Crowd): { stop(): number } {
  const pass = new Pass(parts);
  let calls = 0;
  const next = async () => {
    clock.time += EVERY;
    for (const call of parts.data.calls.up(everyone)) {
      if (!call.providerCallId) continue;
      const report = {
        providerCallId: call.providerCallId,
        reference: call.id,
        state: 'completed',
        at: clock.time,
        durationSeconds: 30,
      } as const;
      parts.data.database.write(() => applyReport(parts, call.id, report, clock.time));
    }
    const { claimed } = pass.run(() => true);
    for (const call of claimed) await dial(parts, call);
    calls += claimed.length;
  };
  const timer = setInterval(() => void next(), EVERY);
  return {
    stop() {
      clearInterval(timer);
      return calls;
    },
  };
}

console.log(JSON.stringify(await measure(process.argv[2] ?? '')));
