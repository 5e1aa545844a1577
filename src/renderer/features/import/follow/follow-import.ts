/** A file on its way: handed over, followed by the stream, given up as long as nobody began to write it. */
import { useEffect } from 'react';
import type { ImportBeginning } from '../../../../shared/contract/files.ts';
import type { Import } from '../../../../shared/contract/imports.ts';
import { api } from '../../../app/connection/client.ts';
import { sendFile } from '../../../app/connection/send-file.ts';
import { useLive } from '../../../app/live/live-store.ts';
import { isToBeRead, isUnwritten } from './import-told.ts';

/** Where a file goes, and how it is to be read as far as that is known. */
export type Beginning = Omit<ImportBeginning, 'campaign'>;

/** Hands a file over. Null where it was called off meanwhile: nothing of it stays. @throws what `sendFile` throws. */
export async function handOver(file: File, beginning: Beginning, signal: AbortSignal): Promise<Import | null> {
  try {
    const taken = await sendFile(file, beginning, signal);
    if (!signal.aborted) return taken;
    cancelUnwritten(taken);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  return null;
}

/** Has the engine forget what nobody began to write; what is being written goes on by itself. */
export function cancelUnwritten(taken: Import | null): void {
  // Where the engine cannot be told, it clears away by itself what nobody began to write.
  if (taken && isUnwritten(taken.state)) void api.imports.cancel({ id: taken.id }).catch(() => undefined);
}

/** Reads an import anew when the stream tells another state of it, and after each snapshot. `put` stays the same function. */
export function useFollowImport(taken: Import | null, put: (taken: Import) => void): void {
  const id = taken?.id;
  const state = taken?.state;
  const streamed = useLive(({ imports }) => (id === undefined ? undefined : imports.get(id)?.state));
  const snapshots = useLive((live) => live.snapshots);
  useEffect(() => {
    if (id === undefined || state === undefined || !isToBeRead(state, streamed)) return undefined;
    const stop = new AbortController();
    // Where it cannot be asked, the next snapshot asks again.
    api.imports.get({ id }, { signal: stop.signal }).then(
      (answer) => !stop.signal.aborted && put(answer.import),
      () => undefined,
    );
    return () => stop.abort();
  }, [id, state, streamed, snapshots, put]);
}
