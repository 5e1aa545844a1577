/** Lists that are opened with the program: named on its command line, by a second start, or by the system. */
import { isAbsolute, resolve } from 'node:path';

const LIST = /\.(csv|tsv|txt)$/i;
/** Of ours: what stands behind them is no list. */
const WITH_VALUE: ReadonlySet<string> = new Set(['--data-dir', '--port']);

/** Whether a path may be a list; what it really is, the import sees. */
export const mayBeList = (path: string): boolean => LIST.test(path);

/**
 * The lists among the arguments of a start, as absolute paths; the program itself stands first and is left out.
 * @param folder in which the program was started.
 */
export function listsIn(argv: readonly string[], folder: string): string[] {
  return argv
    .slice(1)
    .filter((given, at, all) => !given.startsWith('-') && mayBeList(given) && !WITH_VALUE.has(all[at - 1] ?? ''))
    .map((path) => (isAbsolute(path) ? path : resolve(folder, path)));
}
