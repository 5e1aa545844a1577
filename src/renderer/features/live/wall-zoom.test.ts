import { expect, it } from 'vitest';
import { wallZoom } from './wall-zoom.ts';

it('grows from 1440 × 900 by the narrower side, and never shrinks', () => {
  expect([wallZoom(1440, 900), wallZoom(1024, 700), wallZoom(2880, 1800), wallZoom(3840, 1800), wallZoom(1440, 2000)]).toEqual([
    1, 1, 2, 2, 1,
  ]);
});
