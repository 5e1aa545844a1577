/** Reading and checking, as often as a person wants it in another way. Nothing is in the database but how far it is. */
import { AppError, conflict } from '../../shared/domain/app-error.ts';
import { NO_ROWS } from '../../shared/domain/import-sums.ts';
import type { ImportChoices } from '../../shared/contract/imports.ts';
import type { ImportRow } from '../data/import-store.ts';
import { everyone, type Actor } from '../data/scope.ts';
import { stagingFiles } from '../data/staging.ts';
import type { Parts } from '../parts.ts';
import { dialingSettings } from '../settings/dialing.ts';
import { dropAll } from './clear-away.ts';
import { rememberedReadings, rememberReadingTx } from './mappings.ts';
import type { FileReading, ReadJob, ReadResult } from './read-messages.ts';
import type { ImportRoom } from './room.ts';
import { hasPhoneColumn, noPhoneColumn } from './recognise.ts';
import { ReaderStopped, startReader } from './start-reader.ts';
import { optionsOf, toColumn } from './stored-options.ts';
import { completeChoices } from './take-in.ts';
import { ownImport } from './view.ts';

/** Progress is told so often at most, ms. */
const TELL_EVERY = 100;

/** What happens to a file in which no column holds numbers: see `ReadJob`. */
type WithoutPhone = ReadJob['withoutPhone'];

/**
 * Reads a file that was noted.
 * @returns the import, checked; null where it was given up meanwhile.
 * @throws AppError for what is wrong with the whole file: the import has failed then, and nothing is left of it.
 */
export async function checkFile(
  parts: Parts,
  room: ImportRoom,
  row: ImportRow,
  withoutPhone: WithoutPhone,
  onRows: (rows: number) => void = () => {},
): Promise<ImportRow | null> {
  parts.signal('import.before-check');
  try {
    const result = await read(parts, room, row, withoutPhone, onRows);
    const checked = keepResult(parts, row, result);
    parts.signal('import.after-check');
    return checked;
  } catch (error) {
    if (error instanceof ReaderStopped) return null;
    const told = error instanceof AppError ? error : asFault(parts, row, error);
    await fail(parts, room, row, told.message);
    throw told;
  }
}

function read(
  parts: Parts,
  room: ImportRoom,
  row: ImportRow,
  withoutPhone: WithoutPhone,
  onRows: (rows: number) => void = () => {},
): Promise<ReadResult> {
  const teller = new Teller(parts, row.id);
  return room.reading(row.id, () => {
    if (parts.data.imports.get(everyone, row.id)?.state !== 'reading') return null;
    const run = startReader(room.workerUrl, jobOf(parts, room, row, withoutPhone), {
      onHead: (reading) => keepReading(parts, row, reading),
      onProgress(progress) {
        room.noteProgress(row.id, progress);
        onRows(progress.rows);
        teller.tell();
      },
    });
    return { run, done: run.done };
  });
}

function jobOf(parts: Parts, room: ImportRoom, row: ImportRow, withoutPhone: WithoutPhone): ReadJob {
  const { path, choices } = optionsOf(row);
  return {
    role: 'reader',
    path,
    staging: stagingFiles(room.folder, row.id),
    databaseFile: room.databaseFile,
    known: row.target === 'do-not-call' ? 'do-not-call' : { contactsOf: row.userId },
    options: { ...choices, defaultCountry: choices.defaultCountry ?? null },
    remembered: rememberedReadings(parts, row.userId),
    withoutPhone,
    maxRows: dialingSettings(parts).importMaxRows,
  };
}

/** The columns as soon as they are known, so that a screen can show them while the rows are read. */
function keepReading(parts: Parts, row: ImportRow, reading: FileReading): void {
  const { data } = parts;
  const now = data.imports.get(everyone, row.id);
  if (now?.state !== 'reading') return;
  data.database.write(() => data.imports.changeTx(row.id, { options: toColumn({ ...optionsOf(now), reading }) }));
}

/** @returns null where it was given up in the very moment. */
function keepResult({ data }: Parts, row: ImportRow, { sums, findings, ...reading }: ReadResult): ImportRow | null {
  return data.database.write(() => {
    const options = toColumn({ ...optionsOf(row), reading, findings });
    const error = hasPhoneColumn(reading.columns) ? null : noPhoneColumn(reading.columns).message;
    if (!data.imports.moveTx(row.id, 'reading', 'checked', { ...sums, options, error })) return null;
    return data.imports.get(everyone, row.id) ?? null;
  });
}

function asFault(parts: Parts, row: ImportRow, error: unknown): AppError {
  parts.log.error({ err: error, importId: row.id }, 'an import could not be read');
  return new AppError('bug', 'import_failed', 'The file could not be read. Try again; if it fails again, report it with the log.', {
    cause: error,
  });
}

function fail(parts: Parts, room: ImportRoom, row: ImportRow, sentence: string): Promise<void> {
  const { data, clock } = parts;
  data.database.write(() => data.imports.moveTx(row.id, 'reading', 'failed', { ...NO_ROWS, error: sentence, finishedAt: clock.now() }));
  return dropAll(room, row);
}

/**
 * Reads a checked file again with other choices; those that are not named stay. How it is read is remembered for the next file with
 * the same header. What cannot be read that way is refused, and the import is as it was chosen last.
 * @throws AppError `not_checked`, and what the file is refused for.
 */
export async function checkAgain(parts: Parts, room: ImportRoom, actor: Actor, id: string, given: ImportChoices): Promise<void> {
  const { data } = parts;
  const row = ownImport(parts, actor, id);
  const before = optionsOf(row);
  const choices = completeChoices(parts, { ...before.choices, ...given });
  data.database.write(() => {
    const moved = data.imports.moveTx(id, 'checked', 'reading', { ...NO_ROWS, options: toColumn({ ...before, choices }) });
    if (!moved) throw conflict('not_checked', 'Only a file that is checked can be read in another way.');
  });
  const again = ownImport(parts, actor, id);
  try {
    const result = await read(parts, room, again, 'show');
    data.database.write(() => {
      if (keepResult(parts, again, result)) rememberReadingTx(parts, actor.userId, result, choices);
    });
  } catch (error) {
    if (error instanceof ReaderStopped) return;
    // As it was before: what was chosen then could be read.
    data.database.write(() => data.imports.changeTx(id, { options: row.options }));
    await checkFile(parts, room, ownImport(parts, actor, id), 'show');
    throw error instanceof AppError ? error : asFault(parts, row, error);
  }
}

/** Tells whoever listens that an import went on, ten times a second at most. */
class Teller {
  private readonly parts: Parts;
  private readonly importId: string;
  private toldAt = Number.NEGATIVE_INFINITY;

  constructor(parts: Parts, importId: string) {
    this.parts = parts;
    this.importId = importId;
  }

  tell(): void {
    const { clock, data } = this.parts;
    const now = clock.monotonic();
    if (now - this.toldAt < TELL_EVERY) return;
    this.toldAt = now;
    data.database.write(() => void data.database.changes.imports.add(this.importId));
  }
}
