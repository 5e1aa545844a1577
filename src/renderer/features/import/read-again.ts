import type { ImportChoices } from '../../../shared/contract/imports.ts';
import { type Task, useTask } from '../../lib/use-task.ts';
import { readAgain } from './taking.ts';

/** Has the file read in another way; what cannot be read that way is told, and it stays as it was. */
export const useReadAgain = (): Task<[ImportChoices]> => useTask(readAgain);
