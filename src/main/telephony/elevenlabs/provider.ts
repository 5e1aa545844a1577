/** ElevenLabs as the engine sees it: the provider port over its agents' interface. */
import type { TelephonyProvider } from '../../ports/provider.ts';
import { ClockOffset } from '../clock-offset.ts';
import { tokenBucket } from '../rate-limit.ts';
import { type ElevenLabsParts, elevenLabsApi } from './api.ts';
import { comparedClock, notingDates } from '../compared-clock.ts';
import { smallerLimit } from '../account-memory.ts';
import { readElevenLabsDelivery } from './deliveries.ts';
import { elevenLabsDesk } from './desk.ts';
import { dial } from './dial.ts';
import { lookUps } from './look-up.ts';
import { fetchAudio } from './recording.ts';
import { isSecret } from './signature.ts';

export type { ElevenLabsParts } from './api.ts';

const LONGEST_RESULT = 1024 * 1024;
/** A recording of an hour, in base64. */
const LONGEST_AUDIO = 25 * 1024 * 1024;

export function elevenLabsProvider(given: ElevenLabsParts): TelephonyProvider {
  const { clock, settings, account } = given;
  const offset = new ClockOffset(clock);
  const parts = { ...given, fetch: notingDates(given.fetch, offset) };
  const api = elevenLabsApi(parts);
  const looks = lookUps(api, () => offset.value());
  const tokens = tokenBucket(() => settings().callsPerSecond);
  return {
    name: 'elevenlabs',
    // No way was found to end a single call, or to take one back.
    can: { hangUp: false, withdraw: false, record: true, lookUpByReference: true },
    // It calls from a number of the account, by its id; only over Twilio is it told whether to record.
    takesPerCall: () => ({ callerNumber: false, record: settings().mode === 'twilio' }),
    account: () => account.read()?.name ?? null,
    accountLimit: () => smallerLimit(settings().accountLimit, account.read()?.limit ?? null),
    takeRateToken: (now) => tokens.take(now),
    nextRateTokenAt: (now) => tokens.nextAt(now),
    clockOffsetMs: comparedClock(clock, offset, async () => (given.key() === '' ? null : api.read('/agents', { page_size: 1 }))),
    // It tells nothing while a call goes on, only what came of it.
    tellsProgress: () => false,
    // Of those who do not know our address's secret word, nothing long is taken into memory to find that out.
    deliveryLimit: (path) => (settings().keepAudio && isSecret(path, parts.pathSecret()) ? LONGEST_AUDIO : LONGEST_RESULT),
    dial: (request) => dial(api, looks, settings().mode, request),
    lookUp: (call) => looks.lookUp(call),
    hangUp: async () => ({ kind: 'cannot' }),
    withdraw: async () => ({ kind: 'cannot' }),
    readDelivery: (delivery) => readElevenLabsDelivery(given, delivery),
    fetchRecording: (recordingUrl, range) => fetchAudio(api, recordingUrl, range),
    desk: elevenLabsDesk(api, parts),
  };
}
