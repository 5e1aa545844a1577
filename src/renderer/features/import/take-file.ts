import { useCallback } from 'react';
import { navigate } from '../../app/address.ts';
import { useSession } from '../../app/session/session.ts';
import { mayBeList } from './follow/list-file.ts';
import { beginTaking } from './taking.ts';
import { chooseWay } from './way.ts';

export const NEW_CAMPAIGN = '/campaigns/new';

/** Takes a list that was dropped or chosen, and shows what becomes of it. */
export function takeFile(file: File): void {
  const session = useSession.getState();
  if (session.state !== 'signed-in') return;
  if (!mayBeList(file)) return;
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
