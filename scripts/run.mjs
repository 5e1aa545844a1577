// Runs a source, TypeScript included, on Node 24 as it stands: `node scripts/run.mjs <entry.ts> [arguments]`.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, ROOT, run, script } from './lib.mjs';
import { ensureDependencies } from './prepare.mjs';

await script(async ([entry, ...args]) => {
  if (!entry) throw new Failure('Say which source to run: node scripts/run.mjs <entry.ts> [arguments]');
  await ensureDependencies();
  if (!existsSync(join(ROOT, entry))) throw new Failure(`There is no ${entry} in this copy.`);
  return await run([entry, ...args]);
});
