/**
 * Taking an import back, in steps of at most 500: its items out of the campaign, its contacts out of the list.
 *
 * Decides nothing about whether that may be; must never touch an item that is being called, or a contact that anything else uses.
 * Removed items keep their history. Called by `import/give-up.ts` alone.
 */
import type { Database } from './database.ts';
import { BATCH } from './staged-rows.ts';

/** The statements of an undo, part of the store of imports. */
export function undoStatements(db: Database) {
  const { sqlite } = db;
  const called = sqlite
    .prepare(
      `SELECT EXISTS (SELECT 1 FROM calls c JOIN call_queue q ON q.id = c.item_id
        WHERE c.campaign_id = @campaignId AND c.status <> 'not-placed' AND q.import_id = @importId)`,
    )
    .pluck();
  const items = sqlite.prepare(
    `SELECT id, position FROM call_queue WHERE campaign_id = @campaignId AND status = @status AND position > @after AND import_id = @importId
       AND removed_at IS NULL ORDER BY position LIMIT ${BATCH}`,
  );
  const ids = 'id IN (SELECT value FROM json_each(@ids))';
  const removeItems = sqlite.prepare(
    `UPDATE call_queue SET status = iif(status = 'queued', 'cancelled', status), completed_at = coalesce(completed_at, @at), removed_at = @at, updated_at = @at,
       ready = 0, callback_requested = 0 WHERE ${ids}`,
  );
  const history = sqlite.prepare(
    `INSERT INTO queue_history (item_id, at, action, details, reason, by) SELECT value, @at, 'removed', 'The import was undone', NULL, @by FROM json_each(@ids)`,
  );
  const contacts = sqlite
    .prepare(`SELECT id FROM contacts WHERE import_id = @importId AND id > @after AND deleted_at IS NULL ORDER BY id LIMIT ${BATCH}`)
    .pluck();
  const deleteContacts = sqlite.prepare(
    `UPDATE contacts SET deleted_at = @at, updated_at = @at WHERE ${ids}
       AND NOT EXISTS (SELECT 1 FROM call_queue q WHERE q.contact_id = contacts.id AND q.removed_at IS NULL)
       AND NOT EXISTS (SELECT 1 FROM calls c WHERE c.contact_id = contacts.id)`,
  );

  return {
    /** Whether anyone of the import was called in its campaign. */
    wasCalled: (row: { id: string; campaignId: string }) => called.get({ importId: row.id, campaignId: row.campaignId }) === 1,

    /**
     * Takes the next items of the import out of its campaign, whose state is `status`. Items that are being called are left alone.
     * @returns the position that the next step begins after, or null at the end.
     */
    removeItemsTx(
      row: { id: string; campaignId: string },
      status: 'queued' | 'cancelled' | 'skipped',
      after: number,
      at: number,
      by: string,
    ): number | null {
      const step = items.all({ importId: row.id, campaignId: row.campaignId, status, after }) as { id: number; position: number }[];
      const change = { ids: JSON.stringify(step.map(({ id }) => id)), at, by };
      removeItems.run(change);
      history.run(change);
      if (step.length > 0) db.changes.campaigns.add(row.campaignId);
      return step.length < BATCH ? null : (step.at(-1)?.position ?? null);
    },

    /** Deletes the next contacts that the import brought, but for those that are used elsewhere. @returns the last id, or null at the end. */
    deleteContactsTx(importId: string, after: number, at: number): number | null {
      const step = contacts.all({ importId, after }) as number[];
      deleteContacts.run({ ids: JSON.stringify(step), at });
      if (step.length > 0) db.changes.topics.add('contacts');
      for (const id of step) db.changes.contacts.add(id);
      return step.length < BATCH ? null : (step.at(-1) ?? null);
    },
  };
}
