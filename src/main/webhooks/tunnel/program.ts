/** A program of the person's own that runs as long as it is wanted, and never longer than this process. */
import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';

/** Where package managers put programs that a desktop's short PATH does not name. */
const MORE_PLACES = ['/usr/local/bin', '/opt/homebrew/bin', '/usr/bin', '/snap/bin', join(homedir(), '.local/bin')];
const ENDINGS = platform() === 'win32' ? ['.exe', ''] : [''];

/** The path of a program by its name, or by its own path where one is given; null where there is none that may be run. */
export function findProgram(name: string, path: string): string | null {
  if (path !== '') return isRunnable(path) ? path : null;
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...(platform() === 'win32' ? [] : MORE_PLACES)];
  const places = folders.filter((folder) => folder !== '').flatMap((folder) => ENDINGS.map((ending) => join(folder, `${name}${ending}`)));
  return places.find(isRunnable) ?? null;
}

function isRunnable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/**
 * A shell that runs the program and ends it, by its number, as soon as our end of the pipe is closed: by us, or by the system when
 * this process dies, however it dies.
 */
const GUARD = `
exec 3<&0
"$@" </dev/null 3<&- &
child=$!
{ read -r _ <&3; kill "$child"; sleep 5; kill -9 "$child"; } >/dev/null 2>&1 &
guard=$!
exec 3<&-
wait "$child"
code=$?
kill "$guard" 2>/dev/null
exit "$code"
`;

export interface RunningProgram {
  /** Resolves when it has ended. Never rejects. */
  ended: Promise<void>;
  /** Asks it to end; resolves when it has. */
  end(): Promise<void>;
}

/** Starts a program; every line that it writes goes to `onLine`. */
export function runProgram(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  onLine: (line: string) => void,
): RunningProgram {
  const guarded = platform() !== 'win32';
  const child = guarded
    ? spawn('/bin/sh', ['-c', GUARD, 'sh', program, ...args], { env, stdio: ['pipe', 'pipe', 'pipe'] })
    : spawn(program, args, { env, stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true });
  // Writing is never tried, but a pipe may break all the same.
  child.stdin.on('error', () => {});
  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', onLine);
  const ask = () => void (guarded ? child.stdin.destroy() : child.kill());
  process.once('exit', ask);
  const ended = endOf(child).then(() => void process.off('exit', ask));
  return {
    ended,
    async end() {
      ask();
      await ended;
    },
  };
}

const endOf = (child: ChildProcess) =>
  new Promise<void>((done) => {
    child.once('error', () => done());
    child.once('close', () => done());
  });
