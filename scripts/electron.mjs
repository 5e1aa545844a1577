// Whether the desktop program can be started here, and why not.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { CACHE, ROOT, environment, node24, read, say } from './lib.mjs';

const PACKAGE = join(ROOT, 'node_modules/electron');
const EXECUTABLE = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[platform()] ?? 'electron';
const FETCH_LIMIT_MS = 60_000;
const A_DAY_MS = 24 * 3_600_000;

/** Whether windows can be shown: macOS and Windows always can, elsewhere a display must be named. */
export const hasDisplay = () =>
  platform() === 'darwin' || platform() === 'win32' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

const runsAsRoot = () => platform() === 'linux' && process.getuid?.() === 0;

/** The version that the dependencies name. */
export const electronVersion = () => JSON.parse(read(join(PACKAGE, 'package.json')) || '{}').version;

/** The executable; undefined where there is none, or where a fetch broke off half-way. */
function presentRuntime() {
  const named = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (named) return [join(named, EXECUTABLE)].find(existsSync);
  // path.txt is the last thing that Electron's own installer writes.
  if (!existsSync(join(PACKAGE, 'path.txt')) || read(join(PACKAGE, 'dist/version')).replace(/^v/, '') !== electronVersion())
    return undefined;
  return [join(PACKAGE, 'dist', EXECUTABLE)].find(existsSync);
}

/** Fetches the runtime by Electron's own installer. What fails is remembered for a day, so that no start waits for it twice. */
function fetchRuntime() {
  const installer = join(PACKAGE, 'install.js');
  const mark = join(CACHE, 'electron-unreachable.json');
  const last = JSON.parse(read(mark) || '{}');
  const isFresh = last.version === electronVersion() && Math.abs(Date.now() - last.failedAt) < A_DAY_MS;
  if (isFresh || !existsSync(installer)) return undefined;
  say('Fetching the Electron runtime (once, at most a minute)');
  const proxied = process.env.HTTPS_PROXY || process.env.https_proxy ? { ELECTRON_GET_USE_PROXY: '1', NODE_USE_ENV_PROXY: '1' } : {};
  spawnSync(node24(), [installer], {
    cwd: ROOT,
    stdio: 'ignore',
    timeout: FETCH_LIMIT_MS,
    killSignal: 'SIGKILL',
    env: environment(proxied),
  });
  const runtime = presentRuntime();
  if (runtime) return runtime;
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(mark, JSON.stringify({ version: electronVersion(), failedAt: Date.now() }));
  return undefined;
}

/** Linux: whether Chromium may build its sandbox. We never switch it off for a person's own account. */
function sandboxIsForbidden(runtime) {
  if (platform() !== 'linux' || runsAsRoot()) return false;
  const setting = (name) => read(`/proc/sys/kernel/${name}`).trim();
  const forbidden = setting('apparmor_restrict_unprivileged_userns') === '1' || setting('unprivileged_userns_clone') === '0';
  const helper = join(runtime, '../chrome-sandbox');
  const helperServes = existsSync(helper) && statSync(helper).uid === 0 && (statSync(helper).mode & 0o4000) !== 0;
  return forbidden && !helperServes;
}

/** Electron as plain Node: shows missing system libraries without needing a display. */
const starts = (runtime) =>
  spawnSync(runtime, ['-e', '0'], { stdio: 'ignore', timeout: 20_000, env: { ...environment(), ELECTRON_RUN_AS_NODE: '1' } }).status === 0;

/**
 * What to start the desktop program with: `{ runtime, args }`, or `{ why }` where it cannot be had. Looks for a display first, so
 * that nothing is fetched that could not be used.
 */
export function desktopRuntime() {
  if (!existsSync(join(ROOT, 'dist/main/index.mjs'))) return { why: 'the desktop program is not part of this copy' };
  if (!hasDisplay()) return { why: 'there is no display here for a window' };
  const runtime = presentRuntime() ?? fetchRuntime();
  if (!runtime) return { why: 'the Electron runtime is not here and could not be fetched' };
  if (!starts(runtime)) return { why: 'the Electron runtime does not start here: system libraries are missing' };
  if (sandboxIsForbidden(runtime)) return { why: 'this system does not let Electron build its sandbox' };
  // Chromium refuses to run as root with its sandbox on.
  return { runtime, args: runsAsRoot() ? ['--no-sandbox'] : [] };
}
