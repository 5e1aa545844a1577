/** One instance a folder: a second start leaves its arguments with the first one, as Electron does. */
import { existsSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const LOCK = 'stand-in.lock';

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** Whoever starts next is the first one. */
export const dropLock = (folder: string): void => rmSync(join(folder, LOCK), { force: true });

/** @param second is told of each later start. @returns false for such a later start. */
export function takeLock(folder: string, second: (argv: string[], workingFolder: string) => void): boolean {
  const lock = join(folder, LOCK);
  const told = join(folder, 'stand-in.second');
  if (existsSync(lock) && isAlive(Number(readFileSync(lock, 'utf8')))) {
    writeFileSync(told, JSON.stringify({ argv: process.argv, folder: process.cwd() }));
    return false;
  }
  writeFileSync(lock, String(process.pid));
  const hear = () => {
    if (!existsSync(told)) return;
    const text = readFileSync(told, 'utf8');
    // Half written: the rest makes another event.
    if (!text.endsWith('}')) return;
    rmSync(told);
    const said = JSON.parse(text) as { argv: string[]; folder: string };
    second(said.argv, said.folder);
  };
  watch(folder, hear).unref();
  return true;
}
