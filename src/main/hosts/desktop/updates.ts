/**
 * Updates: looked for at the address that an admin set, off until then. Nothing is fetched or installed before somebody said yes, and
 * nobody is asked while a campaign may call or a call is up. Knows no Electron: what fetches and installs is handed in.
 */
import type { Logger } from '../../ports/host.ts';

/** After a start, which has enough to do. */
const FIRST_MS = 60_000;
const AGAIN_MS = 4 * 3_600_000;

/** Whoever fetches and installs. */
export interface UpdateSource {
  /** The version that lies at the feed, where it is newer; null where it is not. */
  check(feed: string): Promise<string | null>;
  download(): Promise<void>;
  /** Installs what was fetched and starts it; the program has ended in order by then. */
  install(): void;
}

export interface UpdateQuestion {
  message: string;
  detail: string;
  /** The first leaves everything as it is. */
  answers: readonly [later: string, yes: string];
}

/** Whether anybody may be asked about an update now: never in a campaign's window. */
export const mayAskToUpdate = ({
  isCalling,
  callsUp,
  isFinishing,
}: {
  isCalling: boolean;
  callsUp: number;
  isFinishing: boolean;
}): boolean => !isCalling && callsUp === 0 && !isFinishing;

export interface UpdatesParts {
  /** Empty for none. */
  feed(): string;
  source: UpdateSource;
  /** Whether anybody may be asked, as it is at this moment. */
  mayAsk(): boolean;
  ask(question: UpdateQuestion): Promise<boolean>;
  /** Ends the program in order, then does so. */
  endWith(install: () => void): void;
  after(ms: number, run: () => void): () => void;
  log: Logger;
}

export class Updates {
  private readonly parts: UpdatesParts;
  /** Found, and fetched where it was agreed to; neither while somebody said "later". */
  private offer: { version: string; isFetched: boolean } | null = null;
  /** Somebody did not want what is fetched to be installed yet: asked again with the next look. */
  private isPutOff = false;
  private busy = false;
  private feed = '';
  private cancelTimer: (() => void) | null = null;

  constructor(parts: UpdatesParts) {
    this.parts = parts;
    this.settle(FIRST_MS);
  }

  stop(): void {
    this.cancelTimer?.();
  }

  /** The settings may be others: an address that was just set is looked at at once. */
  settle(inMs = 0): void {
    const feed = this.parts.feed();
    if (feed === this.feed) return;
    this.feed = feed;
    this.offer = null;
    this.isPutOff = false;
    this.cancelTimer?.();
    if (feed !== '') this.cancelTimer = this.parts.after(inMs, () => void this.look());
  }

  /** Told whenever it may have changed whether anybody may be asked. */
  soon(): void {
    void this.goOn();
  }

  private async look(): Promise<void> {
    const { feed } = this;
    this.cancelTimer = this.parts.after(AGAIN_MS, () => void this.look());
    this.isPutOff = false;
    if (this.offer?.isFetched) return this.goOn();
    try {
      const version = await this.parts.source.check(feed);
      if (feed !== this.feed) return;
      this.offer = version === null ? null : { version, isFetched: false };
    } catch (error) {
      this.parts.log.warn({ err: error }, 'could not look for an update');
    }
    return this.goOn();
  }

  /** Asks what is to be asked, once it may be. */
  private async goOn(): Promise<void> {
    const { offer } = this;
    if (!offer || this.busy || this.isPutOff || !this.parts.mayAsk()) return;
    this.busy = true;
    try {
      await (offer.isFetched ? this.install(offer.version) : this.fetch(offer.version));
    } catch (error) {
      this.offer = null;
      this.parts.log.warn({ err: error }, 'an update could not be fetched');
    } finally {
      this.busy = false;
    }
    // Fetched: whether it may be installed now is a question of its own.
    if (this.offer?.isFetched && !offer.isFetched) return this.goOn();
  }

  private async fetch(version: string): Promise<void> {
    const yes = await this.parts.ask({
      message: `Ringmaster ${version} is there`,
      detail: 'It is fetched in the background. Before it is installed you are asked once more.',
      answers: ['Later', 'Download'],
    });
    this.offer = null;
    if (!yes) return;
    await this.parts.source.download();
    this.offer = { version, isFetched: true };
  }

  private async install(version: string): Promise<void> {
    const yes = await this.parts.ask({
      message: `Install Ringmaster ${version} now?`,
      detail: 'Ringmaster ends, is replaced and starts again: that takes less than a minute. No campaign may call now.',
      answers: ['Later', 'Install and restart'],
    });
    this.isPutOff = !yes;
    // A campaign may have opened while the question stood: then it is asked again once it is over.
    if (yes && this.parts.mayAsk()) this.parts.endWith(() => this.parts.source.install());
  }
}
