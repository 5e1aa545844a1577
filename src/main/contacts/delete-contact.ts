import { settleCampaignTx } from '../campaigns/settle.ts';
import type { Actor } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { ownContact } from './read-contacts.ts';

/**
 * Deletes a contact of one's own: its waiting items are skipped, a call that is up goes on and nothing follows it (rule 12). Its
 * number stays on the do-not-call list where it was on it.
 * @returns how many waiting calls were skipped.
 * @throws AppError `not_found`.
 */
export function deleteContact(parts: Parts, actor: Actor, id: number): { skippedCalls: number } {
  const { data, clock } = parts;
  return data.database.write(() => {
    const now = clock.now();
    ownContact(parts, actor, id);
    const waiting = data.contacts.waitingItems(id);
    for (const item of waiting) {
      data.items.moveTx(item, 'queued', 'skipped', now, { failureReason: 'contact-deleted' });
      data.items.recordTx(item.id, now, { action: 'skipped', details: 'The contact was deleted', by: actor.userId });
    }
    data.contacts.changeTx(id, now, { deletedAt: now });
    for (const campaignId of new Set(waiting.map((item) => item.campaignId))) settleCampaignTx(parts, campaignId);
    return { skippedCalls: waiting.length };
  });
}
