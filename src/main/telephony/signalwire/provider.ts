/** SignalWire as the engine sees it: it dials, and an agent of ElevenLabs speaks behind it. */
import type { TelephonyProvider } from '../../ports/provider.ts';
import { smallerLimit } from '../account-memory.ts';
import { ClockOffset } from '../clock-offset.ts';
import { comparedClock, notingDates } from '../compared-clock.ts';
import { tokenBucket } from '../../ports/token-bucket.ts';
import { readSignalWireDelivery } from './deliveries.ts';
import { probe, signalWireDesk } from './desk.ts';
import { dial } from './dial.ts';
import { callFinder } from './finder.ts';
import { DialMemory, instruct } from './instruct.ts';
import type { SignalWireParts } from './parts.ts';
import { fetchRecording } from './recording.ts';
import { callReporter } from './reporter.ts';
import { signalWireSpace } from './space.ts';
import { hangUp, withdraw } from './stop.ts';

export type { SignalWireParts } from './parts.ts';

const ADDRESS_LOOK_MS = 1_000;

export function signalWireProvider(given: SignalWireParts): TelephonyProvider {
  const { settings, account, clock, conversations } = given;
  const offset = new ClockOffset(clock);
  const parts: SignalWireParts = { ...given, fetch: notingDates(given.fetch, offset) };
  const space = signalWireSpace(parts);
  const tokens = tokenBucket(() => settings().callsPerSecond);
  const find = callFinder(parts, space, () => offset.value());
  const memory = new DialMemory(parts);
  const report = callReporter(parts, space, (reference) => memory.of(reference)?.options['machineDetection'] === true);
  const offsetNow = comparedClock(clock, offset, async () => (space.missing() === null ? probe(space) : null));

  // A dial that asks us what to do would be a wrong set-up without an address: nothing is claimed until there is one.
  const waits = () => settings().mode === 'cxml' && (given.addressIsComing?.() ?? false);

  return {
    name: 'signalwire',
    can: { hangUp: true, withdraw: true, record: true, lookUpByReference: false },
    account: () => settings().projectId || null,
    accountLimit() {
      const known = account.read();
      return smallerLimit(settings().accountLimit, known?.name === settings().projectId ? known.limit : null);
    },
    takeRateToken: (now) => !waits() && tokens.take(now),
    nextRateTokenAt: (now) => (waits() ? now + ADDRESS_LOOK_MS : tokens.nextAt(now)),
    clockOffsetMs: offsetNow,
    dial(request) {
      // Kept before it is sent: the question what to do may come before the dial's own answer is read.
      memory.keep(request);
      return dial(parts, space, request);
    },
    async lookUp(call) {
      const found = await find(call);
      return found.kind === 'seen' ? { kind: 'found', report: await report(call, found.seen) } : found;
    },
    hangUp: (call) => hangUp(space, find, call),
    withdraw: (call) => withdraw(space, find, call),
    // What the deliveries of the other way look like is not documented: nothing is built on their coming.
    tellsProgress: ({ publicUrl }) => settings().mode === 'cxml' && publicUrl !== null && Boolean(given.signingKey()),
    readDelivery: (delivery) => readSignalWireDelivery(parts, delivery),
    instruct: (question) => instruct(parts, memory, question),
    fetchRecording: (recordingUrl, range) => fetchRecording(conversations, space, recordingUrl, range),
    desk: signalWireDesk(parts, space),
  };
}
