/** What the import's worker is asked, and what it says. Plain values: they cross between threads. */
import type { ErrorDetail, ErrorKind } from '../../shared/domain/app-error.ts';
import type { ImportColumn } from '../../shared/domain/import-columns.ts';
import type { ImportField } from '../../shared/domain/import-fields.ts';
import type { Delimiter, FileEncoding, ImportOptions } from '../../shared/domain/import-options.ts';
import type { ImportSums } from '../../shared/domain/import-sums.ts';
import type { StagingFiles } from '../data/staging.ts';

export interface ReadJob {
  role: 'reader';
  path: string;
  staging: StagingFiles;
  /** The engine's database, asked for what is known. */
  databaseFile: string;
  known: { contactsOf: string } | 'do-not-call';
  options: ImportOptions & { defaultCountry: string | null };
  /** Chosen mappings of earlier files: by `headersKey`, a field for each column. */
  remembered: Readonly<Record<string, readonly ImportField[]>>;
  maxRows: number;
}

/** How the file was read: what was recognised, with what was chosen. */
export interface FileReading {
  encoding: FileEncoding;
  delimiter: Delimiter;
  hasHeader: boolean;
  columns: ImportColumn[];
}

export interface ReadProgress {
  rows: number;
  /** Bytes of the file that are done. */
  bytes: number;
}

export interface ReadResult extends FileReading {
  sums: ImportSums;
}

/** `head` comes as soon as the columns are known. */
export type ReadMessage =
  | { kind: 'head'; reading: FileReading }
  | { kind: 'progress'; progress: ReadProgress }
  | { kind: 'checked'; result: ReadResult }
  | { kind: 'refused'; error: PlainError }
  | { kind: 'fault'; text: string };

/** An `AppError` between threads, where a class does not survive. */
export interface PlainError {
  kind: ErrorKind;
  code: string;
  message: string;
  details: ErrorDetail[];
}
