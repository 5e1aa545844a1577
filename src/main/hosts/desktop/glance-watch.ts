/** Tells what the program shows beside its window anew whenever it may be another: at most once a second, and each half minute. */
import type { Engine } from '../../engine.ts';
import { type Glance, readGlance } from '../../live/glance.ts';
import type { WhoIsHere } from './who-is-here.ts';

const AGAIN_MS = 1_000;
/** What time alone changes: a window that opens, the next call that is now. */
const LOOK_MS = 30_000;

export class GlanceWatch {
  private readonly engine: Engine;
  private readonly who: WhoIsHere;
  private readonly show: (glance: Glance) => void;
  private readonly stopListening: (() => void)[];
  private cancelTimer: (() => void) | null = null;
  private isSoon = false;
  private toldAt = Number.NEGATIVE_INFINITY;

  /** @param show is called at once for the first time. */
  constructor(engine: Engine, who: WhoIsHere, show: (glance: Glance) => void) {
    this.engine = engine;
    this.who = who;
    this.show = show;
    const soon = () => this.soon();
    this.stopListening = [engine.parts.data.database.onChange(soon), engine.parts.health.onChange(soon)];
    who.onChange(soon);
    this.tell();
  }

  /** Something may be another. */
  soon(): void {
    if (this.isSoon) return;
    this.isSoon = true;
    const { clock } = this.engine.parts;
    this.wait(Math.max(0, this.toldAt + AGAIN_MS - clock.monotonic()));
  }

  stop(): void {
    for (const stop of this.stopListening) stop();
    this.cancelTimer?.();
    this.isSoon = true;
  }

  private wait(ms: number): void {
    this.cancelTimer?.();
    this.cancelTimer = this.engine.parts.clock.after(ms, () => this.tell());
  }

  private tell(): void {
    const { parts } = this.engine;
    this.toldAt = parts.clock.monotonic();
    this.isSoon = false;
    this.wait(LOOK_MS);
    try {
      this.show(readGlance(parts, this.who.actor));
    } catch (error) {
      // A store that cannot be read is told by the engine itself; here it is only looked at again.
      parts.log.warn({ err: error }, 'could not read what the tray shows');
    }
  }
}
