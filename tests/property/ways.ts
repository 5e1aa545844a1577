/** The ways in which a provider may be reached: told by deliveries or only asked, and SignalWire's two interfaces. */
import fc from 'fast-check';
import type { SignalWireMode } from '../../src/shared/domain/provider-settings.ts';

export interface Way {
  /** No address leads to us: everything is asked for. */
  pollingOnly: boolean;
  signalWireMode: SignalWireMode;
}

/** SignalWire's cXML asks us what to do, which needs an address: it is not among those that are only asked. */
export const ways: fc.Arbitrary<Way> = fc.constantFrom<Way>(
  { pollingOnly: false, signalWireMode: 'swml' },
  { pollingOnly: false, signalWireMode: 'cxml' },
  { pollingOnly: true, signalWireMode: 'swml' },
);
