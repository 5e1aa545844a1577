import { say } from '../../../app/toasts.tsx';
import { fileWords } from '../../../words/import.ts';

/** What may be a list. What it really is, the engine sees. */
const LIST = /\.(csv|tsv|txt)$/i;

/** Whether a file may be a list; says so where it cannot be one. */
export function mayBeList({ name }: File): boolean {
  const isList = LIST.test(name);
  if (!isList) say(fileWords.notCsv(name));
  return isList;
}
