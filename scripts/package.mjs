// npm run package: the packages of this system, into release/. `-- --dry-run` only checks, for every system, what would go into them;
// `-- --lay-out` the same with each system's own parts fetched by npm; `--json` tells what was found to another program.
// What there is to know of packages: docs/packages.md.
import { run, script } from './lib.mjs';
import { ensureBuild, ensureDependencies } from './prepare.mjs';

await script(async (args) => {
  await ensureDependencies();
  await ensureBuild();
  return await run(['scripts/packages/main.mjs', ...args]);
});
