import { describe, expect, it } from 'vitest';
import { DialingChange, type DialingSettings } from '../../../../shared/contract/settings.ts';
import { dialingChange, dialingErrors, fieldOf, valuesOf } from './dialing-values.ts';

const settings: DialingSettings = {
  passSeconds: 10,
  gapMinutes: 60,
  longestMinutes: 60,
  ringSeconds: 45,
  campaignsPerHour: 60,
  importMaxBytes: 100 * 1024 * 1024,
  importMaxRows: 1_000_000,
  timeZone: 'Europe/Berlin',
  defaultCountry: null,
  breaker: { atLeastCalls: 5, withinSeconds: 120, failedShare: 0.5 },
};

describe('the form of dialing', () => {
  it('holds every setting, and finds nothing wrong with what is saved', () => {
    expect(valuesOf(settings)).toMatchObject({ gapMinutes: '60', importMegabytes: '100', timeZone: 'Europe/Berlin' });
    expect(dialingErrors(valuesOf(settings))).toEqual({});
  });

  it('sends what was changed and nothing else', () => {
    const change = dialingChange({ gapMinutes: '0', importMegabytes: '200', defaultCountry: 'DE' });
    expect(change).toEqual({ gapMinutes: 0, importMaxBytes: 200 * 1024 * 1024, defaultCountry: 'DE' });
    expect(DialingChange.safeParse(change).success).toBe(true);
    expect(dialingChange({ defaultCountry: null })).toEqual({ defaultCountry: null });
  });

  it('says at each field what is wrong, in the bounds of the contract', () => {
    expect(dialingErrors({ ...valuesOf(settings), passSeconds: '0', ringSeconds: '4', importMegabytes: '4,000' })).toEqual({
      passSeconds: 'Write a number from 1 to 3,600.',
      ringSeconds: 'Write a number from 5 to 300.',
      importMegabytes: 'Write a number from 1 to 2,048.',
    });
    for (const [name, value] of [
      ['passSeconds', 3_600],
      ['gapMinutes', 0],
      ['longestMinutes', 240],
      ['ringSeconds', 5],
    ] as const) {
      expect(DialingChange.safeParse({ [name]: value }).success).toBe(true);
    }
  });

  it('knows its fields by the names of the engine', () => {
    expect(['gapMinutes', 'importMaxBytes'].map(fieldOf)).toEqual(['gapMinutes', 'importMegabytes']);
  });
});
