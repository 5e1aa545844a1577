/** Forgets the keys of requests when their time is over: once an hour, in small steps. Started and stopped by the engine. */
import { FORGET_STEP } from '../../data/idempotency-store.ts';
import type { Parts } from '../../parts.ts';
import { KEPT_MS } from './answers.ts';

const EVERY_MS = 3_600_000;
/** Pause between two steps, in which everything else goes on. */
const PAUSE_MS = 50;

export class OldKeys {
  private readonly parts: Parts;
  private cancelTimer = () => {};

  constructor(parts: Parts) {
    this.parts = parts;
  }

  start(): void {
    this.forget();
  }

  stop(): void {
    this.cancelTimer();
  }

  private forget(): void {
    const { data, clock, log } = this.parts;
    let more = false;
    try {
      more = data.database.write(() => data.idempotency.forgetTx(clock.now() - KEPT_MS)) === FORGET_STEP;
    } catch (error) {
      log.error({ err: error }, 'old keys of requests could not be deleted');
    }
    this.cancelTimer = clock.after(more ? PAUSE_MS : EVERY_MS, () => this.forget());
  }
}
