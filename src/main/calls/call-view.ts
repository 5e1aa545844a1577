/** Calls in the shape of the contract. */
import type { Call, CallDetails } from '../../shared/contract/calls.ts';
import { retriedOutcomeOf } from '../../shared/domain/retry.ts';
import { type CallEnd, isCallEnd } from '../../shared/domain/states.ts';
import type { CallRow } from '../data/call-list-store.ts';

const dateOf = (at: number | null) => (at === null ? null : new Date(at));

export function callView({ call, campaignName, contactName, agentName }: CallRow): Call {
  return {
    id: call.id,
    userId: call.userId,
    campaignId: call.campaignId,
    campaignName,
    itemId: call.itemId,
    contactId: call.contactId,
    contactName: contactName ?? '',
    phoneNumber: call.phone,
    agentId: call.agentId,
    agentName,
    origin: call.origin,
    attempt: call.attempt,
    provider: call.provider,
    callSid: call.providerCallId,
    status: call.status,
    outcome: outcomeOf(call),
    ambiguous: call.ambiguous,
    practice: call.practice,
    claimedAt: new Date(call.claimedAt),
    answeredAt: dateOf(call.answeredAt),
    endedAt: dateOf(call.endedAt),
    up: call.slotReleasedAt === null,
    duration: call.durationSeconds,
  };
}

/** As which a call counts: the rule of the figures (`countedOutcome`), for tests of an agent too. */
function outcomeOf({ status, durationSeconds, answeredByMachine }: CallRow['call']): CallEnd | null {
  if (!isCallEnd(status)) return null;
  const ended = { end: status, durationMs: (durationSeconds ?? 0) * 1000, machine: answeredByMachine ?? false, wrongNumber: false };
  return retriedOutcomeOf(ended) ?? status;
}

export function callDetails(row: CallRow): CallDetails {
  const { call } = row;
  return {
    ...callView(row),
    callerNumber: call.callerNumber,
    stages: stagesOf(row),
    cost: call.cost === null ? null : { amount: call.cost, unit: call.costUnit ?? '' },
    answeredByMachine: call.answeredByMachine,
    hasRecording: call.recordingUrl !== null,
    transcript: call.transcript,
    summary: call.summary,
    extracted: call.extracted,
    hungUpBy: call.hungUpBy,
    reason: call.reason,
    stoppedBy: call.stoppedBy,
    userData: call.userData,
  };
}

function stagesOf({ call }: CallRow): CallDetails['stages'] {
  const dated = [
    ['dialing', call.claimedAt],
    ['queued', call.queuedAt],
    ['initiated', call.initiatedAt],
    ['ringing', call.ringingAt],
    ['in-progress', call.answeredAt],
    ['disconnected', call.disconnectedAt],
    [call.status, isCallEnd(call.status) ? call.endedAt : null],
  ] as const;
  return dated.flatMap(([stage, at]) => (at === null ? [] : [{ stage, at: new Date(at) }]));
}
