import { describe, expect, it } from 'vitest';
import { dayLabel, dayName } from './day-names.ts';

describe('dayLabel', () => {
  it('is short below a bar and whole where it is told', () => {
    expect(['2026-11-18', '2026-01-01', '2026-01-02'].map(dayLabel)).toEqual(['18 Nov', '1 Jan', '2 Jan']);
    expect(dayName('2026-11-18')).toBe('Wed 18 Nov 2026');
  });
});
