/**
 * Applies the stored deliveries, strictly one after another, each in a transaction of its own that also marks it.
 *
 * Decides which call a delivery speaks of and when it is given up as unmatched. What it does to the call is `applyReport`'s to
 * decide. Must never apply two at once, nor let one that cannot be applied hold up the others. Runs at its start, on every
 * stored delivery and on every answer to a dial; what was not applied when the process ended is applied at the next start.
 */
import { notFound } from '../../shared/domain/app-error.ts';
import { applyReport } from '../calls/apply-report.ts';
import type { Delivery, DeliveryMark, DeliveryState } from '../data/inbox-store.ts';
import { isStoreFault, STORE_FAULT_SENTENCE } from '../data/store-fault.ts';
import { everyone } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import type { CallReport, DeliveryReading } from '../ports/provider.ts';
import { fetchLateResult, lacksResult } from './late-result.ts';
import { matchCall } from './match.ts';
import { SAYS_NOTHING } from './receive.ts';
import { takeHintTx } from './take-hint.ts';

/** How long a delivery waits for the call that it speaks of. */
export const MATCH_WAIT_MS = 10 * 60_000;
/** Applied deliveries are kept for so long. */
export const KEPT_MS = 30 * 24 * 3_600_000;
const PRUNE_EVERY_MS = 24 * 3_600_000;
/** Pause between two steps of pruning, in which everything else goes on. */
const PRUNE_PAUSE_MS = 50;
/** Deliveries applied in one go; then whatever else waits has its turn. */
const AT_ONCE = 10;
const STORE_RETRY_MS = 5_000;

type Told = DeliveryReading & { kind: 'report' };

export class Inbox {
  private readonly parts: Parts;
  private started = false;
  private running = false;
  private asked = false;
  /** Calls that were closed without the result that a hint now speaks of. */
  private readonly lateResults = new Set<string>();
  private unsubscribe = () => {};
  private readonly timers = new Map<'next' | 'expire' | 'prune', () => void>();

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** Applies what the last run of the program left, then whatever comes. */
  start(): void {
    this.started = true;
    this.unsubscribe = this.parts.data.database.onChange((changes) => {
      if (changes.inbox) this.poke();
    });
    this.poke();
    this.prune(0);
  }

  stop(): void {
    this.started = false;
    this.unsubscribe();
    for (const cancel of this.timers.values()) cancel();
    this.timers.clear();
  }

  /**
   * Applies one delivery anew, whatever became of it before. Twice the same changes nothing.
   * @returns its state afterwards, and why where it was not applied.
   * @throws AppError `not_found`.
   */
  applyAgain(id: number): { state: DeliveryState; note: string | null } {
    const { data } = this.parts;
    if (!data.database.write(() => data.inbox.openAgainTx(id))) throw notFound('delivery');
    const delivery = data.inbox.get(id)!;
    if (delivery.state === 'new') this.apply(delivery);
    const { state, note } = data.inbox.get(id)!;
    return { state, note };
  }

  /** Runs soon: after whoever stored the delivery has answered its sender. */
  private poke(): void {
    if (this.asked) return;
    this.asked = true;
    queueMicrotask(() => {
      this.asked = false;
      this.run();
    });
  }

  private run(): void {
    if (!this.started || this.running) return;
    this.running = true;
    try {
      if (this.applyOpen()) this.timer('next', 0, () => this.run());
      else this.waitForCalls();
    } catch (error) {
      const { log, health, clock, metrics } = this.parts;
      metrics.fault(isStoreFault(error) ? 'store' : 'inbox');
      log.error({ err: error }, 'the inbox stopped and goes on in a few seconds');
      if (isStoreFault(error)) health.raise('store-cannot-write', STORE_FAULT_SENTENCE, clock.now());
      this.timer('next', STORE_RETRY_MS, () => this.run());
    } finally {
      this.running = false;
    }
  }

  /** @returns whether there is more. */
  private applyOpen(): boolean {
    const { data, clock } = this.parts;
    // The waiting ones came first: what they say is older.
    const steps = [
      () => data.inbox.answered(AT_ONCE),
      () => data.inbox.fresh(AT_ONCE),
      () => data.inbox.waitingSince(clock.now() - MATCH_WAIT_MS, AT_ONCE),
    ];
    const counts = steps.map((step) => {
      const deliveries = step();
      for (const delivery of deliveries) this.apply(delivery);
      return deliveries.length;
    });
    return counts.includes(AT_ONCE);
  }

  /** A delivery whose call stays unknown is given up in time, though nothing else happens. */
  private waitForCalls(): void {
    const { data, clock } = this.parts;
    const oldest = data.inbox.oldestWaitingAt();
    if (oldest === null) return;
    const leftMs = oldest + MATCH_WAIT_MS - clock.now() + 1;
    this.timer('expire', Math.min(Math.max(leftMs, 1000), MATCH_WAIT_MS), () => this.run());
  }

