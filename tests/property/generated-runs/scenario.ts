/** What a generated run is made of: who may call how much, which lists, how the line misbehaves, and what people do meanwhile. */
import fc from 'fast-check';
import type { PracticeFaults } from '../../../src/shared/domain/practice-settings.ts';
import { type Way, ways } from '../ways.ts';

export interface CampaignPlan {
  user: number;
  timeZone: string;
  firstCallTime: string;
  lastCallTime: string;
  weekdays: number[];
  /** Days from the start to the end date; null is none. */
  days: number | null;
  pacing: 'spread' | 'asap';
  useContactZone: boolean;
  concurrencyLimit: number | null;
  maxAttempts: number;
  retryAfter: number;
  /** Numbers of the pool, each with the zone that the contact has. */
  people: { number: number; timeZone: string | null; named: boolean }[];
}

export type Action =
  | { kind: 'system-limit' | 'user-limit' | 'campaign-limit'; who: number; value: number }
  | {
      kind: 'pause' | 'pause-and-hang-up' | 'resume' | 'cancel' | 'cancel-and-hang-up' | 'delete-contact' | 'do-not-call' | 'call-again';
      who: number;
    }
  | { kind: 'call-now' | 'cancel-item' | 'remove-item' | 'reopen-item'; who: number; item: number }
  | { kind: 'priority'; who: number; item: number; value: number }
  | { kind: 'call-back'; who: number; item: number; minutes: number }
  | { kind: 'pause-all' | 'resume-all' | 'crash' }
  | { kind: 'window'; who: number; firstCallTime: string; lastCallTime: string }
  | { kind: 'end-date'; who: number; days: number }
  | { kind: 'add-people'; who: number; number: number }
  | { kind: 'holiday'; days: number }
  | { kind: 'sleep'; minutes: number }
  | { kind: 'jump'; minutes: number };

export interface Scenario {
  at: number;
  seed: number;
  systemLimit: number;
  users: { limit: number }[];
  campaigns: CampaignPlan[];
  gapMinutes: number;
  callsPerSecond: number | null;
  faults: Partial<PracticeFaults>;
  way: Way;
  /** The share of look-ups and the like that fail. */
  readsFail: number;
  actions: { afterMinutes: number; action: Action }[];
}

