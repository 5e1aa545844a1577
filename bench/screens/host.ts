/** The built program as the screens are measured on it: seeded once, started and ended as often as asked. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';

export interface Host {
  /** What a person opens; it lets one browser in. */
  url: string;
  /** The base before `/api`. */
  rest: string;
  /** From the start of the process to the line that says it is ready, ms. */
  readyMs: number;
  /** Ends it in order and waits for it. */
  stop(): Promise<void>;
}

/** Fills an empty folder. Answers everybody's password. @param size a name that the command `seed` knows. */
export function seed(dataDir: string, size: string): string {
  if (!existsSync('dist/cli/seed.mjs')) throw new Error('There is no dist/ to measure: run npm run build.');
  const told = execFileSync(process.execPath, ['dist/cli/seed.mjs', size, '--data-dir', dataDir], { encoding: 'utf8' });
  return /with the password (\S+)/.exec(told)?.[1] ?? '';
}

/** The browser host as it is built, and as it runs from its sources. */
export const PROGRAMS = { built: 'dist/host/index.mjs', sources: 'src/main/hosts/browser/main.ts' } as const;

/** Starts the browser host on the folder. @param port 0 takes any that is free. */
export async function startHost(dataDir: string, port = 0, program: keyof typeof PROGRAMS = 'built'): Promise<Host> {
  const begunAt = performance.now();
  const child = spawn(process.execPath, [PROGRAMS[program], '--data-dir', dataDir, '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, RINGMASTER_LOG: process.env['RINGMASTER_LOG'] ?? 'error' },
  });
  const { url, rest } = await readyLine(child);
  return { url, rest, readyMs: performance.now() - begunAt, stop: () => ended(child) };
}

/** The line of JSON on standard output with which a process says that it is ready. */
export function readyLine(child: ChildProcess): Promise<{ url: string; rest: string }> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the process ended with ${code} before it was ready`)));
    if (child.stdout)
      createInterface({ input: child.stdout }).on('line', (line) => resolve(JSON.parse(line) as { url: string; rest: string }));
  });
}

/** Asks a process to end and waits for it. */
export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}
