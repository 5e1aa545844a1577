/**
 * The practice line: a telephony provider that calls nobody. It takes a dial, lives the call through by its plan and tells what
 * happens by webhooks, with the faults that its settings ask for. It knows nothing of the engine but where its webhooks go.
 *
 * Everything that it promised is in its journal: started again on it, it answers look-ups and goes on with the calls.
 */
import type { PracticeSettings } from '../../../shared/domain/practice-settings.ts';
import type { Clock } from '../../ports/clock.ts';
import { tokenBucket } from '../../ports/token-bucket.ts';
import { type CallRecord, callResource, hungUp, newRecord } from './call-record.ts';
import { chanceOf } from './chance.ts';
import type { Journal } from './journal.ts';
import { planCall } from './plan.ts';
import { keptEntries, type Memory, recall } from './recall.ts';
import { type SendWebhook, WebhookSender } from './webhook-sender.ts';
import { isUp, type LineCall, type LineErrorCode, type NewLineCall } from './wire.ts';
import type { LineWatcher, Observed } from './tally.ts';

export interface PracticeLineParts {
  /** The line's own time. Give a virtual clock's `world`, for the line does not sleep when the computer does. */
  clock: Clock;
  /** A new secret word of so many bytes: ids that are unique over restarts and journals. */
  newId: (bytes: number) => string;
  journal: Journal;
  settings: PracticeSettings;
  /** Signs the webhooks. */
  secret: string;
  send: SendWebhook;
}

/** What a dial comes to. `none` is never answered; `error` is a 500, whether or not there is a call. */
export type DialResult =
  | { kind: 'accepted'; call: LineCall; answer: 'sent' | 'none' | 'error' }
  | { kind: 'refused'; status: 422 | 429; code: LineErrorCode; message: string }
  | { kind: 'error' }
  | { kind: 'silence' };

/** One step of a call, as it happens at the line. */
export interface LineStep {
  /** From 0, as in the webhook that tells of it. */
  sequence: number;
  call: LineCall;
  /** Who picked up, which whoever listens hears before the line tells it; null where nobody does. */
  answeredBy: LineCall['answered_by'];
}

/** Why a call cannot be stopped, or the call as it is now. */
export type StopResult = LineCall | 'not-found' | 'too-late';

export class PracticeLine {
  private current: PracticeSettings;
  private readonly parts: PracticeLineParts;
  private readonly memory: Memory;
  private readonly sender: WebhookSender;
  private readonly tokens = tokenBucket(() => this.current.callsPerSecond);
  /** Dials of a number since its last call. */
  private readonly tries = new Map<string, number>();
  private readonly refused: Record<string, number> = {};
  private readonly watchers = new Set<LineWatcher>();
  private readonly followers = new Set<(step: LineStep) => void>();
  private stopped = false;

  /** Reads the journal and goes on with the calls that are not over. */
  constructor(parts: PracticeLineParts) {
    this.parts = parts;
    this.current = parts.settings;
    this.sender = new WebhookSender({ ...parts, settings: () => this.current });
    this.memory = recall(parts.journal);
    parts.journal.rewrite(keptEntries(this.memory, parts.clock.now()));
    for (const record of this.memory.calls.values()) this.live(record);
  }

  /** New settings hold for what happens from now on; calls under way keep their plan. */
  configure(settings: PracticeSettings): void {
    this.current = settings;
  }

  get settings(): PracticeSettings {
    return this.current;
  }

  now(): number {
    return this.parts.clock.now();
  }

  /** Takes a dial, or does not. Resolves when the journal has what was promised. */
  async dial(call: NewLineCall): Promise<DialResult> {
    const result = this.decide(call);
    if (result.kind === 'refused') this.countRefused(result.status);
    if (result.kind === 'error') this.countRefused(500);
    if (result.kind === 'silence') this.countRefused(0);
    if (result.kind === 'accepted') await this.parts.journal.flush();
    return result;
  }

  byId(id: string): LineCall | null {
    const record = this.memory.calls.get(id);
    if (!record) return null;
    this.live(record);
    return callResource(record);
  }

  /** Every call with this reference, the newest first. */
  byReference(reference: string): LineCall[] {
    const ids = this.memory.byReference.get(reference) ?? [];
    return ids.map((id) => this.byId(id)!).toReversed();
  }

  /** Ends a call that is up; one that was not answered yet is cancelled. */
  async hangUp(id: string): Promise<StopResult> {
    return this.end(id, (record) => isUp(record.status));
  }

  /** Takes back a call that waits to be dialed. */
  async withdraw(id: string): Promise<StopResult> {
    return this.end(id, (record) => record.status === 'queued');
  }

  observe(): Observed {
    const { counter, calls } = this.memory;
    for (const record of calls.values()) this.live(record);
    const dials = [...calls.values()].map(({ id, call, acceptedAt, downAt }) => ({
      id,
      reference: call.reference,
      to: call.to,
      at: acceptedAt,
      downAt,
    }));
    return { ...structuredClone(counter.tally), up: counter.up, dials, refused: { ...this.refused }, webhooks: { ...this.sender.counts } };
  }

