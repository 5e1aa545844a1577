/**
 * The engine's own faults (rule 20): a failure is logged, told on every screen, and stops new calls while it stands; it never
 * stops the loop.
 */
import { isStoreFault, STORE_FAULT_SENTENCE } from '../data/store-fault.ts';
import type { Parts } from '../parts.ts';

/** How far our clock may be off a provider's before no call is made. */
const CLOCK_OFF_MS = 5 * 60_000;

export class Faults {
  private readonly parts: Parts;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** Runs `work`; a failure is told and answered with false. */
  guard(what: string, work: () => void): boolean {
    try {
      work();
      this.parts.health.clear('pass-failed');
      return true;
    } catch (error) {
      this.tell(what, error);
      return false;
    }
  }

  tell(what: string, error: unknown): void {
    const { health, clock, log, metrics } = this.parts;
    log.error({ err: error }, `${what} failed`);
    metrics.fault(isStoreFault(error) ? 'store' : 'pass');
    if (isStoreFault(error)) {
      health.raise('store-cannot-write', STORE_FAULT_SENTENCE, clock.now());
    } else health.raise('pass-failed', `${what} failed; it is tried again. The log says why.`, clock.now());
  }

  /** While the store could not be written to, every pass first tries whether it can again. */
  probe(): void {
    const { data, clock, health } = this.parts;
    if (!health.has('store-cannot-write')) return;
    data.database.write(() => data.settings.writeTx('store-probe', clock.now(), clock.now()));
    health.clear('store-cannot-write');
  }

  /** Whether anything of the engine's own stands against new calls. */
  mayClaim(): boolean {
    this.compareClocks();
    const { health } = this.parts;
    return !(health.has('store-cannot-write') || health.has('clock-off') || health.has('reconciling') || health.has('held'));
  }

  private compareClocks(): void {
    const { health, providers, clock } = this.parts;
    const offsets = Object.values(providers).map((provider) => provider?.clockOffsetMs?.() ?? 0);
    const worst = Math.max(0, ...offsets.map(Math.abs));
    if (worst <= CLOCK_OFF_MS) return health.clear('clock-off');
    const minutes = Math.round(worst / 60_000);
    health.raise('clock-off', `This computer's clock is ${minutes} minutes off, so no calls are made. Set the clock.`, clock.now());
  }
}
