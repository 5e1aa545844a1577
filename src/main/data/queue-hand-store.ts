/**
 * What the queue by hand asks beside the lists: who of some contacts is in a campaign, how many callbacks wait, the providers' ids
 * of last calls. Each question is the walk of one index. Called by the verbs in `queue/`.
 */
import type { ItemState } from '../../shared/domain/states.ts';
import type { Database } from './database.ts';

export function queueHandStore({ sqlite }: Database) {
  const items = sqlite.prepare(
    `SELECT q.id, q.contact_id AS contactId, q.status FROM json_each(@ids) j
       CROSS JOIN call_queue q ON q.campaign_id = @campaignId AND q.contact_id = j.value AND q.removed_at IS NULL`,
  );
  const callbacks = sqlite
    .prepare(
      `SELECT coalesce(sum((SELECT count(*) FROM call_queue q INDEXED BY queue_callbacks
         WHERE q.campaign_id = j.value AND q.status = 'queued' AND q.callback_requested = 1)), 0) FROM json_each(?) j`,
    )
    .pluck();
  const claimed = sqlite
    .prepare("SELECT count(*) FROM calls WHERE campaign_id = ? AND claimed_at > ? AND status <> 'not-placed' AND item_id IS NOT NULL")
    .pluck();
  const lastCalls = sqlite.prepare(
    `SELECT j.value AS itemId, (SELECT c.provider_call_id FROM calls c WHERE c.item_id = j.value AND c.status <> 'not-placed'
       ORDER BY c.claimed_at DESC, c.attempt DESC LIMIT 1) AS callSid FROM json_each(?) j`,
  );

  return {
    /** The items of these contacts in a campaign, in whatever state. */
    itemsOf: (campaignId: string, contactIds: readonly number[]) =>
      items.all({ campaignId, ids: JSON.stringify(contactIds) }) as { id: number; contactId: number; status: ItemState }[],

    /** How many callbacks wait in these campaigns. */
    callbacks: (campaignIds: readonly string[]) => callbacks.get(JSON.stringify(campaignIds)) as number,

    /** Calls of a campaign claimed since an instant. */
    claimedSince: (campaignId: string, at: number) => claimed.get(campaignId, at) as number,

    /** The provider's id of the last call of each item: null where it has none yet. */
    lastCallSids(itemIds: readonly number[]): ReadonlyMap<number, string | null> {
      const rows = lastCalls.all(JSON.stringify(itemIds)) as { itemId: number; callSid: string | null }[];
      return new Map(rows.map(({ itemId, callSid }) => [itemId, callSid]));
    },
  };
}
