/**
 * The rows of a file, in their order, into the import's own files: numbers read in two threads, the first row of a number kept, every
 * other one told.
 */
import { isNamed, scoreOf } from '../../shared/domain/score.ts';
import { type ImportFindings, type ImportSums, NO_ROWS } from '../../shared/domain/import-sums.ts';
import type { KnownNumber } from '../data/known-numbers.ts';
import type { StagingWriter } from '../data/staging.ts';
import { type RowPerson, type RowReader, type RowRemark } from './check-row.ts';
import { FindingsCounter } from './findings.ts';
import { NumberMap } from './number-map.ts';
import type { PhoneThread } from './phone-thread.ts';
import { judgePhones, type PhoneRules, type PhoneVerdicts } from './phone-verdicts.ts';

/** A cell is told so far; the whole of it stands in the file. */
const TOLD = 200;
/** Batches that wait for the other thread before this one waits too. */
const MOST_WAITING = 16;
const HIGHEST_SCORE = 140;
/** More failed attempts in a row than these change no score. */
const MOST_FAILED = 15;

const SEEN = 1;
const KNOWN = 2;
/** On the do-not-call list. */
const BARRED = 1 << 12;
/** From here on: which of the zones that were met a known contact has, from 1. */
const ZONE_SHIFT = 16;

export interface RowInFile {
  line: number;
  cells: string[];
}

interface Batch {
  rows: RowInFile[];
  verdicts: PhoneVerdicts | null;
}

/** What a known contact brings to the score (rule 1), in the 10 bits above SEEN and KNOWN. */
function pack({ named, hasEmail, hasCompany, successfulCalls, notConnected }: KnownNumber): number {
  const calls = Math.min(successfulCalls, 4);
  return KNOWN | (named << 2) | (hasEmail << 3) | (hasCompany << 4) | (calls << 5) | (Math.min(notConnected, MOST_FAILED) << 8);
}

export class RowChecker {
  readonly sums: ImportSums = { ...NO_ROWS };
  private readonly numbers = new NumberMap();
  private readonly findings = new FindingsCounter();
  private readonly zones: string[] = [];
  private readonly zoneAt = new Map<string, number>();
  private readonly waiting: Batch[] = [];
  private readonly bucketSizes: number[] = [];
  private readonly reader: RowReader;
  private readonly out: StagingWriter;
  private readonly rules: PhoneRules;
  private readonly thread: PhoneThread | null;
  /** Whether the file's values stand before a known contact's. */
  private readonly update: boolean;

  constructor(reader: RowReader, out: StagingWriter, rules: PhoneRules & { update: boolean }, thread: PhoneThread | null) {
    this.reader = reader;
    this.out = out;
    this.rules = rules;
    this.update = rules.update;
    this.thread = thread;
  }

  /** Numbers that are there already. Before the first row. */
  know(known: Iterable<KnownNumber>): void {
    for (const contact of known) this.numbers.set(Number(contact.phone.slice(1)), pack(contact) | this.packZone(contact.timeZone));
  }

  /** Numbers that nobody may call. After those that are known, before the first row. */
  bar(barred: Iterable<string>): void {
    for (const phone of barred) {
      const number = Number(phone.slice(1));
      this.numbers.set(number, this.numbers.get(number) | BARRED);
    }
  }

  /** Takes rows in, in the order of the file. They are checked at once or when the other thread has read their numbers. */
  add(rows: RowInFile[]): void {
    const cells = rows.map((row) => row.cells[this.reader.phoneAt] ?? '');
    const batch: Batch = { rows, verdicts: null };
    this.waiting.push(batch);
    if (this.thread?.hasRoom) this.thread.send(cells);
    else batch.verdicts = judgePhones(cells, this.rules);
    this.settle(MOST_WAITING);
  }

  /** Checks what is left, and ends the files. */
  finish(): { sums: ImportSums; findings: ImportFindings } {
    this.settle(0);
    this.out.finish(Array.from(this.bucketSizes, (size) => size ?? 0));
    return { sums: this.sums, findings: this.findings.told() };
  }

