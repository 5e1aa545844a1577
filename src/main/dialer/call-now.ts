/**
 * Calls one waiting item at once, because a person asked for it: by the same transaction, the same room and the same judgement as
 * the loop's claim.
 *
 * Waives order, the item's own due time, pacing and the gap between calls to a number; nothing else. It takes a turn. Must never
 * pass a limit or find a way around the window: what the loop may not claim is refused here with the reason and, where somebody
 * can tell, with the time from which it may.
 */
import { AppError, badInput, conflict } from '../../shared/domain/app-error.ts';
import { nextCommonOpening, nextOpening } from '../../shared/domain/calling-window.ts';
import { PROVIDER_NAMES } from '../../shared/domain/provider-names.ts';
import { readPhoneNumber } from '../../shared/domain/phone-number.ts';
import { whenInWords } from '../../shared/domain/time-words.ts';
import { checkAgent } from '../campaigns/find.ts';
import { windowOf } from '../campaigns/opening.ts';
import type { Campaign } from '../data/campaign-store.ts';
import type { Candidate } from '../data/claim-store.ts';
import { type Actor, everyone } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import type { CallNow } from '../ports/dialer.ts';
import type { TelephonyProvider } from '../ports/provider.ts';
import { changePriorityTx } from '../queue/change-priority.ts';
import { itemChanged, mustWait, ownItem } from '../queue/find-item.ts';
import { dialingSettings } from '../settings/dialing.ts';
import { ClaimRoom } from './claim-room.ts';
import { judge, type Verdict } from './judge.ts';
import { isoOf, providerFull, refuseFullCampaign, refuseWithoutRoom } from './no-room.ts';
import type { ClaimedCall } from './record-call.ts';
import { recordClaimTx } from './record-claim.ts';

/**
 * Claims the item; its call is durable in `dialing` when this returns. Errors as `DialerPort.callNow`, but for what the provider says.
 * @param mayClaim whether nothing of the engine's own stands against new calls (rule 20).
 */
export function claimNow(parts: Parts, actor: Actor, asked: CallNow, mayClaim: () => boolean): ClaimedCall {
  const { itemId, agentId, priority, record } = asked;
  if (agentId !== undefined) checkAgent(parts, actor, agentId);
  const callerNumber = asked.callerNumber === undefined ? undefined : readCaller(parts, asked.callerNumber);
  return parts.data.database.write(() => {
    const found = ownItem(parts, actor, itemId);
    const { item, campaign } = found;
    mustWait(item);
    refuseCampaign(campaign);
    if (!mayClaim()) throw engineFault(parts);
    const room = new ClaimRoom(parts, parts.clock.now());
    const waiting = parts.data.claims.waitingItem(item.id);
    if (!waiting) throw itemChanged();
    const candidate = { ...waiting, agentId: agentId ?? waiting.agentId };
    const line = room.lineOf(candidate.agentId);
    if (!line) throw notSetUp();
    refuseOverride(line.provider, { callerNumber, record });
    refuseShut(room, campaign, candidate.contactTimeZone);
    const user = parts.data.users.get(candidate.userId);
    refuseWithoutRoom(room, { userId: candidate.userId, limit: user?.concurrentCallsLimit ?? 0, lastTurn: null });
    refuseFullCampaign(room, campaign);
    refuseVerdict(room, line.provider, judge(room, atOnce(candidate, room.now)));
    if (priority !== undefined) changePriorityTx(parts, actor, found, priority);
    return recordClaimTx(room, candidate, { origin: 'call-now', by: actor.userId, callerNumber, record });
  });
}

/** What the provider said when no call was made. @throws AppError `call_not_placed`, `number_refused` (409). */
export function refuseUnmade(parts: Parts, callId: string): void {
  const call = parts.data.calls.get(everyone, callId);
  const sentence = (call?.reason ?? 'The provider made no call').replace(/\.$/, '');
  if (call?.status === 'not-placed')
    throw conflict('call_not_placed', `${sentence}. No call was made, and the attempt does not count.`, { data: { callId } });
  if (call?.status === 'failed' && call.providerCallId === null)
    throw conflict('number_refused', `${sentence}. No call was made.`, { data: { callId } });
}

