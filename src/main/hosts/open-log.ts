/** The log of a host: what it always wrote to, and a file beside the data that a person can look at and send. */
import { mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { destination, type Level, multistream, pino } from 'pino';

/** From this size on the file is put aside at the next start, in the place of the one before. */
const MOST_BYTES = 10 << 20;

export const logFileOf = (dataDir: string) => join(dataDir, 'ringmaster.log');

/**
 * @param fd where the host writes besides: 1 or 2.
 * @param file null for none; where it cannot be written, the log goes to `fd` alone.
 */
export function openLog(fd: 1 | 2, file: string | null) {
  const level = (process.env.RINGMASTER_LOG ?? 'info') as Level;
  const console = { level, stream: destination({ dest: fd, sync: true }) };
  return pino({ level }, multistream([console, ...(file === null ? [] : fileStream(file, level))]));
}

function fileStream(file: string, level: Level) {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MOST_BYTES) renameSync(file, `${file}.old`);
    return [{ level, stream: destination({ dest: file, sync: true, mode: 0o600 }) }];
  } catch {
    return [];
  }
}
