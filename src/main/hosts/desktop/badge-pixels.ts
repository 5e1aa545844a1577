/** A number drawn as a small round badge, for systems that show a picture over the icon and no number. Pure. */

const SIZE = 16;
const MOST = 99;
/** Blue, green, red, opacity, as Electron takes bitmaps. */
const GROUND = [0x3c, 0x2d, 0xc6, 0xff] as const;
const INK = [0xff, 0xff, 0xff, 0xff] as const;

/** The figures, 3 by 5: a row is three bits. */
const FIGURES = [
  [7, 5, 5, 5, 7],
  [2, 6, 2, 2, 7],
  [7, 1, 7, 4, 7],
  [7, 1, 7, 1, 7],
  [5, 5, 7, 1, 1],
  [7, 4, 7, 1, 7],
  [7, 4, 7, 5, 7],
  [7, 1, 1, 2, 2],
  [7, 5, 7, 5, 7],
  [7, 5, 7, 1, 7],
] as const;
const FIGURE = { width: 3, height: 5 };

/** @returns a square bitmap, four bytes a pixel, of `size` pixels a side. What is more than 99 is drawn as 99. */
export function badgePixels(count: number): { pixels: Buffer; size: number } {
  const pixels = Buffer.alloc(SIZE * SIZE * 4);
  const put = (x: number, y: number, colour: readonly number[]) => pixels.set(colour, (y * SIZE + x) * 4);
  const middle = (SIZE - 1) / 2;
  for (let y = 0; y < SIZE; y += 1) for (let x = 0; x < SIZE; x += 1) if (Math.hypot(x - middle, y - middle) <= SIZE / 2) put(x, y, GROUND);
  const figures = String(Math.min(count, MOST)).split('').map(Number);
  const scale = figures.length === 1 ? 2 : 1;
  const step = (FIGURE.width + 1) * scale;
  const left = Math.floor((SIZE - (figures.length * step - scale)) / 2);
  const top = Math.floor((SIZE - FIGURE.height * scale) / 2);
  figures.forEach((figure, place) => {
    for (let y = 0; y < FIGURE.height * scale; y += 1)
      for (let x = 0; x < FIGURE.width * scale; x += 1) {
        const row = FIGURES[figure]?.[Math.floor(y / scale)] ?? 0;
        if ((row >> (FIGURE.width - 1 - Math.floor(x / scale))) & 1) put(left + place * step + x, top + y, INK);
      }
  });
  return { pixels, size: SIZE };
}
