/** What the command-line tools share: arguments, and one clear line where something is wrong. */
import { parseArgs } from 'node:util';
import { AppError } from '../../../shared/domain/app-error.ts';
import { dataDirOf } from '../data-dir.ts';

export interface Given {
  dataDir: string;
  /** By `--data-dir`. */
  isDirGiven: boolean;
  rest: string[];
  all: boolean;
}

/** `[DIR or others] [--data-dir DIR] [--all]`. */
function readGiven(argv: string[] = process.argv.slice(2)): Given {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { 'data-dir': { type: 'string' }, all: { type: 'boolean', default: false } },
  });
  const dir = values['data-dir'];
  return { dataDir: dataDirOf(dir), isDirGiven: dir !== undefined, rest: positionals, all: values.all };
}

/** `DIR [FILE]` or `--data-dir DIR [FILE]`: without the option the first that is named is the directory. */
export function withDirectoryFirst(given: Given): Given {
  const [first, ...rest] = given.rest;
  return given.isDirGiven || first === undefined ? given : { ...given, dataDir: dataDirOf(first), rest };
}

/** Runs a tool; what a person can mend is told in one line, and the process ends with 1. */
export async function command(run: (given: Given) => Promise<void> | void): Promise<void> {
  // Whoever reads only the first lines (head, less) has seen enough.
  process.stdout.on('error', () => process.exit());
  try {
    await run(readGiven());
  } catch (error) {
    const known = error instanceof AppError || (error instanceof TypeError && 'code' in error);
    process.stderr.write(known ? `${(error as Error).message}\n` : `${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 1;
  }
}

export const print = (line: string): void => void process.stdout.write(`${line}\n`);
