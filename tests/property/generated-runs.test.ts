/** Promises 1 to 3, from the provider's side, over generated runs: limits, windows, at most once, nothing lost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { run } from './generated-runs/run.ts';
import { scenario } from './generated-runs/scenario.ts';

const RUNS = process.env.RINGMASTER_TEST === 'long' ? 10_000 : 300;

describe('generated runs', () => {
  it('pass no limit, dial in no closed window, dial no attempt twice, call no number twice at once, and lose nothing', {
    timeout: 3_600_000 * 4,
  }, async () => {
    let dials = 0;
    await fc.assert(
      fc.asyncProperty(scenario, async (given) => {
        const result = await run(given);
        dials += result.dials;
        expect(result.faults).toEqual([]);
      }),
      { numRuns: RUNS, seed: Number(process.env.RINGMASTER_SEED ?? 20_261_120), endOnFailure: process.env.RINGMASTER_SHRINK === undefined },
    );
    // The runs say something only if calls were made in them.
    expect(dials).toBeGreaterThan(RUNS * 3);
  });
});
