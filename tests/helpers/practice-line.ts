/**
 * A practice line in the same process, without sockets: its interface is called directly, its webhooks are handed over directly,
 * and it lives by the world's time. While the computer sleeps nothing gets through in either direction.
 */
import type { Clock } from '../../src/main/ports/clock.ts';
import type { RawDelivery, TelephonyProvider } from '../../src/main/ports/provider.ts';
import type { Fetch } from '../../src/main/telephony/exchange.ts';
import { practiceApi } from '../../src/main/telephony/practice/api.ts';
import { type Journal, memoryJournal } from '../../src/main/telephony/practice/journal.ts';
import { PracticeLine } from '../../src/main/telephony/practice/line.ts';
import { practiceProvider } from '../../src/main/telephony/practice/provider.ts';
import { DEFAULT_PRACTICE, NO_FAULTS, type PracticeFaults, type PracticeSettings } from '../../src/shared/domain/practice-settings.ts';
import { seededIds } from './seeded-ids.ts';
import type { VirtualClock } from './virtual-clock.ts';

export const LINE_KEY = 'line-key';
export const LINE_SECRET = 'line-secret';

export interface LinkedLineOptions {
  clock: VirtualClock;
  settings?: Partial<Omit<PracticeSettings, 'faults'>> & { faults?: Partial<PracticeFaults> };
  journal?: Journal;
  /** Takes a webhook and says the status to answer with: `(raw) => receiveDelivery(parts, provider, raw)`. None: all are taken. */
  receive?: (raw: RawDelivery) => { status: number };
  timeoutMs?: number;
  seed?: number;
  /** The line's own clock, the world's unless given. */
  lineClock?: Clock;
}

export interface LinkedLine {
  line: PracticeLine;
  provider: TelephonyProvider;
  journal: Journal;
  /** Its HTTP interface; the key is not in it. */
  api: Fetch;
  /** Where webhooks go from now on. */
  receive: (raw: RawDelivery) => { status: number };
}

export function aPracticeSetting({ faults, ...given }: NonNullable<LinkedLineOptions['settings']> = {}): PracticeSettings {
  return { ...DEFAULT_PRACTICE, ...given, faults: { ...NO_FAULTS, ...faults } };
}

export function linkedLine({
  clock,
  settings,
  journal = memoryJournal(),
  receive,
  timeoutMs = 15_000,
  seed = 7,
  lineClock = clock.world,
}: LinkedLineOptions): LinkedLine {
  const ids = seededIds(seed);
  const linked = { receive: receive ?? (() => ({ status: 200 })) };
  const line = new PracticeLine({
    clock: lineClock,
    newId: (bytes) => ids.secret(bytes).replaceAll('-', 'x'),
    journal,
    settings: aPracticeSetting(settings),
    secret: LINE_SECRET,
    send: ({ headers, body }) => {
      if (clock.asleep) return Promise.reject(new Error('the computer sleeps'));
      return Promise.resolve(linked.receive({ path: 'events', headers: { ...headers }, body, receivedAt: clock.now() }).status);
    },
  });
  const api = practiceApi({ line, key: LINE_KEY });
  const provider = practiceProvider({
    fetch: api,
    baseUrl: 'http://line.test',
    key: LINE_KEY,
    secret: LINE_SECRET,
    clock,
    settings: () => line.settings,
    timeoutMs,
  });
  return Object.assign(linked, { line, provider, journal, api });
}
