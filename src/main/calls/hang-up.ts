/**
 * Ending calls that are up, because a person asked for it.
 *
 * The provider is asked; the call ends by what it then reports, by delivery or look-up. A call that cannot be ended goes on to
 * its own end and is counted, never hidden (rule 17).
 */
import type { CallState } from '../../shared/domain/states.ts';
import type { Call } from '../data/call-store.ts';
import { type Actor, everyone, scopeOf } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { handleOf } from './call-handle.ts';
import type { CallHandle, StopAnswer, TelephonyProvider } from '../ports/provider.ts';

export interface HangUpCounts {
  up: number;
  hungUp: number;
  cannotHangUp: number;
}

/** Whether there is a way to end the call as it stands; whether the provider then does so, only it can say. */
export function canBeEnded(parts: Pick<Parts, 'providers'>, call: Call): boolean {
  const can = parts.providers[call.provider]?.can;
  // What has no answer yet may still come to wait at the provider.
  const mayWait = call.status === 'dialing' || call.status === 'queued';
  return can !== undefined && (can.hangUp || (mayWait && can.withdraw));
}

/** Asks the provider to end one call. @param by a user's id, kept with the call. */
export async function hangUpCall(parts: Parts, call: Call, by: string): Promise<StopAnswer> {
  const provider = parts.providers[call.provider];
  if (!provider) return { kind: 'cannot' };
  parts.data.database.write(() => parts.data.calls.tellTx(call, parts.clock.now(), { stoppedBy: by }));
  const answer = await endAtProvider(provider, call.status, handleOf(parts.data, call));
  // What became of it is asked for at once, and not left to a delivery that may be lost.
  parts.data.database.write(() => {
    parts.data.calls.watchTx(call.id, parts.clock.now());
    parts.data.database.changes.due = true;
  });
  return answer;
}

/**
 * Takes back a call that has not begun as far as we know, else hangs it up. What we know may be old: one that has begun
 * meanwhile is too late to take back, and is hung up.
 */
async function endAtProvider(provider: TelephonyProvider, status: CallState, handle: CallHandle): Promise<StopAnswer> {
  if (status === 'queued' && provider.can.withdraw) {
    const answer = await provider.withdraw(handle);
    if (answer.kind !== 'too-late') return answer;
  }
  return provider.can.hangUp ? provider.hangUp(handle) : { kind: 'cannot' };
}

/** Asks the provider to end every call of a campaign that is up. */
export const hangUpCampaign = (parts: Parts, campaignId: string, by: string): Promise<HangUpCounts> =>
  hangUpThese(parts, parts.data.calls.up(everyone, campaignId), by);

/** The same for every call that the person may see, tests of an agent included. */
export const hangUpAll = (parts: Parts, actor: Actor): Promise<HangUpCounts> =>
  hangUpThese(parts, parts.data.calls.up(scopeOf(actor)), actor.userId);

/** How many calls that are up the person could end: theirs to end, and their provider can. */
export const countHangable = ({ data, providers }: Parts, actor: Actor): number =>
  data.calls.up(scopeOf(actor)).filter(({ provider }) => providers[provider]?.can.hangUp === true).length;

async function hangUpThese(parts: Parts, up: readonly Call[], by: string): Promise<HangUpCounts> {
  const answers = await Promise.all(up.map((call) => hangUpCall(parts, call, by)));
  const hungUp = answers.filter((answer) => answer.kind === 'done' || answer.kind === 'too-late').length;
  return { up: up.length, hungUp, cannotHangUp: up.length - hungUp };
}
