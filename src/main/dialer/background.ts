import type { Faults } from './faults.ts';

/**
 * Work that waits for a provider, beside the loop: never more than one run at a time, and one more after it where it was asked
 * for meanwhile.
 */
export class Background {
  private readonly work: () => Promise<unknown>;
  private readonly faults: Faults;
  private current: Promise<void> | null = null;
  private again = false;

  constructor(work: () => Promise<unknown>, faults: Faults) {
    this.work = work;
    this.faults = faults;
  }

  kick(): void {
    if (this.current) this.again = true;
    else void this.runOnce();
  }

  /** Resolves when the work that was asked for up to now is done. Never rejects: failures are told. */
  runOnce(): Promise<void> {
    if (this.current) {
      this.again = true;
      return this.current;
    }
    this.current = this.runAll().finally(() => {
      this.current = null;
    });
    return this.current;
  }

  idle(): Promise<void> {
    return this.current ?? Promise.resolve();
  }

  private async runAll(): Promise<void> {
    do {
      this.again = false;
      await this.work().catch((error: unknown) => this.faults.tell('Asking a provider', error));
    } while (this.again);
  }
}
