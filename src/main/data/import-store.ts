/**
 * Imports: one row a file that was taken in, and how far it is.
 *
 * Decides nothing about the people in the file: `staged-rows.ts` writes them, `import-undo.ts` takes them back. Called by `import/`,
 * and by the start of a campaign, which waits for its people.
 */
import { and, eq, gt, isNull } from 'drizzle-orm';
import type { ImportFindings } from '../../shared/domain/import-sums.ts';
import type { Database } from './database.ts';
import { IMPORT_STATES, imports } from './schema/index.ts';
import { undoStatements } from './import-undo.ts';
import type { PeopleGroup } from './people-store.ts';
import { type Scope, within } from './scope.ts';
import { StagedRows } from './staged-rows.ts';

export type ImportRow = typeof imports.$inferSelect;
export type NewImportRow = typeof imports.$inferInsert;
export type ImportChange = Partial<Omit<NewImportRow, 'id' | 'userId' | 'state' | 'createdAt'>>;
export type ImportRowState = (typeof IMPORT_STATES)[number];

export function importStore(db: Database) {
  const { orm, sqlite } = db;
  const setAdded = sqlite.prepare("UPDATE imports SET options = json_set(options, '$.added', @added) WHERE id = @id");

  return {
    get(scope: Scope, id: string): ImportRow | undefined {
      return orm
        .select()
        .from(imports)
        .where(and(eq(imports.id, id), within(scope, imports.userId)))
        .get();
    },

    /** Imports that are not over, for the engine's start. */
    open(): ImportRow[] {
      return orm.select().from(imports).where(isNull(imports.finishedAt)).orderBy(imports.createdAt).all();
    },

    /** Imports that were finished after an instant: whose refused rows are still to be had. */
    idsFinishedAfter(at: number): string[] {
      return orm
        .select({ id: imports.id })
        .from(imports)
        .where(and(eq(imports.state, 'finished'), gt(imports.finishedAt, at)))
        .all()
        .map(({ id }) => id);
    },

    /** Whether people are being written into the campaign now. */
    isWritingTo(campaignId: string): boolean {
      const row = orm
        .select({ id: imports.id })
        .from(imports)
        .where(and(isNull(imports.finishedAt), eq(imports.state, 'writing'), eq(imports.campaignId, campaignId)))
        .get();
      return row !== undefined;
    },

    /** Those whom a checked file brings, counted as the people of a list are; undefined where there is no such import in this scope. */
    peopleOf(scope: Scope, id: string): PeopleGroup[] | undefined {
      const row = this.get(scope, id);
      if (!row) return undefined;
      const { people = [] } = (row.options['findings'] ?? {}) as Partial<ImportFindings>;
      return people.map((group) => ({ ...group, known: 0 }));
    },

    insertTx(row: NewImportRow): ImportRow {
      db.changes.imports.add(row.id);
      return orm.insert(imports).values(row).returning().get();
    },

    changeTx(id: string, change: ImportChange): void {
      orm.update(imports).set(change).where(eq(imports.id, id)).run();
      db.changes.imports.add(id);
    },

    /** How many people it has put into its campaign so far. */
    setAddedTx(id: string, added: number): void {
      setAdded.run({ id, added });
      db.changes.imports.add(id);
    },

    /** Moves an import on. @returns whether it still was in `from`. */
    moveTx(id: string, from: ImportRowState, to: ImportRowState, change: ImportChange = {}): boolean {
      const { changes } = orm
        .update(imports)
        .set({ ...change, state: to })
        .where(and(eq(imports.id, id), eq(imports.state, from)))
        .run();
      if (changes > 0) db.changes.imports.add(id);
      return changes > 0;
    },

    /** Opens the checked rows of an import for writing. One at a time; the caller closes it. Not inside a transaction. */
    openRows(file: string, row: Pick<ImportRow, 'id' | 'userId'>): StagedRows {
      return new StagedRows(db, file, row);
    },

    ...undoStatements(db),
  };
}
