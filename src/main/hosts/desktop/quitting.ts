/**
 * The wish to quit, from wherever it comes: asks while calls are up, and does what was answered. Knows no Electron; the one caller
 * is `main.ts`. What ends the program itself is `ending.ts`.
 */
import { type QuitAnswer, type QuitQuestion, quitQuestion } from './quit-question.ts';

/** How long hung-up calls are waited for: the provider may tell late, and then it is asked at the next start. */
const HANG_UP_MS = 10_000;
const FINISHING = 'Ringmaster quits once the calls that are up are over: no new call starts.';

export interface QuittingParts {
  callsUp(): number;
  /** Calls that the person at this window could end. */
  hangable(): number;
  ask(question: QuitQuestion): Promise<QuitAnswer>;
  hold(sentence: string): void;
  wake(): void;
  hangUp(): Promise<unknown>;
  /** Asks the system to end the program; `mayQuit` is then true. */
  quit(): void;
  /** Told when `isFinishing` changes. */
  changed(): void;
  after(ms: number, run: () => void): () => void;
}

export class Quitting {
  private readonly parts: QuittingParts;
  private state: 'running' | 'finishing' | 'going' = 'running';
  private asking = false;
  private ordered = false;
  private cancelWait: (() => void) | null = null;

  constructor(parts: QuittingParts) {
    this.parts = parts;
  }

  /** Quits when the last call is over. */
  get isFinishing(): boolean {
    return this.state === 'finishing';
  }

  /** It is decided: nothing is asked any more. */
  get isGoing(): boolean {
    return this.state === 'going';
  }

  /** Nobody is there to be asked, not even for what is typed and not saved. */
  get isOrdered(): boolean {
    return this.ordered;
  }

  /** Whether the program may end now; where calls are up somebody is asked, and what they answer follows. */
  mayQuit(): boolean {
    if (this.state === 'going') return true;
    const question = quitQuestion(this.parts.callsUp(), this.parts.hangable());
    if (question) void this.ask(question);
    else this.become('going');
    return question === null;
  }

  /** Ends it where nobody can be asked: the system shuts down, a signal, the last call is over. */
  order(): void {
    this.ordered = true;
    this.go();
  }

  /** Something typed is not to be lost after all: nobody quits. */
  stay(): void {
    if (this.state === 'finishing') this.parts.wake();
    this.become('running');
  }

  /** The engine was woken: what holds the dialer back still does. */
  holdAgain(): void {
    if (this.state === 'finishing') this.parts.hold(FINISHING);
  }

  /** Told on each change of what is up. */
  look(): void {
    if (this.state === 'finishing' && this.parts.callsUp() === 0) this.order();
  }

  private async ask(question: QuitQuestion): Promise<void> {
    if (this.asking) return;
    this.asking = true;
    const answer = await this.parts.ask(question).finally(() => {
      this.asking = false;
    });
    if (answer === 'leave') return this.go();
    if (answer === 'stay') return;
    this.finish();
    if (answer === 'finish') return;
    this.cancelWait = this.parts.after(HANG_UP_MS, () => this.order());
    await this.parts.hangUp();
    this.look();
  }

  private go(): void {
    this.become('going');
    this.parts.quit();
  }

  private finish(): void {
    this.parts.hold(FINISHING);
    this.become('finishing');
    this.look();
  }

  private become(state: 'running' | 'finishing' | 'going'): void {
    this.state = state;
    if (state !== 'finishing') this.cancelWait?.();
    this.parts.changed();
  }
}
