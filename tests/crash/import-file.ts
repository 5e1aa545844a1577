/** Files of people for the crash runs, and what a directory holds of one of them. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';

export const NEW = 900;
export const KNOWN = 100;
export const DUPLICATES = 40;
export const INVALID = 10;
export const ROWS = NEW + KNOWN + DUPLICATES + INVALID;

/** The `nth` file: new numbers, the first numbers of the file before it (of none, for the first), some twice, some unusable. */
export function writePeople(folder: string, nth: number): string {
  const phone = (file: number, i: number) => `+4930${2_000_000 + file * 10_000 + i}`;
  const own = Array.from({ length: NEW }, (_, i) => phone(nth, i));
  const known = Array.from({ length: KNOWN }, (_, i) => phone(nth - 1, i));
  const rows = [...own, ...known, ...own.slice(0, DUPLICATES)].map((number, i) => `${number},Person ${nth}.${i},plan ${i % 7}`);
  const invalid = Array.from({ length: INVALID }, (_, i) => `no number ${i},Nobody,plan 0`);
  const path = join(folder, `people-${nth}.csv`);
  writeFileSync(path, ['phone,name,plan', ...rows, ...invalid].join('\n'));
  return path;
}

export interface Holdings {
  contacts: number;
  items: number;
  campaigns: number;
  /** Names in the import's own folder. */
  files: string[];
}

export function holdingsOf(sqlite: BetterSqlite3.Database, dataDir: string): Holdings {
  const count = (table: string) => sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
  const files = readdirSync(join(dataDir, 'imports')).toSorted();
  return { contacts: count('contacts'), items: count('call_queue'), campaigns: count('call_campaigns'), files };
}

export interface LatestImport {
  id: string;
  state: string;
  campaignState: string | null;
  rows: number;
  imported: number;
  known: number;
  duplicates: number;
  invalid: number;
  writtenUpTo: number;
}

export function latestImport(sqlite: BetterSqlite3.Database): LatestImport {
  return sqlite
    .prepare(
      `SELECT i.id, i.state, k.status AS campaignState, i.rows, i.imported, i.known, i.duplicates, i.invalid, i.written_up_to AS writtenUpTo
       FROM imports i LEFT JOIN call_campaigns k ON k.id = i.campaign_id ORDER BY i.rowid DESC LIMIT 1`,
    )
    .get() as LatestImport;
}

/** What may not be there at the death of an engine that imports: part of a file in view, or a campaign that calls before it is whole. */
export function faultsOfImport(sqlite: BetterSqlite3.Database): string[] {
  const { id, state, campaignState } = latestImport(sqlite);
  const count = (query: string) => sqlite.prepare(query).pluck().get(id) as number;
  const contacts = count('SELECT count(*) FROM contacts WHERE import_id = ?');
  const items = count('SELECT count(*) FROM call_queue WHERE import_id = ?');
  const faults: string[] = [];
  if ((state === 'reading' || state === 'checked') && (contacts > 0 || items > 0 || campaignState !== null))
    faults.push(`an import that is ${state} left ${contacts} contacts, ${items} items and a campaign that is ${campaignState}`);
  if (state === 'writing' && campaignState !== 'draft') faults.push(`a campaign is ${campaignState} while its people are written`);
  if (state === 'finished' && items !== NEW + KNOWN) faults.push(`a finished import has ${items} items`);
  return faults;
}
