/**
 * Asks the provider for one claimed call, once, and records what it answered (rule 13).
 *
 * Must never ask twice, and never outside the window: the campaign and its window are asked again at the moment of sending. The
 * call is durable in `dialing` before this runs, so that a crash at any line leaves an attempt that will be looked up.
 */
import { isCommonWindowOpen, isWindowOpen } from '../../shared/domain/calling-window.ts';
import { RING_MARGIN_MS } from '../../shared/domain/look-times.ts';
import { applyReport } from '../calls/apply-report.ts';
import { endCallTx } from '../calls/end-call.ts';
import { isTold, nextLookAt } from '../calls/next-look.ts';
import { currentOpening, windowOf } from '../campaigns/opening.ts';
import type { Call } from '../data/call-store.ts';
import { everyone } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import type { DialAnswer } from '../ports/provider.ts';
import { clearBreakerTx, countAmbiguousTx } from './breaker.ts';
import { pauseForFaultTx } from './fault-pause.ts';
import type { ClaimedCall } from './record-call.ts';

/** The first look at an ambiguous dial: soon, for the provider has most likely decided by then. */
const FIRST_LOOK_MS = 5_000;
const BACK_OFF_MS = { first: 10_000, most: 15 * 60_000 };

/** Dials one claimed call and records the answer. Throws only where the store cannot write. */
export async function dial(parts: Parts, claimed: ClaimedCall): Promise<void> {
  if (!mayBeSent(parts, claimed)) return giveBack(parts, claimed);
  parts.signal('dial.before-send');
  const answer = await claimed.provider.dial(claimed.request);
  parts.signal('dial.after-send');
  withCall(parts, claimed, (call) => {
    recordTx(parts, claimed, call, answer);
    parts.signal('dial.before-record');
  });
  parts.signal('dial.after-record');
}

/**
 * Puts the item back. The opening that let it be claimed is computed anew in the same transaction: one that does not hold any
 * more (the time zone data changed, the clock was set) would let it be claimed again at once, without end.
 */
function giveBack(parts: Parts, claimed: ClaimedCall): void {
  const { data, clock } = parts;
  withCall(parts, claimed, (call) => {
    endCallTx(parts, call, 'not-placed', { reason: 'The window closed or the campaign stopped before it was sent' });
    const now = clock.now();
    const campaign = claimed.calledFor && data.campaigns.get(everyone, claimed.calledFor.campaignId);
    const opening = campaign && currentOpening(campaign, data.compliance.holidaySet(), now);
    if (opening && opening.openFrom !== campaign.openFrom) data.campaigns.changeTx(campaign, now, opening);
  });
}

/** Rule 4: asked at claim and again here. A pause or a cancel that came in between holds as well. */
function mayBeSent(parts: Parts, { calledFor }: ClaimedCall): boolean {
  if (calledFor === null) return true;
  const { campaignId, contactTimeZone } = calledFor;
  const campaign = parts.data.campaigns.get(everyone, campaignId);
  if (campaign?.status !== 'active') return false;
  const now = parts.clock.now();
  const holidays = parts.data.compliance.holidaySet();
  const window = windowOf(campaign);
  if (!isWindowOpen(window, now, holidays)) return false;
  return !campaign.useContactZone || contactTimeZone === null || isCommonWindowOpen(window, contactTimeZone, now, holidays);
}

function withCall(parts: Parts, { callId }: ClaimedCall, work: (call: Call) => void): void {
  parts.data.database.write(() => {
    const call = parts.data.calls.get(everyone, callId);
    if (call) work(call);
  });
}

function recordTx(parts: Parts, claimed: ClaimedCall, call: Call, answer: DialAnswer): void {
  const now = parts.clock.now();
  switch (answer.kind) {
    case 'accepted': {
      clearBreakerTx(parts, claimed.provider.name);
      const report = { providerCallId: answer.providerCallId, reference: call.id, state: answer.state ?? ('queued' as const), at: null };
      // A delivery may have come first and moved the call on: then this adds the id, if even that.
      if (applyReport(parts, call.id, report, now) === 'unchanged' && call.providerCallId === null) {
        parts.data.calls.tellTx(call, now, { providerCallId: answer.providerCallId });
      }
      const ringUntil = now + claimed.request.ringSeconds * 1000 + RING_MARGIN_MS;
      parts.data.calls.watchTx(call.id, isTold(parts, call) ? ringUntil : nextLookAt(parts, call, now));
      parts.data.database.changes.inbox = true;
      return;
    }
    case 'ambiguous':
      countAmbiguousTx(parts, claimed.provider.name, answer.sentence);
      if (call.status === 'dialing') {
        parts.data.calls.tellTx(call, now, { ambiguous: true, reason: answer.sentence, checkAt: now + FIRST_LOOK_MS });
        parts.data.database.changes.inbox = true;
        parts.data.database.changes.due = true;
      }
      return;
    case 'no-call':
      clearBreakerTx(parts, claimed.provider.name);
      recordNoCallTx(parts, claimed, call, answer);
  }
}

/** The provider proved that no call was made: what becomes of item and campaign hangs on why. */
function recordNoCallTx(parts: Parts, claimed: ClaimedCall, call: Call, answer: DialAnswer & { kind: 'no-call' }): void {
  const facts = { reason: answer.sentence };
  if (answer.why === 'wrong-contact') {
    endCallTx(parts, call, 'failed', facts, { wrongNumber: true });
    return;
  }
  endCallTx(parts, call, 'not-placed', facts, { againAt: parts.clock.now() + backOff(parts, claimed, answer) });
  if (answer.why !== 'try-later') pauseForFaultTx(parts, call, answer.why, answer.sentence);
}

/** Doubles with each attempt in a row that was not placed, half of it by chance, so that many items do not come back at once. */
function backOff(parts: Parts, { calledFor }: ClaimedCall, answer: DialAnswer & { kind: 'no-call' }): number {
  if (answer.why !== 'try-later') return 0;
  const tries = (calledFor && parts.data.items.get(everyone, calledFor.itemId)?.notPlaced) ?? 0;
  const full = Math.min(BACK_OFF_MS.first * 2 ** Math.min(tries, 10), BACK_OFF_MS.most);
  return Math.max(answer.retryAfterMs ?? 0, full / 2 + (full / 2) * parts.ids.random());
}
