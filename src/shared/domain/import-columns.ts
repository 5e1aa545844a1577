/**
 * The columns of one file: what each is taken for, and why a person may trust it.
 *
 * Decides a first mapping from headers and sample values, and reads the one that a person or script gave. Must never give one field
 * to two columns, nor drop a column nobody named. Called by the import when it has read the head of a file.
 */
import { badInput } from './app-error.ts';
import { fieldOfHeader, fieldOfWord, headerKey, type ImportField, likelyFieldOfHeader, type SingleField } from './import-fields.ts';
import { readPhoneNumber } from './phone-number.ts';

export interface ImportColumn {
  /** From 0. */
  index: number;
  /** As the file says it, else `Column 3`. */
  header: string;
  field: ImportField;
  /** The first values, at most five. */
  samples: string[];
}

/** What the head of a file says, before anything is decided. */
export interface FileHead {
  hasHeader: boolean;
  /** Null where the file has no header row. */
  headers: readonly string[] | null;
  /** Some rows, as they came. */
  rows: readonly (readonly string[])[];
}

/** By header (or number from 1): what the column is; or by field: which column. */
export type ColumnMapping = Readonly<Record<string, string>>;

const SAMPLES = 5;

/** Whether a value could be meant as a phone number: one, or the shape of one that lacks its country. */
export function looksLikePhone(value: string, defaultCountry: string | undefined): boolean {
  const read = readPhoneNumber(value, defaultCountry);
  if (read.ok) return (value.match(/\d/g)?.length ?? 0) >= 6;
  return read.code === 'shortened_by_spreadsheet' || (read.code === 'no_country_code' && /^\D*(?:\d\D*){7,15}$/.test(value));
}

/**
 * The columns of a file, named and with their samples, every one still a custom field. Empty and double headers get a name of their
 * own. A header says how many there are: what a row has beyond is told as a remark on the row.
 */
export function columnsOf({ headers, rows }: FileHead): ImportColumn[] {
  const width = headers?.length ?? Math.max(0, ...rows.map((row) => row.length));
  const taken = new Set<string>();
  return Array.from({ length: width }, (_, index) => {
    const header = freeName(headers?.[index]?.replace(/\s+/g, ' ').trim() || `Column ${index + 1}`, taken);
    const samples = rows.map((row) => row[index]?.trim() ?? '').filter((value) => value !== '');
    return { index, header, field: 'customField', samples: samples.slice(0, SAMPLES) };
  });
}

function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let n = 2; taken.has(free); n += 1) free = `${name} ${n}`;
  taken.add(free);
  return free;
}

/**
 * The first mapping: what headers say outright, then the likeliest column for the number by header and values, then what values
 * alone say where there is no header.
 */
export function guessFields(
  head: FileHead,
  { defaultCountry, withReason = false }: { defaultCountry?: string | undefined; withReason?: boolean },
): ImportColumn[] {
  const columns = columnsOf(head);
  const filled = new Set<ImportField>();
  const give = (column: ImportColumn | undefined, field: SingleField) => {
    if (!column || filled.has(field) || column.field !== 'customField') return;
    column.field = field;
    filled.add(field);
  };
  const saysOf = (column: ImportColumn) => (head.headers === null ? null : fieldOfHeader(column.header, withReason));
  give(likeliestPhone(columns, head, defaultCountry), 'phoneNumber');
  for (const column of columns) {
    const field = saysOf(column);
    if (field !== null && field !== 'phoneNumber') give(column, field);
  }
  if (head.headers === null) giveByValues(columns, give);
  else for (const column of columns) if (likelyFieldOfHeader(column.header) === 'email') give(column, 'email');
  settleNames(columns, head);
  return columns;
}

/**
 * "Name, Vorname" holds the last name under Name; a part of a name alone holds the whole one. Where both are there, the values tell:
 * a whole name contains the first one.
 */
function settleNames(columns: readonly ImportColumn[], { rows }: FileHead): void {
  const of = (field: ImportField) => columns.find((column) => column.field === field);
  const [name, first, last] = [of('name'), of('firstName'), of('lastName')];
  if (first && name && !last) {
    const both = rows.filter((row) => row[first.index]?.trim() && row[name.index]?.trim());
    const whole = both.filter((row) => row[name.index]?.includes(row[first.index]?.trim() ?? ''));
    if (whole.length * 2 < both.length) name.field = 'lastName';
  } else if (!name && (first === undefined) !== (last === undefined)) {
    const part = first ?? last;
    if (part) part.field = 'name';
  }
}

