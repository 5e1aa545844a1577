/** Recordings that were sent to us and are kept, by the provider's word for the call. Where they lie is the store's to know. */
import type { ProviderName } from '../../shared/domain/states.ts';
import type { RecordingPart } from './provider.ts';

export interface Recordings {
  keep(provider: ProviderName, providerCallId: string, audio: Uint8Array): void;
  /** The whole or, by an HTTP range header, a part; null where none was kept. */
  open(provider: ProviderName, providerCallId: string, range: string | null): RecordingPart | null;
}

export const noRecordings: Recordings = { keep() {}, open: () => null };
