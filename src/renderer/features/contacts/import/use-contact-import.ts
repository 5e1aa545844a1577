import { useCallback, useEffect, useRef, useState } from 'react';
import type { Import, ImportChoices } from '../../../../shared/contract/imports.ts';
import { api } from '../../../app/connection/client.ts';
import { sendFile } from '../../../app/connection/send-file.ts';
import { useLive } from '../../../app/live/live-store.ts';
import { say, sayFault } from '../../../app/toasts.tsx';
import { useTask } from '../../../lib/use-task.ts';
import { importWords } from '../../../words/contacts.ts';

const LIST = /\.(csv|tsv|txt)$/i;

export interface ContactImport {
  isOpen: boolean;
  fileName: string | null;
  /** What became of the file; null until it has arrived. */
  taken: Import | null;
  error: unknown;
  /** Something was asked of it and is not answered yet. */
  busy: boolean;
  open: () => void;
  /** Closes the dialog. What is not being written yet is given up, what is goes on. */
  close: () => void;
  take: (file: File) => void;
  change: (choices: ImportChoices) => void;
  write: () => void;
  undo: () => void;
  /** Back to the choice of a file. */
  again: () => void;
}

/** A file on its way into the contacts: followed wherever it is, also while the dialog is closed. */
export function useContactImport(): ContactImport {
  const [isOpen, setIsOpen] = useState(false);
  const [file, setFile] = useState<File | null>(null);
  const [taken, setTaken] = useState<Import | null>(null);
  const [refused, setRefused] = useState<unknown>(null);
  const sending = useRef<AbortController | null>(null);
  useFollowing(taken, setTaken);
  const ask = useTask(async (work: () => Promise<{ import: Import }>) => setTaken((await work()).import));
  const { run } = ask;
  const undo = useCallback((id: string) => run(() => api.imports.undo({ id })), [run]);
  useTelling(taken, isOpen, undo);

  const forget = () => {
    sending.current?.abort();
    // Where the engine cannot be told, it clears away by itself what nobody began to write.
    if (taken?.state === 'reading' || taken?.state === 'checked') void api.imports.cancel({ id: taken.id }).catch(() => undefined);
    setFile(null);
    setTaken(null);
    setRefused(null);
    ask.clear();
  };
  const take = async (chosen: File) => {
    forget();
    if (!LIST.test(chosen.name)) return say(importWords.notCsv(chosen.name));
    setFile(chosen);
    const stop = new AbortController();
    sending.current = stop;
    try {
      const answer = await sendFile(chosen, { target: 'contacts' }, stop.signal);
      if (!stop.signal.aborted) setTaken(answer);
    } catch (error) {
      if (!stop.signal.aborted) setRefused(error);
    }
  };
  const id = taken?.id ?? '';
  return {
    isOpen,
    fileName: file?.name ?? null,
    taken,
    error: refused ?? ask.error,
    busy: ask.busy,
    open: () => {
      if (taken?.state !== 'writing') forget();
      setIsOpen(true);
    },
    close: () => {
      setIsOpen(false);
      if (taken?.state !== 'writing' && taken?.state !== 'undoing') forget();
    },
    take: (chosen) => void take(chosen),
    change: (choices) => void ask.run(() => api.imports.change({ id, ...choices })),
    write: () => void ask.run(() => api.imports.begin({ id })),
    undo: () => void undo(id),
    again: forget,
  };
}

/** Reads it anew when the stream tells another state. */
function useFollowing(taken: Import | null, put: (taken: Import) => void): void {
  const id = taken?.id;
  const state = taken?.state;
  const told = useLive(({ imports }) => (id === undefined ? undefined : imports.get(id)?.state));
  const snapshots = useLive((live) => live.snapshots);
  useEffect(() => {
    if (id === undefined || state === told || state === 'undone' || state === 'cancelled') return undefined;
    const stop = new AbortController();
    // Where it cannot be asked, the next snapshot asks again.
    api.imports.get({ id }, { signal: stop.signal }).then(
      (answer) => put(answer.import),
      () => undefined,
    );
    return () => stop.abort();
  }, [id, state, told, snapshots, put]);
}

/** Says what came of it where the dialog is closed and cannot. */
function useTelling(taken: Import | null, isOpen: boolean, undo: (id: string) => Promise<void>): void {
  const before = useRef(taken?.state);
  useEffect(() => {
    const was = before.current;
    before.current = taken?.state;
    if (isOpen || taken === null || was === taken.state) return;
    if (was === 'writing' && taken.state === 'finished') {
      say(importWords.finished(taken.imported), { word: importWords.undo, run: () => void undo(taken.id) });
    }
    if (taken.state === 'undone') say(importWords.undone);
    if (taken.state === 'failed') sayFault(new Error(taken.error ?? importWords.givenUp));
  }, [taken, isOpen, undo]);
}
