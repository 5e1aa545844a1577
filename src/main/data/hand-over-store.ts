/**
 * Giving a campaign's rows to another user, in steps: its items with their contacts and calls, at last the campaign itself.
 *
 * A contact goes along with its campaign; where the new owner has a contact of the same number, the items and calls go to that one,
 * for a number is one person to one user. Every step may be repeated: what was given already is not found again. Called by
 * `campaigns/hand-over.ts` for a campaign that makes no calls meanwhile.
 */
import type { Database } from './database.ts';
import { figureGiver } from './give-figures.ts';

export interface Handing {
  campaignId: string;
  from: string;
  to: string;
}

export function handOverStore(db: Database) {
  const { sqlite } = db;
  const ids = sqlite
    .prepare(
      'SELECT id FROM call_queue WHERE +campaign_id = @campaignId AND user_id = @from AND id > @after AND id <= @upTo ORDER BY id LIMIT @limit',
    )
    .pluck();
  const ends = sqlite.prepare('SELECT min(id) AS first, max(id) AS last FROM call_queue WHERE campaign_id = ?');
  const IN_STEP = 'IN (SELECT value FROM json_each(@ids))';
  // The new owner's contact of the same number, unless that one is in this campaign already.
  const SAME_PERSON = `SELECT t.id FROM contacts o JOIN contacts t ON t.user_id = @to AND t.phone = o.phone AND t.deleted_at IS NULL
    WHERE o.id = contact_id AND o.user_id = @from AND o.deleted_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM call_queue e WHERE e.campaign_id = @campaignId AND e.contact_id = t.id AND e.removed_at IS NULL)`;
  const calls = sqlite.prepare(
    `UPDATE calls SET user_id = @to, contact_id = coalesce((${SAME_PERSON}), contact_id) WHERE item_id ${IN_STEP}`,
  );
  const items = sqlite.prepare(
    `UPDATE call_queue SET user_id = @to, contact_id = coalesce((${SAME_PERSON}), contact_id) WHERE id ${IN_STEP}`,
  );
  const deliveries = sqlite.prepare(
    `UPDATE webhook_inbox SET user_id = @to WHERE call_id IN (SELECT id FROM calls WHERE item_id ${IN_STEP})`,
  );
  const contacts = sqlite.prepare(
    `UPDATE contacts SET user_id = @to, updated_at = @at
     WHERE user_id = @from AND id IN (SELECT contact_id FROM call_queue WHERE id ${IN_STEP})
       AND (deleted_at IS NOT NULL OR NOT EXISTS (SELECT 1 FROM contacts t WHERE t.user_id = @to AND t.phone = contacts.phone AND t.deleted_at IS NULL))`,
  );
  const campaign = sqlite.prepare('UPDATE call_campaigns SET user_id = @to, updated_at = @at WHERE id = @campaignId AND user_id = @from');
  const giveFigures = figureGiver(db);

  return {
    /** Where the walk over a campaign's items begins and ends. */
    range(campaignId: string): { after: number; upTo: number } {
      const { first, last } = ends.get(campaignId) as { first: number | null; last: number | null };
      return { after: (first ?? 1) - 1, upTo: last ?? 0 };
    },

    /** Gives one step of items with their contacts and calls. @returns the id behind which the next step begins; null at the end. */
    giveStepTx(handing: Handing, range: { after: number; upTo: number }, limit: number, at: number): number | null {
      const step = ids.all({ ...handing, ...range, limit }) as number[];
      const bound = { ...handing, ids: JSON.stringify(step), at };
      // Calls before items: both ask whose contact it still is.
      calls.run(bound);
      deliveries.run({ to: handing.to, ids: bound.ids });
      items.run(bound);
      contacts.run(bound);
      db.changes.topics.add('contacts');
      db.changes.everyContact = true;
      return step.length < limit ? null : (step.at(-1) ?? null);
    },

    /** Gives the campaign itself, with what was counted of its calls. */
    giveCampaignTx(handing: Handing, at: number): void {
      giveFigures(handing);
      campaign.run({ ...handing, at });
      db.changes.campaigns.add(handing.campaignId);
      db.changes.slots = true;
      db.changes.due = true;
    },
  };
}
