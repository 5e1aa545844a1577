import { describe, expect, it } from 'vitest';
import { readAppearance, schemeOf } from './appearance.ts';

describe('schemeOf', () => {
  it('follows the system until somebody chooses', () => {
    const shown = (['system', 'light', 'dark'] as const).map((chosen) => [schemeOf(chosen, false), schemeOf(chosen, true)]);
    expect(shown).toEqual([
      ['light', 'dark'],
      ['light', 'light'],
      ['dark', 'dark'],
    ]);
  });
});

describe('readAppearance', () => {
  it('takes what was chosen, and follows the system where that makes no sense', () => {
    expect(['dark', 'light', 'system', 'sepia', '', null].map(readAppearance)).toEqual([
      'dark',
      'light',
      'system',
      'system',
      'system',
      'system',
    ]);
  });
});
