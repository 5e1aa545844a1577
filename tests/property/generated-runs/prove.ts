import fc from 'fast-check';
import { run } from './run.ts';
import { type Scenario, scenario } from './scenario.ts';

/** All runs of a suite, of which two files do a half each, side by side. */
const RUNS = process.env.RINGMASTER_TEST === 'long' ? 10_000 : 300;
/** The runs say something only if calls are made in them. */
const LEAST_DIALS_A_RUN = 5;

export const HOURS = 3_600_000;

export interface FaultyRun {
  faults: string[];
  scenario: Scenario | null;
}

/** Lives through `1 / of` of the runs from one seed. @returns the first run in which the referee saw a fault, if there is one. */
export async function runsWithFaults(seed: number, of: number): Promise<FaultyRun[]> {
  const runs = Math.ceil(Number(process.env.RINGMASTER_RUNS ?? RUNS) / of);
  let dials = 0;
  const property = fc.asyncProperty(scenario, async (given) => {
    const result = await run(given);
    dials += result.dials;
    if (result.faults.length > 0) throw new Error(result.faults.join('\n'));
  });
  // Shrinking lives a long run through hundreds of times: only where someone asks for it.
  const found = await fc.check(property, { numRuns: runs, seed, endOnFailure: process.env.RINGMASTER_SHRINK === undefined });
  if (found.failed) return [{ faults: [String(found.errorInstance)], scenario: found.counterexample?.[0] ?? null }];
  return dials < runs * LEAST_DIALS_A_RUN ? [{ faults: [`only ${dials} dials in ${runs} runs`], scenario: null }] : [];
}
