import { expect, it } from 'vitest';
import { afterPageDied } from './crash-view.ts';

it.each([
  [[0], 0, 'reload'],
  [[0, 100], 100, 'reload'],
  [[0, 100, 200], 200, 'ask'],
  [[0, 100, 70_000], 70_000, 'reload'],
] as const)('a page that died at %j', (diedAt, now, what) => {
  expect(afterPageDied(diedAt, now)).toBe(what);
});
