import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder that holds the migrations and the built screens, from a folder of the sources as from dist/. */
export function findRoot(folder: string): string {
  const parent = dirname(folder);
  if (existsSync(join(folder, 'drizzle')) || parent === folder) return folder;
  return findRoot(parent);
}
