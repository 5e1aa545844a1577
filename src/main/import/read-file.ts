/**
 * One file, read and checked into the import's own files. Runs in the import's worker; the engine's thread only hears of it.
 *
 * Order: what kind of text it is · its head, which decides the columns · then every row, a piece of the file at a time, so that
 * memory does not grow with it.
 */
import { statSync } from 'node:fs';
import { Readable } from 'node:stream';
import Papa from 'papaparse';
import { badInput } from '../../shared/domain/app-error.ts';
import { barredNumbers, knownNumbers } from '../data/known-numbers.ts';
import { StagingWriter } from '../data/staging.ts';
import { RowReader } from './check-row.ts';
import { RowChecker, type RowInFile } from './check-rows.ts';
import { isBlank } from './file-head.ts';
import { PhoneThread } from './phone-thread.ts';
import type { FileReading, ReadJob, ReadProgress, ReadResult } from './read-messages.ts';
import { readText } from './read-text.ts';
import { hasPhoneColumn, noPhoneColumn, recognise } from './recognise.ts';

/** A smaller file is read before a second thread has started. */
const WORTH_A_THREAD = 1 << 21;
/** A quotation mark that is not closed would swallow the rest of the file as one cell. */
const LONGEST_ROW = 1 << 20;

export interface ReadEvents {
  onHead(reading: FileReading): void;
  onProgress(progress: ReadProgress): void;
}

/**
 * Reads and checks a file. Leaves both files of `job.staging` whole, or throws.
 * @throws AppError `not_text`, `empty_file`, `no_rows`, `no_phone_column`, `too_many_rows`, `open_quotation_mark`, and those of a mapping.
 */
export async function readFile(job: ReadJob, workerUrl: URL, events: ReadEvents): Promise<ReadResult> {
  const { reading, skipRecords } = recognise(job);
  const isUsable = hasPhoneColumn(reading.columns);
  if (!isUsable && job.withoutPhone === 'refuse') throw noPhoneColumn(reading.columns);
  events.onHead(reading);
  const { defaultCountry, refuseUnassigned = false, knownContacts } = job.options;
  const rules = { defaultCountry: defaultCountry ?? undefined, refuseUnassigned };
  const out = new StagingWriter(
    job.staging,
    reading.columns.map(({ header }) => header),
  );
  const thread = isUsable && statSync(job.path).size >= WORTH_A_THREAD ? new PhoneThread(workerUrl, rules) : null;
  try {
    const checker = new RowChecker(new RowReader(reading.columns), out, { ...rules, update: knownContacts === 'update' }, thread);
    // Nothing of it can be judged yet: nothing is counted, and what an earlier check left is replaced.
    if (isUsable) {
      checker.know(knownNumbers(job.databaseFile, job.known));
      if (job.known !== 'do-not-call') checker.bar(barredNumbers(job.databaseFile));
      await eachRow(job, reading, skipRecords, events, checker);
    }
    return { ...reading, ...checker.finish() };
  } finally {
    out.close();
    await thread?.stop();
  }
}

/** Hands every row that holds a value to the checker, with its line in the file. */
function eachRow(job: ReadJob, { encoding, delimiter }: FileReading, skip: number, events: ReadEvents, checker: RowChecker): Promise<void> {
  const records = new RecordCounter(skip, job.maxRows);
  let bytes = 0;
  const text = readText(job.path, encoding, (done) => (bytes = done));
  return new Promise<void>((resolve, reject) => {
    const source = Readable.from(records.guard(text));
    Papa.parse<string[]>(source, {
      delimiter,
      newline: '\n',
      chunk({ data, errors }, parser) {
        try {
          records.checkQuotes(data, errors);
          checker.add(records.rowsOf(data));
          events.onProgress({ rows: records.rows, bytes });
        } catch (error) {
          // Before the parser is told: what it calls then is its `complete`.
          reject(error);
          parser.abort();
          source.destroy();
        }
      },
      complete: () => resolve(),
      error: reject,
    });
  });
}

/** Which line of the file a row begins at, and what is too much. */
class RecordCounter {
  rows = 0;
  private line = 1;
  private skip: number;
  private readonly maxRows: number;
  private unread = 0;

  constructor(skip: number, maxRows: number) {
    this.skip = skip;
    this.maxRows = maxRows;
  }

  /** The pieces of text as they are, as long as rows come out of them. */
  *guard(text: Iterable<string>): Generator<string, void> {
    for (const piece of text) {
      this.unread += piece.length;
      if (this.unread > LONGEST_ROW) throw openQuotationMark(this.line);
      yield piece;
    }
  }

  rowsOf(data: readonly string[][]): RowInFile[] {
    const found: RowInFile[] = [];
    if (data.length > 0) this.unread = 0;
    for (const cells of data) {
      const { line } = this;
      this.line += 1;
      for (const cell of cells) if (cell.includes('\n')) this.line += cell.split('\n').length - 1;
      if (this.skip > 0) this.skip -= 1;
      else if (!isBlank(cells)) found.push({ line, cells });
    }
    this.rows += found.length;
    if (this.rows > this.maxRows) throw tooManyRows(this.maxRows);
    return found;
  }

  /** A quotation mark in the wrong place does no harm within its line; over several it may have swallowed rows. */
  checkQuotes(data: readonly string[][], errors: readonly Papa.ParseError[]): void {
    for (const { type, row } of errors) {
      if (type !== 'Quotes' || row === undefined) continue;
      if (data[row]?.some((cell) => cell.includes('\n')) !== true) continue;
      const before = data.slice(0, row).reduce((lines, cells) => lines + cells.join('').split('\n').length, 0);
      throw openQuotationMark(this.line + before);
    }
  }
}

const openQuotationMark = (line: number) =>
  badInput(
    'open_quotation_mark',
    `In line ${line} a quotation mark opens and is not closed, so the rows after it cannot be told apart. Mend that line, then choose the file again.`,
    {
      data: { line },
    },
  );

const tooManyRows = (most: number) =>
  badInput(
    'too_many_rows',
    `The file has more than ${most.toLocaleString('en-GB')} rows. Split it, or ask an admin to raise the limit in Settings.`,
    {
      data: { most },
    },
  );
