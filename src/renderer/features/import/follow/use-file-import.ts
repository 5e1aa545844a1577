import { useCallback, useEffect, useRef, useState } from 'react';
import type { Import, ImportChoices } from '../../../../shared/contract/imports.ts';
import { api } from '../../../app/connection/client.ts';
import { useTask } from '../../../lib/use-task.ts';
import { type Beginning, cancelUnwritten, handOver, useFollowImport } from './follow-import.ts';
import { mayBeList } from './list-file.ts';
import { NOTHING_TOLD, type Told, withTold } from './import-told.ts';

type Asked = 'change' | 'begin' | 'undo';

export interface FileImport extends Told {
  file: File | null;
  /** Why it did not arrive. */
  notSent: unknown;
  /** What was asked of it and is not answered yet. */
  busy: Asked | null;
  /** Why what was asked of it last did not come about. */
  error: unknown;
  send: (file: File) => void;
  /** Reads it again in another way. */
  change: (choices: ImportChoices) => void;
  begin: () => void;
  undo: () => void;
  /** Forgets it here; what nobody began to write is given up. */
  forget: () => void;
}

interface Following extends Told {
  file: File;
  notSent: unknown;
  /** Calls the sending off. */
  stop: AbortController;
}

/**
 * One file on its way, as a dialog takes it: sent, checked, read otherwise, written, taken back. It is given up with the component
 * as long as nobody began to write it; what is being written goes on by itself.
 */
export function useFileImport(beginning: Beginning): FileImport {
  const [following, setFollowing] = useState<Following | null>(null);
  const latest = useRef<Following | null>(null);
  useEffect(() => {
    latest.current = following;
  }, [following]);
  const giveUp = useCallback(() => {
    latest.current?.stop.abort();
    cancelUnwritten(latest.current?.taken ?? null);
    latest.current = null;
  }, []);
  useEffect(() => giveUp, [giveUp]);
  const put = useCallback(
    (taken: Import) => setFollowing((now) => (now?.taken?.id === taken.id ? { ...now, ...withTold(now, taken) } : now)),
    [],
  );
  useFollowImport(following?.taken ?? null, put);
  const [asked, setAsked] = useState<Asked>('change');
  const task = useTask(async (work: () => Promise<{ import: Import }>) => put((await work()).import));
  const ask = (name: Asked, work: (id: string) => Promise<{ import: Import }>) => {
    const id = following?.taken?.id;
    if (id === undefined || task.busy) return;
    setAsked(name);
    void task.run(() => work(id));
  };
  const forget = () => {
    giveUp();
    setFollowing(null);
    task.clear();
  };
  const send = (file: File) => {
    if (!mayBeList(file)) return;
    forget();
    const stop = new AbortController();
    const change = (part: (now: Following) => Partial<Following>) =>
      setFollowing((now) => (now?.stop === stop ? { ...now, ...part(now) } : now));
    setFollowing({ ...NOTHING_TOLD, file, notSent: null, stop });
    handOver(file, beginning, stop.signal).then(
      (taken) => taken && change((now) => withTold(now, taken)),
      (notSent: unknown) => change(() => ({ notSent })),
    );
  };
  const { file, notSent, taken, checked, checks } = following ?? { ...NOTHING_TOLD, file: null, notSent: null };
  return {
    file,
    notSent,
    taken,
    checked,
    checks,
    busy: task.busy ? asked : null,
    error: task.error,
    send,
    change: (choices) => ask('change', (id) => api.imports.change({ id, ...choices })),
    begin: () => ask('begin', (id) => api.imports.begin({ id })),
    undo: () => ask('undo', (id) => api.imports.undo({ id })),
    forget,
  };
}
