/**
 * What became of the rows of a file.
 *
 * Decides nothing; says what every sum must hold: rows = imported + known + duplicates + invalid, so that no row is ever dropped
 * without a word. A row is a line of the file with at least one value in it; warnings are rows that were taken, less something.
 */

export interface ImportSums {
  rows: number;
  /** Numbers that were new. */
  imported: number;
  /** Numbers that were there already. */
  known: number;
  /** Later rows of one number. */
  duplicates: number;
  /** Rows without a usable number. */
  invalid: number;
  /** Rows that were taken with a remark: an e-mail address left out, an unassigned number. Counted above as well. */
  warnings: number;
}

/** People of a file who are alike in what decides whether they can be called. */
export interface PeopleOfFile {
  /** The zone that they will have as contacts. */
  timeZone: string | null;
  /** Their number is on the do-not-call list. */
  doNotCall: 0 | 1;
  people: number;
}

/** What a check found beside the sums. */
export interface ImportFindings {
  /** Everyone who will be taken, in few groups. */
  people: PeopleOfFile[];
  /** Why rows are invalid, the commonest reason first. */
  reasons: { reason: string; rows: number }[];
}

export const NO_ROWS: ImportSums = { rows: 0, imported: 0, known: 0, duplicates: 0, invalid: 0, warnings: 0 };

/** Whether no row was lost. */
export function addsUp({ rows, imported, known, duplicates, invalid }: ImportSums): boolean {
  return rows === imported + known + duplicates + invalid;
}

/** Rows that are written: everyone with a usable number, once. */
export function usableRows({ imported, known }: Pick<ImportSums, 'imported' | 'known'>): number {
  return imported + known;
}
