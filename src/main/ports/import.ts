/**
 * What the engine asks of its import: one file at a time from the disk to contacts, a campaign or the do-not-call list. The file
 * arrives as a path: the server streams an upload into the import's folder, the desktop has one from a drop or a dialog.
 */
import type { CampaignSettings } from '../../shared/contract/campaigns.ts';
import type { Import, ImportChoices, ImportRows, ImportRowsQuery } from '../../shared/contract/imports.ts';
import { AppError } from '../../shared/domain/app-error.ts';
import type { Role } from '../../shared/domain/states.ts';

/** The person who imports. */
export interface ImportingPerson {
  userId: string;
  role: Role;
}

/** A file on the disk, and how it is to be read. */
export interface ImportUpload {
  path: string;
  /** As the person knows it. */
  fileName: string;
  /** Whether the file is the import's to delete: true for an upload, false for a person's own file. Deleted also where it is refused. */
  owned: boolean;
  choices?: ImportChoices;
}

/** Where the people of a file go. A campaign may name its settings only when the writing begins. */
export type ImportIntent =
  | { target: 'contacts' }
  | { target: 'campaign'; campaign?: CampaignSettings }
  | { target: 'people'; campaignId: string }
  | { target: 'do-not-call' };

/** What one call to import a whole file answers: at its end, or for a large file while it goes on. */
export interface ImportAnswer {
  import: Import;
  /** False for more than 20,000 rows: ask for the import until it is `finished`. */
  finished: boolean;
}

export interface Importer {
  /** Where an upload is to be put, under a name of the server's choice. */
  readonly folder: string;
  /** Reads, checks and writes a file in one go. @throws AppError what the file or the campaign is refused for; then nothing is left. */
  importAll(person: ImportingPerson, upload: ImportUpload, intent: ImportIntent): Promise<ImportAnswer>;
  /** Takes a file in and begins to check it; a person then looks, changes and begins. */
  takeIn(person: ImportingPerson, upload: ImportUpload, intent: ImportIntent): Import;
  get(person: ImportingPerson, id: string): Import;
  /** Rows of one kind as they were checked, a page at a time. */
  rows(person: ImportingPerson, query: ImportRowsQuery): Promise<ImportRows>;
  /** Reads a checked file again with other choices; those that are not named stay. */
  change(person: ImportingPerson, id: string, choices: ImportChoices): Promise<Import>;
  /** Begins to write what was checked. */
  begin(person: ImportingPerson, id: string, campaign?: CampaignSettings): Import;
  cancel(person: ImportingPerson, id: string): Promise<Import>;
  undo(person: ImportingPerson, id: string): Import;
  /** Duplicates and invalid rows as CSV, in pieces: line, reason, and the row as it came. */
  refusedCsv(person: ImportingPerson, id: string): Iterable<string>;
}

/** Stands where there is no import: in tests of other parts, and until the engine is wired. */
export const noImporter: Importer = {
  folder: '',
  importAll: () => Promise.reject(notHere()),
  change: () => Promise.reject(notHere()),
  rows: () => Promise.reject(notHere()),
  takeIn: refuse,
  get: refuse,
  begin: refuse,
  cancel: refuse,
  undo: refuse,
  refusedCsv: refuse,
};

const notHere = () => new AppError('unavailable', 'no_import', 'Files cannot be imported here.');

function refuse(): never {
  throw notHere();
}
