/** How long a pass takes that follows one release and makes one claim, and how many claims a second there can be. */
import { applyReport } from '../src/main/calls/apply-report.ts';
import { claimCalls } from '../src/main/dialer/claim.ts';
import { dial } from '../src/main/dialer/dial.ts';
import { Pass } from '../src/main/dialer/pass.ts';
import { everyone } from '../src/main/data/scope.ts';
import { type Crowd, type CrowdSize, gatherCrowd } from './crowd.ts';
import { percentile, round } from './statistics.ts';

export interface PassFigures {
  p50Ms: number;
  p99Ms: number;
  /** The floor: one row changed in one synced transaction, in the same run on the same file. */
  bareSyncP50Ms: number;
  bareSyncP99Ms: number;
  passes: number;
}

/** Measures `passes` steady passes of a crowd: one release, then one pass that makes one claim. */
export async function measurePass(size: CrowdSize, passes: number): Promise<PassFigures> {
  const crowd = gatherCrowd(size);
  try {
    const { parts, clock } = crowd;
    const work = new Pass(parts);
    await fillSlots(crowd, work);
    const times: number[] = [];
    const floor: number[] = [];
    for (let i = 0; i < passes; i += 1) {
      clock.time += 200;
      release(crowd, i);
      const before = performance.now();
      const { claimed } = work.run(() => true);
      times.push(performance.now() - before);
      if (claimed.length !== 1) throw new Error(`a steady pass made ${claimed.length} claims`);
      for (const call of claimed) await dial(parts, call);
      floor.push(bareSync(crowd, i));
    }
    return {
      p50Ms: round(percentile(times, 0.5)),
      p99Ms: round(percentile(times, 0.99)),
      bareSyncP50Ms: round(percentile(floor, 0.5)),
      bareSyncP99Ms: round(percentile(floor, 0.99)),
      passes,
    };
  } finally {
    crowd.close();
  }
}

/** Claims a second while slots are free: what a morning's first minute asks for. */
export function measureClaims(size: CrowdSize, claims: number): number {
  const crowd = gatherCrowd({ ...size, userLimit: 100_000, systemLimit: claims });
  try {
    const before = performance.now();
    let made = 0;
    while (made < claims) made += claimCalls(crowd.parts).claimed.length;
    return round(made / ((performance.now() - before) / 1000));
  } finally {
    crowd.close();
  }
}

async function fillSlots({ parts }: Crowd, work: Pass): Promise<void> {
  for (;;) {
    const { claimed } = work.run(() => true);
    if (claimed.length === 0) return;
    for (const call of claimed) await dial(parts, call);
  }
}

/** Ends one of the calls that are up, each time another. */
function release({ parts, clock }: Crowd, i: number): void {
  const up = parts.data.calls.up(everyone);
  const call = up[(i * 7919) % up.length];
  if (!call?.providerCallId) throw new Error('nothing is up');
  const report = {
    providerCallId: call.providerCallId,
    reference: call.id,
    state: 'completed',
    at: clock.time,
    durationSeconds: 30,
  } as const;
  parts.data.database.write(() => applyReport(parts, call.id, report, clock.time));
}

function bareSync({ parts }: Crowd, i: number): number {
  const { sqlite } = parts.data.database;
  const before = performance.now();
  sqlite
    .prepare("INSERT INTO settings (key, value, updated_at) VALUES ('bare', ?, 0) ON CONFLICT DO UPDATE SET value = excluded.value")
    .run(String(i));
  return performance.now() - before;
}
