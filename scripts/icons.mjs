// npm run icons: every icon of the packages and of the tray, from build/icon.svg. The results are committed: packing needs no
// renderer, and a test holds them against the drawing.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sheet, tile, tileWithMargin, TRAY_STATES, trayTemplate, trayTile } from './icon-drawings.mjs';
import { ROOT, say, script } from './lib.mjs';

const FOLDER = 'build';
/** What desktops on Linux look for. */
const PNG_SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const ICO_SIZES = [16, 20, 24, 32, 40, 48, 64, 256];
/** The kinds of an .icns by their pixels: once for a plain screen, once for one twice as fine. */
const ICNS_KINDS = {
  16: ['ic04'],
  32: ['ic11', 'ic05'],
  64: ['ic12'],
  128: ['ic07'],
  256: ['ic13', 'ic08'],
  512: ['ic14', 'ic09'],
  1024: ['ic10'],
};
/** Electron takes the file beside that fits the screen. */
const TRAY_SIZES = { '': 16, '@1.25x': 20, '@1.5x': 24, '@2x': 32 };
const TEMPLATE_SIZES = { '': 16, '@2x': 32 };

/** As WebAssembly it draws the same bytes on every machine. */
async function renderer() {
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
  await initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
  return (draw, pixels) => Buffer.from(new Resvg(draw(pixels), { fitTo: { mode: 'width', value: pixels } }).render().asPng());
}

/** Every icon by its path below the project: its bytes. */
export async function drawIcons() {
  const { IconIcns, IconIco } = await import('@shockpkg/icon-encoder');
  const png = await renderer();
  const icons = new Map();

  async function ico(name, draw) {
    const icon = new IconIco();
    // The encoder's own choice of form: a PNG at 256, bitmaps below, which every Windows reads. Taken as it is drawn.
    for (const pixels of ICO_SIZES) await icon.addFromPng(png(draw, pixels), pixels === 256, true);
    icons.set(`${FOLDER}/${name}.ico`, Buffer.from(icon.encode()));
  }
  async function icns(name, draw) {
    const icon = new IconIcns();
    icon.toc = true;
    for (const [pixels, kinds] of Object.entries(ICNS_KINDS)) await icon.addFromPng(png(draw, Number(pixels)), kinds, true);
    icons.set(`${FOLDER}/${name}.icns`, Buffer.from(icon.encode()));
  }

  await ico('icon', tile);
  await icns('icon', tileWithMargin);
  await ico('csv', sheet);
  await icns('csv', sheet);
  for (const pixels of PNG_SIZES) icons.set(`${FOLDER}/icons/${pixels}x${pixels}.png`, png(tile, pixels));
  for (const state of TRAY_STATES) {
    const name = `${FOLDER}/icons/tray${state === 'calm' ? '' : `-${state}`}`;
    for (const [suffix, pixels] of Object.entries(TRAY_SIZES))
      icons.set(
        `${name}${suffix}.png`,
        png((size) => trayTile(state, size), pixels),
      );
    for (const [suffix, pixels] of Object.entries(TEMPLATE_SIZES))
      icons.set(
        `${name}Template${suffix}.png`,
        png(() => trayTemplate(state), pixels),
      );
  }
  return icons;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await script(async () => {
    let changed = 0;
    for (const [path, bytes] of await drawIcons()) {
      const file = join(ROOT, path);
      if (existsSync(file) && readFileSync(file).equals(bytes)) continue;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, bytes);
      changed += 1;
    }
    say(changed === 0 ? 'Every icon is as it is drawn' : `${changed} icons drawn anew`);
  });
}
