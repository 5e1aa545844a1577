/** Whatever a file holds, no row of it is lost: generated files in every encoding and with every separator. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_FILE, openData } from '../data/open.ts';
import { openRefused, stagingFiles } from '../data/staging.ts';
import { addsUp } from '../../shared/domain/import-sums.ts';
import { DELIMITERS } from '../../shared/domain/import-options.ts';
import { readPhoneNumber } from '../../shared/domain/phone-number.ts';
import { readFile } from './read-file.ts';
import type { ReadJob, ReadResult } from './read-messages.ts';

const folder = mkdtempSync(join(tmpdir(), 'ringmaster-'));
beforeAll(() => openData({ dataDir: folder, migrationsFolder: 'drizzle', synchronous: 'OFF' }).close());
afterAll(() => rmSync(folder, { recursive: true }));

const staging = stagingFiles(folder, 'import_test');
const workerUrl = new URL('./worker.ts', import.meta.url);

function check(content: string | Uint8Array, options: Partial<ReadJob['options']> = {}): Promise<ReadResult> {
  const path = join(folder, 'list.csv');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, content);
  return readFile(
    {
      role: 'reader',
      path,
      staging,
      databaseFile: join(folder, DATABASE_FILE),
      known: { contactsOf: 'user_1' },
      options: { defaultCountry: 'DE', ...options },
      remembered: {},
      withoutPhone: 'refuse',
      maxRows: 1_000_000,
    },
    workerUrl,
    { onHead() {}, onProgress() {} },
  );
}

const refused = () => {
  const file = openRefused(staging.refused)!;
  const rows = file.page(0, 10_000);
  file.close();
  return rows;
};

const phone = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1_000_000, max: 1_000_050 }).map((n) => `+4930${n}`) },
  { weight: 1, arbitrary: fc.constantFrom('', '12', 'see notes', '9.19E+11', '030 1234567', '+49 (0)30 1000003') },
);
// Whatever cells hold: separators, quotation marks, line breaks, accents.
const cell = fc.string({ unit: fc.constantFrom('a', 'B', ' ', ',', ';', '"', '\n', '\t', '|', 'é', 'ß', "'", '=', '9'), maxLength: 8 });
const rows = fc.array(fc.tuple(cell, phone, cell), { minLength: 1, maxLength: 60 });

describe('readFile', () => {
  it('takes or tells every row of any file, and counts each number once', async () => {
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.constantFrom(...DELIMITERS),
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom('utf8', 'utf16le', 'latin1'),
        async (given, delimiter, newline, encoding) => {
          const people = given.filter((row) => row.some((value) => value.trim() !== ''));
          const csv = Papa.unparse([['name', 'phone', 'note'], ...given], { delimiter, newline });
          const { sums } = await check(Buffer.from((encoding === 'utf16le' ? '\uFEFF' : '') + csv, encoding as BufferEncoding), {
            delimiter,
            // Two letters with accents and nothing else tell no encoding from another.
            ...(encoding === 'latin1' ? { encoding: 'windows-1252' as const } : {}),
          });
          const usable = people.flatMap(([, raw]) => {
            const read = readPhoneNumber(raw, 'DE');
            return read.ok ? [read.e164] : [];
          });
          expect(addsUp(sums)).toBe(true);
          expect(sums).toMatchObject({ rows: people.length, imported: new Set(usable).size, invalid: people.length - usable.length });
          expect(refused()).toHaveLength(sums.duplicates + sums.invalid);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('says in which line a quotation mark opens that is not closed', async () => {
    const before = Array.from({ length: 20 }, (_, i) => `"Two\nlines",+4930${1_000_000 + i},`);
    const text = ['name,phone,note', ...before, '"Open,+49301000100,', 'Ada,+49301000101,', ''].join('\n');
    await expect(check(text)).rejects.toMatchObject({ code: 'open_quotation_mark', data: { line: 42 } });
  });

  it('gives up on a quotation mark that swallows a large file before it fills the memory', async () => {
    const rest = 'Ada Lovelace,+49301000101,nothing special\n'.repeat(100_000);
    await expect(check(`name,phone,note\n"Open,+49301000100,\n${rest}`)).rejects.toMatchObject({
      code: 'open_quotation_mark',
      data: { line: 2 },
    });
  });

  it('reads a file larger than one piece in two threads as in one', async () => {
    const many = Array.from({ length: 60_000 }, (_, i) => `Person ${i},+4930${1_000_000 + ((i * 7_919) % 50_000)},note ${i}`);
    const { sums } = await check(['name,phone,note', ...many].join('\n'));
    expect(sums).toEqual({ rows: 60_000, imported: 50_000, known: 0, duplicates: 10_000, invalid: 0, warnings: 0 });
    // The first row of each number is the one that is kept.
    expect(refused()[0]).toMatchObject({ line: 50_002, kind: 'duplicate' });
  });

  it('refuses unassigned numbers where that is chosen, and remarks on them where not', async () => {
    const text = 'phone\n+12001234567\n';
    expect((await check(text)).sums).toMatchObject({ imported: 1, warnings: 1, invalid: 0 });
    expect((await check(text, { refuseUnassigned: true })).sums).toMatchObject({ imported: 0, invalid: 1 });
  });
});
