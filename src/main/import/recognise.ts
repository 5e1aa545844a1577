/**
 * How a file is to be read: its characters, what parts its cells, and what each column is.
 *
 * What a person chose for this file stands before what was chosen for an earlier file of the same header, and that before a guess.
 * Which characters a file is written in is certain for most: what was chosen earlier decides only where it was a guess.
 */
import { badInput } from '../../shared/domain/app-error.ts';
import { applyMapping, guessFields, type ImportColumn, rememberedFor } from '../../shared/domain/import-columns.ts';
import type { Delimiter, FileEncoding } from '../../shared/domain/import-options.ts';
import { type ReadHead, readHead } from './file-head.ts';
import { encodingOf } from './file-kind.ts';
import type { FileReading, ReadJob } from './read-messages.ts';
import { readText } from './read-text.ts';

/** Characters from which the columns are told. */
const HEAD = 1 << 17;

export interface Recognised {
  reading: FileReading;
  /** Records to pass over before the first row of values. */
  skipRecords: number;
}

/** @throws AppError `not_text`, `empty_file`, `no_rows`, and those of a mapping. */
export function recognise(job: ReadJob): Recognised {
  const { options, remembered } = job;
  let encoding = options.encoding ?? encodingOf(job.path);
  let head = headOf(job, encoding, options.delimiter);
  let guessed = guess(job, head);
  const earlier = head.hasHeader ? rememberedFor(remembered, guessed, options.delimiter !== undefined) : undefined;
  const others = earlier && otherThan(job, { encoding, delimiter: head.delimiter }, earlier);
  if (others) {
    encoding = others.encoding;
    head = headOf(job, encoding, others.delimiter);
    guessed = guess(job, head);
  }
  const fits = earlier !== undefined && head.hasHeader && earlier.fields.length === guessed.length;
  const first = fits ? guessed.map((column, at) => ({ ...column, field: earlier.fields[at] ?? column.field })) : guessed;
  const columns = options.mapping === undefined ? first : applyMapping(first, options.mapping);
  const { delimiter, hasHeader, skipRecords } = head;
  return { reading: { encoding, delimiter, hasHeader, columns, remembered: fits && options.mapping === undefined }, skipRecords };
}

const isCertain = (encoding: FileEncoding) => encoding.startsWith('utf');

/** Encoding and delimiter as they were chosen earlier; undefined where the file was read so already. */
function otherThan(
  { options }: ReadJob,
  now: { encoding: FileEncoding; delimiter: Delimiter },
  earlier: { encoding?: FileEncoding | undefined; delimiter?: Delimiter | undefined },
): { encoding: FileEncoding; delimiter: Delimiter } | undefined {
  const isOpen = options.encoding === undefined && !isCertain(now.encoding);
  const encoding = (isOpen ? earlier.encoding : undefined) ?? now.encoding;
  const delimiter = options.delimiter ?? earlier.delimiter ?? now.delimiter;
  return encoding === now.encoding && delimiter === now.delimiter ? undefined : { encoding, delimiter };
}

function guess({ options, known }: ReadJob, head: ReadHead): ImportColumn[] {
  return guessFields(head, { defaultCountry: options.defaultCountry ?? undefined, withReason: known === 'do-not-call' });
}

function headOf(job: ReadJob, encoding: FileEncoding, delimiter: Delimiter | undefined): ReadHead {
  let text = '';
  let whole = true;
  for (const piece of readText(job.path, encoding)) {
    if (text.length >= HEAD) {
      whole = false;
      break;
    }
    text += piece;
  }
  return readHead(text, whole, { ...job.options, delimiter });
}

export const hasPhoneColumn = (columns: readonly Pick<ImportColumn, 'field'>[]) => columns.some(({ field }) => field === 'phoneNumber');

/** What a file is refused for in which nobody can be called. */
export function noPhoneColumn(columns: readonly ImportColumn[]) {
  const sentence = `No column holds phone numbers. The columns are ${columns.map(({ header }) => header).join(', ')}: say which one it is.`;
  return badInput('no_phone_column', sentence, { details: [{ path: 'mapping', message: sentence }], data: { columns: [...columns] } });
}
