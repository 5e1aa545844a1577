/**
 * The watch over every call that is not over (rule 14): where no delivery comes, the provider is asked, and its answer moves the
 * call like a delivery would. Polling alone always reaches the same end.
 *
 * Must never dial, and never give up a slot while the call may be up: only the provider's word, three looks that found
 * nothing, or the longest possible duration free it (rule 13).
 */
import { applyReport, RESULT_WAIT_MS } from '../calls/apply-report.ts';
import { handleOf } from '../calls/call-handle.ts';
import { LOOK_EVERY_MS } from '../../shared/domain/look-times.ts';
import { endCallTx } from '../calls/end-call.ts';
import type { Call } from '../data/call-store.ts';
import { nextLookAt } from '../calls/next-look.ts';
import { everyone } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import type { LookUpAnswer } from '../ports/provider.ts';
import { noteMissedDeliveryTx } from './missed-delivery.ts';

/** Three looks over two minutes that find nothing end an ambiguous call as unknown. */
const LOOKS = 3;
const AT_ONCE = 20;

/** Looks at every call whose time has come, `AT_ONCE` side by side. @returns how many were looked at. */
export async function watchCalls(parts: Parts): Promise<number> {
  let looked = 0;
  for (;;) {
    const due = parts.data.calls.dueForCheck(parts.clock.now(), AT_ONCE);
    if (due.length === 0) return looked;
    // Set off first: whatever the look-up does, the same call is not looked at again before its next time.
    const now = parts.clock.now();
    parts.data.database.write(() => due.forEach((call) => parts.data.calls.watchTx(call.id, nextLookAt(parts, call, now))));
    await Promise.all(due.map((call) => look(parts, call)));
    looked += due.length;
  }
}

async function look(parts: Parts, seen: Call): Promise<void> {
  const provider = parts.providers[seen.provider];
  const handle = handleOf(parts.data, seen);
  const told: LookUpAnswer = provider
    ? await provider.lookUp(handle)
    : { kind: 'no-answer', sentence: 'This provider is not set up any more' };
  // Whatever the provider takes it for: what has become of another call says nothing of this one.
  const answer: LookUpAnswer = told.kind === 'found' && handle.isAnothers(told.report.providerCallId) ? { kind: 'not-found' } : told;
  parts.data.database.write(() => {
    const call = parts.data.calls.get(everyone, seen.id);
    // A delivery may have ended it meanwhile.
    if (call?.checkAt != null) concludeTx(parts, call, answer);
  });
}

function concludeTx(parts: Parts, call: Call, answer: LookUpAnswer): void {
  const now = parts.clock.now();
  // Its slot is free already: nothing but its result is waited for, whatever the provider does not know or say.
  if (call.status === 'disconnected' && answer.kind !== 'found') {
    giveUpResultTx(parts, call.id, now);
    return;
  }
  switch (answer.kind) {
    case 'found':
      applyReport(parts, call.id, answer.report, now);
      // Deliveries may wait for the id that is known now.
      if (call.providerCallId === null) parts.data.database.changes.inbox = true;
      noteMissedDeliveryTx(parts, call);
      // Only looks in a row count.
      if (call.notFoundLooks > 0) parts.data.calls.tellTx(call, now, { notFoundLooks: 0 });
      giveUpResultTx(parts, call.id, now);
      return;
    case 'not-found':
      notFoundTx(parts, call, now);
      return;
    case 'no-answer':
      if (now >= call.holdUntil) {
        endCallTx(parts, call, 'unknown', { reason: answer.sentence });
        return;
      }
      parts.data.calls.watchTx(call.id, Math.min(now + LOOK_EVERY_MS, Math.max(call.holdUntil, now + 1000)));
  }
}

/** The result of a call whose line is down is awaited twenty minutes at most, then it is closed with what is known. */
function giveUpResultTx(parts: Parts, callId: string, now: number): void {
  const call = parts.data.calls.get(everyone, callId);
  if (call?.status !== 'disconnected' || call.disconnectedAt === null) return;
  if (now < (call.slotReleasedAt ?? call.disconnectedAt) + RESULT_WAIT_MS) return;
  const seconds = call.durationSeconds ?? (call.answeredAt === null ? 0 : (call.disconnectedAt - call.answeredAt) / 1000);
  const end = call.answeredAt === null && seconds === 0 ? 'no-answer' : call.answeredByMachine ? 'voicemail' : 'completed';
  endCallTx(parts, call, end, { durationSeconds: seconds, reason: call.reason ?? 'The result did not come' });
}

/**
 * Three looks over two minutes that find nothing end the call as unknown. Every start of the engine looks at once: a look that comes
 * soon after one that found nothing is none, so that three starts within seconds give up no slot.
 */
function notFoundTx(parts: Parts, call: Call, now: number): void {
  const { calls } = parts.data;
  const nextAt = call.updatedAt + LOOK_EVERY_MS;
  if (call.notFoundLooks > 0 && now < nextAt - LOOK_EVERY_MS / 6) return calls.watchTx(call.id, nextAt);
  const looks = call.notFoundLooks + 1;
  if (looks >= LOOKS && now - call.claimedAt >= (LOOKS - 1) * LOOK_EVERY_MS) {
    endCallTx(parts, call, 'unknown', { reason: call.reason ?? 'The provider does not know of this call' });
    return;
  }
  // Its own dial has no answer yet, and the provider knows nothing: that dial is ambiguous from here on.
  calls.tellTx(call, now, { notFoundLooks: looks, ambiguous: call.status === 'dialing', checkAt: now + LOOK_EVERY_MS });
}
