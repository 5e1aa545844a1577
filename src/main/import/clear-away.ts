/** What an import leaves on the disk, and when it goes. */
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DAY_MS } from '../../shared/domain/calendar.ts';
import type { ImportRow } from '../data/import-store.ts';
import { removeFile } from '../data/remove-file.ts';
import { removeStaging, stagingFiles } from '../data/staging.ts';
import type { Parts } from '../parts.ts';
import type { ImportRoom } from './room.ts';
import { optionsOf } from './stored-options.ts';

/** Refused rows are kept so long after the end. */
const KEPT_MS = 30 * DAY_MS;

/** Deletes an upload that is refused at once; a person's own file stays. */
export function dropSource({ path, owned }: { path: string; owned: boolean }): void {
  if (owned) rmSync(path, { force: true });
}

/** After the last row is written: the file and the checked rows go, the refused ones stay. */
export async function dropWritten(room: ImportRoom, row: ImportRow): Promise<void> {
  const { path, owned } = optionsOf(row);
  if (owned) await removeFile(path);
  await removeStaging(stagingFiles(room.folder, row.id).rows);
}

/** Of an import that came to nothing, nothing stays. */
export async function dropAll(room: ImportRoom, row: ImportRow): Promise<void> {
  await dropWritten(room, row);
  await removeStaging(stagingFiles(room.folder, row.id).refused);
}

/**
 * At the engine's start: everything in the folder goes that belongs to no import under way, save the refused rows of what was finished
 * in the last month. What came to nothing may have left its own, where the engine ended before all of it was gone.
 */
export function sweep(parts: Parts, room: ImportRoom): void {
  const { imports } = parts.data;
  const open = imports.open();
  const kept = new Set([
    ...open.flatMap((row) => [...Object.values(stagingFiles(room.folder, row.id)), optionsOf(row).path]),
    ...imports.idsFinishedAfter(parts.clock.now() - KEPT_MS).map((id) => stagingFiles(room.folder, id).refused),
  ]);
  for (const name of readdirSync(room.folder)) {
    const file = join(room.folder, name);
    if (!kept.has(file) && statSync(file).isFile()) rmSync(file, { force: true });
  }
}
