// A Chromium for the end-to-end tests: the caller's, the system's, Playwright's, then whatever can be installed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { Failure, ROOT, environment, node24, say } from './lib.mjs';

// The one without windows first: it does the same in two thirds of the time.
const USUAL_PLACES = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

// Some systems put a note about their shop in the browser's place; only one that names its version is a browser. On Windows asking
// opens a window, so that its being there has to do.
const isBrowser = (file) =>
  existsSync(file) && (platform() === 'win32' || spawnSync(file, ['--version'], { timeout: 20_000 }).status === 0);

const systemChromium = () => USUAL_PLACES.find(isBrowser);

function playwrightChromium() {
  const ask = "process.stdout.write(require('playwright-core').chromium.executablePath())";
  const { stdout } = spawnSync(node24(), ['-e', ask], { cwd: ROOT, encoding: 'utf8' });
  return stdout && existsSync(stdout) ? stdout : undefined;
}

function installFromSystem() {
  if (platform() !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  say('Installing Chromium (apt-get)');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 2], env }).status === 0;
  return apt('update') && apt('install', '-y', '--no-install-recommends', 'chromium-headless-shell', 'fonts-liberation')
    ? systemChromium()
    : undefined;
}

function installFromPlaywright() {
  say('Installing Chromium (Playwright)');
  const cli = join(ROOT, 'node_modules/playwright-core/cli.js');
  spawnSync(node24(), [cli, 'install', 'chromium'], { cwd: ROOT, stdio: ['ignore', 2, 2], env: environment() });
  return playwrightChromium();
}

/** The path of a Chromium, installed where there was none. Throws `Failure` where none can be had. */
export function ensureChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named)) throw new Failure(`CHROMIUM_PATH names ${named}, and there is no such file.`);
  const chromium = named ?? systemChromium() ?? playwrightChromium() ?? installFromSystem() ?? installFromPlaywright();
  if (!chromium)
    throw new Failure('The end-to-end tests need a Chromium. Install one (Debian: apt-get install chromium) or name one in CHROMIUM_PATH.');
  return chromium;
}
