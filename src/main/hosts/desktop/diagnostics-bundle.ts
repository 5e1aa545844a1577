/**
 * What a report of a fault needs, as one file: versions, settings without secrets, counts, and the log without persons. Crash dumps
 * and the log as it is may hold what somebody typed or whom was called, and are in it only where that was asked for.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { withoutPersons } from './without-persons.ts';

/** The end of a log says most. */
const MOST_LOG_BYTES = 5 << 20;
const MOST_DUMPS = 5;

export interface BundleSources {
  /** What the engine tells of itself; null where it does not run. */
  report: unknown;
  logFile: string;
  /** Where crash dumps lie. */
  dumps: string;
  /** With what may name persons. */
  whole: boolean;
}

/** The bundle as the bytes of a zip file. */
export function diagnosticsBundle({ report, logFile, dumps, whole }: BundleSources): Uint8Array {
  const files: Record<string, Uint8Array> = { 'report.json': strToU8(JSON.stringify(report, null, 2)) };
  for (const file of [logFile, `${logFile}.old`].filter((one) => existsSync(one))) {
    const text = endOf(file);
    files[basename(file)] = strToU8(whole ? text : withoutPersons(text, homedir()));
  }
  const found = dumpsIn(dumps);
  files['crashes.json'] = strToU8(
    JSON.stringify(
      found.map(({ name, at }) => ({ name, at: new Date(at) })),
      null,
      2,
    ),
  );
  if (whole) for (const { path, name } of found) files[`crashes/${name}`] = readFileSync(path);
  return zipSync(files);
}

function endOf(file: string): string {
  const bytes = readFileSync(file);
  return bytes.subarray(Math.max(0, bytes.length - MOST_LOG_BYTES)).toString('utf8');
}

/** The latest dumps. Crashpad keeps them in folders of its own below. */
function dumpsIn(folder: string): { path: string; name: string; at: number }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.dmp'))
    .map((name) => ({ path: join(folder, name), name: basename(name), at: statSync(join(folder, name)).mtimeMs }))
    .toSorted((a, b) => b.at - a.at)
    .slice(0, MOST_DUMPS);
}
