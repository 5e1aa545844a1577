/**
 * Says which room is full, to a person who asked for one call: `data.room` names it, `data.until` is when there will be room, as
 * far as the usual length of a call tells it; null where nobody can say.
 *
 * Explains; the counting is `ClaimRoom`'s. Called inside the transaction of the claim.
 */
import { CALLS_FOR_MEDIAN, medianOf, USUAL_DURATION_MS } from '../../shared/domain/estimate.ts';
import { type AppError, conflict } from '../../shared/domain/app-error.ts';
import { PROVIDER_NAMES } from '../../shared/domain/provider-names.ts';
import type { Campaign } from '../data/campaign-store.ts';
import type { Call } from '../data/call-store.ts';
import type { Caller } from '../data/claim-store.ts';
import { everyone } from '../data/scope.ts';
import type { TelephonyProvider } from '../ports/provider.ts';
import { systemLimit } from '../settings/concurrency.ts';
import type { ClaimRoom } from './claim-room.ts';

const AGAIN = 'Try again when a call is over.';

/** @throws AppError `no_room` (409) where the system's or the user's slots are all in use. */
export function refuseWithoutRoom(room: ClaimRoom, caller: Caller): void {
  const limit = systemLimit(room.parts);
  if (limit === 0) throw noRoom(room, 'system', 'The system makes no calls: its limit is 0. An admin raises it in Settings → Concurrency.');
  if (room.freeSystemSlots <= 0) throw noRoom(room, 'system', `All ${limit} slots of the system are in use. ${AGAIN}`, () => true);
  if (caller.limit === 0) throw noRoom(room, 'user', 'Your limit is 0 calls at a time. An admin raises it in Settings → Concurrency.');
  if (room.freeSlotsOf(caller) <= 0)
    throw noRoom(room, 'user', `All ${caller.limit} of your slots are in use. ${AGAIN}`, (call) => call.userId === caller.userId);
}

/** @throws AppError `no_room` (409) where the campaign's slots are all in use. */
export function refuseFullCampaign(room: ClaimRoom, campaign: Campaign): void {
  if (room.hasCampaignRoom(campaign)) return;
  const sentence = `All ${campaign.concurrencyLimit} slots of the campaign are in use. ${AGAIN}`;
  throw noRoom(room, 'campaign', sentence, (call) => call.campaignId === campaign.id);
}

/** What is told where the provider took no further call into its room. */
export function providerFull(room: ClaimRoom, provider: TelephonyProvider): AppError {
  const name = PROVIDER_NAMES[provider.name];
  switch (room.whyShut(provider)) {
    case 'limit':
      return noRoom(
        room,
        'provider',
        `All slots of the account at ${name} are in use. ${AGAIN}`,
        (call) => call.provider === provider.name,
      );
    case 'breaker': {
      const sentence = `${name} does not answer as it should; one call at a time is tried. Try again when it answers.`;
      return conflict('provider_not_answering', sentence, { retryable: true, data: { room: 'provider', until: null } });
    }
    case 'rate':
    case null: {
      const until = room.nextTokenAt;
      const sentence = `${name} takes no more calls at this moment. Try again in a few seconds.`;
      return conflict('no_room', sentence, { retryable: true, data: { room: 'provider', until: until === null ? null : isoOf(until) } });
    }
  }
}

/** @param holds whether a call takes up the room; left out where no call does. */
function noRoom(room: ClaimRoom, name: string, sentence: string, holds?: (call: Call) => boolean): AppError {
  const until = holds === undefined ? null : freeAt(room, holds);
  return conflict('no_room', sentence, { retryable: true, data: { room: name, until } });
}

/** When the oldest call in the way should be over, by the usual length of its campaign's calls. */
function freeAt({ parts, now }: ClaimRoom, holds: (call: Call) => boolean): string | null {
  const oldest = parts.data.calls.up(everyone).find(holds);
  if (!oldest) return null;
  const last = oldest.campaignId === null ? [] : parts.data.queue.lastDurations(oldest.campaignId, CALLS_FOR_MEDIAN);
  return isoOf(Math.max(oldest.claimedAt + (medianOf(last) ?? USUAL_DURATION_MS), now));
}

export const isoOf = (at: number) => new Date(at).toISOString();
