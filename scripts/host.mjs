// npm run host: the browser host alone. Standard output carries its one line of JSON and nothing else.
import { run, script } from './lib.mjs';
import { ensureBuild, ensureDependencies } from './prepare.mjs';

await script(async (args) => {
  await ensureDependencies();
  await ensureBuild();
  return await run(['dist/host/index.mjs', ...args]);
});
