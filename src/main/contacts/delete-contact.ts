import { settleCampaignTx } from '../campaigns/settle.ts';
import { type Actor, ownScope } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { sleep } from '../ports/clock.ts';
import { ownContact } from './read-contacts.ts';

/** Contacts deleted in one transaction: with a waiting call each, some milliseconds. */
const STEP = 25;

/**
 * Deletes a contact of one's own: its waiting items are skipped, a call that is up goes on and nothing follows it (rule 12). Its
 * number stays on the do-not-call list where it was on it.
 * @returns how many waiting calls were skipped.
 * @throws AppError `not_found`.
 */
export function deleteContact(parts: Parts, actor: Actor, id: number): { skippedCalls: number } {
  return parts.data.database.write(() => {
    ownContact(parts, actor, id);
    return { skippedCalls: deleteTx(parts, actor, [id]) };
  });
}

/** Deletes contacts of one's own, some at a time, so that calls go on between; those that are not there are left out. */
export async function deleteContacts(
  parts: Parts,
  actor: Actor,
  ids: readonly number[],
): Promise<{ deleted: number; skippedCalls: number }> {
  const done = { deleted: 0, skippedCalls: 0 };
  for (let from = 0; from < ids.length; from += STEP) {
    if (from > 0) await sleep(parts.clock, 0);
    parts.data.database.write(() => {
      const live = parts.data.contactBatches.live(ownScope(actor), ids.slice(from, from + STEP));
      done.skippedCalls += deleteTx(parts, actor, live);
      done.deleted += live.length;
    });
  }
  return done;
}

/** @returns how many waiting calls were skipped. */
function deleteTx(parts: Parts, actor: Actor, ids: readonly number[]): number {
  const { data, clock } = parts;
  const now = clock.now();
  const campaigns = new Set<string>();
  let skipped = 0;
  for (const id of ids) {
    for (const item of data.contacts.waitingItems(id)) {
      data.items.moveTx(item, 'queued', 'skipped', now, { failureReason: 'contact-deleted' });
      data.items.recordTx(item.id, now, { action: 'skipped', details: 'The contact was deleted', by: actor.userId });
      campaigns.add(item.campaignId);
      skipped += 1;
    }
    data.contacts.changeTx(id, now, { deletedAt: now });
  }
  for (const campaignId of campaigns) settleCampaignTx(parts, campaignId);
  return skipped;
}
