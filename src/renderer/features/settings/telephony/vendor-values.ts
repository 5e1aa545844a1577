/** The accounts of vendors as their forms hold them, and what is sent of them. */
import type * as z from 'zod';
import type { Bolna, ElevenLabs, SignalWire } from '../../../../shared/contract/telephony-settings.ts';
import type { ElevenLabsMode, SignalWireMode } from '../../../../shared/domain/provider-settings.ts';
import type { FieldErrors } from '../../../lib/field-errors.ts';
import type { KeyEdit } from '../form/key-edit.ts';
import { numberProblem, readNumber } from '../form/number-text.ts';

/** What every vendor has, in the form's advanced part. */
export interface VendorValues {
  baseUrl: string;
  timeoutSeconds: string;
  callsPerSecond: string;
  /** Empty for none. */
  accountLimit: string;
}
export interface BolnaValues extends VendorValues {
  apiKey: KeyEdit;
}
export interface SignalWireValues extends VendorValues {
  space: string;
  projectId: string;
  token: KeyEdit;
  signingKey: KeyEdit;
  callerNumber: string;
  mode: SignalWireMode;
}
export interface ElevenLabsValues extends VendorValues {
  apiKey: KeyEdit;
  webhookSecret: KeyEdit;
  mode: ElevenLabsMode;
  keepAudio: boolean;
}

export const ADVANCED = ['baseUrl', 'callsPerSecond', 'accountLimit', 'timeoutSeconds'] as const satisfies readonly (keyof VendorValues)[];

const commonOf = ({ baseUrl, timeoutMs, callsPerSecond, accountLimit }: Bolna | SignalWire | ElevenLabs): VendorValues => ({
  baseUrl,
  timeoutSeconds: String(timeoutMs / 1000),
  callsPerSecond: String(callsPerSecond),
  accountLimit: accountLimit === null ? '' : String(accountLimit),
});

export const bolnaValues = (bolna: Bolna): BolnaValues => ({ apiKey: '', ...commonOf(bolna) });

export const signalWireValues = (signalwire: SignalWire): SignalWireValues => ({
  space: signalwire.space,
  projectId: signalwire.projectId,
  token: '',
  signingKey: '',
  callerNumber: signalwire.callerNumber,
  mode: signalwire.mode,
  ...commonOf(signalwire),
});

export const elevenLabsValues = (elevenlabs: ElevenLabs): ElevenLabsValues => ({
  apiKey: '',
  webhookSecret: '',
  mode: elevenlabs.mode,
  keepAudio: elevenlabs.keepAudio,
  ...commonOf(elevenlabs),
});

const KEYS: ReadonlySet<string> = new Set(['apiKey', 'token', 'signingKey', 'webhookSecret']);

/** What is sent of what was changed. A key that is empty stays as it is, one that is null is taken away. */
export function vendorChange(changes: Partial<VendorValues>): Record<string, unknown> {
  const { timeoutSeconds, callsPerSecond, accountLimit, ...rest } = changes;
  const texts = Object.entries(rest).filter(([name, value]) => !(KEYS.has(name) && value === ''));
  return {
    ...Object.fromEntries(texts),
    ...(timeoutSeconds !== undefined && { timeoutMs: Math.round((readNumber(timeoutSeconds) ?? 0) * 1000) }),
    ...(callsPerSecond !== undefined && { callsPerSecond: readNumber(callsPerSecond) }),
    ...(accountLimit !== undefined && { accountLimit: readNumber(accountLimit) }),
  };
}

const BOUNDS: Readonly<Record<string, Parameters<typeof numberProblem>[1]>> = {
  callsPerSecond: { least: 0.01, most: 10_000, fractions: true },
  accountLimit: { least: 1, most: 100_000, mayBeEmpty: true },
  timeoutSeconds: { least: 0.1, most: 120, fractions: true },
};

/** What is wrong before anything is sent: numbers by their bounds, everything else by the contract's own shape. */
export function vendorErrors<T extends VendorValues>(shape: z.ZodType, values: T): FieldErrors<T> {
  const refused = shape.safeParse(vendorChange(values));
  const texts = (refused.error?.issues ?? []).map(({ path, message }) => [String(path[0]), message] as const);
  const numbers = Object.entries(BOUNDS).map(([name, bounds]) => [name, numberProblem(String(values[name as keyof T]), bounds)] as const);
  const problems = [...texts, ...numbers].filter(([name, problem]) => problem !== undefined && name in values);
  return Object.fromEntries(problems) as FieldErrors<T>;
}
