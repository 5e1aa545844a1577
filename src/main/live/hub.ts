/**
 * The live stream: listens to every commit, gathers what changed for a tenth of a second, and tells everyone who listens what
 * they may see of it.
 *
 * Each listener holds one note of what they were not told yet, so that a slow one costs no more than a fast one: what changes
 * meanwhile is merged into it. The numbers grow over restarts, so that a listener of an earlier run is known to have a gap.
 */
import { AppError } from '../../shared/domain/app-error.ts';
import { everyone } from '../data/scope.ts';
import type { Actor, Parts } from '../parts.ts';
import { Notes } from './notes.ts';
import { type Batch, readBatch } from './read-batch.ts';

/** At most ten batches a second. */
const GATHER_MS = 100;
/** Batches that a listener may have missed and still go on without a snapshot. */
const KEPT = 50;
/** What changes for a campaign without touching it (limits elsewhere, a window that opens) is told with the next look. */
const LOOK_AGAIN_MS = 10_000;
const MOST_LOOKED_AT = 100;

export interface Listening {
  actor: Actor;
  /** The number of the last batch that was seen; a snapshot comes first where none is given or too many were missed. */
  after?: number | undefined;
  /** Asked again when something about the listener's user changed: a stream ends with the session it stands on. */
  isStillGood: () => Promise<boolean>;
  signal?: AbortSignal | undefined;
}

interface Listener {
  actor: Actor;
  pending: Notes;
  askAgain: boolean;
  ended: boolean;
  wake(): void;
}

export class LiveHub {
  private readonly parts: Parts;
  private readonly listeners = new Set<Listener>();
  private readonly kept: { number: number; notes: Notes }[] = [];
  /** Batches of one flush, by user and what they may see: several screens of one person read once. */
  private readonly read = new WeakMap<Notes, Map<string, Batch>>();
  private gathering = new Notes();
  private number: number;
  private toldAt = -GATHER_MS;
  private cancelTimer: (() => void) | null = null;
  private cancelLook: (() => void) | null = null;
  private slotsChanged = false;
  private readonly stopListening: (() => void)[];

  constructor(parts: Parts) {
    this.parts = parts;
    this.number = parts.clock.now();
    this.stopListening = [
      parts.data.database.onChange((changes) => this.gather(changes)),
      parts.health.onChange(() => this.gather(Notes.problems())),
    ];
  }

  /** How many listen now. */
  get size(): number {
    return this.listeners.size;
  }

  /** Ends every stream. */
  stop(): void {
    for (const stop of this.stopListening) stop();
    this.cancelTimer?.();
    this.cancelLook?.();
    for (const listener of this.listeners) {
      listener.ended = true;
      listener.wake();
    }
  }

  /** What changes, until the listener leaves. @throws AppError `not_signed_in` when the session behind it ended. */
  async *listen({ actor, after, isStillGood, signal }: Listening): AsyncGenerator<Batch, void, undefined> {
    const listener: Listener = { actor, pending: this.missedSince(after), askAgain: false, ended: false, wake: () => {} };
    const leave = () => {
      listener.ended = true;
      listener.wake();
    };
    const isOver = () => listener.ended || signal?.aborted === true;
    signal?.addEventListener('abort', leave, { once: true });
    this.listeners.add(listener);
    this.lookAgain();
    try {
      while (!isOver()) {
        if (listener.askAgain) {
          listener.askAgain = false;
          if (!(await isStillGood())) throw new AppError('not-signed-in', 'not_signed_in', 'Sign in again.');
        }
        if (listener.pending.empty) {
          await new Promise<void>((wake) => {
            listener.wake = wake;
          });
          continue;
        }
        const notes = listener.pending;
        listener.pending = new Notes();
        yield this.batchFor(actor, notes);
      }
    } finally {
      signal?.removeEventListener('abort', leave);
      this.listeners.delete(listener);
    }
  }

  private batchFor(actor: Actor, notes: Notes): Batch {
    // An admin's token may see less than the admin.
    const reader = `${actor.role} ${actor.userId}`;
    const known = this.read.get(notes)?.get(reader);
    if (known?.number === this.number) return known;
    const batch = readBatch(this.parts, actor, notes, this.number);
    const batches = this.read.get(notes) ?? new Map<string, Batch>();
    this.read.set(notes, batches.set(reader, batch));
    return batch;
  }

  private missedSince(after: number | undefined): Notes {
    if (after === this.number) return new Notes();
    const oldest = this.kept[0];
    if (after === undefined || after > this.number || !oldest || after < oldest.number - 1) return Notes.snapshot();
    const missed = new Notes();
    for (const { number, notes } of this.kept) if (number > after) missed.add(notes);
    return missed;
  }

  private gather(changes: Parameters<Notes['add']>[0]): void {
    this.gathering.add(changes);
    this.slotsChanged ||= changes.slots || changes.topics.size > 0;
    if (this.cancelTimer || this.gathering.empty) return;
    const { clock } = this.parts;
    this.cancelTimer = clock.after(Math.max(0, this.toldAt + GATHER_MS - clock.monotonic()), () => this.tell());
  }

  private tell(): void {
    this.cancelTimer = null;
    this.toldAt = this.parts.clock.monotonic();
    const notes = this.gathering;
    this.gathering = new Notes();
    this.number += 1;
    this.kept.push({ number: this.number, notes });
    if (this.kept.length > KEPT) this.kept.shift();
    for (const listener of this.listeners) {
      if (notes.users.has(listener.actor.userId)) listener.askAgain = true;
      if (listener.pending.empty) listener.pending = notes;
      else {
        const merged = new Notes();
        merged.add(listener.pending);
        merged.add(notes);
        listener.pending = merged;
      }
      listener.wake();
    }
  }

  /** While anybody listens: campaigns that run are told anew after slots or settings changed, for why they wait may be another. */
  private lookAgain(): void {
    if (this.cancelLook) return;
    this.cancelLook = this.parts.clock.after(LOOK_AGAIN_MS, () => {
      this.cancelLook = null;
      if (this.listeners.size === 0) return;
      if (this.slotsChanged) this.tellRunning();
      this.slotsChanged = false;
      for (const listener of this.listeners) listener.askAgain = true;
      this.lookAgain();
    });
  }

  private tellRunning(): void {
    const running = this.parts.data.campaigns.inStates(everyone, ['scheduled', 'active']);
    const notes = new Notes();
    for (const { id } of running.slice(-MOST_LOOKED_AT)) notes.campaigns.add(id);
    this.gather(notes);
  }
}
