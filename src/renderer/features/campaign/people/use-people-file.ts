import { useCallback, useEffect, useRef, useState } from 'react';
import type { Import, ImportChoices } from '../../../../shared/contract/imports.ts';
import { api } from '../../../app/connection/client.ts';
import { sendFile } from '../../../app/connection/send-file.ts';
import { useLive } from '../../../app/live/live-store.ts';
import { type Task, useTask } from '../../../lib/use-task.ts';

export interface PeopleFile {
  file: File | null;
  /** What became of it; null until it has arrived. */
  taken: Import | null;
  /** Why it did not arrive, or could not be followed. */
  error: unknown;
  send: (file: File) => void;
  change: Task<[ImportChoices]>;
  begin: Task<[]>;
}

/** States in which an import goes on by itself. */
const UNDER_WAY: ReadonlySet<Import['state']> = new Set(['reading', 'writing']);

/**
 * A file on its way into a campaign: sent, checked, changed, written. Whatever was not begun to be written is given up when the
 * component goes; what is being written goes on by itself.
 */
export function usePeopleFile(campaignId: string): PeopleFile {
  const [file, setFile] = useState<File | null>(null);
  const [taken, setTaken] = useState<Import | null>(null);
  const [error, setError] = useState<unknown>(null);
  const stop = useRef<AbortController | null>(null);
  const latest = useRef<Import | null>(null);
  useEffect(() => {
    latest.current = taken;
  }, [taken]);
  const giveUp = useCallback(() => {
    stop.current?.abort();
    const before = latest.current;
    // Where the engine cannot be told, it clears away by itself what nobody began to write.
    if (before?.state === 'reading' || before?.state === 'checked') void api.imports.cancel({ id: before.id }).catch(() => undefined);
  }, []);
  useEffect(() => giveUp, [giveUp]);
  const send = useCallback(
    (next: File) => {
      giveUp();
      const aborted = new AbortController();
      stop.current = aborted;
      setFile(next);
      setTaken(null);
      setError(null);
      sendFile(next, { target: 'people', campaignId }, aborted.signal).then(
        (arrived) => (aborted.signal.aborted ? void api.imports.cancel({ id: arrived.id }).catch(() => undefined) : setTaken(arrived)),
        (failure: unknown) => !aborted.signal.aborted && setError(failure),
      );
    },
    [campaignId, giveUp],
  );
  useFollowed(taken, setTaken, setError);
  const change = useTask(async (choices: ImportChoices) => {
    if (taken) setTaken((await api.imports.change({ id: taken.id, ...choices })).import);
  });
  const begin = useTask(async () => {
    if (taken) setTaken((await api.imports.begin({ id: taken.id })).import);
  });
  return { file, taken, error, send, change, begin };
}

/** Reads the import anew when the stream says that its state changed, and after each snapshot. */
function useFollowed(taken: Import | null, put: (taken: Import) => void, fail: (error: unknown) => void): void {
  const id = taken?.id;
  const state = taken?.state;
  const told = useLive(({ imports }) => (id === undefined ? undefined : imports.get(id)?.state));
  const snapshots = useLive((live) => live.snapshots);
  useEffect(() => {
    if (id === undefined || state === undefined || state === told || !UNDER_WAY.has(state)) return undefined;
    const aborted = new AbortController();
    api.imports.get({ id }, { signal: aborted.signal }).then(
      (answer) => put(answer.import),
      (error: unknown) => !aborted.signal.aborted && fail(error),
    );
    return () => aborted.abort();
  }, [id, state, told, snapshots, put, fail]);
}