  private apply(delivery: Delivery): void {
    const told = this.read(delivery);
    const { data, signal, log, metrics } = this.parts;
    try {
      const { state } = data.database.write(() => {
        const mark = typeof told === 'string' ? this.unread(told) : this.applyTx(delivery, told);
        data.inbox.markTx(delivery.id, mark);
        signal('delivery.before-apply-commit');
        return mark;
      });
      signal('delivery.after-apply-commit');
      if (state === 'applied' || state === 'unmatched') metrics.delivered(delivery.provider, state);
      this.fetchLateResults();
    } catch (error) {
      if (isStoreFault(error)) throw error;
      log.error({ err: error, delivery: delivery.id }, 'a delivery could not be applied and was put aside');
      metrics.fault('inbox');
      metrics.delivered(delivery.provider, 'unmatched');
      data.database.write(() => data.inbox.markTx(delivery.id, { state: 'unmatched', note: `It could not be applied: ${String(error)}` }));
    }
  }

  /** What a stored delivery says; a sentence where it cannot be read any more. */
  private read({ provider: name, path: whole, headers, body, receivedAt }: Delivery): Told | string {
    const provider = this.parts.providers[name];
    if (!provider) return `The provider ${name} is not set up.`;
    const end = whole.includes('?') ? whole.indexOf('?') : whole.length;
    const [path, query] = [whole.slice(0, end), whole.slice(end)];
    const reading = provider.readDelivery({ path, query, headers, body: new TextEncoder().encode(body), receivedAt });
    if (reading.kind === 'report') return reading;
    return reading.kind === 'refused' ? `It could not be verified again: ${reading.reason}.` : SAYS_NOTHING;
  }

  /** With what says nothing nothing is left to do. */
  private unread(note: string): DeliveryMark {
    return note === SAYS_NOTHING ? { state: 'applied', appliedAt: this.parts.clock.now(), note } : { state: 'unmatched', note };
  }

  private applyTx(delivery: Delivery, { report, hint = false, unproven = false }: Told): DeliveryMark {
    const { data, clock } = this.parts;
    const now = clock.now();
    const match = matchCall(data, delivery.provider, report);
    const givenUp = match.kind === 'never' || delivery.receivedAt < now - MATCH_WAIT_MS;
    if (match.kind === 'call' && unproven && data.calls.get(everyone, match.callId)?.providerCallId == null)
      return this.waitForIdTx(match.callId, givenUp);
    if (match.kind === 'call') {
      if (hint) return this.hintTx(match.callId, report);
      const result = applyReport(this.parts, match.callId, report, delivery.receivedAt);
      return { state: 'applied', callId: match.callId, appliedAt: now, note: result === 'unchanged' ? 'It changed nothing.' : null };
    }
    return { state: givenUp ? 'unmatched' : 'waiting', note: match.note };
  }

  private hintTx(callId: string, report: CallReport): DeliveryMark {
    const { data, clock } = this.parts;
    const call = data.calls.get(everyone, callId);
    if (call && lacksResult(call)) this.lateResults.add(callId);
    return { state: 'applied', callId, appliedAt: clock.now(), note: takeHintTx(this.parts, callId, report) };
  }

  /** After the hints about them are kept: what is asked for may be asked for again, by applying one of them anew. */
  private fetchLateResults(): void {
    const { log } = this.parts;
    for (const callId of this.lateResults) {
      fetchLateResult(this.parts, callId).catch((error: unknown) =>
        log.error({ err: error, callId }, 'a late result could not be fetched'),
      );
    }
    this.lateResults.clear();
  }

  /**
   * What nothing proves never tells a call its id at the provider: with a false one it would be looked for in vain, given up, and its
   * slot freed while it is up. The dial's own answer tells it, or the provider when it is asked.
   */
  private waitForIdTx(callId: string, givenUp: boolean): DeliveryMark {
    const { data, clock } = this.parts;
    if (!givenUp && data.calls.get(everyone, callId)?.ambiguous) {
      data.calls.watchTx(callId, clock.now());
      data.database.changes.due = true;
    }
    return { state: givenUp ? 'unmatched' : 'waiting', note: "The call's own id is not known yet, and nothing proves this one." };
  }

  /** Deletes old deliveries in small steps, once a day. */
  private prune(after: number): void {
    const { data, clock, log } = this.parts;
    let next: number | null = null;
    try {
      next = data.database.write(() => data.inbox.pruneTx(clock.now() - KEPT_MS, after));
    } catch (error) {
      log.error({ err: error }, 'old deliveries could not be deleted');
    }
    if (next === null) this.timer('prune', PRUNE_EVERY_MS, () => this.prune(0));
    else this.timer('prune', PRUNE_PAUSE_MS, () => this.prune(next));
  }

  private timer(name: 'next' | 'expire' | 'prune', delayMs: number, run: () => void): void {
    this.timers.get(name)?.();
    this.timers.set(
      name,
      this.parts.clock.after(delayMs, () => {
        this.timers.delete(name);
        run();
      }),
    );
  }
}
