/**
 * What a provider says of a call, applied: by a delivery or by an answer to a look-up, the same way (rule 14: polling alone
 * must always reach the same end).
 *
 * Decides whether the word moves the call, and tells the rest. Must never move a call back, out of an end, or count it twice:
 * twice the same changes nothing, an older word after a newer one changes nothing. Called inside a transaction, by the inbox,
 * the watch and the dial's own answer.
 */
import { type CallState, callTransitions, isCallEnd, isLineDown, mayFollow } from '../../shared/domain/states.ts';
import type { Call, CallFacts } from '../data/call-store.ts';
import { everyone } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import type { CallReport } from '../ports/provider.ts';
import { endCallTx, tellSummaryTx } from './end-call.ts';
import { nextLookAt } from './next-look.ts';

/** Until the result of a call whose line is down is given up: it is closed with what is known. */
export const RESULT_WAIT_MS = 20 * 60_000;

/**
 * @param heardAt when we heard it; used where the provider gives no time of its own.
 * @returns whether anything changed.
 */
export function applyReport(parts: Parts, callId: string, report: CallReport, heardAt: number): 'applied' | 'unchanged' {
  const call = parts.data.calls.get(everyone, callId);
  if (!call) return 'unchanged';
  const to = stateOf(call, report);
  const facts = factsOf(call, report);
  if (mayFollow(callTransitions, call.status, to)) {
    move(parts, call, to, facts, report.at ?? heardAt);
    if (report.stopsEverything) parts.data.database.changes.stoppedBy.add(callId);
    return 'applied';
  }
  return addFacts(parts, call, to, facts);
}

/**
 * The state that the report means. A person's voice mail is an end of its own, whatever word the provider has for it; a call that
 * the program took back before it was begun was never placed, for only a person cancels.
 */
function stateOf(call: Call, report: CallReport): CallState {
  if (report.state === 'cancelled' && call.stoppedBy === 'ringmaster' && mayFollow(callTransitions, call.status, 'not-placed'))
    return 'not-placed';
  // Not placed is an end of what was not begun; of a call that rang it was a failure.
  if (report.state === 'not-placed' && !mayFollow(callTransitions, call.status, 'not-placed')) return 'failed';
  // Who answered may have been told before, by a delivery of its own.
  return report.state === 'completed' && (report.answeredByMachine ?? call.answeredByMachine) ? 'voicemail' : report.state;
}

function move(parts: Parts, call: Call, to: CallState, facts: CallFacts, at: number): void {
  const now = parts.clock.now();
  const releases = isLineDown(to) && call.slotReleasedAt === null;
  if (releases) parts.signal('release.before-commit');
  if (isCallEnd(to)) {
    endCallTx(parts, call, to, { ...facts, durationSeconds: facts.durationSeconds ?? talkSeconds(call, at) });
    return;
  }
  if (call.status === 'unknown') parts.data.rollups.addTx(call, -1);
  parts.data.calls.moveTx(call, to, at, now, nextLookAt(parts, call, now), facts);
  if (releases) parts.data.claims.wakeNumberTx(call.phone, now);
}

/** Talk time as far as our own dates tell it: from the answer to the line going down, else to the end. */
function talkSeconds(call: Call, endedAt: number): number {
  if (call.answeredAt === null) return 0;
  return Math.max((call.disconnectedAt ?? endedAt) - call.answeredAt, 0) / 1000;
}

/**
 * A later word of the same state, or of an end that stands, still adds what was missing: transcript, recording, cost, duration. One
 * that is older (that the line went down, of a call that ended; that it was answered, and by whom, of one whose line is down) fills in
 * what nobody told, and replaces nothing.
 */
function addFacts(parts: Parts, call: Call, to: CallState, facts: CallFacts): 'applied' | 'unchanged' {
  const isOlder = isCallEnd(call.status) ? to === 'disconnected' : call.status === 'disconnected' && to === 'in-progress';
  if (to !== call.status && !isOlder) return 'unchanged';
  const isNew = (known: unknown, told: unknown) => (isOlder ? known === null : !sameFact(known, told));
  const fresh = Object.fromEntries(Object.entries(facts).filter(([key, value]) => isNew(call[key as keyof Call], value))) as CallFacts;
  if (Object.keys(fresh).length === 0) return 'unchanged';
  parts.data.calls.tellTx(call, parts.clock.now(), fresh);
  // Cost and duration that come after the end belong to the figures as well.
  if (isCallEnd(call.status)) {
    parts.data.rollups.replaceTx(call, { ...call, ...fresh });
    tellSummaryTx(parts, { ...call, ...fresh });
  }
  return 'applied';
}

function sameFact(known: unknown, told: unknown): boolean {
  if (typeof known !== 'object' || known === null) return known === told;
  return JSON.stringify(known) === JSON.stringify(told);
}

function factsOf(call: Call, report: CallReport): CallFacts {
  const facts: CallFacts = {};
  if (call.providerCallId === null) facts.providerCallId = report.providerCallId;
  if (report.durationSeconds !== undefined) facts.durationSeconds = report.durationSeconds;
  if (report.answeredByMachine !== undefined) facts.answeredByMachine = report.answeredByMachine;
  if (report.cost !== undefined) Object.assign(facts, { cost: report.cost.amount, costUnit: report.cost.unit });
  if (report.recordingUrl !== undefined) facts.recordingUrl = report.recordingUrl;
  if (report.transcript !== undefined) facts.transcript = report.transcript;
  if (report.summary !== undefined) facts.summary = report.summary;
  if (report.extracted !== undefined) facts.extracted = { ...report.extracted };
  if (report.hungUpBy !== undefined) facts.hungUpBy = report.hungUpBy;
  if (report.reason !== undefined) facts.reason = report.reason;
  return facts;
}