/** A header counts more than values, values more than the order: a customer number is no phone number. */
function likeliestPhone(columns: readonly ImportColumn[], head: FileHead, defaultCountry: string | undefined): ImportColumn | undefined {
  let best: ImportColumn | undefined;
  let bestWeight = 0;
  for (const column of columns) {
    const said = head.headers === null ? 0 : headerWeight(column.header);
    const share = phoneShare(column, head, defaultCountry);
    if (said === 0 && share < 0.6) continue;
    const weight = said + share * 1.5;
    if (weight > bestWeight) [best, bestWeight] = [column, weight];
  }
  return best;
}

function headerWeight(header: string): number {
  const field = fieldOfHeader(header);
  if (field !== null) return field === 'phoneNumber' ? 2 : 0;
  return likelyFieldOfHeader(header) === 'phoneNumber' ? 1.2 : 0;
}

function phoneShare(column: ImportColumn, { rows }: FileHead, defaultCountry: string | undefined): number {
  const values = rows.map((row) => row[column.index]?.trim() ?? '').filter((value) => value !== '');
  return values.length === 0 ? 0 : values.filter((value) => looksLikePhone(value, defaultCountry)).length / values.length;
}

function giveByValues(columns: readonly ImportColumn[], give: (column: ImportColumn | undefined, field: SingleField) => void): void {
  const most = (test: RegExp) =>
    columns.find(
      ({ field, samples }) => field === 'customField' && samples.filter((value) => test.test(value)).length * 2 > samples.length,
    );
  give(most(/^\S+@\S+\.\S+$/), 'email');
  give(most(/^\p{L}[\p{L}\p{M} .,'’-]*$/u), 'name');
}

/**
 * A mapping as a person or script wrote it, over the guess: `{"Handy": "phoneNumber"}` by column, or `{"phoneNumber": "Handy"}` by
 * field. Columns that it does not name keep their guess, unless it gives their field to another.
 * @throws AppError `no_such_column`, `no_such_field`, `field_given_twice`.
 */
export function applyMapping(columns: readonly ImportColumn[], mapping: ColumnMapping): ImportColumn[] {
  const chosen = new Map<number, ImportField>();
  for (const [left, right] of Object.entries(mapping)) {
    const { column, field } = readPair(columns, left, right);
    chosen.set(column.index, field);
  }
  const single: ImportField[] = [...chosen.values()].filter((field) => field !== 'customField' && field !== 'ignored');
  const twice = single.find((field, at) => single.indexOf(field) !== at);
  if (twice !== undefined) throw badMapping('field_given_twice', `Two columns are given as ${twice}. Choose one of them.`);
  return columns.map((column) => {
    const field = chosen.get(column.index) ?? (single.includes(column.field) ? 'customField' : column.field);
    return { ...column, field };
  });
}

const badMapping = (code: string, message: string) => badInput(code, message, { details: [{ path: 'mapping', message }] });

function readPair(columns: readonly ImportColumn[], left: string, right: string): { column: ImportColumn; field: ImportField } {
  const byColumn = findColumn(columns, left);
  const field = fieldOfWord(right);
  if (byColumn && field !== null) return { column: byColumn, field };
  const byField = findColumn(columns, right);
  const named = fieldOfWord(left);
  if (byField && named !== null) return { column: byField, field: named };
  if (byColumn)
    throw badMapping(
      'no_such_field',
      `“${right}” is nothing that a column can be. Write phoneNumber, name, firstName, lastName, email, company, timeZone, customField or ignored.`,
    );
  throw badMapping(
    'no_such_column',
    `The file has no column “${named === null ? left : right}”. Its columns are ${columns.map(({ header }) => header).join(', ')}.`,
  );
}

function findColumn(columns: readonly ImportColumn[], word: string): ImportColumn | undefined {
  const exact = columns.find(({ header }) => header === word.trim());
  const key = headerKey(word);
  return exact ?? (key === '' ? undefined : columns.find(({ header }) => headerKey(header) === key));
}

const BETWEEN_HEADERS = '\n';

/** One key for all files of the same columns, under which what was chosen is remembered. */
export const headersKey = (columns: readonly Pick<ImportColumn, 'header'>[]) =>
  columns.map(({ header }) => headerKey(header)).join(BETWEEN_HEADERS);

/**
 * What was remembered for files of this header, the latest of it however its cells were parted: it says that, too. Where somebody
 * already said how they are parted, only what was remembered for just these columns.
 */
export function rememberedFor<T>(
  remembered: Readonly<Record<string, T>>,
  columns: readonly Pick<ImportColumn, 'header'>[],
  isParted: boolean,
): T | undefined {
  const unparted = (key: string) => (isParted ? key : key.replaceAll(BETWEEN_HEADERS, ''));
  const key = unparted(headersKey(columns));
  return Object.entries(remembered).findLast(([other]) => unparted(other) === key)?.[1];
}
