// An OpenSSH server for the tests of the SSH tunnel: the caller's, the system's, else one that is only unpacked. Installing the package
// would start a server that everybody can log in to; the tests want the program alone, and start it on loopback themselves.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { CACHE, say } from './lib.mjs';

const UNPACKED = join(CACHE, 'openssh-server');
const USUAL_PLACES = ['/usr/sbin/sshd', '/usr/local/sbin/sshd'];

/** Folders of an unpacked package that hold libraries. */
function libraries() {
  const folders = ['lib', 'usr/lib'].map((folder) => join(UNPACKED, folder)).filter((folder) => existsSync(folder));
  return folders.flatMap((folder) => [folder, ...readdirSync(folder).map((name) => join(folder, name))]);
}

/** Since version 9.8 the server is several programs, and looks for the others where its package would have been installed. */
function otherPrograms() {
  const parts = { SshdSessionPath: 'sshd-session', SshdAuthPath: 'sshd-auth' };
  const found = Object.entries(parts).map(([option, name]) => [option, join(UNPACKED, 'usr/lib/openssh', name)]);
  return found.filter(([, file]) => existsSync(file)).map(([option, file]) => `${option} ${file}`);
}

/** A server that is there: its program, where its libraries lie, and lines that its configuration needs. Else undefined. */
export function findSshd() {
  const named = process.env.SSHD_PATH;
  const installed = [...(named ? [named] : []), ...USUAL_PLACES].find((file) => existsSync(file));
  if (installed) return { program: installed, env: {}, lines: [] };
  const program = join(UNPACKED, 'usr/sbin/sshd');
  if (!existsSync(program)) return undefined;
  return { program, env: { LD_LIBRARY_PATH: libraries().join(':') }, lines: otherPrograms() };
}

/** Unpacks Debian's package, and what it needs, into a folder of our own. */
function unpack() {
  if (platform() !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  say('Fetching openssh-server for the tests (apt-get, not installed)');
  const archives = join(CACHE, 'openssh-server-packages');
  mkdirSync(join(archives, 'partial'), { recursive: true });
  mkdirSync(UNPACKED, { recursive: true });
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const ran = (program, ...args) => spawnSync(program, args, { stdio: ['ignore', 'ignore', 2], env }).status === 0;
  const fetched =
    ran('apt-get', 'update') &&
    ran(
      'apt-get',
      'install',
      '--download-only',
      '-y',
      '--no-install-recommends',
      '-o',
      `Dir::Cache::archives=${archives}`,
      'openssh-server',
    );
  const packages = fetched ? readdirSync(archives).filter((name) => name.endsWith('.deb')) : [];
  const whole = packages.length > 0 && packages.every((name) => ran('dpkg-deb', '-x', join(archives, name), UNPACKED));
  if (!whole) rmSync(UNPACKED, { recursive: true, force: true });
  rmSync(archives, { recursive: true, force: true });
}

/** As `findSshd`, fetched where there was none. Says so where none can be had: the tests that need it are then skipped. */
export function ensureSshd() {
  if (!findSshd()) unpack();
  const found = findSshd();
  if (!found)
    say(
      'No OpenSSH server, and none can be fetched here: its tests are skipped. Install one (Debian: openssh-server) or name one in SSHD_PATH.',
    );
  return found;
}