  /** Calls `watcher` at each moment at which a line goes up or down; the answer stops it. */
  watch(watcher: LineWatcher): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  /**
   * Calls `follower` at each step of each call, in the order in which they happen and before any webhook, whatever becomes of those;
   * the answer stops it. The step to `queued` comes while `dial` is called. The follower must not stop a call then and there.
   */
  follow(follower: (step: LineStep) => void): () => void {
    this.followers.add(follower);
    return () => this.followers.delete(follower);
  }

  /** Ends every timer and closes the journal. Calls go on when a line is started on it again. */
  stop(): void {
    this.stopped = true;
    this.sender.stop();
    for (const record of this.memory.calls.values()) record.cancelTimer();
    this.parts.journal.close();
  }

  private decide(call: NewLineCall): DialResult {
    const { settings } = this;
    const { faults } = settings;
    const nth = (this.memory.lastTo.get(call.to)?.nth ?? 0) + 1;
    const tries = this.tries.get(call.to) ?? 0;
    this.tries.set(call.to, tries + 1);
    // Every fault draws its number, whether or not an earlier one holds, so that raising one does not move the others.
    const chance = chanceOf(settings.seed, 'dial', call.to, nth, tries);
    const [silence, error, tooFast, noAnswer, errorAfter] = [chance(), chance(), chance(), chance(), chance()] as const;
    if (silence < faults.silence) return { kind: 'silence' };
    if (error < faults.fail500) return { kind: 'error' };
    if (tooFast < faults.refuse429) return refusal(429, 'too_fast', 'too many requests, try again later');

    const { ringSeconds, longestSeconds, waitMs = 0 } = call;
    const plan = planCall({ settings, phone: call.to, nth, ringSeconds, longestSeconds, waitMs });
    if (plan === null) return refusal(422, 'wrong_number', `${call.to} is not a number that can be called`);
    if (settings.accountLimit !== null) for (const record of this.memory.upCalls) this.live(record);
    const now = this.parts.clock.now();
    if (settings.accountLimit !== null && this.memory.counter.up >= settings.accountLimit)
      return refusal(429, 'too_many_calls', `the account allows ${settings.accountLimit} calls at once`);
    if (!this.tokens.take(now)) return refusal(429, 'too_fast', `the account allows ${settings.callsPerSecond} calls a second`);

    const record = this.memory.accept(newRecord({ at: now, id: `line-${this.parts.newId(12)}`, nth, call, plan }));
    this.parts.journal.append({ kind: 'accepted', at: now, id: record.id, nth, call, plan });
    this.tries.delete(call.to);
    this.tell('up', record);
    this.live(record);
    const answer =
      !plan.answered || noAnswer < faults.timeoutAfterAccept ? 'none' : errorAfter < faults.fail500AfterAccept ? 'error' : 'sent';
    return { kind: 'accepted', call: callResource(record), answer };
  }

  private async end(id: string, may: (record: CallRecord) => boolean): Promise<StopResult> {
    const record = this.memory.calls.get(id);
    if (!record) return 'not-found';
    this.live(record);
    if (!may(record)) return 'too-late';
    const now = this.parts.clock.now();
    record.cancelTimer();
    record.timerFor = null;
    record.plan = hungUp(record, now);
    this.parts.journal.append({ kind: 'changed', at: now, id, plan: record.plan });
    this.live(record);
    await this.parts.journal.flush();
    return callResource(record);
  }

  /** Takes the steps of a call whose time has come and sets a timer to the next one. */
  private live(record: CallRecord, forced = false): void {
    let take = forced;
    for (let next = record.plan.steps[record.nextStep]; next && !this.stopped; next = record.plan.steps[record.nextStep]) {
      const now = this.parts.clock.now();
      const dueAt = record.acceptedAt + next.afterMs;
      if (!take && dueAt > now) return this.wait(record, dueAt - now, next.afterMs);
      take = false;
      this.step(record, Math.min(dueAt, now));
    }
  }

  /** Sets the timer to the next step. A clock that is set back must not stretch the call: it never waits longer than planned. */
  private wait(record: CallRecord, delayMs: number, afterMs: number): void {
    if (record.timerFor === record.nextStep) return;
    record.cancelTimer();
    const before = record.plan.steps[record.nextStep - 1]?.afterMs ?? 0;
    record.timerFor = record.nextStep;
    record.cancelTimer = this.parts.clock.after(Math.min(delayMs, afterMs - before), () => this.live(record, true));
  }

  private step(record: CallRecord, at: number): void {
    record.cancelTimer();
    record.timerFor = null;
    const sequence = record.nextStep;
    this.parts.journal.append({ kind: 'step', at, id: record.id, step: sequence });
    if (this.memory.step(record, at)) this.tell('down', record);
    for (const follower of this.followers) follower({ sequence, call: callResource(record), answeredBy: record.plan.answeredBy });
    // That it is queued is what the answer to the dial says.
    if (record.plan.webhooks && record.status !== 'queued') this.sender.tell(callResource(record), sequence, record.nth);
  }

  private tell(what: 'up' | 'down', { id, call, acceptedAt, downAt }: CallRecord): void {
    for (const watcher of this.watchers) watcher(what, { id, reference: call.reference, to: call.to, at: acceptedAt, downAt });
  }

  private countRefused(status: number): void {
    this.refused[status] = (this.refused[status] ?? 0) + 1;
  }
}

const refusal = (status: 422 | 429, code: LineErrorCode, message: string): DialResult => ({ kind: 'refused', status, code, message });
