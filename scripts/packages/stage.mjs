// Lays the program out for one target, with what npm lays down for that system and none other: packages for another processor than this
// machine's are made from it, and node_modules stays as it is.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { CACHE, Failure, ROOT, read } from '../lib.mjs';

const json = (file) => JSON.parse(read(join(ROOT, file)));
const IS_RUNTIME = /^node_modules\/node-(linux|win)-/;

/** package.json and its lock, without what only builds and tests, and without the Nodes of other hosts: Electron brings its own. */
function manifests() {
  const { devDependencies: _tools, optionalDependencies: _nodes, scripts: _scripts, ...own } = json('package.json');
  const lock = json('package-lock.json');
  const { devDependencies: _lockedTools, optionalDependencies: _lockedNodes, ...root } = lock.packages[''];
  const kept = Object.entries(lock.packages).filter(([path, { dev }]) => path !== '' && !dev && !IS_RUNTIME.test(path));
  return { 'package.json': own, 'package-lock.json': { ...lock, packages: { '': root, ...Object.fromEntries(kept) } } };
}

function installFor({ system, arch }, folder) {
  const npm = process.env.npm_execpath;
  const target = [`--os=${system}`, `--cpu=${arch}`, ...(system === 'linux' ? ['--libc=glibc'] : [])];
  const args = ['ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...target];
  const options = { cwd: folder, stdio: ['ignore', 2, 2] };
  const done = npm
    ? spawnSync(process.env.npm_node_execpath ?? process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: platform() === 'win32' });
  if (done.status !== 0) throw new Failure('The parts of the program for this target could not be installed; npm says why above.');
}

/** Where everything that belongs to making packages lies meanwhile. */
export const WORK = join(CACHE, 'package');

/** Lays a target out; the folder in which the program lies. */
export function layOut(target) {
  const folder = join(WORK, target.name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const part of ['dist', 'drizzle', 'build/icons']) cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  for (const [name, content] of Object.entries(manifests())) writeFileSync(join(folder, name), JSON.stringify(content, null, 2));
  installFor(target, folder);
  return folder;
}
