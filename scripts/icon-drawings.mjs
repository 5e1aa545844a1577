// What each icon shows, as SVG made from the shapes of build/icon.svg. Knows nothing of sizes in pixels beyond what is drawn otherwise
// when small, and nothing of files.
import { join } from 'node:path';
import { ROOT, read } from './lib.mjs';

export const SOURCE = join(ROOT, 'build/icon.svg');

/** The shapes by their ids, each as its element. */
const shapes = Object.fromEntries([...read(SOURCE).matchAll(/<(?:rect|path) id="(\w+)"[^>]*\/>/g)].map(([element, id]) => [id, element]));

const WHITE = '#FFFFFF';
/** The tones of look.md that the tray's states have, and the edges of a sheet of paper. */
const TONE = { paused: '#615B63', alert: '#A12F2F', edge: '#8C878E', line: '#D9D6DA' };

const filled = (id, colour) => shapes[id].replace(/fill="[^"]*"/, `fill="${colour}"`);
const svg = (...content) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${content.join('')}</svg>`;
/** A part drawn smaller or larger about its middle, and then moved down. */
const placed = (scale, down, ...content) =>
  `<g transform="translate(16 ${16 + down}) scale(${scale}) translate(-16 -16)">${content.join('')}</g>`;

/** Below 32 pixels the mark fills more of the tile, or its hole closes. */
const markScale = (pixels) => (pixels < 32 ? 0.9 : 0.75);
const mark = (pixels) => placed(markScale(pixels), 0.6, shapes.ring, shapes.raised);

/** The program's icon: the tile to its edges, as Windows and Linux have it. */
export const tile = (pixels) => svg(shapes.tile, mark(pixels));

/** The same with the margin that macOS keeps around every icon: 824 of 1024. */
export const tileWithMargin = (pixels) => svg(placed(824 / 1024, 0, shapes.tile, mark(pixels)));

/** What stands in the ring's hole and tells the states apart without their colour. */
const SIGNS = {
  calm: () => '',
  paused: (colour) => `<path fill="${colour}" d="M12.2 13h2.8v8h-2.8zM17 13h2.8v8H17z"/>`,
  alert: (colour) => `<path fill="${colour}" d="M14.5 11.8h3v6h-3zM14.5 19.2h3v3h-3z"/>`,
};
export const TRAY_STATES = Object.keys(SIGNS);

/** The tray's icon in colour, for bars of any colour. */
export function trayTile(state, pixels) {
  if (state === 'calm') return tile(pixels);
  const raised = filled('raised', WHITE);
  return svg(filled('tile', TONE[state]), placed(0.9, 0.6, shapes.ring, raised, SIGNS[state](WHITE)));
}

/** The tray's icon as a template of macOS: black and clear alone, the system gives it its colour. */
export const trayTemplate = (state) => svg(filled('ring', '#000'), filled('raised', '#000'), SIGNS[state]('#000'));

/** A CSV file that this program opens: a sheet with rows, and the tile in its corner. */
export function sheet(pixels) {
  const rows = pixels < 32 ? [11, 17] : [11, 15, 19, 23];
  const lines = rows.map((y) => `<path fill="${TONE.line}" d="M8.5 ${y}h5v1.6h-5zM15 ${y}h8.5v1.6H15z"/>`);
  const corner = `<g transform="translate(13 15) scale(.5)">${shapes.tile}${mark(pixels / 2)}</g>`;
  return svg(
    `<path fill="${WHITE}" stroke="${TONE.edge}" stroke-width="1" d="M5.5 2.5a1 1 0 0 1 1-1H20l6.5 6.5v21.5a1 1 0 0 1-1 1h-19a1 1 0 0 1-1-1z"/>`,
    `<path fill="${TONE.line}" stroke="${TONE.edge}" stroke-width="1" stroke-linejoin="round" d="M20 1.5V8h6.5z"/>`,
    ...lines,
    corner,
  );
}
