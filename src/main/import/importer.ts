/**
 * The import as the engine wires it: the port's verbs over one room, and what is taken up again at the engine's start.
 */
import type { ImportChoices, ImportRowsQuery } from '../../shared/contract/imports.ts';
import type { CampaignSettings } from '../../shared/contract/campaigns.ts';
import { AppError } from '../../shared/domain/app-error.ts';
import type { ImportRow } from '../data/import-store.ts';
import { everyone } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import type { ImportAnswer, Importer, ImportIntent, ImportingPerson, ImportUpload } from '../ports/import.ts';
import { beginWriting } from './begin.ts';
import { checkAgain, checkFile } from './check.ts';
import { dropAll, sweep } from './clear-away.ts';
import { beginUndo, cancelImport, undoImport } from './give-up.ts';
import { refusedCsv } from './refused-csv.ts';
import { ImportRoom, type RoomOptions } from './room.ts';
import { readRows } from './rows.ts';
import { noteUpload } from './take-in.ts';
import { readImport } from './view.ts';
import { writeImport } from './write.ts';

/** A larger file is answered before its end. */
const WAITED_FOR_ROWS = 20_000;

export class FileImporter implements Importer {
  readonly folder: string;
  private readonly parts: Parts;
  private readonly room: ImportRoom;
  private readonly underWay = new Set<Promise<unknown>>();

  constructor(parts: Parts, options: RoomOptions) {
    this.parts = parts;
    this.room = new ImportRoom(options);
    this.folder = this.room.folder;
  }

  /** At the engine's start: what was being written or undone goes on, what was only read is given up, and leftovers go. */
  resume(): void {
    const { data, clock } = this.parts;
    for (const row of data.imports.open()) {
      if (row.state === 'writing') this.keep(row, writeImport(this.parts, this.room, row.id));
      else if (row.state === 'undoing') this.keep(row, undoImport(this.parts, this.room, row.id));
      else this.giveUp(row, clock.now());
    }
    sweep(this.parts, this.room);
  }

  /** Ends readings, and writings between two batches; they go on at the next start. */
  async stop(): Promise<void> {
    await this.room.close();
    await Promise.allSettled(this.underWay);
  }

  async importAll(person: ImportingPerson, upload: ImportUpload, intent: ImportIntent): Promise<ImportAnswer> {
    const row = noteUpload(this.parts, person, upload, intent);
    return new Promise<ImportAnswer>((resolve, reject) => {
      const answer = (finished: boolean) => resolve({ import: this.get(person, row.id), finished });
      const onRows = (rows: number) => rows > WAITED_FOR_ROWS && answer(false);
      this.keep(row, this.toTheEnd(person, row, onRows).then(answer, reject));
    });
  }

  takeIn(person: ImportingPerson, upload: ImportUpload, intent: ImportIntent) {
    const row = noteUpload(this.parts, person, upload, intent);
    this.keep(row, checkFile(this.parts, this.room, row, 'show'));
    return this.get(person, row.id);
  }

  get(person: ImportingPerson, id: string) {
    return readImport(this.parts, this.room, person, id);
  }

  rows(person: ImportingPerson, query: ImportRowsQuery) {
    return readRows(this.parts, this.room, person, query);
  }

  async change(person: ImportingPerson, id: string, choices: ImportChoices) {
    await checkAgain(this.parts, this.room, person, id, choices);
    return this.get(person, id);
  }

  begin(person: ImportingPerson, id: string, campaign?: CampaignSettings) {
    const row = beginWriting(this.parts, person, id, campaign);
    this.keep(row, writeImport(this.parts, this.room, id));
    return this.get(person, id);
  }

  async cancel(person: ImportingPerson, id: string) {
    await cancelImport(this.parts, this.room, person, id);
    return this.get(person, id);
  }

  undo(person: ImportingPerson, id: string) {
    const row = beginUndo(this.parts, person, id);
    this.keep(row, undoImport(this.parts, this.room, id));
    return this.get(person, id);
  }

  refusedCsv(person: ImportingPerson, id: string) {
    return refusedCsv(this.parts, this.room, person, id);
  }

  /** When everything that is under way is over; for tests and the bench. */
  async idle(): Promise<void> {
    while (this.underWay.size > 0) await Promise.allSettled(this.underWay);
  }

  private async toTheEnd(person: ImportingPerson, row: ImportRow, onRows: (rows: number) => void): Promise<boolean> {
    const checked = await checkFile(this.parts, this.room, row, 'refuse', onRows);
    if (!checked) return false;
    try {
      beginWriting(this.parts, person, row.id);
    } catch (error) {
      await this.refuse(checked, error);
      throw error;
    }
    return writeImport(this.parts, this.room, row.id);
  }

  /** What the campaign was refused for, kept for whoever only asks for the import afterwards. */
  private refuse(row: ImportRow, error: unknown): Promise<void> {
    const { data, clock } = this.parts;
    const sentence = error instanceof Error ? error.message : String(error);
    data.database.write(() => data.imports.moveTx(row.id, 'checked', 'failed', { error: sentence, finishedAt: clock.now() }));
    return dropAll(this.room, row);
  }

  private giveUp(row: ImportRow, at: number): void {
    const { data } = this.parts;
    const error = 'Ringmaster was closed before this file was imported. Choose it again.';
    data.database.write(() => {
      const now = data.imports.get(everyone, row.id);
      if (now?.state === 'reading' || now?.state === 'checked')
        data.imports.moveTx(row.id, now.state, 'cancelled', { error, finishedAt: at });
    });
    this.keep(row, dropAll(this.room, row));
  }

  /** Work that goes on after the answer. What a file is refused for stands on its import; anything else is a fault, and is logged. */
  private keep(row: ImportRow, work: Promise<unknown>): void {
    const kept: Promise<unknown> = work
      .catch((error: unknown) => error instanceof AppError || this.parts.log.error({ err: error, importId: row.id }, 'an import broke off'))
      .finally(() => this.underWay.delete(kept));
    this.underWay.add(kept);
  }
}
