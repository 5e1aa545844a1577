/** Promises 1 to 3, from the provider's side, over generated runs: limits, windows, at most once, nothing lost. */
import { describe, expect, it } from 'vitest';
import { PROVIDERS } from '../../src/shared/domain/states.ts';
import { HOURS, runsWithFaults } from './generated-runs/prove.ts';

describe.each(PROVIDERS)('generated runs over %s, first half', (through) => {
  it('pass no limit, dial in no closed window, dial no attempt twice, call no number twice at once, lose nothing', {
    timeout: 4 * HOURS,
  }, async () => {
    expect(await runsWithFaults(through, 20261121)).toEqual([]);
  });
});
