// What must be so of the files of a target before they are packed. A check of names: whether the program runs from them is another matter.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { arch, platform, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { environment, node24 } from '../lib.mjs';

/** Without one of these the program cannot start. */
const NEEDED = [
  'package.json',
  'dist/main/index.mjs',
  'dist/preload/index.cjs',
  'dist/renderer/index.html',
  'dist/worker/import-worker.mjs',
  'dist/worker/contact-index.mjs',
  'dist/worker/queue-index.mjs',
  'dist/worker/do-not-call-search.mjs',
  'dist/reference/swagger-ui-bundle.js',
  'drizzle/meta/_journal.json',
  'node_modules/better-sqlite3/lib/index.js',
  'node_modules/@ngrok/ngrok/index.js',
  'node_modules/ssh2/lib/index.js',
];
/** All that a package may hold. */
const ROOMS = /^(package\.json|dist\/(main|preload|reference|renderer|worker)\/|drizzle\/|build\/icons\/tray|node_modules\/)/;
/** Modules that the program runs from; whatever else npm laid down serves to build and test. */
const MODULES = /^node_modules\/(@ngrok\/ngrok(-[\w-]+)?|asn1|bcrypt-pbkdf|better-sqlite3|safer-buffer|ssh2|tweetnacl)\//;
const SOURCE = /\.(map|tsx?|[cm]ts|c|cc|cpp|h|md)$|\.test\.|(^|\/)(tests?|__tests__|examples?)\//;

const list = (paths) => `${paths.slice(0, 5).join(', ')}${paths.length > 5 ? ` and ${paths.length - 5} more` : ''}`;

/** What is wrong with the files of a target, a sentence each; none where nothing is. */
export function faultsOf({ system, natives }, files) {
  const paths = new Set(files.map(({ path }) => path));
  const native = files.filter(({ path }) => path.endsWith('.node'));
  const tray = system === 'darwin' ? 'build/icons/trayTemplate.png' : 'build/icons/tray.png';
  const found = {
    'is missing': [...NEEDED, tray, ...natives].filter((path) => !paths.has(path)),
    'is of another system': native.filter(({ path }) => !natives.includes(path)).map(({ path }) => path),
    'is native and lies in the archive, where no system can load it': native.filter(({ outside }) => !outside).map(({ path }) => path),
    'lies outside the archive, where its hash is not checked': files
      .filter(({ path, outside }) => outside && !path.endsWith('.node'))
      .map(({ path }) => path),
    'is no part of the program': [...paths].filter((path) => !ROOMS.test(path) || (path.startsWith('node_modules/') && !MODULES.test(path))),
    'is a source or a test': [...paths].filter((path) => SOURCE.test(path)),
    'is packed twice': files.filter(({ path }, index) => files[index - 1]?.path === path).map(({ path }) => path),
  };
  return Object.entries(found).flatMap(([what, which]) => (which.length === 0 ? [] : [`${which.length} × ${what}: ${list(which)}`]));
}

/** Loads what is not bundled, as the program does. */
const LOADS = `import Sqlite from 'better-sqlite3'; import ngrok from '@ngrok/ngrok'; import ssh2 from 'ssh2';
new Sqlite(':memory:').prepare('SELECT 1').get(); if (!ngrok.forward || !ssh2.Client) throw new Error('incomplete');`;

/** Whether a target is this machine's own. */
export const isOwn = (target) => target.system === platform() && target.arch === arch();

/**
 * Lays the files of this machine's own target out alone and loads the modules from them, under Node 24: what they need of each other
 * is packed. What is wrong, or null.
 */
export function faultOfLoading(files, from) {
  // Outside of the project, in whose node_modules everything would be found.
  const folder = mkdtempSync(join(tmpdir(), 'ringmaster-packed-'));
  for (const { path } of files) {
    if (!path.startsWith('node_modules/')) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(from, path), join(folder, path));
  }
  const { status, stderr } = spawnSync(node24(), ['--input-type=module', '-e', LOADS], { cwd: folder, env: environment(), encoding: 'utf8' });
  rmSync(folder, { recursive: true, force: true });
  return status === 0 ? null : `the packed modules do not load: ${stderr.trim().split('\n').find((line) => line.includes('Error')) ?? stderr}`;
}
