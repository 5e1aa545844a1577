import { describe, expect, it } from 'vitest';
import { whenItWas } from './when-it-was.ts';

describe('whenItWas', () => {
  const now = Date.parse('2026-11-18T12:00:00Z');
  const told = (at: string) => whenItWas(new Date(at), now, 'Europe/Berlin');

  it('is told by the clock of whoever looks', () => {
    expect(told('2026-11-18T10:34:00Z')).toBe('today 11:34');
    expect(told('2026-11-17T23:30:00Z')).toBe('today 00:30');
    expect(told('2026-11-12T08:00:00Z')).toBe('Thu 12 Nov, 09:00');
    expect(told('2025-12-31T23:30:00Z')).toBe('Thu 1 Jan, 00:30');
  });
});
