/** The head of a file: which character parts its cells, whether the first row says what they are, and some rows to judge by. */
import Papa from 'papaparse';
import { badInput } from '../../shared/domain/app-error.ts';
import { type FileHead, looksLikePhone } from '../../shared/domain/import-columns.ts';
import { fieldOfHeader, likelyFieldOfHeader } from '../../shared/domain/import-fields.ts';
import { type Delimiter, DELIMITERS, type ImportOptions } from '../../shared/domain/import-options.ts';

/** Rows that are looked at. */
const ROWS = 60;

export interface ReadHead extends FileHead {
  delimiter: Delimiter;
  /** Records to pass over before the first row of values: a `sep=` line, blank lines, the header. */
  skipRecords: number;
}

/**
 * Reads the head of a text. `text` is its beginning; `whole` where that is all of it.
 * @throws AppError `no_rows` where there is nothing but blanks.
 */
export function readHead(
  text: string,
  whole: boolean,
  { delimiter, hasHeader, defaultCountry }: Pick<ImportOptions, 'delimiter' | 'hasHeader' | 'defaultCountry'>,
): ReadHead {
  if (!/[^\s,;|]/.test(text)) throw badInput('no_rows', 'There is no row in this file.');
  const told = /^sep=([,;\t|])(?=\n)/.exec(text)?.[1] as Delimiter | undefined;
  const chosen = delimiter ?? told ?? likeliestDelimiter(text, whole);
  const records = recordsOf(text, chosen, whole);
  const first = records.findIndex((record, at) => !isBlank(record) && !(told !== undefined && at === 0));
  if (first < 0) throw badInput('no_rows', 'There is no row in this file.');
  const top = records[first] ?? [];
  const withHeader = hasHeader ?? saysWhatFollows(top, defaultCountry ?? undefined);
  const skipRecords = withHeader ? first + 1 : first;
  const rows = records.slice(skipRecords).filter((record) => !isBlank(record));
  return { delimiter: chosen, hasHeader: withHeader, headers: withHeader ? top : null, rows, skipRecords };
}

/** A line without any value is no row: spreadsheets leave them at the end by the hundred. */
export const isBlank = (record: readonly string[]) => record.every((cell) => cell.trim() === '');

function recordsOf(text: string, delimiter: Delimiter, whole: boolean): string[][] {
  const { data } = Papa.parse<string[]>(text, { delimiter, newline: '\n', preview: ROWS });
  // Of a text that goes on, the last record may be half a row.
  return whole || data.length >= ROWS ? data : data.slice(0, -1);
}

/** The one with which most rows have as many cells as the first, and more than one; of equals the one with more cells. */
function likeliestDelimiter(text: string, whole: boolean): Delimiter {
  let best: Delimiter = ',';
  let bestWeight = 0;
  for (const delimiter of DELIMITERS) {
    const widths = recordsOf(text, delimiter, whole)
      .filter((record) => !isBlank(record))
      .map((record) => record.length);
    const width = widths[0] ?? 1;
    if (width < 2) continue;
    const alike = widths.filter((other) => other === width).length / widths.length;
    const weight = Math.round(alike * 20) + Math.min(width, 15) / 16;
    if (weight > bestWeight) [best, bestWeight] = [delimiter, weight];
  }
  return best;
}

/** A header names at least one field; else it is one unless a phone number stands in it. */
function saysWhatFollows(record: readonly string[], defaultCountry: string | undefined): boolean {
  if (record.some((cell) => fieldOfHeader(cell) !== null || likelyFieldOfHeader(cell) !== null)) return true;
  return !record.some((cell) => looksLikePhone(cell, defaultCountry));
}
