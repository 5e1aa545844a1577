/**
 * Settings of the vendors of telephony, without their keys: those are sealed by the host and never stand beside what a screen or
 * a log may see. Limits are at or under what the vendor documents, so that nothing piles up in a queue of the vendor's own.
 */
import type { ProviderName } from './states.ts';

/** Those with an account and keys of theirs; the practice line has neither. */
export type Vendor = Exclude<ProviderName, 'practice'>;

interface VendorSettings {
  /** Where the vendor's interface answers, without a slash at its end. */
  baseUrl: string;
  /** How long one answer may take, body included. */
  timeoutMs: number;
  /** Dials a second; a fraction is a dial every few seconds. */
  callsPerSecond: number;
  /** A ceiling of one's own beside the account's; null is none. */
  accountLimit: number | null;
}

export type BolnaSettings = VendorSettings;

/** How SignalWire is asked: by a call that carries its instructions, which needs no public address, or by callbacks to ours. */
export const SIGNALWIRE_MODES = ['swml', 'cxml'] as const;
export type SignalWireMode = (typeof SIGNALWIRE_MODES)[number];

export interface SignalWireSettings extends VendorSettings {
  /** The name of one's space, from which the address follows where none is given. */
  space: string;
  projectId: string;
  mode: SignalWireMode;
  /** The number that is called from where an agent names none, E.164; empty where there is none. */
  callerNumber: string;
}

/** Who dials for ElevenLabs: a SIP trunk of one's own, or Twilio. */
export const ELEVENLABS_MODES = ['sip-trunk', 'twilio'] as const;
export type ElevenLabsMode = (typeof ELEVENLABS_MODES)[number];

export interface ElevenLabsSettings extends VendorSettings {
  mode: ElevenLabsMode;
  /** Whether recordings that are sent are kept as files; else they are fetched when somebody listens. */
  keepAudio: boolean;
}

/** Bolna documents 500 calls a minute. */
export const DEFAULT_BOLNA: BolnaSettings = {
  baseUrl: 'https://api.bolna.ai',
  timeoutMs: 15_000,
  callsPerSecond: 5,
  accountLimit: null,
};

/** One call a second is what a space allows unless its owner asked for more. The address carries the name of one's own space. */
export const DEFAULT_SIGNALWIRE: SignalWireSettings = {
  baseUrl: '',
  timeoutMs: 15_000,
  callsPerSecond: 1,
  accountLimit: null,
  space: '',
  projectId: '',
  mode: 'swml',
  callerNumber: '',
};

/** No rate is documented; one call a second is modest. */
export const DEFAULT_ELEVENLABS: ElevenLabsSettings = {
  baseUrl: 'https://api.elevenlabs.io',
  timeoutMs: 20_000,
  callsPerSecond: 1,
  accountLimit: null,
  mode: 'sip-trunk',
  keepAudio: false,
};
