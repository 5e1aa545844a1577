/**
 * What the engine tells of its own work to a watch over the program, counted and never kept: no numbers, names or texts of
 * people, and no names of campaigns.
 */
import type { ProviderName } from '../../shared/domain/states.ts';

/** What became of a delivery of a provider. */
export type DeliveryFate = 'applied' | 'unmatched' | 'refused';
/** Where something failed that should not: the loop, the store, a request, the inbox, a stream of events. */
export type FaultKind = 'pass' | 'store' | 'request' | 'inbox' | 'events';

export interface Metrics {
  /** One pass of the dialer is over. */
  passed(ms: number): void;
  delivered(provider: ProviderName, fate: DeliveryFate): void;
  fault(kind: FaultKind): void;
  /** A request over REST was answered. */
  answered(status: number, ms: number): void;
  /** All figures in the text format of Prometheus. */
  read(): Promise<{ contentType: string; text: string }>;
}

/** Where nobody watches. */
export const noMetrics: Metrics = {
  passed() {},
  delivered() {},
  fault() {},
  answered() {},
  read: () => Promise.resolve({ contentType: 'text/plain', text: '' }),
};