/** Evenings before the clocks change in Berlin and New York, both ways, and an ordinary one. */
const STARTS = ['2026-03-28T20:00Z', '2026-10-24T20:00Z', '2026-03-07T23:00Z', '2026-10-31T23:00Z', '2026-06-01T06:00Z'].map((at) =>
  Date.parse(at),
);
const ZONES = ['Europe/Berlin', 'America/New_York', 'America/Phoenix', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC'];
const WINDOWS = [
  ['00:00', '24:00'],
  ['00:00', '24:00'],
  ['00:00', '24:00'],
  ['06:00', '22:00'],
  ['09:00', '18:00'],
  ['01:30', '04:30'],
  ['02:15', '02:45'],
  ['22:00', '24:00'],
  ['07:05', '07:20'],
] as const;

/** Numbers whose last two figures run over 00 to 39: the fixed outcomes of the line, and ordinary people. */
export const POOL = Array.from({ length: 40 }, (_, i) => `+4930212${String(3400 + i)}`);

const window = fc.constantFrom(...WINDOWS).map(([firstCallTime, lastCallTime]) => ({ firstCallTime, lastCallTime }));
/** Some people are on most lists, so that one call to a number follows another. */
const person = fc.oneof(fc.nat({ max: POOL.length - 1 }), fc.nat({ max: 9 }));
const who = fc.nat({ max: 7 });
/** Which of a campaign's people. */
const item = fc.nat({ max: 15 });
const zone = fc.constantFrom(...ZONES);

const campaign: fc.Arbitrary<CampaignPlan> = fc
  .record({
    user: fc.nat({ max: 2 }),
    timeZone: zone,
    window,
    weekdays: fc.constantFrom<number[]>([1, 2, 3, 4, 5, 6, 7], [1, 2, 3, 4, 5, 6, 7], [6, 7], [1, 7]),
    days: fc.constantFrom(null, 0, 1, 2),
    pacing: fc.constantFrom('spread' as const, 'asap' as const),
    useContactZone: fc.boolean(),
    concurrencyLimit: fc.constantFrom(null, 1, 2),
    maxAttempts: fc.integer({ min: 1, max: 3 }),
    retryAfter: fc.constantFrom(1, 10, 90),
    people: fc.uniqueArray(fc.record({ number: person, timeZone: fc.option(zone), named: fc.boolean() }), {
      minLength: 3,
      maxLength: 16,
      selector: ({ number }) => number,
    }),
  })
  .map(({ window: times, ...rest }) => ({ ...rest, ...times }));

const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ kind: fc.constantFrom('system-limit' as const, 'user-limit' as const), who, value: fc.constantFrom(0, 1, 2, 3, 5) }),
  fc.record({ kind: fc.constant('campaign-limit' as const), who, value: fc.integer({ min: 1, max: 3 }) }),
  fc.record({
    kind: fc.constantFrom(
      'pause' as const,
      'pause-and-hang-up' as const,
      'resume' as const,
      'resume' as const,
      'cancel' as const,
      'cancel-and-hang-up' as const,
    ),
    who,
  }),
  fc.record({ kind: fc.constantFrom('delete-contact' as const, 'do-not-call' as const, 'call-again' as const), who }),
  fc.record({
    kind: fc.constantFrom(
      'call-now' as const,
      'call-now' as const,
      'call-now' as const,
      'cancel-item' as const,
      'remove-item' as const,
      'reopen-item' as const,
    ),
    who,
    item,
  }),
  fc.record({ kind: fc.constant('priority' as const), who, item, value: fc.integer({ min: -2, max: 9 }) }),
  fc.record({ kind: fc.constant('call-back' as const), who, item, minutes: fc.constantFrom(0, 7, 300, 1_500) }),
  fc.record({ kind: fc.constantFrom('pause-all' as const, 'resume-all' as const, 'crash' as const, 'crash' as const) }),
  fc.tuple(who, window).map(([target, times]) => ({ kind: 'window' as const, who: target, ...times })),
  fc.record({ kind: fc.constant('end-date' as const), who, days: fc.nat({ max: 3 }) }),
  fc.record({ kind: fc.constant('add-people' as const), who, number: fc.nat({ max: POOL.length - 1 }) }),
  fc.record({ kind: fc.constant('holiday' as const), days: fc.nat({ max: 1 }) }),
  fc.record({ kind: fc.constant('sleep' as const), minutes: fc.constantFrom(1, 30, 300) }),
  fc.record({ kind: fc.constant('jump' as const), minutes: fc.constantFrom(-90, -10, 10, 90) }),
);

const chance = fc.constantFrom(0, 0, 0.2, 0.6);

export const scenario: fc.Arbitrary<Scenario> = fc.record({
  at: fc.constantFrom(...STARTS),
  seed: fc.nat({ max: 1_000_000 }),
  systemLimit: fc.integer({ min: 1, max: 5 }),
  users: fc.array(fc.record({ limit: fc.constantFrom(0, 1, 2, 2, 3, 3) }), { minLength: 1, maxLength: 3 }),
  campaigns: fc.array(campaign, { minLength: 2, maxLength: 4 }),
  gapMinutes: fc.constantFrom(0, 5, 60),
  callsPerSecond: fc.constantFrom(null, null, 1),
  faults: fc.record({
    webhookLost: chance,
    webhookRepeated: chance,
    webhookLate: chance,
    webhookShuffled: chance,
    timeoutAfterAccept: chance,
    refuse429: chance,
    fail500: chance,
    fail500AfterAccept: chance,
    silence: chance,
  }),
  way: ways,
  readsFail: fc.constantFrom(0, 0, 0.5),
  actions: fc.array(fc.record({ afterMinutes: fc.integer({ min: 0, max: 360 }), action }), { maxLength: 8 }),
});
