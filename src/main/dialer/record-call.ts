/**
 * Writes one call in `dialing`, with its slot and its watch, before any provider is asked; and says what the provider will be asked.
 * Called inside the claim's transaction only: for the item of a campaign, or for a test to one's own phone.
 */
import type { DialRequest, TelephonyProvider } from '../ports/provider.ts';
import { publicUrlOf } from '../ports/tunnel.ts';
import type { ClaimRoom, Line } from './claim-room.ts';

/** A claimed call and all that is needed to ask for it. */
export interface ClaimedCall {
  callId: string;
  /** What it is called for; null for a test, which stands outside campaigns. */
  calledFor: CalledFor | null;
  provider: TelephonyProvider;
  request: DialRequest;
}

export interface CalledFor {
  campaignId: string;
  itemId: number;
  contactId: number;
  contactTimeZone: string | null;
}

export interface NewClaim {
  userId: string;
  phone: string;
  variables: Readonly<Record<string, string>>;
  origin: 'dialer' | 'call-now' | 'test';
  attempt: number;
  calledFor: CalledFor | null;
}

/** While a dial has no answer after this time, its call is looked at like an ambiguous one. */
const DIAL_WATCH_MS = 60_000;
/** A slot that no look-up can free is held this long beyond the longest call (rule 13). */
const HOLD_MARGIN_MS = 5 * 60_000;

export function recordCallTx(room: ClaimRoom, { agent, provider, practice }: Line, claim: NewClaim): ClaimedCall {
  const { parts, now } = room;
  const { userId, phone, variables, origin, attempt, calledFor } = claim;
  const { dialing } = room;
  const longestMinutes = Math.min(agent.options.longestMinutes ?? dialing.longestMinutes, dialing.longestMinutes);
  const callId = parts.ids.next('call');
  const publicUrl = publicUrlOf(parts.tunnel);
  parts.data.calls.insertTx({
    id: callId,
    userId,
    campaignId: calledFor?.campaignId ?? null,
    itemId: calledFor?.itemId ?? null,
    contactId: calledFor?.contactId ?? null,
    agentId: agent.id,
    origin,
    attempt,
    phone,
    provider: provider.name,
    callerNumber: agent.callerNumber,
    account: provider.account?.() ?? null,
    providerAgentId: agent.providerAgentId,
    publicUrl,
    practice,
    userData: variables,
    claimedAt: now,
    checkAt: now + DIAL_WATCH_MS,
    holdUntil: now + longestMinutes * 60_000 + HOLD_MARGIN_MS,
    updatedAt: now,
  });
  room.fill(userId, calledFor?.campaignId ?? null, provider.name);
  return {
    callId,
    calledFor,
    provider,
    request: {
      reference: callId,
      phone,
      providerAgentId: agent.providerAgentId,
      callerNumber: agent.callerNumber,
      variables,
      record: agent.options.record ?? true,
      ringSeconds: agent.options.ringSeconds ?? dialing.ringSeconds,
      longestSeconds: longestMinutes * 60,
      options: agent.options,
      publicUrl,
    },
  };
}
