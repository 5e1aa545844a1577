/**
 * The desktop host: starts the engine in Electron's main process and opens the shell around it.
 *
 *   [--data-dir DIR] [--port N] [--hidden] [LIST.csv]
 */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { app, dialog, protocol, safeStorage } from 'electron';
import { AppError } from '../../../shared/domain/app-error.ts';
import { createAdminFromEnvironment } from '../../accounts/first-admin.ts';
import { createEngine, type Engine } from '../../engine.ts';
import type { SecretBox } from '../../ports/host.ts';
import { dataDirOf } from '../data-dir.ts';
import { keyFileOf, keyFileSecrets } from '../key-file.ts';
import { logFileOf, openLog } from '../open-log.ts';
import { readPort, serveOnPort } from '../usual-port.ts';
import { type FaultParts, keepDumps, watchProgram } from './crash.ts';
import { Ending } from './ending.ts';
import { installGuards } from './guards.ts';
import { Kept } from './kept.ts';
import { startsHidden } from './autostart.ts';
import { listsIn, mayBeList } from './open-files.ts';
import { pageHandler, PRIVILEGES } from './pages.ts';
import { KEY_FILE_QUESTION, protects, secretBox, secretsWay } from './secrets.ts';
import { openShell, type Shell } from './shell.ts';
import { startAgain } from './start-again.ts';

const root = app.getAppPath();

// Chromium's own switches stand among ours.
const { values } = parseArgs({
  args: process.argv.slice(1),
  options: { 'data-dir': { type: 'string' }, port: { type: 'string' } },
  strict: false,
  allowPositionals: true,
});
const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);
const dataDir = dataDirOf(textOf(values['data-dir']));
const logFile = logFileOf(dataDir);
const log = openLog(1, logFile);

let shell: Shell | null = null;
/** Lists that were opened before there was a page to take them. */
const early = listsIn(process.argv, process.cwd());
const openFile = (path: string) => (shell ? shell.openFile(path) : void early.push(path));

protocol.registerSchemesAsPrivileged([PRIVILEGES]);
app.enableSandbox();
// Windows shows notifications by it: the `appId` of the package.
if (process.platform === 'win32') app.setAppUserModelId('app.ringmaster.desktop');
// What Electron keeps for itself lies beside the data, so that two data folders are two programs.
const ownFolder = join(dataDir, 'desktop');
mkdirSync(ownFolder, { recursive: true, mode: 0o700 });
app.setPath('userData', ownFolder);
keepDumps();
app.on('open-file', (event, path) => {
  event.preventDefault();
  if (mayBeList(path)) openFile(path);
});
if (app.requestSingleInstanceLock()) void app.whenReady().then(start).catch(giveUp);
else app.quit();

async function start(): Promise<void> {
  installGuards(log);
  const kept = new Kept(join(ownFolder, 'kept.json'));
  const secrets = chooseSecrets(kept);
  if (!secrets) return app.exit(0);
  const workerUrl = new URL('../worker/import-worker.mjs', import.meta.url);
  const engine = await createEngine({ dataDir, migrationsFolder: join(root, 'drizzle'), secrets, log, logFile, workerUrl });
  await createAdminFromEnvironment(engine.parts, process.env);
  const served = await serveOnPort(engine, readPort(textOf(values.port)) ?? 'settings', { referenceFolder: join(root, 'dist/reference') });
  protocol.handle(PRIVILEGES.scheme, pageHandler(join(root, 'dist/renderer'), served.rest));
  const ending = new Ending(async () => {
    shell?.stop();
    await served.stop();
    await engine.stop();
  }, log);
  const end = () => (shell ? shell.order() : ending.begin());
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  const faults = faultParts(engine, ending);
  watchProgram(faults);
  engine.start();
  const isHidden = startsHidden(process.argv, app.getLoginItemSettings().wasOpenedAtLogin);
  shell = await openShell({ engine, served, ending, kept, root, ownFolder, isHidden, faults });
  log.info({ dataDir, rest: engine.door.state().url }, 'ready');
  for (const path of early.splice(0)) shell.openFile(path);
  app.on('second-instance', (_event, argv, folder) => {
    shell?.show();
    for (const path of listsIn(argv, folder)) openFile(path);
  });
  app.on('window-all-closed', () => app.quit());
}

/** How keys are sealed; null where somebody would rather not start than have a key file. */
function chooseSecrets(kept: Kept): SecretBox | null {
  const given = process.env.RINGMASTER_SECRET_KEY;
  const facts = {
    isProtected: protects(safeStorage),
    isAgreed: kept.now.isKeyFileAgreed || given !== undefined,
    hasKeyFile: existsSync(keyFileOf(dataDir)),
  };
  const way = secretsWay(facts);
  if (way === 'ask') {
    const { message, detail, answers } = KEY_FILE_QUESTION;
    if (
      dialog.showMessageBoxSync({ type: 'warning', message, detail, buttons: [...answers], defaultId: 0, cancelId: 1, noLink: true }) !== 0
    )
      return null;
    kept.keep({ isKeyFileAgreed: true });
  }
  return secretBox(way === 'key-store' ? 'key-store' : 'key-file', safeStorage, () => keyFileSecrets(dataDir, given));
}

function faultParts(engine: Engine, ending: Ending): FaultParts {
  return {
    log,
    // It holds nothing of a person, and whoever sits here has the files.
    sources: () => ({ report: engine.context.care.diagnostics({ userId: 'ringmaster', role: 'admin' }), logFile }),
    window: () => shell?.window() ?? null,
    end(again) {
      if (again) ending.endWith(() => startAgain(log));
      shell?.order();
      ending.begin();
    },
  };
}

function giveUp(error: unknown): void {
  log.fatal({ err: error }, 'Ringmaster could not start');
  const known = error instanceof AppError ? `${error.message} ${error.nextAction ?? ''}` : 'Ringmaster made a mistake. The log says more.';
  dialog.showErrorBox('Ringmaster could not start', known.trim());
  app.exit(1);
}
