import fc from 'fast-check';
import type { ProviderName } from '../../../src/shared/domain/states.ts';
import { run } from './run.ts';
import { type Scenario, scenario } from './scenario.ts';

const LONG = process.env.RINGMASTER_TEST === 'long';
/** All runs over a provider, of which two files do a half each, side by side: a share over each vendor unless the whole is asked for. */
const RUNS: Readonly<Record<ProviderName, number>> = LONG
  ? { practice: 10_000, bolna: 10_000, signalwire: 10_000, elevenlabs: 10_000 }
  : { practice: 300, bolna: 40, signalwire: 40, elevenlabs: 40 };
/** The runs say something only if calls are made in them. */
const LEAST_DIALS_A_RUN = 5;

export const HOURS = 3_600_000;

export interface FaultyRun {
  faults: string[];
  scenario: Scenario | null;
}

/** Lives through half of the runs over a provider, from one seed. @returns the first run in which the referee saw a fault, if there is one. */
export async function runsWithFaults(through: ProviderName, seed: number): Promise<FaultyRun[]> {
  const runs = Math.ceil(Number(process.env.RINGMASTER_RUNS ?? RUNS[through]) / 2);
  let dials = 0;
  const property = fc.asyncProperty(scenario, async (given) => {
    const result = await run(given, { through });
    dials += result.dials;
    if (result.faults.length > 0) throw new Error(result.faults.join('\n'));
  });
  // Shrinking lives a long run through hundreds of times: only where someone asks for it.
  const found = await fc.check(property, { numRuns: runs, seed, endOnFailure: process.env.RINGMASTER_SHRINK === undefined });
  if (found.failed) return [{ faults: [String(found.errorInstance)], scenario: found.counterexample?.[0] ?? null }];
  return dials < runs * LEAST_DIALS_A_RUN ? [{ faults: [`only ${dials} dials in ${runs} runs`], scenario: null }] : [];
}
