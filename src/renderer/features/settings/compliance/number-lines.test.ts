import { describe, expect, it } from 'vitest';
import { numberLines } from './number-lines.ts';

describe('numberLines', () => {
  it('takes one number a line, however the lines were made', () => {
    expect(numberLines(' +44 20 7946 0958,\r\n\n+49 30 2345678; +1 202 555 0118\n')).toEqual([
      '+44 20 7946 0958',
      '+49 30 2345678',
      '+1 202 555 0118',
    ]);
    expect(numberLines(' \n ; ')).toEqual([]);
  });
});
