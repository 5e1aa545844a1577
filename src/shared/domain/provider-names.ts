import type { ProviderName } from './states.ts';

/** The providers as a sentence begins with them. */
export const PROVIDER_NAMES: Readonly<Record<ProviderName, string>> = {
  practice: 'The practice line',
  bolna: 'Bolna',
  signalwire: 'SignalWire',
  elevenlabs: 'ElevenLabs',
};
