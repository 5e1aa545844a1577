/**
 * What the live stream asks of the rows that changed: which of them somebody may see, and how far imports are.
 * Reads only; each question is one statement over at most a few hundred ids.
 */
import { and, asc, inArray, isNull } from 'drizzle-orm';
import type { Database } from './database.ts';
import { imports } from './schema/index.ts';
import { type Scope, scopeValue, within } from './scope.ts';

const MOST_IMPORTS = 50;

export function liveStore(db: Database) {
  const owned = (table: 'call_queue' | 'call_campaigns') =>
    db.sqlite
      .prepare(
        `SELECT id FROM ${table} WHERE id IN (SELECT value FROM json_each(:ids)) AND (:scope IS NULL OR user_id = :scope) ORDER BY id`,
      )
      .pluck();
  const ownItems = owned('call_queue');
  const ownCampaigns = owned('call_campaigns');
  const progress = {
    id: imports.id,
    target: imports.target,
    campaignId: imports.campaignId,
    fileName: imports.fileName,
    state: imports.state,
    rows: imports.rows,
    imported: imports.imported,
    known: imports.known,
    duplicates: imports.duplicates,
    invalid: imports.invalid,
    writtenUpTo: imports.writtenUpTo,
    error: imports.error,
  };

  return {
    /** Of these items, those in the scope. */
    itemsOf: (scope: Scope, ids: readonly number[]) => ownItems.all({ ids: JSON.stringify(ids), scope: scopeValue(scope) }) as number[],

    /** Of these campaigns, those in the scope, deleted ones too. */
    campaignsOf: (scope: Scope, ids: readonly string[]) =>
      ownCampaigns.all({ ids: JSON.stringify(ids), scope: scopeValue(scope) }) as string[],

    /** How far these imports are, those outside the scope left out. */
    importsOf(scope: Scope, ids: readonly string[]) {
      if (ids.length === 0) return [];
      return db.orm
        .select(progress)
        .from(imports)
        .where(and(inArray(imports.id, [...ids]), within(scope, imports.userId)))
        .all();
    },

    /** Imports of the scope that are not over. */
    importsUnderWay(scope: Scope) {
      return db.orm
        .select(progress)
        .from(imports)
        .where(and(isNull(imports.finishedAt), within(scope, imports.userId)))
        .orderBy(asc(imports.createdAt))
        .limit(MOST_IMPORTS)
        .all();
    },
  };
}
