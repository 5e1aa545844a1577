/**
 * Writes one claim: the call in `dialing` with its slot and its watch, the item in `processing` with its attempt counted, the
 * turn. Called inside the claim's transaction only, for a candidate that was judged callable there.
 */
import { briefingOf } from '../../shared/domain/agent-briefing.ts';
import type { Candidate } from '../data/claim-store.ts';
import { everyone } from '../data/scope.ts';
import type { ClaimRoom, Line } from './claim-room.ts';
import { type ClaimedCall, recordCallTx } from './record-call.ts';

/** How a claim came about, and what of its call differs from the agent's set-up. */
export interface ClaimOrigin {
  origin: 'dialer' | 'call-now';
  /** A user's id, or `ringmaster`. */
  by: string;
  callerNumber?: string | undefined;
  record?: boolean | undefined;
}

const BY_DIALER: ClaimOrigin = { origin: 'dialer', by: 'ringmaster' };

/** @throws Error where the item was claimed by anyone else: the transaction is undone. */
export function recordClaimTx(room: ClaimRoom, candidate: Candidate, { origin, by, ...own }: ClaimOrigin = BY_DIALER): ClaimedCall {
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
  const claimed = recordCallTx(room, lineFor(line, own), {
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
  data.items.recordTx(item.id, now, {
    action: 'claimed',
    details: `Attempt ${attempt}${by === BY_DIALER.by ? '' : ', called by hand'}`,
    by,
  });
  data.claims.takeTurnTx(candidate.userId, campaign.id);
  return claimed;
}

/** The line as it is for this one call. */
function lineFor(line: Line, { callerNumber, record }: Pick<ClaimOrigin, 'callerNumber' | 'record'>): Line {
  const { agent } = line;
  return {
    ...line,
    agent: {
      ...agent,
      ...(callerNumber === undefined ? {} : { callerNumber }),
      ...(record === undefined ? {} : { options: { ...agent.options, record } }),
    },
  };
}
