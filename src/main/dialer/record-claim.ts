/**
 * Writes one claim: the call in `dialing` with its slot and its watch, the item in `processing` with its attempt counted, the
 * turn. Called inside the claim's transaction only, for a candidate that was judged callable there.
 */
import { briefingOf } from '../../shared/domain/agent-briefing.ts';
import type { Candidate } from '../data/claim-store.ts';
import { everyone } from '../data/scope.ts';
import type { DialRequest, TelephonyProvider } from '../ports/provider.ts';
import type { ClaimRoom } from './claim-room.ts';

/** A claimed call and all that is needed to ask for it. */
export interface ClaimedCall {
  callId: string;
  itemId: number;
  campaignId: string;
  contactTimeZone: string | null;
  provider: TelephonyProvider;
  request: DialRequest;
}

/** While a dial has no answer after this time, its call is looked at like an ambiguous one. */
const DIAL_WATCH_MS = 60_000;
/** A slot that no look-up can free is held this long beyond the longest call (rule 13). */
const HOLD_MARGIN_MS = 5 * 60_000;

/** @throws Error where the item was claimed by anyone else: the transaction is undone. */
export function recordClaimTx(room: ClaimRoom, candidate: Candidate, origin: 'dialer' | 'call-now'): ClaimedCall {
  const { parts, now, dialing } = room;
  const { data } = parts;
  const line = room.lineOf(candidate.agentId);
  const campaign = room.campaign(candidate.campaignId);
  const contact = data.contacts.get(everyone, candidate.contactId);
  const item = data.items.get(everyone, candidate.itemId);
  if (!line || !campaign || !contact || !item) throw new Error('a claimed item lost its agent, campaign or contact');

  const { agent, provider } = line;
  const longestMinutes = Math.min(agent.options.longestMinutes ?? dialing.longestMinutes, dialing.longestMinutes);
  const ringSeconds = agent.options.ringSeconds ?? dialing.ringSeconds;
  const callId = parts.ids.next('call');
  const attempt = item.attemptCount + 1;
  const variables = briefingOf({
    contact: { ...contact, transcriptSummary: contact.lastSummary, customFields: { ...contact.customFields, ...item.ownValues } },
    nextAction: campaign.nextAction,
    timeZone: campaign.timeZone,
  });

  data.calls.insertTx({
    id: callId,
    userId: candidate.userId,
    campaignId: campaign.id,
    itemId: item.id,
    contactId: contact.id,
    agentId: agent.id,
    origin,
    attempt,
    phone: contact.phone,
    provider: provider.name,
    callerNumber: agent.callerNumber,
    practice: line.practice,
    userData: variables,
    claimedAt: now,
    checkAt: now + DIAL_WATCH_MS,
    holdUntil: now + longestMinutes * 60_000 + HOLD_MARGIN_MS,
    updatedAt: now,
  });
  const change = { callId, attemptCount: attempt, lastAttemptAt: now, startedAt: item.startedAt ?? now, callbackRequested: 0 };
  if (!data.items.moveTx(item, 'queued', 'processing', now, change)) throw new Error('a claimed item was not waiting');
  data.items.recordTx(item.id, now, { action: 'claimed', details: `Attempt ${attempt}`, by: 'ringmaster' });
  data.claims.takeTurnTx(candidate.userId, campaign.id);
  room.fill(candidate.userId, campaign.id, provider.name);

  return {
    callId,
    itemId: item.id,
    campaignId: campaign.id,
    contactTimeZone: contact.timeZone,
    provider,
    request: {
      reference: callId,
      phone: contact.phone,
      providerAgentId: agent.providerAgentId,
      callerNumber: agent.callerNumber,
      variables,
      record: agent.options.record ?? true,
      ringSeconds,
      longestSeconds: longestMinutes * 60,
      options: agent.options,
    },
  };
}
