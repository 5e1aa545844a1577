/**
 * What the practice line has counted: the truth that tests hold the engine against. It counts in the order in which things
 * happen at the line, so that not even two calls in one millisecond are up together unseen.
 */

/** Totals that outlive the calls they were counted from. Plain data, kept in the journal. */
export interface Tally {
  accepted: number;
  /** Most calls up at one moment. */
  mostUp: number;
  /** Most calls up at one moment to one number. */
  mostUpToOneNumber: number;
  /** Numbers that had two calls up at one moment, each named once. */
  numbersUpTwice: string[];
  /** References that were dialed more than once, each named once. */
  referencesTwice: string[];
}

/** What a line tells of itself: `observe()` and `GET /v1/observed`. */
export interface Observed extends Tally {
  /** Calls up now. */
  up: number;
  /** Every dial that was accepted and is still remembered, oldest first; `downAt` is null while the line is up. */
  dials: readonly ObservedDial[];
  /** Dials that were answered without a call, by status; 0 stands for silence. */
  refused: Readonly<Record<string, number>>;
  webhooks: Readonly<WebhookCounts>;
}

export interface ObservedDial {
  id: string;
  reference: string;
  to: string;
  at: number;
  downAt: number | null;
}

export interface WebhookCounts {
  /** Answered with a 2xx. */
  delivered: number;
  /** Not sent by a fault, or given up after its tries. */
  lost: number;
  /** Sent a second time by a fault. */
  repeated: number;
  /** Refused with an answer that no further try can change. */
  refused: number;
}

/** Told at the moment at which a line goes up or down. */
export type LineWatcher = (what: 'up' | 'down', dial: Readonly<ObservedDial>) => void;

export class Counter {
  tally: Tally = { accepted: 0, mostUp: 0, mostUpToOneNumber: 0, numbersUpTwice: [], referencesTwice: [] };
  private readonly upTo = new Map<string, number>();
  private total = 0;

  get up(): number {
    return this.total;
  }

  /** @param again whether a call with the same reference was accepted before. */
  lineUp(dial: Pick<ObservedDial, 'to' | 'reference'>, again: boolean): void {
    const { tally } = this;
    const toNumber = (this.upTo.get(dial.to) ?? 0) + 1;
    this.upTo.set(dial.to, toNumber);
    this.total++;
    tally.accepted++;
    tally.mostUp = Math.max(tally.mostUp, this.total);
    tally.mostUpToOneNumber = Math.max(tally.mostUpToOneNumber, toNumber);
    if (toNumber > 1) nameOnce(tally.numbersUpTwice, dial.to);
    if (again) nameOnce(tally.referencesTwice, dial.reference);
  }

  lineDown(dial: Pick<ObservedDial, 'to'>): void {
    const left = (this.upTo.get(dial.to) ?? 1) - 1;
    if (left === 0) this.upTo.delete(dial.to);
    else this.upTo.set(dial.to, left);
    this.total--;
  }
}

function nameOnce(names: string[], name: string): void {
  if (!names.includes(name)) names.push(name);
}
