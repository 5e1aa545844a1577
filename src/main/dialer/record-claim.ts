/**
 * Writes one claim: the call in `dialing` with its slot and its watch, the item in `processing` with its attempt counted, the
 * turn. Called inside the claim's transaction only, for a candidate that was judged callable there.
 */
import { briefingOf } from '../../shared/domain/agent-briefing.ts';
import type { Candidate } from '../data/claim-store.ts';
import { everyone } from '../data/scope.ts';
import type { ClaimRoom } from './claim-room.ts';
import { type ClaimedCall, recordCallTx } from './record-call.ts';

/** @throws Error where the item was claimed by anyone else: the transaction is undone. */
export function recordClaimTx(room: ClaimRoom, candidate: Candidate, origin: 'dialer' | 'call-now'): ClaimedCall {
  const { parts, now } = room;
  const { data } = parts;
  const line = room.lineOf(candidate.agentId);
  const campaign = room.campaign(candidate.campaignId);
  const contact = data.contacts.get(everyone, candidate.contactId);
  const item = data.items.get(everyone, candidate.itemId);
  if (!line || !campaign || !contact || !item) throw new Error('a claimed item lost its agent, campaign or contact');

  const attempt = item.attemptCount + 1;
  const variables = briefingOf({
    contact: { ...contact, transcriptSummary: contact.lastSummary, customFields: { ...contact.customFields, ...item.ownValues } },
    nextAction: campaign.nextAction,
    timeZone: campaign.timeZone,
  });
  const claimed = recordCallTx(room, line, {
    userId: candidate.userId,
    phone: contact.phone,
    variables,
    origin,
    attempt,
    calledFor: { campaignId: campaign.id, itemId: item.id, contactId: contact.id, contactTimeZone: contact.timeZone },
  });
  const change = {
    callId: claimed.callId,
    attemptCount: attempt,
    lastAttemptAt: now,
    startedAt: item.startedAt ?? now,
    callbackRequested: 0,
  };
  if (!data.items.moveTx(item, 'queued', 'processing', now, change)) throw new Error('a claimed item was not waiting');
  data.items.recordTx(item.id, now, { action: 'claimed', details: `Attempt ${attempt}`, by: 'ringmaster' });
  data.claims.takeTurnTx(candidate.userId, campaign.id);
  return claimed;
}
