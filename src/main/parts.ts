/**
 * What a verb is handed: the stores and the ports it may need. `engine.ts` builds one; tests build one with a clock that they
 * move, a seeded source of ids and a provider of their own.
 */
import type { Stores } from './data/stores.ts';
import type { Clock } from './ports/clock.ts';
import type { Health } from './ports/health.ts';
import type { Logger, SecretBox, StepSignal } from './ports/host.ts';
import type { Ids } from './ports/ids.ts';
import type { Metrics } from './ports/metrics.ts';
import type { Providers } from './ports/provider.ts';
import type { Recordings } from './ports/recordings.ts';
import type { TunnelPort } from './ports/tunnel.ts';

export type { Actor } from './data/scope.ts';

export interface Parts {
  data: Stores;
  clock: Clock;
  ids: Ids;
  log: Logger;
  secrets: SecretBox;
  /** Named places at which the crash suites end the process. */
  signal: StepSignal;
  providers: Providers;
  /** Recordings that were sent to us. */
  recordings: Recordings;
  /** How deliveries reach us from outside. */
  tunnel: TunnelPort;
  /** What the engine cannot do right now. */
  health: Health;
  /** What a watch over the program counts. */
  metrics: Metrics;
}
