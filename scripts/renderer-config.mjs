// How Vite treats the renderer, in `build` and in `dev` alike.
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { ROOT } from './lib.mjs';

/** Vite's settings for src/renderer; `extra` adds those of the command. */
export const rendererConfig = (extra = {}) => ({
  configFile: false,
  root: join(ROOT, 'src/renderer'),
  base: './',
  clearScreen: false,
  cacheDir: join(ROOT, '.cache/vite'),
  plugins: [react()],
  ...extra,
});
