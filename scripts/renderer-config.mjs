// How Vite treats the renderer, in `build` and in `dev` alike.
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { ROOT } from './lib.mjs';

/** Nothing is drawn before the script has said in which colours. Vite would drop the attribute from a tag that it builds anew. */
const drawAfterScript = {
  name: 'draw-after-script',
  transformIndexHtml: {
    order: 'post',
    handler: (html) => html.replaceAll('<script type="module"', '<script type="module" blocking="render"'),
  },
};

/** Vite's settings for src/renderer; `extra` adds those of the command. */
export const rendererConfig = (extra = {}) => ({
  configFile: false,
  root: join(ROOT, 'src/renderer'),
  base: './',
  clearScreen: false,
  cacheDir: join(ROOT, '.cache/vite'),
  plugins: [react(), drawAfterScript],
  ...extra,
});
