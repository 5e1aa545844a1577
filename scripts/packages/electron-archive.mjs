// Fetches Electron's distribution for a target, checked against the sums that its package holds, and prints where it lies. Run as a
// process of its own, so that a network that says nothing can be left: `fetchArchive`.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT, environment, node24, read, say } from '../lib.mjs';

const FETCH_LIMIT_MS = 120_000;
const PACKAGE = join(ROOT, 'node_modules/electron');
const require = createRequire(join(PACKAGE, 'package.json'));

/** The archive's path, or an unpacked distribution that the environment names; undefined where none can be had. */
export function fetchArchive({ system, arch }) {
  const named = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (named) return named;
  say(`Fetching the Electron runtime for ${system}-${arch} (at most two minutes)`);
  const proxied = process.env.HTTPS_PROXY || process.env.https_proxy ? { ELECTRON_GET_USE_PROXY: '1', NODE_USE_ENV_PROXY: '1' } : {};
  const options = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: FETCH_LIMIT_MS, killSignal: 'SIGKILL' };
  const { status, stdout } = spawnSync(node24(), [import.meta.filename, system, arch], { ...options, env: environment(proxied) });
  return status === 0 ? stdout.trim() : undefined;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [platform, arch] = process.argv.slice(2);
  const { downloadArtifact } = await import(pathToFileURL(require.resolve('@electron/get')).href);
  const { version } = JSON.parse(read(join(PACKAGE, 'package.json')));
  console.log(await downloadArtifact({ version, platform, arch, artifactName: 'electron', checksums: require('./checksums.json') }));
}
