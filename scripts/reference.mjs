// Writes anew what is written from the tests: the answers of the reference's examples, and docs/who-may-what.md. Run after a change
// of the interface: `npm run reference`. The tests hold both against the program.
import { ROOT, run, script } from './lib.mjs';

const TESTS = ['tests/integration/examples.test.ts', 'tests/integration/isolation.test.ts'];

await script(async () => {
  const args = ['run', '--project', 'integration', ...TESTS];
  const code = await run(['node_modules/vitest/vitest.mjs', ...args], { cwd: ROOT, env: { RINGMASTER_REFERENCE: 'write' } });
  await run(['node_modules/@biomejs/biome/bin/biome', 'format', '--write', 'src/main/server/reference/examples/answers.json']);
  return code;
});
