import { useEffect, useRef, useState } from 'react';
import type { Import, ImportChoices } from '../../../../shared/contract/imports.ts';
import { api } from '../../../app/connection/client.ts';
import { sendFile } from '../../../app/connection/send-file.ts';
import { useLive } from '../../../app/live/live-store.ts';
import { useTask } from '../../../lib/use-task.ts';

/** Takes one do-not-call list in: sends it, follows what becomes of it, and begins the writing when a person has looked. */
export function useListImport() {
  const [file, setFile] = useState<File | null>(null);
  const [taken, setTaken] = useState<Import | null>(null);
  const stop = useRef<AbortController | null>(null);
  const id = taken?.id;
  const state = taken?.state;
  const told = useLive(({ imports }) => (id === undefined ? undefined : imports.get(id)));
  const snapshots = useLive((live) => live.snapshots);
  useEffect(() => {
    if (id === undefined || state === told?.state || state === 'finished') return;
    // Where it cannot be asked, the next snapshot asks again.
    api.imports.get({ id }).then(
      (answer) => setTaken((now) => (now?.id === id ? answer.import : now)),
      () => undefined,
    );
  }, [id, state, told?.state, snapshots]);

  const send = useTask(async (list: File) => {
    stop.current = new AbortController();
    setFile(list);
    setTaken(null);
    setTaken(await sendFile(list, { target: 'do-not-call' }, stop.current.signal));
  });
  const read = useTask(async (choices: ImportChoices) => {
    if (id !== undefined) setTaken((await api.imports.change({ id, ...choices })).import);
  });
  const begin = useTask(async () => {
    if (id !== undefined) setTaken((await api.imports.begin({ id })).import);
  });
  /** Gives it up, unless it is being written: then it goes on by itself. */
  const giveUp = () => {
    stop.current?.abort();
    if (id !== undefined && (state === 'reading' || state === 'checked')) void api.imports.cancel({ id }).catch(() => undefined);
  };
  return { file, taken, told, send, read, begin, giveUp };
}
