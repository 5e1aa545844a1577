// npm start: the desktop program where it can run, else the same program in the browser, with one line that says why.
import { spawn } from 'node:child_process';
import { platform } from 'node:os';
import { createInterface } from 'node:readline';
import { desktopRuntime, hasDisplay } from './electron.mjs';
import { ROOT, ended, environment, node24, script } from './lib.mjs';
import { ensureBuild, ensureDependencies } from './prepare.mjs';

/** How Chromium ends when it cannot come up: traps and aborts (as signals or as codes), or a loader that found no library. */
const BROKEN_START = new Set([127, 132, 133, 134, 139]);
const BROKEN_START_WITHIN_MS = 10_000;

function openInBrowser(url) {
  if (!hasDisplay() || process.env.CI || process.env.BROWSER === 'none') return;
  const [command, ...args] = { darwin: ['open'], win32: ['rundll32', 'url.dll,FileProtocolHandler'] }[platform()] ?? ['xdg-open'];
  const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
  // Where nothing opens addresses, the line on the screen is enough.
  child.on('error', () => undefined).unref();
}

function readyLine(line) {
  try {
    const told = JSON.parse(line);
    return told?.ready === true ? told : undefined;
  } catch {
    return undefined;
  }
}

/** Starts the browser host; its one line for machines becomes one line for a person. */
async function startInBrowser(why, args) {
  const child = spawn(node24(), ['dist/host/index.mjs', ...args], { cwd: ROOT, stdio: ['inherit', 'pipe', 'inherit'], env: environment() });
  createInterface({ input: child.stdout }).on('line', (line) => {
    const ready = readyLine(line);
    if (!ready) return console.log(line);
    console.log(`Ringmaster runs in the browser, because ${why}. Open ${ready.url} (Ctrl+C here ends it)`);
    openInBrowser(ready.url);
  });
  return await ended(child);
}

/** Starts the desktop program; undefined where it broke down before it could come up. */
async function startDesktop({ runtime, args: switches }, args) {
  const startedAt = performance.now();
  const code = await ended(spawn(runtime, [...switches, ROOT, ...args], { cwd: ROOT, stdio: 'inherit', env: environment() }));
  return BROKEN_START.has(code) && performance.now() - startedAt < BROKEN_START_WITHIN_MS ? undefined : code;
}

await script(async (given) => {
  const args = given.filter((arg) => arg !== '--browser');
  await ensureDependencies();
  await ensureBuild();
  if (args.length < given.length) return await startInBrowser('--browser asks for it', args);
  const desktop = desktopRuntime();
  if (desktop.why) return await startInBrowser(desktop.why, args);
  return (await startDesktop(desktop, args)) ?? (await startInBrowser('the desktop program could not start here', args));
});
