import { navigate } from 'wouter/use-hash-location';
import { useCallback } from 'react';
import { say } from '../../app/toasts.tsx';
import { useSession } from '../../app/session/session.ts';
import { fileWords } from '../../words/import.ts';
import { beginTaking } from './taking.ts';
import { chooseWay } from './way.ts';

export const NEW_CAMPAIGN = '/campaigns/new';

/** What may be a list. What it really is, the engine sees. */
const LIST = /\.(csv|tsv|txt)$/i;

/** Takes a list that was dropped or chosen, and shows what becomes of it. */
export function takeFile(file: File): void {
  const session = useSession.getState();
  if (session.state !== 'signed-in') return;
  if (!LIST.test(file.name)) return say(fileWords.notCsv(file.name));
  void beginTaking(file, session.user.id);
  chooseWay('csv');
  navigate(NEW_CAMPAIGN);
}

/** The id of the input behind every "Choose a CSV file": see `TakesFiles`. */
export const FILE_INPUT = 'list-file';

/** Opens the dialog that chooses a list. */
export function useChooseFile(): () => void {
  return useCallback(() => document.getElementById(FILE_INPUT)?.click(), []);
}
