/** An import of many contacts with all its checks, beside the floors of what it must do in any case. */
import { execFile } from 'node:child_process';
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import Papa from 'papaparse';
import { build } from 'vite';
import { openData } from '../src/main/data/open.ts';
import { writeContactFile } from './import-file.ts';
import type { ImportRun } from './import-process.ts';
import { round } from './statistics.ts';

export interface ImportFigures extends ImportRun {
  /** Seconds. */
  floors: { papaparse: number; phone: number; insert: number };
}

interface Row {
  name: string;
  phone_number: string;
  email: string;
  company: string;
}

/** Built as the program is, and beside each other as there; within the project, so that better-sqlite3 is found. */
const BUILT = '.cache/bench';
const PARTS = [
  ['bench/import-process.ts', 'process/import-process.mjs'],
  ['src/main/import/worker.ts', 'worker/import-worker.mjs'],
] as const;

/** Imports `rows` contacts in a process of its own and measures the floors in this one. */
export async function measureImport(rows: number): Promise<ImportFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'ringmaster-bench-'));
  const path = join(folder, 'list.csv');
  try {
    writeContactFile(path, rows);
    await Promise.all(PARTS.map(([entry, out]) => buildPart(entry, out)));
    const { stdout } = await promisify(execFile)(process.execPath, [join(BUILT, PARTS[0][1]), path]);
    const run = JSON.parse(stdout) as ImportRun;
    const floors = { papaparse: await papaparseFloor(path), ...(await phoneAndInsertFloors(path, folder)) };
    return { ...run, seconds: round(run.seconds), peakRssMb: Math.round(run.peakRssMb), longestBlockMs: round(run.longestBlockMs), floors };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function buildPart(entry: string, out: string): Promise<unknown> {
  const [folder = '', file = ''] = out.split('/');
  return build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: entry,
      outDir: join(BUILT, folder),
      target: 'node24',
      minify: false,
      rolldownOptions: {
        external: ['better-sqlite3', ...builtinModules, /^node:/],
        output: { format: 'es', entryFileNames: file, codeSplitting: false },
      },
    },
  });
}

const seconds = (since: number) => round((performance.now() - since) / 1_000);

function eachRow(path: string, step: (row: Row) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    Papa.parse<Row>(createReadStream(path), { header: true, step: ({ data }) => step(data), complete: () => resolve(), error: reject });
  });
}

async function papaparseFloor(path: string): Promise<number> {
  const before = performance.now();
  await eachRow(path, () => {});
  return seconds(before);
}

async function phoneAndInsertFloors(path: string, folder: string): Promise<{ phone: number; insert: number }> {
  const all: Row[] = [];
  await eachRow(path, (row) => row.phone_number && all.push(row));
  const before = performance.now();
  const numbers = all.map((row) => parsePhoneNumberFromString(row.phone_number, 'DE')?.number ?? '');
  const phone = seconds(before);
  return { phone, insert: insertFloor(all, numbers, folder) };
}

/** One prepared insert into the real table with its indexes, 5,000 a transaction, in the order of the file. */
function insertFloor(all: readonly Row[], numbers: readonly string[], folder: string): number {
  const open = openData({ dataDir: join(folder, 'floor'), migrationsFolder: 'drizzle' });
  const { sqlite } = open.database;
  sqlite.exec(
    "INSERT INTO users (id, email, name, role, password_hash, active, created_at, updated_at) VALUES ('user_1', 'a@example.com', 'A', 'supervisor', '-', 1, 0, 0)",
  );
  const insert = sqlite.prepare(
    `INSERT INTO contacts (user_id, phone, name, first_name, last_name, email, company, custom_fields, import_id, created_at, updated_at)
     VALUES ('user_1', ?, ?, ?, ?, ?, ?, '{"city":"City","segment":"S"}', 'import_1', 0, 0) ON CONFLICT DO NOTHING`,
  );
  const before = performance.now();
  for (let first = 0; first < all.length; first += 5_000) {
    sqlite.transaction(() => {
      for (let i = first; i < Math.min(first + 5_000, all.length); i += 1) {
        const { name = '', email = null, company = null } = all[i] ?? {};
        const [firstName = '', lastName = ''] = name.split(' ');
        insert.run(numbers[i], name, firstName, lastName, email, company);
      }
    })();
  }
  const taken = seconds(before);
  open.close();
  return taken;
}
