/**
 * Whether the item at the head of a line may be called now (rules 4, 6, 12, 13, 15), and if not, what becomes of it.
 *
 * Decides nothing about order or about whose turn it is. Must never let an item through that any rule forbids: this is asked
 * inside the claim's transaction, and the window once more when the request is sent. An item that may not be called is held
 * until it may, or skipped; it never blocks one behind it.
 */
import { nextCommonOpening } from '../../shared/domain/calling-window.ts';
import type { Candidate } from '../data/claim-store.ts';
import { everyone } from '../data/scope.ts';
import type { ClaimRoom } from './claim-room.ts';

export type Verdict =
  | { kind: 'callable' }
  /** Looked at again at `until`. */
  | { kind: 'hold'; why: HoldReason; until: number }
  /** Final: it will never be called. */
  | { kind: 'skip'; reason: string; details: string }
  /** Nothing of this campaign can be called in this pass: its provider has no room. */
  | { kind: 'no-room' };

export type HoldReason = 'not-due' | 'shut-there' | 'number-up' | 'gap';

/** How long an item whose number is up waits at most: the release of that number brings it back before. */
const NUMBER_UP_MS = 60_000;
const NO_HOLIDAYS: ReadonlySet<string> = new Set();
const AGENT_DELETED: Verdict = { kind: 'skip', reason: 'agent-deleted', details: 'Its own agent was deleted' };

/** The verdict over one candidate at `room.now`. A rate token is taken for a callable one, and for no other. */
export function judge(room: ClaimRoom, candidate: Candidate): Verdict {
  if (candidate.contactDeleted) return { kind: 'skip', reason: 'contact-deleted', details: 'The contact was deleted' };
  if (candidate.doNotCall) return { kind: 'skip', reason: 'do-not-call', details: 'The number is on the do-not-call list' };

  const dueAt = candidate.callbackAt ?? candidate.scheduledFor;
  if (dueAt > room.now) return { kind: 'hold', why: 'not-due', until: dueAt };

  const inOwnZone = judgeOwnZone(room, candidate);
  if (inOwnZone) return inOwnZone;

  const line = room.lineOf(candidate.agentId);
  if (!line) return isOwnAgentDeleted(room, candidate) ? AGENT_DELETED : { kind: 'no-room' };
  const { claims } = room.parts.data;
  if (claims.isNumberUp(candidate.phone, line.practice)) return { kind: 'hold', why: 'number-up', until: room.now + NUMBER_UP_MS };
  if (candidate.callbackAt === null && room.gapMs > 0) {
    const last = claims.lastOtherCallAt(candidate.phone, line.practice, candidate.itemId);
    if (last !== null && last + room.gapMs > room.now) return { kind: 'hold', why: 'gap', until: last + room.gapMs };
  }
  return room.takeProviderRoom(line.provider) ? { kind: 'callable' } : { kind: 'no-room' };
}

/** The agent that the item names was deleted while its call was up: nothing follows (rule 12). A campaign can be given another one. */
function isOwnAgentDeleted(room: ClaimRoom, { agentId, campaignId }: Candidate): boolean {
  return agentId !== room.campaign(campaignId)?.agentId && room.parts.data.agents.get(everyone, agentId)?.deletedAt != null;
}

/** Where the campaign calls in the contact's own zone, it must be open there as well. */
function judgeOwnZone(room: ClaimRoom, candidate: Candidate): Verdict | null {
  const campaign = room.campaign(candidate.campaignId);
  if (!campaign?.useContactZone || candidate.contactTimeZone === null || candidate.contactTimeZone === campaign.timeZone) return null;
  // The end date is left to what closes the campaign after it: a later one still reopens whom it closed (rule 5).
  const window = { ...campaign.window, endOn: null };
  const opening = nextCommonOpening(window, candidate.contactTimeZone, room.now, room.holidays);
  if (!opening) return { kind: 'skip', reason: 'no-opening', details: 'No time within a year at which it is open in both zones' };
  if (opening.from <= room.now) return null;
  // Asked again on the first day that could be open: a holiday that lies between may be taken back.
  const soonest = nextCommonOpening(window, candidate.contactTimeZone, room.now, NO_HOLIDAYS);
  const until = soonest && soonest.from > room.now ? soonest.from : opening.from;
  return { kind: 'hold', why: 'shut-there', until };
}