  private packZone(timeZone: string | null): number {
    if (timeZone === null) return 0;
    const at = this.zoneAt.get(timeZone) ?? this.zones.push(timeZone);
    this.zoneAt.set(timeZone, at);
    return at << ZONE_SHIFT;
  }

  /** Writes batches from the front as far as their numbers are read; waits while more than `most` are left. */
  private settle(most: number): void {
    for (let batch = this.waiting[0]; batch; batch = this.waiting[0]) {
      const verdicts = batch.verdicts ?? (this.waiting.length > most ? this.thread?.wait() : this.thread?.poll());
      if (!verdicts) return;
      this.waiting.shift();
      batch.rows.forEach((row, at) => this.check(row, verdicts.numbers[at] ?? 0, verdicts.remarks.get(at)));
    }
  }

  private check(row: RowInFile, number: number, remark: string | undefined): void {
    this.sums.rows += 1;
    if (number === 0) {
      const reason = remark ?? 'No number';
      this.sums.invalid += 1;
      this.findings.refuse(reason);
      return this.refuse(row, 'invalid', reason);
    }
    const value = this.numbers.get(number);
    if (value & SEEN) {
      this.sums.duplicates += 1;
      return this.refuse(row, 'duplicate', 'This number stands in an earlier row');
    }
    this.numbers.set(number, value | SEEN);
    this.take(row, number, value, remark);
  }

  private take(row: RowInFile, phone: number, known: number, phoneRemark: string | undefined): void {
    const remarks: RowRemark[] = phoneRemark === undefined ? [] : [{ ...this.phoneCell(row), reason: phoneRemark }];
    const person = this.reader.read(row.cells, remarks);
    this.sums[known & KNOWN ? 'known' : 'imported'] += 1;
    const bucket = bucketOf(person, known);
    const inBucket = this.bucketSizes[bucket] ?? 0;
    this.bucketSizes[bucket] = inBucket + 1;
    const marks = { known: known & KNOWN ? 1 : 0, barred: known & BARRED ? 1 : 0 } as const;
    this.out.add({ n: this.sums.imported + this.sums.known, line: row.line, phone, ...person, bucket, inBucket, ...marks });
    const before = this.zones[(known >>> ZONE_SHIFT) - 1] ?? null;
    this.findings.take(this.update ? (person.timeZone ?? before) : (before ?? person.timeZone), marks.barred);
    if (remarks.length > 0) this.sums.warnings += 1;
    for (const { column, value, reason } of remarks) this.tell(row, 'warning', column, value, reason);
  }

  private phoneCell(row: RowInFile) {
    return { column: this.reader.phoneColumn, value: row.cells[this.reader.phoneAt] ?? '' };
  }

  private refuse(row: RowInFile, kind: 'duplicate' | 'invalid', reason: string): void {
    const { column, value } = this.phoneCell(row);
    this.tell(row, kind, column, value, reason);
  }

  private tell({ line, cells }: RowInFile, kind: 'duplicate' | 'invalid' | 'warning', column: string, value: string, reason: string): void {
    this.out.refuse({ line, column, value: value.slice(0, TOLD), reason, kind, cells });
  }
}

/** Named before unnamed, then by score, the highest first (rule 3), with what a known contact has already. */
function bucketOf({ name, email, company }: RowPerson, known: number): number {
  const isNamedNow = isNamed(name) || (known & 4) !== 0;
  const score = scoreOf({
    name: isNamedNow ? 'named' : null,
    email: email ?? (known & 8 ? 'known' : null),
    company: company ?? (known & 16 ? 'known' : null),
    successfulCalls: (known >> 5) & 7,
    notConnected: (known >> 8) & 15,
  });
  return (isNamedNow ? 0 : HIGHEST_SCORE + 1) + HIGHEST_SCORE - score;
}
