import { expect, it } from 'vitest';
import { badgePixels } from './badge-pixels.ts';

/** The bitmap as a person sees it: figures as #, ground as a dot. */
function drawn(count: number): string[] {
  const { pixels, size } = badgePixels(count);
  return Array.from({ length: size }, (_, y) =>
    Array.from({ length: size }, (__, x) => {
      const at = (y * size + x) * 4;
      return pixels[at + 3] === 0 ? ' ' : pixels[at] === 0xff ? '#' : '.';
    }).join(''),
  );
}

it('draws one figure large and two beside each other, in a round', () => {
  expect(drawn(7).slice(2, 5)).toEqual(['  ............  ', ' ....######.... ', ' ....######.... ']);
  expect(drawn(12).slice(5, 10)).toEqual([
    '.....#..###.....',
    '....##....#.....',
    '.....#..###.....',
    '.....#..#.......',
    '....###.###.....',
  ]);
  expect(drawn(140)).toEqual(drawn(99));
});
