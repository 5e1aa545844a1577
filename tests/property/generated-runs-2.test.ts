/** Promises 1 to 3, from the provider's side, over generated runs: limits, windows, at most once, nothing lost. */
import { describe, it } from 'vitest';
import { HOURS, PROMISE, proveRuns } from './generated-runs/prove.ts';

describe('generated runs, second half', () => {
  it(PROMISE, { timeout: 4 * HOURS }, () => proveRuns(20261122, 2));
});
