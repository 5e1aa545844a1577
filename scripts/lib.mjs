// What every script here needs. Plain JavaScript without dependencies: it runs before node_modules exists, on any Node from 20.19.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { arch, constants, platform } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** A folder of our own for what can be made again: marks, locks, reports, the data of `npm run dev`. */
export const CACHE = join(ROOT, '.cache');

/** The text of a file, empty where there is none. */
export const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

/** One line to the person, on standard error: standard output belongs to the program that is being started. */
export const say = (sentence) => console.error(`\u25b8 ${sentence}`);

/** Something that the person has to put right; `script` prints its sentence without a stack. */
export class Failure extends Error {}

/** Runs a script's main function; its answer is the exit code. */
export async function script(main) {
  try {
    process.exitCode = (await main(process.argv.slice(2))) ?? 0;
  } catch (error) {
    console.error(`\u2716 ${error instanceof Failure ? error.message : (error?.stack ?? error)}`);
    process.exitCode = 1;
  }
}

/** The package that carries Node 24 for this system, whether or not it exists. */
export const runtimePackage = () => `node-${platform() === 'win32' ? 'win' : platform()}-${arch()}`;

/** better-sqlite3 13 needs Node-API 10 and the sources run undivided from their types: 22.18, 23.6 or 24. */
function servesItself() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major >= 24 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);
}

let found;

/** Node 24, the major that Electron 45 embeds: the one that came with the dependencies, else the running one if it is new enough. */
export function node24() {
  if (found) return found;
  const bin = join(ROOT, 'node_modules', runtimePackage(), 'bin', platform() === 'win32' ? 'node.exe' : 'node');
  if (existsSync(bin) && spawnSync(bin, ['-e', '0']).status === 0) found = bin;
  else if (servesItself()) found = process.execPath;
  else
    throw new Failure(
      `Ringmaster needs Node 24, and none comes with its packages for ${platform()}-${arch()}. This is Node ${process.versions.node}: install Node 24 and run this again.`,
    );
  return found;
}

/** The environment of everything we start: Node 24 first on the path. */
export function environment(extra = {}) {
  const env = { ...process.env, PATH: [dirname(node24()), join(ROOT, 'node_modules/.bin'), process.env.PATH].join(delimiter), ...extra };
  // Some editors' terminals set it, and Electron would then start as a plain Node.
  delete env.ELECTRON_RUN_AS_NODE;
  return env;
}

/** The exit code of a child in the shell's way: 128 and the signal's number where a signal ended it. */
export const exitCodeOf = (code, signal) => code ?? 128 + (constants.signals[signal] ?? 0);

/**
 * Resolves to the exit code of a child once it has ended. Until then signals are passed on to it, and it is ended when npm, which
 * started us, goes away without a word (`kill <npm>` ends npm's shell, not this process).
 */
export function ended(child) {
  return new Promise((resolve, reject) => {
    const pass = (signal) => child.kill(signal);
    // On a terminal Ctrl+C has reached the child already; a second one would read as "now, at once".
    const interrupted = (signal) => process.stdin.isTTY || child.kill(signal);
    process.on('SIGTERM', pass).on('SIGHUP', pass).on('SIGINT', interrupted);
    const parent = process.ppid;
    const orphaned = () => process.ppid === parent || child.kill('SIGTERM');
    const watch = process.env.npm_lifecycle_event ? setInterval(orphaned, 250) : undefined;
    const settle = () => {
      clearInterval(watch);
      process.off('SIGTERM', pass).off('SIGHUP', pass).off('SIGINT', interrupted);
    };
    child.once('error', (error) => {
      settle();
      reject(error);
    });
    child.once('exit', (code, signal) => {
      settle();
      resolve(exitCodeOf(code, signal));
    });
  });
}

/** Runs a file on Node 24; resolves to its exit code. `quiet` sends its standard output to standard error. */
export function run(args, { env = {}, quiet = false } = {}) {
  const stdio = ['inherit', quiet ? 2 : 'inherit', 'inherit'];
  return ended(spawn(node24(), args, { cwd: ROOT, stdio, env: environment(env) }));
}
