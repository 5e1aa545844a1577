// Installs what is missing and builds what is stale, each only when it has to be. All that it says goes to standard error.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, openSync, closeSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { CACHE, Failure, ROOT, read, run, runtimePackage, say } from './lib.mjs';

const json = (file) => JSON.parse(read(join(ROOT, file)) || '{}');

/**
 * Whether node_modules holds what package-lock.json asks for. npm keeps its own record of what it laid down; only packages for
 * other systems may be missing there.
 */
export function isInstalled() {
  const wanted = json('package-lock.json').packages ?? {};
  const laid = json('node_modules/.package-lock.json').packages ?? {};
  const { dependencies, devDependencies } = json('package.json');
  const present = (name) => existsSync(join(ROOT, 'node_modules', name, 'package.json'));
  if (!Object.keys({ ...dependencies, ...devDependencies }).every(present)) return false;
  if (wanted[`node_modules/${runtimePackage()}`] && !present(runtimePackage())) return false;
  return Object.entries(wanted).every(([path, { version, optional, devOptional, peer }]) => {
    if (path === '') return true;
    return laid[path] ? laid[path].version === version : Boolean(optional || devOptional || peer);
  });
}

function install() {
  say('Installing dependencies (npm ci)');
  // npm's own Node: the one in node_modules is about to be replaced.
  const npm = process.env.npm_execpath;
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const options = { cwd: ROOT, stdio: ['ignore', 2, 2] };
  const done = npm
    ? spawnSync(process.env.npm_node_execpath ?? process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: platform() === 'win32' });
  if (done.error) throw new Failure(`npm could not be started (${done.error.message}). Install Node with npm and run this again.`);
  if (done.status !== 0) throw new Failure('The dependencies could not be installed; npm says why above.');
}

/** The files that decide what dist/ holds: sources, without their tests, and what the build itself is made of. */
function builtFrom() {
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  const own = ['package-lock.json', 'tsconfig.json', 'scripts/build.mjs', 'scripts/renderer-config.mjs'];
  return [...sources.toSorted(), ...own.map((file) => join(ROOT, file))];
}

/** A hash over everything that dist/ is built from. */
export function sourceStamp() {
  const hash = createHash('sha256');
  for (const file of builtFrom())
    hash
      .update(`${file.slice(ROOT.length)}\n`)
      .update(readFileSync(file))
      .update('\0');
  return hash.digest('hex');
}

const isBuilt = () => read(join(ROOT, 'dist/.stamp')) === sourceStamp();

const pause = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function tryToHold(file) {
  try {
    const held = openSync(file, 'wx');
    writeSync(held, String(process.pid));
    closeSync(held);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
}

/** Only one process at a time installs or builds; the others wait and then find nothing left to do. */
async function alone(work) {
  mkdirSync(CACHE, { recursive: true });
  const file = join(CACHE, 'prepare.lock');
  for (let waited = 0; !tryToHold(file); waited += 1) {
    const holder = Number(read(file));
    // A file without a number is one that is being written this moment, or was left by a process that died just then.
    if (holder ? !isAlive(holder) : waited > 10) rmSync(file, { force: true });
    else if (waited === 10) say(`Waiting for another start of Ringmaster (process ${holder}) to finish its preparation`);
    pause(100);
  }
  try {
    await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** Installs exactly what package-lock.json says, unless it is there. */
export async function ensureDependencies() {
  if (isInstalled()) return;
  await alone(() => isInstalled() || install());
}

/** Builds dist/, unless it was built from these very sources. */
export async function ensureBuild() {
  if (isBuilt()) return;
  await alone(async () => {
    if (isBuilt()) return;
    say('Building');
    if ((await run(['scripts/build.mjs'], { quiet: true })) !== 0) throw new Failure('The build failed; see above.');
  });
}
