/**
 * The browser host: the engine in plain Node, the screens in a browser on this machine.
 *
 *   [--data-dir DIR] [--port N] [--reset-admin [--email ADDRESS]]
 *
 * Prints one line of JSON on standard output when it is ready; everything else goes to standard error.
 */
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { AppError } from '../../../shared/domain/app-error.ts';
import { resetAdmin } from '../../accounts/change-password.ts';
import { createAdminFromEnvironment } from '../../accounts/first-admin.ts';
import { createEngine, type Engine } from '../../engine.ts';
import { dataDirOf } from '../data-dir.ts';
import { findRoot } from '../find-root.ts';
import { keyFileSecrets } from '../key-file.ts';
import { logFileOf, openLog } from '../open-log.ts';
import { readPort, serveOnPort } from '../usual-port.ts';

const STOP_WITHIN_MS = 5_000;

const root = findRoot(dirname(fileURLToPath(import.meta.url)));
/** The built program has the import's worker as a file of its own; the sources find theirs by themselves. */
const built = import.meta.url.endsWith('.mjs') ? { workerUrl: new URL('../worker/import-worker.mjs', import.meta.url) } : {};
/** To standard error alone until it is known where the data lies. */
let log = openLog(2, null);

function readArguments() {
  const { values } = parseArgs({
    options: {
      'data-dir': { type: 'string' },
      port: { type: 'string' },
      'reset-admin': { type: 'boolean', default: false },
      email: { type: 'string' },
    },
  });
  return { dataDir: dataDirOf(values['data-dir']), port: readPort(values.port), resetAdmin: values['reset-admin'], email: values.email };
}

async function main(): Promise<void> {
  const { dataDir, port, ...given } = readArguments();
  const logFile = logFileOf(dataDir);
  log = openLog(2, logFile);
  const secrets = keyFileSecrets(dataDir, process.env.RINGMASTER_SECRET_KEY);
  const engine = await createEngine({ dataDir, migrationsFolder: join(root, 'drizzle'), secrets, log, logFile, ...built });
  if (given.resetAdmin) return await showNewPassword(engine, given.email);
  await createAdminFromEnvironment(engine.parts, process.env);
  const served = await serveOnPort(engine, port, {
    screensFolder: resolve(root, 'dist/renderer'),
    referenceFolder: resolve(root, 'dist/reference'),
  });
  endOnSignals(async () => {
    await served.stop();
    await engine.stop();
  });
  engine.start();
  log.info({ dataDir, rest: served.rest }, 'ready');
  process.stdout.write(`${JSON.stringify({ ready: true, url: served.url, rest: served.rest, pid: process.pid })}\n`);
}

async function showNewPassword(engine: Engine, email: string | undefined): Promise<void> {
  try {
    const { email: address, password, recoveryCode } = await resetAdmin(engine.parts, email);
    process.stderr.write(
      `New password of ${address}: ${password}\nNew recovery code: ${recoveryCode}\nChange the password after signing in.\n`,
    );
  } finally {
    await engine.stop();
  }
}

/** The first signal ends it in order; a second one, or five seconds, at once. */
function endOnSignals(stop: () => Promise<void>): void {
  let ending = false;
  const end = (signal: NodeJS.Signals) => {
    if (ending) process.exit(1);
    ending = true;
    log.info({ signal }, 'ending');
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'could not end in order');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}

try {
  await main();
} catch (error) {
  if (error instanceof AppError && error.cause !== undefined) log.debug({ err: error.cause }, error.code);
  if (error instanceof AppError) process.stderr.write(`${error.message}${error.nextAction ? ` ${error.nextAction}` : ''}\n`);
  // An option that it does not know, or one without its value.
  else if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
    process.stderr.write(`${error.message}\n`);
  else log.fatal({ err: error }, 'Ringmaster could not start');
  process.exit(1);
}
