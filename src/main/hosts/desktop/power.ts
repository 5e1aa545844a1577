/** Keeps the computer awake while a campaign may call, and tells the engine of sleep, waking and the network. */
import { net, powerMonitor, powerSaveBlocker } from 'electron';

/** How often it is asked whether the network is there. */
const LOOK_MS = 10_000;
/** A sleep that never came: then calls go on. */
const SLEEP_COMES_MS = 60_000;
const SLEEPING = 'The computer is about to sleep: no new call starts.';

export interface PowerParts {
  hold(sentence: string): void;
  /** Asks what became of the calls that were up, then dials. */
  wake(): void;
  /** The session ends. */
  end(): void;
  after(ms: number, run: () => void): () => void;
}

/** Whether the network has just come back. */
export const isBack = (wasOnline: boolean, isOnline: boolean): boolean => !wasOnline && isOnline;

export class Power {
  private readonly parts: PowerParts;
  private blocker: number | null = null;
  private wasOnline: boolean;
  private cancelLook: (() => void) | null = null;
  private cancelSleep: (() => void) | null = null;

  constructor(parts: PowerParts) {
    this.parts = parts;
    this.wasOnline = net.isOnline();
    powerMonitor.on('suspend', () => this.sleeps());
    powerMonitor.on('resume', () => this.wakes());
    powerMonitor.on('unlock-screen', () => this.wakes());
    powerMonitor.on('shutdown', (event?: { preventDefault(): void }) => {
      // Gives the engine its five seconds.
      event?.preventDefault();
      parts.end();
    });
    this.look();
  }

  /** @param isCalling a campaign is active and inside its opening. */
  keepAwake(isCalling: boolean): void {
    if (isCalling === (this.blocker !== null)) return;
    if (isCalling) this.blocker = powerSaveBlocker.start('prevent-app-suspension');
    else this.letSleep();
  }

  /** The page heard that the network is back before we asked. */
  online(): void {
    this.wasOnline = true;
    this.parts.wake();
  }

  stop(): void {
    this.cancelLook?.();
    this.cancelSleep?.();
    this.letSleep();
  }

  private letSleep(): void {
    if (this.blocker !== null) powerSaveBlocker.stop(this.blocker);
    this.blocker = null;
  }

  private sleeps(): void {
    this.parts.hold(SLEEPING);
    this.cancelSleep?.();
    this.cancelSleep = this.parts.after(SLEEP_COMES_MS, () => this.wakes());
  }

  private wakes(): void {
    this.cancelSleep?.();
    this.parts.wake();
  }

  private look(): void {
    const isOnline = net.isOnline();
    if (isBack(this.wasOnline, isOnline)) this.parts.wake();
    this.wasOnline = isOnline;
    this.cancelLook = this.parts.after(LOOK_MS, () => this.look());
  }
}
