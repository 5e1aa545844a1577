// The list of what a new version offers (latest.yml, latest-mac.yml), which electron-builder writes anew for every target it is asked for:
// here each target is asked for by itself, and the one file has to name the packages of both processors.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const yaml = () => require('js-yaml');

/** Two lists of one version as one: the files of both, and for older programs, which know a single one, that of the first. */
export const merged = (first, second) => ({
  ...second,
  ...first,
  files: [...first.files, ...second.files.filter(({ url }) => !first.files.some((file) => file.url === url))],
});

/** The lists that lie in a folder, by their names. */
export function readLists(folder) {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => /^latest.*\.yml$/.test(name)) : [];
  return new Map(names.map((name) => [name, yaml().load(readFileSync(join(folder, name), 'utf8'))]));
}

/** Adds to the lists in a folder what those of the same version named before. */
export function mergeLists(before, folder) {
  for (const [name, list] of readLists(folder)) {
    const earlier = before.get(name);
    if (earlier && earlier.version === list.version) writeFileSync(join(folder, name), yaml().dump(merged(earlier, list), { lineWidth: 8000 }));
  }
}
