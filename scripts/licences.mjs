// Writes the list of licences that the screen "About" shows: every package that the program is made of, with those that they need.
// Run after a change of the dependencies: `npm run licences`. A test holds the list against what is installed.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT, run, script } from './lib.mjs';

export const LIST = 'src/renderer/features/settings/about/licences.json';

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
/** What only builds, tests and checks: none of it goes to whoever uses the program. */
const TOOLS =
  /^(@types\/|ajv$|ajv-formats$|axe-core$|@biomejs\/|@playwright\/|@redocly\/|@resvg\/|@shockpkg\/|@vitejs\/|drizzle-kit$|electron-builder$|fast-check$|oxlint|selfsigned$|typescript$|vite$|vitest$)/;
/** Comes as a whole, with a list of its own; its package holds only what fetches it. */
const WHOLE = new Set(['electron']);

/** The packages of the program itself, by package.json. */
function own() {
  const { dependencies, devDependencies } = readJson(join(ROOT, 'package.json'));
  return Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !TOOLS.test(name));
}

/** Where a package lies that is needed by another: beside it, or further up. */
function folderOf(name, from) {
  for (let folder = from; folder.startsWith(ROOT); folder = join(folder, '..')) {
    const found = join(folder, 'node_modules', name);
    if (existsSync(join(found, 'package.json'))) return found;
    if (folder === ROOT) break;
  }
  return null;
}

/** Every package of the program by the folder where it lies: `[name, version, licence]`. */
export function shippedFolders() {
  const found = new Map();
  const look = (name, from) => {
    const folder = folderOf(name, from);
    if (folder === null || found.has(folder)) return;
    const { version, license, licenses, dependencies = {}, peerDependencies = {} } = readJson(join(folder, 'package.json'));
    found.set(folder, [name, version, license?.type ?? license ?? licenses?.map(({ type }) => type).join(' or ') ?? 'see the package']);
    if (WHOLE.has(name)) return;
    for (const needed of Object.keys({ ...dependencies, ...peerDependencies })) if (!needed.startsWith('@types/')) look(needed, folder);
  };
  for (const name of own()) look(name, ROOT);
  return found;
}

/** Every package of the program by name: `[name, version, licence]`. */
export function shippedPackages() {
  const found = shippedFolders();
  return [...new Map([...found.values()].map((row) => [row.join(), row])).values()].toSorted((a, b) => (a.join() < b.join() ? -1 : 1));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await script(async () => {
    writeFileSync(join(ROOT, LIST), JSON.stringify(shippedPackages()));
    return await run(['node_modules/@biomejs/biome/bin/biome', 'format', '--write', LIST]);
  });
}
