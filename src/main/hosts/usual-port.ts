import { AppError } from '../../shared/domain/app-error.ts';
import type { Engine } from '../engine.ts';
import { serve, type Served, type ServeOptions } from '../server/serve.ts';

/** Where people find the browser host's screens again, unless another program has it. */
const USUAL_PORT = 7411;

/**
 * Opens the port that was asked for; without one the usual port, or where that is taken any that is free. The engine is stopped
 * where none can be opened.
 * @param port as it was asked for; null where nobody did, `settings` for the one of the settings.
 * @throws AppError `port_taken` for a port that was asked for.
 */
export async function serveOnPort(
  engine: Engine,
  port: ServeOptions['port'] | null,
  options: Omit<ServeOptions, 'port'> = {},
): Promise<Served> {
  try {
    return await serve(engine, { ...options, port: port ?? USUAL_PORT });
  } catch (error) {
    if (port === null && isTaken(error)) return await serve(engine, { ...options, port: 0 });
    await engine.stop();
    throw isTaken(error) ? chooseAnother(error) : error;
  }
}

const isTaken = (error: unknown): error is AppError => error instanceof AppError && error.code === 'port_taken';

const chooseAnother = ({ code, message, cause }: AppError) =>
  new AppError('unavailable', code, `${message} Choose another with --port, or 0 for any that is free.`, { cause, retryable: false });

/** `--port` as a number; null where it was left out. @throws AppError `bad_port`. */
export function readPort(given: string | undefined): number | null {
  if (given === undefined) return null;
  const port = Number(given);
  if (given.trim() !== '' && Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new AppError('bad-input', 'bad_port', '--port takes a number from 0 to 65535.');
}
