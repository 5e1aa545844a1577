import { describe, expect, it } from 'vitest';
import { expectedAt, expectedIn } from './expected.ts';

const NOW = Date.UTC(2026, 10, 18, 14, 32, 22);
const inMs = (ms: number) => new Date(NOW + ms);

describe('expectedAt', () => {
  it('names the time, and the day where it is not today there', () => {
    expect([null, inMs(98_000), inMs(20 * 3_600_000), inMs(48 * 3_600_000)].map((at) => expectedAt(at, NOW, 'UTC'))).toEqual([
      '—',
      '14:34',
      'tomorrow 10:32',
      'Fri 20 Nov 14:32',
    ]);
    expect(expectedAt(inMs(98_000), NOW, 'Asia/Tokyo')).toBe('23:34');
  });
});

describe('expectedIn', () => {
  it('counts down, and is now once the time has come', () => {
    expect([null, inMs(-5_000), inMs(900), inMs(98_000), inMs(3_700_000)].map((at) => expectedIn(at, NOW, 'now'))).toEqual([
      '—',
      'now',
      'now',
      '1:38',
      '1 h 1 min',
    ]);
  });
});