/** As the rules see a callback whose time has come: it is due, and exempt from the gap. */
const atOnce = (candidate: Candidate, now: number): Candidate => ({ ...candidate, scheduledFor: now, callbackAt: now });

function refuseCampaign({ status, startOn, carry }: Campaign): void {
  switch (status) {
    case 'active':
      if (carry === null) return;
      throw conflict('campaign_busy', 'The campaign is being changed just now. Try again in a moment.', { retryable: true });
    case 'paused':
      throw conflict('campaign_paused', 'The campaign is paused. Resume it first, then call.', { data: { room: 'campaign', until: null } });
    case 'draft':
      throw conflict('campaign_not_started', 'The campaign is a draft. Start it first, then call.');
    case 'scheduled':
      throw conflict('campaign_not_started', `The campaign starts on ${startOn}. Nobody in it is called before.`);
    case 'completed':
    case 'cancelled':
      throw conflict('campaign_over', `The campaign is ${status}. Nobody in it is called any more.`);
  }
}

function refuseShut(room: ClaimRoom, campaign: Campaign, contactZone: string | null): void {
  const window = windowOf(campaign);
  const opening = nextOpening(window, room.now, room.holidays);
  if (!opening)
    throw conflict('window_closed', 'No time is left at which the campaign may call.', { data: { room: 'window', until: null } });
  if (opening.from > room.now) throw windowClosed('The calling window is closed', opening.from, room.now, campaign.timeZone);
  if (!campaign.useContactZone || contactZone === null) return;
  const common = nextCommonOpening(window, contactZone, room.now, room.holidays);
  if (!common) {
    const sentence = 'No time is left at which the campaign may call and it is open where the contact lives.';
    throw conflict('window_closed', sentence, { data: { room: 'window', until: null } });
  }
  if (common.from > room.now)
    throw windowClosed('The calling window is closed where the contact lives', common.from, room.now, campaign.timeZone);
}

const windowClosed = (what: string, until: number, now: number, timeZone: string) =>
  conflict('window_closed', `${what}. It opens ${atOrDay(whenInWords(until, now, timeZone))}.`, {
    data: { room: 'window', until: isoOf(until) },
  });

const atOrDay = (when: string) => (/^\d/.test(when) ? `at ${when}` : when);

function refuseVerdict(room: ClaimRoom, provider: TelephonyProvider, verdict: Verdict): void {
  switch (verdict.kind) {
    case 'callable':
      return;
    case 'skip':
      throw conflict(verdict.reason.replaceAll('-', '_'), `${verdict.details}. It will not be called.`);
    case 'hold':
      throw conflict('number_busy', 'A call to this number is up already. Try again when it is over.', {
        retryable: true,
        data: { room: 'number', until: null },
      });
    case 'no-room':
      throw providerFull(room, provider);
  }
}

function refuseOverride(provider: TelephonyProvider, { callerNumber, record }: Pick<CallNow, 'callerNumber' | 'record'>): void {
  const takes = provider.takesPerCall?.() ?? { callerNumber: true, record: true };
  const name = PROVIDER_NAMES[provider.name];
  if (callerNumber !== undefined && !takes.callerNumber)
    throw impossible('override.callerIdNumber', `${name} calls from the number of the agent. Leave out callerIdNumber.`);
  if (record !== undefined && !takes.record)
    throw impossible('override.recordCall', `${name} records by the settings of the agent. Leave out recordCall.`);
}

const impossible = (path: string, message: string) =>
  new AppError('cannot-be-done', 'override_impossible', message, { details: [{ path, message }] });

function readCaller(parts: Parts, raw: string): string {
  const number = readPhoneNumber(raw, dialingSettings(parts).defaultCountry ?? undefined);
  if (number.ok) return number.e164;
  throw badInput('bad_phone_number', `${number.reason}.`, { details: [{ path: 'override.callerIdNumber', message: number.reason }] });
}

const engineFault = ({ health }: Parts) =>
  new AppError('unavailable', 'engine_fault', health.blocking()[0]?.sentence ?? 'No calls can be made at this moment.');

const notSetUp = () =>
  new AppError('unavailable', 'provider_not_set_up', "The agent's provider is not set up. An admin does that in Settings → Telephony.", {
    retryable: false,
  });
