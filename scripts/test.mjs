// npm test: every step with its output, then one summary. `npm test unit e2e` runs the steps that are named; `--long` gives the
// suites their full number of runs; `desktop --electron` asks the desktop program on Electron itself, not on the stand-in.
import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { desktopRuntime, electronVersion } from './electron.mjs';
import { Failure, ROOT, run, say, script } from './lib.mjs';
import { ensureBuild, ensureDependencies } from './prepare.mjs';
import { ensureSshd } from './sshd.mjs';
import { countPlaywright, countVitest, failedPlaywright, failedVitest, hasTests, summary } from './test-report.mjs';

const M = 'node_modules';

const MEMORY = '/dev/shm';
const ROOM = 2 ** 31;

/** Whether there is a folder in memory with room for all that tests write: a killed process loses nothing there, and no test cuts the power. */
function hasMemory() {
  if (!existsSync(MEMORY)) return false;
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize >= ROOM;
}

/** A folder of this run alone: what the runners report, and what tests write. */
const SCRATCH = mkdtempSync(join(hasMemory() ? MEMORY : tmpdir(), 'ringmaster-tests-'));
process.once('exit', () => rmSync(SCRATCH, { recursive: true, force: true }));

const CHECKED = ['src', 'tests', 'bench', 'scripts', 'vitest.config.ts', 'playwright.config.ts', 'drizzle.config.ts'];

/** A check without tests of its own counts as one. */
const asOne = (ok) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 });

async function lint() {
  const here = CHECKED.filter((path) => existsSync(join(ROOT, path)));
  const style = await run([`${M}/oxlint/bin/oxlint`, '--type-aware', '--deny-warnings', ...here]);
  const format = await run([`${M}/@biomejs/biome/bin/biome`, 'format', '--error-on-warnings']);
  return asOne(style === 0 && format === 0);
}

const types = async () => asOne((await run([`${M}/typescript/bin/tsc`, '-p', '.'])) === 0);

async function vitest(project, env, ...more) {
  if (!hasTests[project]()) return undefined;
  const report = join(SCRATCH, `${project}.json`);
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...more];
  const code = await run([`${M}/vitest/vitest.mjs`, ...args], { env });
  failures[project] = failedVitest(report);
  return countVitest(report, code);
}

async function playwright(project, env, more = {}) {
  const report = join(SCRATCH, `${project}.json`);
  const where = { CHROMIUM_PATH: ensureChromium(), PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  await ensureBuild();
  const args = ['test', `--project=${project}`, '--reporter=list,json'];
  const code = await run([`${M}/@playwright/test/cli.js`, ...args], { env: { ...env, ...where, ...more } });
  failures[project === 'browser' ? 'e2e' : 'desktop'] = failedPlaywright(report);
  return countPlaywright(report, code);
}

const e2e = async (env) => (hasTests.e2e() ? await playwright('browser', env) : undefined);

const ON_ELECTRON = process.argv.includes('--electron');

/** The same specifications on the desktop program as built: on the stand-in for Electron, on Electron itself only where asked. */
async function desktop(env) {
  if (!hasTests.e2e()) return undefined;
  if (!ON_ELECTRON) {
    notes.desktop = 'on the stand-in for Electron';
    return await playwright('desktop', env);
  }
  const { runtime, args, why } = desktopRuntime();
  if (why)
    throw new Failure(`The desktop program cannot be asked on Electron, because ${why}. \`npm test desktop\` asks it on the stand-in.`);
  notes.desktop = `on Electron ${electronVersion()}`;
  return await playwright('electron', env, { RINGMASTER_ELECTRON: runtime, RINGMASTER_ELECTRON_SWITCHES: args.join(' ') });
}

/** On what a step ran, by its name: nothing is called tested on Electron that was not. */
const notes = {};

/** What failed in a step, by its name: a list of lines. */
const failures = {};

const STEPS = {
  lint,
  types,
  unit: (env) => vitest('unit', env),
  property: (env) => vitest('property', env),
  integration: async (env) => {
    ensureSshd();
    await ensureBuild();
    // Much of it waits for processes and sockets: one worker more than there are cores fills that time.
    return await vitest('integration', env, '--project', 'mocked', `--maxWorkers=${availableParallelism() + 1}`);
  },
  e2e,
  desktop,
};

/** Runs one step; whatever goes wrong in it is a failure of that step, and the others still run. */
async function outcomeOf(name, env) {
  say(name);
  const startedAt = performance.now();
  let counts;
  try {
    counts = await STEPS[name](env);
  } catch (error) {
    console.error(`\u2716 ${error instanceof Failure ? error.message : error.stack}`);
    counts = asOne(false);
  }
  return { name, counts, seconds: (performance.now() - startedAt) / 1000, note: notes[name], failures: failures[name] };
}

await script(async (args) => {
  const named = args.filter((arg) => !arg.startsWith('-'));
  const unknown = named.filter((name) => !Object.hasOwn(STEPS, name));
  if (unknown.length > 0) throw new Failure(`There is no step ${unknown.join(', ')}; the steps are ${Object.keys(STEPS).join(', ')}.`);
  await ensureDependencies();
  const env = {
    TMPDIR: SCRATCH,
    // Hundreds of processes start on the same sources and the same build: what node compiled for one is there for the next.
    NODE_COMPILE_CACHE: join(SCRATCH, 'compiled'),
    RINGMASTER_TEST: args.includes('--long') ? 'long' : (process.env.RINGMASTER_TEST ?? 'short'),
  };
  const outcomes = [];
  for (const name of Object.keys(STEPS)) if (named.length === 0 || named.includes(name)) outcomes.push(await outcomeOf(name, env));
  const { lines, failed } = summary(outcomes);
  console.log(`\n${lines.join('\n')}`);
  return failed > 0 ? 1 : 0;
});
