/**
 * Settings of the providers. Keys can be written and never read: an answer says whether one is set. What is left out of a change
 * stays; a key sent as null is taken away.
 */
import * as z from 'zod';
import { DEFAULT_PRACTICE, NO_FAULTS } from '../domain/practice-settings.ts';
import { ELEVENLABS_MODES, SIGNALWIRE_MODES } from '../domain/provider-settings.ts';

/** How long the engine waits for an answer. */
const TimeoutMs = z.int().min(100).max(120_000);
/** Where a provider answers. Loopback may be plain, for a provider that is tried on the same machine. */
const BaseUrl = z
  .url({ protocol: /^https?$/, error: 'Write the address as https://api.example.com.' })
  .refine((url) => url.startsWith('https:') || /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:|\/|$)/.test(url), {
    message: 'Keys are only sent to an address that begins with https://.',
  })
  .transform((url) => url.replace(/\/+$/, ''));
const Key = z.string().trim().min(1).max(2_000).nullable();
const AccountLimit = z.int().min(1).max(100_000).nullable();
const CallsPerSecond = z.number().gt(0).max(10_000);

const Weight = z.number().min(0).max(1_000_000);
const Chance = z.number().min(0).max(1);

const outcomeWeights = {
  completed: Weight,
  'no-answer': Weight,
  busy: Weight,
  voicemail: Weight,
  failed: Weight,
  rejected: Weight,
} satisfies Record<keyof typeof DEFAULT_PRACTICE.outcomes, typeof Weight>;

const faultChances = {
  webhookLost: Chance,
  webhookRepeated: Chance,
  webhookLate: Chance,
  lateSeconds: z.number().min(0).max(86_400),
  webhookShuffled: Chance,
  timeoutAfterAccept: Chance,
  refuse429: Chance,
  fail500: Chance,
  fail500AfterAccept: Chance,
  silence: Chance,
} satisfies Record<keyof typeof NO_FAULTS, z.ZodType>;

/** The practice line: `PracticeSettings` of `domain/practice-settings.ts`. */
export const PracticeLine = z.strictObject({
  speed: z.number().gt(0).max(10_000),
  seed: z.int().min(0).max(4_294_967_295),
  outcomes: z.strictObject(outcomeWeights),
  faults: z.strictObject(faultChances),
  accountLimit: AccountLimit,
  callsPerSecond: CallsPerSecond.nullable(),
  timeoutMs: TimeoutMs,
});
export type PracticeLine = z.infer<typeof PracticeLine>;

export const PracticeLineChange = z.strictObject({
  ...PracticeLine.partial().shape,
  outcomes: z.strictObject(outcomeWeights).partial().optional(),
  faults: z.strictObject(faultChances).partial().optional(),
});
export type PracticeLineChange = z.infer<typeof PracticeLineChange>;

/** What the account itself said when it was last asked. */
export const ProviderAccount = z.object({ name: z.string(), limit: z.int().nullable(), up: z.int().nullable() });
export type ProviderAccount = z.infer<typeof ProviderAccount>;

const vendor = { baseUrl: z.string(), timeoutMs: TimeoutMs, callsPerSecond: CallsPerSecond, accountLimit: AccountLimit };
const vendorAnswer = {
  ...vendor,
  /** Whether all is set that a call needs. */
  isSetUp: z.boolean(),
  account: ProviderAccount.nullable(),
};
const vendorChange = { baseUrl: BaseUrl, timeoutMs: TimeoutMs, callsPerSecond: CallsPerSecond, accountLimit: AccountLimit };

export const Bolna = z.object({ ...vendorAnswer, apiKeySet: z.boolean() });
export type Bolna = z.infer<typeof Bolna>;
export const BolnaChange = z.strictObject({ ...vendorChange, apiKey: Key }).partial();

export const SignalWire = z.object({
  ...vendorAnswer,
  space: z.string(),
  projectId: z.string(),
  mode: z.enum(SIGNALWIRE_MODES),
  callerNumber: z.string(),
  tokenSet: z.boolean(),
  signingKeySet: z.boolean(),
});
export type SignalWire = z.infer<typeof SignalWire>;
export const SignalWireChange = z
  .strictObject({
    ...vendorChange,
    /** Empty: the address of the space. */
    baseUrl: BaseUrl.or(z.literal('')),
    /** The name before `.signalwire.com`. */
    space: z
      .string()
      .trim()
      .toLowerCase()
      .transform((space) => space.replace(/^https?:\/\//, '').replace(/\.signalwire\.com.*$/, ''))
      .pipe(z.string().regex(/^[a-z0-9-]{0,100}$/, 'Write the name of the space, as in name.signalwire.com.')),
    projectId: z.string().trim().max(100),
    mode: z.enum(SIGNALWIRE_MODES),
    callerNumber: z.string().trim().max(64),
    token: Key,
    signingKey: Key,
  })
  .partial();

export const ElevenLabs = z.object({
  ...vendorAnswer,
  mode: z.enum(ELEVENLABS_MODES),
  keepAudio: z.boolean(),
  apiKeySet: z.boolean(),
  webhookSecretSet: z.boolean(),
});
export type ElevenLabs = z.infer<typeof ElevenLabs>;
export const ElevenLabsChange = z
  .strictObject({ ...vendorChange, mode: z.enum(ELEVENLABS_MODES), keepAudio: z.boolean(), apiKey: Key, webhookSecret: Key })
  .partial();

export const Telephony = z
  .object({ practice: PracticeLine, bolna: Bolna, signalwire: SignalWire, elevenlabs: ElevenLabs })
  .meta({ id: 'Telephony' });
export type Telephony = z.infer<typeof Telephony>;

export const TelephonyChange = z
  .strictObject({ practice: PracticeLineChange, bolna: BolnaChange, signalwire: SignalWireChange, elevenlabs: ElevenLabsChange })
  .partial();
export type TelephonyChange = z.infer<typeof TelephonyChange>;
