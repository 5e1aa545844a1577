/** What the import's worker is asked, and what it says. Plain values: they cross between threads. */
import type { ErrorDetail, ErrorKind } from '../../shared/domain/app-error.ts';
import type { ImportColumn } from '../../shared/domain/import-columns.ts';
import type { ImportField } from '../../shared/domain/import-fields.ts';
import type { Delimiter, FileEncoding, ImportOptions } from '../../shared/domain/import-options.ts';
import type { ImportFindings, ImportSums } from '../../shared/domain/import-sums.ts';
import type { StagingFiles } from '../data/staging.ts';

export interface ReadJob {
  role: 'reader';
  path: string;
  staging: StagingFiles;
  /** The engine's database, asked for what is known. */
  databaseFile: string;
  known: { contactsOf: string } | 'do-not-call';
  options: ImportOptions & { defaultCountry: string | null };
  /** How earlier files were read, by `headersKey`. */
  remembered: Readonly<Record<string, RememberedReading>>;
  /** What happens to a file in which no column holds numbers: refused, or shown, so that a person can say which one it is. */
  withoutPhone: 'refuse' | 'show';
  maxRows: number;
}

/** What a person chose for files of one header. */
export interface RememberedReading {
  /** A field for each column. */
  fields: readonly ImportField[];
  encoding?: FileEncoding | undefined;
  delimiter?: Delimiter | undefined;
}

/** How the file was read: what was recognised, with what was chosen. */
export interface FileReading {
  encoding: FileEncoding;
  delimiter: Delimiter;
  hasHeader: boolean;
  columns: ImportColumn[];
  /** As it was chosen for an earlier file of the same header. */
  remembered: boolean;
}

export interface ReadProgress {
  rows: number;
  /** Bytes of the file that are done. */
  bytes: number;
}

export interface ReadResult extends FileReading {
  sums: ImportSums;
  findings: ImportFindings;
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
