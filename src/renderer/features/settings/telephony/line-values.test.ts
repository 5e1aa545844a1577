import { describe, expect, it } from 'vitest';
import { PracticeLineChange } from '../../../../shared/contract/telephony-settings.ts';
import { DEFAULT_PRACTICE } from '../../../../shared/domain/practice-settings.ts';
import { FAULTS, lineChange, lineErrors, valuesOf, withoutFaults } from './line-values.ts';

const line = { ...DEFAULT_PRACTICE, faults: { ...DEFAULT_PRACTICE.faults, webhookLost: 0.07 }, timeoutMs: 10_000 };

describe('the form of the practice line', () => {
  it('shows every fault, chances as per cent, and sends back what it was given', () => {
    expect(FAULTS.toSorted()).toEqual(Object.keys(DEFAULT_PRACTICE.faults).toSorted());
    const values = valuesOf(line);
    expect([values['faults.webhookLost'], values['faults.lateSeconds'], values.accountLimit, values.timeoutSeconds]).toEqual([
      '7',
      '30',
      '',
      '10',
    ]);
    expect(lineErrors(values)).toEqual({});
    expect(lineChange(values)).toEqual(line);
    expect(PracticeLineChange.safeParse(lineChange(values)).success).toBe(true);
  });

  it('says at each field what is wrong, and that some outcome must weigh something', () => {
    const values = { ...valuesOf(line), speed: '0', seed: '1.5', 'faults.silence': '101', accountLimit: '0' };
    expect(lineErrors(values)).toEqual({
      speed: 'Write a number from 0.1 to 10,000.',
      seed: 'Write a whole number.',
      accountLimit: 'Write a number from 1 to 100,000.',
      'faults.silence': 'Write a number from 0 to 100.',
    });
    const nothing = Object.fromEntries(Object.keys(line.outcomes).map((name) => [`outcomes.${name}`, '0']));
    expect(lineErrors({ ...valuesOf(line), ...nothing })).toEqual({ 'outcomes.completed': 'At least one outcome needs a part above 0.' });
  });

  it('takes all faults away at once', () => {
    expect(lineChange({ ...valuesOf(line), ...withoutFaults() }).faults).toEqual(DEFAULT_PRACTICE.faults);
  });
});
