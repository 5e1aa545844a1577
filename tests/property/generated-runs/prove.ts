import fc from 'fast-check';
import { expect } from 'vitest';
import { run } from './run.ts';
import { scenario } from './scenario.ts';

/** All runs of a suite, of which two files do a half each, side by side. */
const RUNS = process.env.RINGMASTER_TEST === 'long' ? 10_000 : 300;

/** Lives through `1 / of` of the runs from one seed and expects the referee to have nothing to say. */
export async function proveRuns(seed: number, of: number): Promise<void> {
  const runs = Number(process.env.RINGMASTER_RUNS ?? RUNS) / of;
  let dials = 0;
  await fc.assert(
    fc.asyncProperty(scenario, async (given) => {
      const result = await run(given);
      dials += result.dials;
      expect(result.faults).toEqual([]);
    }),
    // Shrinking lives a long run through hundreds of times: only where someone asks for it.
    { numRuns: runs, seed, endOnFailure: process.env.RINGMASTER_SHRINK === undefined },
  );
  // The runs say something only if calls were made in them.
  expect(dials).toBeGreaterThan(runs * 5);
}

export const PROMISE = 'pass no limit, dial in no closed window, dial no attempt twice, call no number twice at once, and lose nothing';
export const HOURS = 3_600_000;
