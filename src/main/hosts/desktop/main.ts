/**
 * The desktop host: starts the engine in Electron's main process, opens the window, and joins the page's port to the contract.
 *
 *   [--data-dir DIR] [--port N]
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { app, dialog, ipcMain, protocol, safeStorage } from 'electron';
import { PORT_MESSAGE } from '../../../shared/bridge.ts';
import { AppError } from '../../../shared/domain/app-error.ts';
import { createAdminFromEnvironment } from '../../accounts/first-admin.ts';
import { createEngine, type Engine } from '../../engine.ts';
import type { Served } from '../../server/serve.ts';
import { dataDirOf } from '../data-dir.ts';
import { keyFileSecrets } from '../key-file.ts';
import { logFileOf, openLog } from '../open-log.ts';
import { readPort, serveOnPort } from '../usual-port.ts';
import { installGuards } from './guards.ts';
import { FILE_MESSAGE } from './messages.ts';
import { pageHandler, PRIVILEGES } from './pages.ts';
import { chooseSecrets } from './secrets.ts';
import { isTrustedSender } from './security.ts';
import { openWindow } from './window.ts';

const STOP_WITHIN_MS = 5_000;
const root = app.getAppPath();

// Chromium's own switches stand among ours.
const { values } = parseArgs({
  args: process.argv.slice(1),
  options: { 'data-dir': { type: 'string' }, port: { type: 'string' } },
  strict: false,
});
const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);
const dataDir = dataDirOf(textOf(values['data-dir']));
const logFile = logFileOf(dataDir);
const log = openLog(1, logFile);
/** Ended from outside: nobody is there to be asked. */
let ordered = false;

protocol.registerSchemesAsPrivileged([PRIVILEGES]);
app.enableSandbox();
// What Electron keeps for itself lies beside the data, so that two data folders are two programs.
const ownFolder = join(dataDir, 'desktop');
mkdirSync(ownFolder, { recursive: true, mode: 0o700 });
app.setPath('userData', ownFolder);
if (app.requestSingleInstanceLock()) void app.whenReady().then(start).catch(giveUp);
else app.quit();

async function start(): Promise<void> {
  installGuards(log);
  const secrets = chooseSecrets(safeStorage, () => keyFileSecrets(dataDir, process.env.RINGMASTER_SECRET_KEY));
  const workerUrl = new URL('../worker/import-worker.mjs', import.meta.url);
  const engine = await createEngine({ dataDir, migrationsFolder: join(root, 'drizzle'), secrets, log, logFile, workerUrl });
  await createAdminFromEnvironment(engine.parts, process.env);
  const served = await serveOnPort(engine, readPort(textOf(values.port)) ?? 'settings');
  protocol.handle(PRIVILEGES.scheme, pageHandler(join(root, 'dist/renderer'), served.rest));
  listenToPages(engine, served);
  endInOrder(engine, served);
  engine.start();
  log.info({ dataDir, rest: engine.door.state().url }, 'ready');
  const window = await openWindow({ root, callsUp: () => engine.parts.data.slots.systemActive(), isOrdered: () => ordered });
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('window-all-closed', () => app.quit());
}

/** What a page may say to this process, and nothing else: its port, and the path of a file that was dropped on it. */
function listenToPages(engine: Engine, { rpc }: Served): void {
  ipcMain.on(PORT_MESSAGE, (event) => {
    const [port] = event.ports;
    if (!port || !isTrustedSender(event.senderFrame)) return;
    rpc.attachPort(port);
    port.start();
  });
  ipcMain.handle(FILE_MESSAGE, (event, path: unknown) => {
    if (!isTrustedSender(event.senderFrame) || typeof path !== 'string') throw new Error('not from a page of ours');
    return engine.context.files.put(path);
  });
}

/** The first wish to quit ends the engine; then the program really quits, five seconds later at the latest. */
function endInOrder(engine: Engine, served: Served): void {
  let stage: 'running' | 'ending' | 'ended' = 'running';
  app.on('will-quit', (event) => {
    if (stage === 'ended') return;
    event.preventDefault();
    if (stage === 'ending') return;
    stage = 'ending';
    setTimeout(() => app.exit(1), STOP_WITHIN_MS).unref();
    served
      .stop()
      .then(() => engine.stop())
      .catch((error: unknown) => log.error({ err: error }, 'could not end in order'))
      .finally(() => {
        stage = 'ended';
        app.quit();
      });
  });
  const end = () => {
    ordered = true;
    app.quit();
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}

function giveUp(error: unknown): void {
  log.fatal({ err: error }, 'Ringmaster could not start');
  const known = error instanceof AppError ? `${error.message} ${error.nextAction ?? ''}` : 'Ringmaster made a mistake. The log says more.';
  dialog.showErrorBox('Ringmaster could not start', known.trim());
  app.exit(1);
}
