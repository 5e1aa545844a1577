/**
 * The end of a call, in one transaction: its slot, the figures, the contact, and what becomes of its item (domain.md, the table
 * of call ends).
 *
 * Called by `apply-report.ts` for what a provider says, by the dialer for what it knows itself (not placed, wrong number,
 * unknown). Must never be run twice for one call: the guarded move at its beginning sees to that.
 */
import { isTimeZone } from '../../shared/domain/calendar.ts';
import { nextOpening } from '../../shared/domain/calling-window.ts';
import { policyForItem, retriedOutcomeOf, retryAt } from '../../shared/domain/retry.ts';
import { isNamed, scoreOf } from '../../shared/domain/score.ts';
import type { CallEnd } from '../../shared/domain/states.ts';
import { windowOf } from '../campaigns/opening.ts';
import { retryPolicyOf } from '../campaigns/retry-policy.ts';
import { settleCampaignTx } from '../campaigns/settle.ts';
import type { Call, CallFacts } from '../data/call-store.ts';
import type { ItemChange, QueueItem } from '../data/item-store.ts';
import { everyone } from '../data/scope.ts';
import type { Parts } from '../parts.ts';

export interface EndOptions {
  /** The number itself was refused: never tried again. */
  wrongNumber?: boolean;
  /** For a call that was not placed: when its item may be claimed again. */
  againAt?: number;
}

/** @returns whether the call was ended here. */
export function endCallTx(parts: Parts, call: Call, end: CallEnd, facts: CallFacts, options: EndOptions = {}): boolean {
  const { data, clock } = parts;
  const now = clock.now();
  if (call.status === 'unknown') data.rollups.addTx(call, -1);
  if (!data.calls.moveTx(call, end, now, now, now, facts)) return false;
  const ended = data.calls.get(everyone, call.id) ?? call;
  data.claims.wakeNumberTx(call.phone, now);
  if (end !== 'not-placed' && call.origin !== 'test') {
    data.rollups.addTx(ended, 1);
    tellContactTx(parts, ended, end);
  }
  if (call.campaignId !== null && end === 'failed') data.database.changes.failedIn.add(call.campaignId);
  if (call.itemId !== null) settleItemTx(parts, ended, end, options);
  if (call.campaignId !== null) settleCampaignTx(parts, call.campaignId);
  return true;
}

/** Whether a person spoke: what counts as successful. */
const isSuccess = (call: Call, end: CallEnd) => end === 'completed' && (call.durationSeconds ?? 0) > 0 && !call.answeredByMachine;

/** What the contact remembers of a call (rule 1). Practice leaves it untouched (rule 16). */
function tellContactTx(parts: Parts, call: Call, end: CallEnd): void {
  if (call.practice || call.contactId === null || end === 'unknown' || end === 'cancelled') return;
  const { contacts, items } = parts.data;
  const contact = contacts.get(everyone, call.contactId);
  if (!contact) return;
  const success = isSuccess(call, end);
  const memory = success
    ? {
        notConnected: 0,
        successfulCalls: contact.successfulCalls + 1,
        lastConversationAt: call.disconnectedAt ?? parts.clock.now(),
        lastSummary: call.summary ?? contact.lastSummary,
      }
    : { notConnected: contact.notConnected + 1 };
  contacts.rememberTx(contact.id, parts.clock.now(), memory);
  items.rescoreTx(contact.id, isNamed(contact.name), scoreOf({ ...contact, ...memory }));
}

/** A summary that came after the end is what the contact remembers, unless a later conversation has one. */
export function tellSummaryTx(parts: Parts, call: Call): void {
  if (call.practice || call.contactId === null || call.summary === null || !isSuccess(call, call.status as CallEnd)) return;
  const { contacts } = parts.data;
  const contact = contacts.get(everyone, call.contactId);
  const heldAt = call.disconnectedAt ?? call.endedAt ?? 0;
  if (!contact || contact.lastSummary === call.summary || (contact.lastConversationAt ?? 0) > heldAt) return;
  contacts.rememberTx(contact.id, parts.clock.now(), { lastSummary: call.summary });
}

function settleItemTx(parts: Parts, call: Call, end: CallEnd, options: EndOptions): void {
  const item = parts.data.items.get(everyone, call.itemId as number);
  if (!item) return;
  if (item.status !== 'processing' || item.callId !== call.id) {
    // A later word replaced an unknown end: the item is final and stays so, but it tells the truth of its last attempt.
    if (item.attemptCount === call.attempt && item.status !== 'queued') {
      parts.data.items.changeTx(item, parts.clock.now(), { lastAttemptResult: end, failureReason: null });
    }
    return;
  }
  if (end === 'not-placed') return putBackTx(parts, item, options.againAt ?? parts.clock.now());
  const now = parts.clock.now();
  const told = { lastAttemptResult: end, notPlaced: 0 };
  if (item.cancelAskedAt !== null) {
    parts.data.items.moveTx(item, 'processing', 'cancelled', now, { ...told, failureReason: 'cancelled' });
    tellCancelledTx(parts, item, call.stoppedBy);
    return;
  }
  const callback = followUpCallback(parts, item);
  if (callback !== null) {
    parts.data.items.moveTx(item, 'processing', 'queued', now, { ...told, ...callbackFields(callback) });
    return;
  }
  if (isSuccess(call, end)) {
    parts.data.items.moveTx(item, 'processing', 'completed', now, { ...told, failureReason: null });
    return;
  }
  if (end === 'cancelled') {
    parts.data.items.moveTx(item, 'processing', 'cancelled', now, { ...told, failureReason: 'cancelled' });
    return;
  }
  const again = retryTime(parts, item, call, end, options);
  if (typeof again !== 'number') {
    const failureReason = again ?? (options.wrongNumber ? 'wrong-number' : end);
    parts.data.items.moveTx(item, 'processing', 'failed', now, { ...told, failureReason });
    return;
  }
  parts.data.items.moveTx(item, 'processing', 'queued', now, { ...told, scheduledFor: again, scheduledBy: 'retry', readyAt: again });
  parts.data.items.recordTx(item.id, now, { action: 'retry', details: `After ${end}`, by: 'ringmaster' });
}

