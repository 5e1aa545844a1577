import { writeSync } from 'node:fs';

/** Says one line of JSON to the parent; it has left the process when this returns. */
export function sayNow(line: object): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}

/** What the parent handed over. */
export const handedOver = (): unknown => JSON.parse(process.argv[2] ?? '{}');

/** Ends this process when the parent is gone: nobody would end it otherwise. */
export function dieWithParent(): void {
  process.stdin.once('end', () => process.exit(1)).resume();
}
