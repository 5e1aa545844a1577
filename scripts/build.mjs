// Builds dist/, every part at once: the renderer for Electron's Chromium, the rest for Node 24, the preload as one CommonJS file,
// as its sandbox asks. Started by prepare.mjs and by `npm run build`.
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT, say, script } from './lib.mjs';
import { sourceStamp } from './prepare.mjs';
import { rendererConfig } from './renderer-config.mjs';

const CLI = 'src/main/hosts/cli';

/** What is built for Node: the source, where it goes, and its form. */
const NODE_PARTS = [
  { entry: 'src/main/hosts/desktop/main.ts', out: 'main/index.mjs' },
  { entry: 'src/main/hosts/desktop/preload.ts', out: 'preload/index.cjs', format: 'cjs' },
  { entry: 'src/main/hosts/browser/main.ts', out: 'host/index.mjs' },
  { entry: 'src/main/import/worker.ts', out: 'worker/import-worker.mjs' },
  { entry: 'src/main/data/contact-index/thread.ts', out: 'worker/contact-index.mjs' },
  { entry: 'src/main/data/queue-index/thread.ts', out: 'worker/queue-index.mjs' },
  { entry: 'src/main/data/do-not-call-search/thread.ts', out: 'worker/do-not-call-search.mjs' },
  { entry: 'src/main/telephony/practice/process.ts', out: 'practice/process.mjs' },
  ...['seed', 'inspect', 'backup', 'restore'].map((name) => ({ entry: `${CLI}/${name}.ts`, out: `cli/${name}.mjs` })),
];
const RENDERER_PAGE = 'src/renderer/index.html';

/** Not bundled: what the runtime brings, what holds native code, and ssh2, which looks for its own at run time. */
const EXTERNAL = ['electron', 'better-sqlite3', '@ngrok/ngrok', 'ssh2', ...builtinModules, /^node:/];

// Beside dist/, so that paths in source maps stay true after the renaming.
const NEXT = join(ROOT, 'dist.next');

function buildForNode({ entry, out, format = 'es' }) {
  const [folder, file] = out.split('/');
  return build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    clearScreen: false,
    publicDir: false,
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: join(ROOT, entry),
      outDir: join(NEXT, folder),
      emptyOutDir: false,
      target: 'node24',
      sourcemap: true,
      minify: false,
      rolldownOptions: { external: EXTERNAL, output: { format, entryFileNames: file, codeSplitting: false } },
    },
  });
}

const buildRenderer = () =>
  build(
    rendererConfig({
      logLevel: 'warn',
      build: { outDir: join(NEXT, 'renderer'), emptyOutDir: true, target: 'chrome156', sourcemap: true, chunkSizeWarningLimit: 3000 },
    }),
  );

/** The pages of the REST interface, as they come. */
const REFERENCE_FILES = ['swagger-ui-bundle.js', 'swagger-ui.css', 'LICENSE', 'NOTICE'];

function copyReference() {
  mkdirSync(join(NEXT, 'reference'), { recursive: true });
  for (const file of REFERENCE_FILES) copyFileSync(join(ROOT, 'node_modules/swagger-ui-dist', file), join(NEXT, 'reference', file));
}

/** A running host keeps reading from dist/ until the new one is whole. */
function putInPlace() {
  const old = join(ROOT, 'dist.old');
  rmSync(old, { recursive: true, force: true });
  if (existsSync(join(ROOT, 'dist'))) renameSync(join(ROOT, 'dist'), old);
  renameSync(NEXT, join(ROOT, 'dist'));
  rmSync(old, { recursive: true, force: true });
}

await script(async () => {
  const startedAt = performance.now();
  const here = (file) => existsSync(join(ROOT, file));
  const parts = NODE_PARTS.filter(({ entry }) => here(entry));
  const missing = [RENDERER_PAGE, ...NODE_PARTS.map(({ entry }) => entry)].filter((file) => !here(file));
  if (missing.length > 0) say(`Not built, for want of a source: ${missing.join(', ')}`);
  // Taken before the build: a source that changes meanwhile makes the next start build again.
  const stamp = sourceStamp();
  rmSync(NEXT, { recursive: true, force: true });
  await Promise.all([...(here(RENDERER_PAGE) ? [buildRenderer()] : []), ...parts.map(buildForNode)]);
  if (existsSync(NEXT)) {
    copyReference();
    writeFileSync(join(NEXT, '.stamp'), stamp);
    putInPlace();
  }
  say(`Built in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
});