/** An attempt that surely never reached the provider is given back: its item waits as before, a while longer each time. */
function putBackTx(parts: Parts, item: QueueItem, againAt: number): void {
  const now = parts.clock.now();
  const given = { attemptCount: item.attemptCount - 1, notPlaced: item.notPlaced + 1 };
  if (isCancelled(parts, item) || item.cancelAskedAt !== null) {
    parts.data.items.moveTx(item, 'processing', 'cancelled', now, { ...given, failureReason: 'cancelled' });
    if (item.cancelAskedAt !== null) tellCancelledTx(parts, item, null);
  } else {
    // A callback that was claimed is still one; so is one that was asked for meanwhile.
    const isCallback = item.callbackRequested === 1 || item.scheduledBy === 'callback';
    const callback = isCallback && item.callbackAt !== null ? callbackFields(item.callbackAt) : null;
    const readyAt = Math.max(againAt, callback?.readyAt ?? againAt);
    parts.data.items.moveTx(item, 'processing', 'queued', now, { ...given, ...callback, readyAt });
  }
  parts.data.items.recordTx(item.id, now, {
    action: 'not-placed',
    details: 'The call was not placed; the attempt does not count',
    by: 'ringmaster',
  });
  skipWithoutContactTx(parts, item);
}

/** Why it was cancelled stands in its history since it was asked for. */
function tellCancelledTx({ data, clock }: Parts, item: QueueItem, by: string | null): void {
  data.items.recordTx(item.id, clock.now(), { action: 'cancelled', details: 'Its call is over', by: by ?? 'ringmaster' });
}

/** Waiting items of a deleted contact are skipped (rule 12): so is one that did not wait when it was deleted. */
function skipWithoutContactTx({ data, clock }: Parts, item: QueueItem): void {
  if (data.contacts.get(everyone, item.contactId)?.deletedAt == null) return;
  const now = clock.now();
  if (!data.items.moveTx(item, 'queued', 'skipped', now, { failureReason: 'contact-deleted' })) return;
  data.items.recordTx(item.id, now, { action: 'skipped', details: 'The contact was deleted', by: 'ringmaster' });
}

/** Whether the item's campaign is cancelled (or hidden since): its waiting items were cancelled already, nobody comes again for this one. */
function isCancelled(parts: Parts, item: QueueItem): boolean {
  return (parts.data.campaigns.get(everyone, item.campaignId)?.status ?? 'cancelled') === 'cancelled';
}

const callbackFields = (at: number) =>
  ({ callbackRequested: 1, scheduledFor: at, scheduledBy: 'callback', readyAt: at }) as const satisfies ItemChange;

/** The callback that was asked for while the call was up, unless nothing may follow. */
function followUpCallback(parts: Parts, item: QueueItem): number | null {
  if (item.callbackRequested !== 1 || item.callbackAt === null || !mayFollowUp(parts, item)) return null;
  return item.callbackAt;
}

/** Nothing follows a call whose contact was deleted or whose campaign was cancelled (rule 12). */
function mayFollowUp(parts: Parts, item: QueueItem): boolean {
  const campaign = parts.data.campaigns.get(everyone, item.campaignId);
  const contact = parts.data.contacts.get(everyone, item.contactId);
  return campaign !== undefined && campaign.status !== 'cancelled' && contact !== undefined && contact.deletedAt === null;
}

/**
 * When the item is called again: the policy's time, moved into an opening; null where the result is final. Where only the end date
 * stands against it, a later one is to reopen the item (rules 5, 9).
 */
function retryTime(
  parts: Parts,
  item: QueueItem,
  call: Call,
  end: CallEnd,
  { wrongNumber = false }: EndOptions,
): number | 'end-date' | null {
  if (end === 'unknown' || !mayFollowUp(parts, item)) return null;
  const campaign = parts.data.campaigns.get(everyone, item.campaignId);
  if (!campaign) return null;
  const outcome = retriedOutcomeOf({
    end,
    durationMs: (call.durationSeconds ?? 0) * 1000,
    machine: call.answeredByMachine ?? false,
    wrongNumber,
  });
  const policy = policyForItem(retryPolicyOf(campaign), { maxAttempts: item.maxAttempts, retryAfterMinutes: item.retryAfter });
  const at = retryAt(policy, outcome, parts.clock.now(), item.attemptCount, policy.maxAttempts);
  if (at === null) return null;
  // No call is made where the window cannot be computed (rule 4); that is no end either.
  if (!isTimeZone(campaign.timeZone)) return at;
  const opening = nextOpening(windowOf(campaign), at, parts.data.compliance.holidaySet());
  if (opening) return Math.max(at, opening.from);
  return campaign.endOn === null ? null : 'end-date';
}
