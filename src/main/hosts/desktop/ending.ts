/**
 * The one way in which the program ends, whoever wants it: a person, the session, an update, a fault, a test. The engine is stopped
 * first, within five seconds; then the program really goes, or does what was wanted instead.
 */
import { app } from 'electron';
import type { Logger } from '../../ports/host.ts';

const STOP_WITHIN_MS = 5_000;
/** An update may first have to be unpacked and looked at by the system. */
const GONE_WITHIN_MS = 120_000;

export class Ending {
  private readonly stop: () => Promise<void>;
  private readonly log: Logger;
  private stage: 'running' | 'ending' | 'ended' = 'running';
  /** What ends the program once the engine is stopped. */
  private last: (() => void) | null = null;

  /** @param stop stops everything of the engine; may take as long as it likes, and is not waited for longer than five seconds. */
  constructor(stop: () => Promise<void>, log: Logger) {
    this.stop = stop;
    this.log = log;
    app.on('will-quit', (event) => {
      if (this.stage === 'ended') return;
      event.preventDefault();
      this.begin();
    });
  }

  /** Instead of quitting: installing an update, starting anew. Takes effect when the end comes. */
  endWith(last: () => void): void {
    this.last = last;
  }

  /** Ends the engine and then the program. Where the session ends, nobody asks the windows any more. */
  begin(): void {
    if (this.stage !== 'running') return;
    this.stage = 'ending';
    const late = setTimeout(() => this.go(() => app.exit(1)), STOP_WITHIN_MS).unref();
    this.stop()
      .catch((error: unknown) => this.log.error({ err: error }, 'could not end in order'))
      .finally(() => {
        clearTimeout(late);
        this.go(() => app.quit());
      });
  }

  private go(usual: () => void): void {
    if (this.stage === 'ended') return;
    this.stage = 'ended';
    setTimeout(() => app.exit(1), GONE_WITHIN_MS).unref();
    (this.last ?? usual)();
  }
}
