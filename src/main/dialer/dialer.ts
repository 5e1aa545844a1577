/**
 * The loop: recover, catch up, claim, dial, sleep until the next due time or ten seconds.
 *
 * Runs at the start, on every commit that can make something due (a slot released, an item added, a limit raised), at the next
 * due time, and after the computer woke up. The due times in the database are the truth; a timer is only a hint. A pass that
 * fails is logged and told, and the next one runs.
 */
import { AppError } from '../../shared/domain/app-error.ts';
import { everyone } from '../data/scope.ts';
import type { Actor, Parts } from '../parts.ts';
import { sleep } from '../ports/clock.ts';
import type { CallNow, DialerPort } from '../ports/dialer.ts';
import { dialingSettings } from '../settings/dialing.ts';
import { Background } from './background.ts';
import { CampaignBreaker } from './campaign-breaker.ts';
import { claimNow, refuseUnmade } from './call-now.ts';
import { dial } from './dial.ts';
import { EndCancelled } from './end-cancelled.ts';
import { pauseForFaultTx } from './fault-pause.ts';
import { Faults } from './faults.ts';
import { Pass } from './pass.ts';
import type { ClaimedCall } from './record-call.ts';
import { hasClockJumped, type ClockReading, readClock } from './sleep-notice.ts';
import { claimTestCall, type TestCall } from './test-call.ts';
import { watchCalls } from './watch.ts';
import { Withdrawal } from './withdraw.ts';

/** How long the loop sleeps after a pass that failed, and where the store cannot say when something is due. */
const TICK_MS = 10_000;

/** How long whoever asks for one call waits for the provider's answer to its dial. */
const ANSWER_MS = 10_000;

export class Dialer implements DialerPort {
  private readonly parts: Parts;
  private readonly faults: Faults;
  private readonly work: Pass;
  private readonly breaker: CampaignBreaker;
  private readonly watching: Background;
  private readonly withdrawing: Background;
  private readonly cancelled: EndCancelled;
  private readonly ending: Background;
  private readonly dials = new Set<Promise<void>>();
  private lastReading: ClockReading;
  private cancelTimer: (() => void) | null = null;
  private stopListening: (() => void) | null = null;
  private poked = false;
  private running = false;
  private stopped = false;
  /** How often it was asked what became of the calls that were up. */
  private rounds = 0;

  constructor(parts: Parts) {
    this.parts = parts;
    this.faults = new Faults(parts);
    this.work = new Pass(parts);
    this.breaker = new CampaignBreaker(parts);
    const withdrawal = new Withdrawal(parts);
    this.cancelled = new EndCancelled(parts);
    this.watching = new Background(() => watchCalls(parts), this.faults);
    this.withdrawing = new Background(() => withdrawal.run(), this.faults);
    this.ending = new Background(() => this.cancelled.run(), this.faults);
    this.lastReading = readClock(parts.clock);
  }

  /** Asks the providers about every call that was up, then begins to dial. */
  start(): void {
    this.running = true;
    this.stopListening = this.parts.data.database.onChange((changes) => {
      if (changes.slots) this.parts.signal('release.after-commit');
      if (changes.failedIn.size > 0) this.faults.guard('Looking at calls that failed', () => this.breaker.look(changes.failedIn));
      if (changes.stoppedBy.size > 0) this.faults.guard('Pausing what a provider stopped', () => this.stopFor(changes.stoppedBy));
      if (changes.due) this.poke();
    });
    this.reconcile();
  }

  /** Ends the loop and waits for the dials under way to be recorded. */
  async stop(): Promise<void> {
    this.running = false;
    this.stopped = true;
    this.stopListening?.();
    this.cancelTimer?.();
    await Promise.allSettled([...this.dials, this.watching.idle(), this.withdrawing.idle(), this.ending.idle()]);
  }

  /** Runs a pass as soon as what is being done now is done. */
  poke(): void {
    if (this.poked || !this.running) return;
    this.poked = true;
    this.sleep(0);
  }

  hold(sentence: string): void {
    this.parts.health.raise('held', sentence, this.parts.clock.now());
  }

  wake(): void {
    this.parts.health.clear('held');
    if (this.running) this.reconcile();
  }

  async testCall(actor: Actor, test: TestCall): Promise<string> {
    this.refuseWhileHeld();
    return this.dialOne(claimTestCall(this.parts, actor, test));
  }

  async callNow(actor: Actor, asked: CallNow): Promise<string> {
    this.refuseWhileHeld();
    const callId = await this.dialOne(claimNow(this.parts, actor, asked, () => !this.stopped && this.faults.mayClaim()));
    refuseUnmade(this.parts, callId);
    return callId;
  }

  private refuseWhileHeld(): void {
    const held = this.parts.health.list().find(({ code }) => code === 'held');
    if (held) throw new AppError('unavailable', 'no_new_calls', held.sentence);
  }

  /** Dials what one person asked for. @returns our id of the call, after the provider has answered or ten seconds. */
  private async dialOne(claimed: ClaimedCall): Promise<string> {
    const dialing = dial(this.parts, claimed);
    this.track(dialing);
    await Promise.race([dialing, sleep(this.parts.clock, ANSWER_MS)]);
    return claimed.callId;
  }

  /** A provider that ended a call for what stands against all of them: its campaigns are paused, with its words. */
  private stopFor(callIds: ReadonlySet<string>): void {
    const { data } = this.parts;
    data.database.write(() => {
      for (const call of [...callIds].map((id) => data.calls.get(everyone, id)))
        if (call) pauseForFaultTx(this.parts, call, 'stop-everything', `${call.reason ?? 'The provider stopped all calls'}.`);
    });
  }

  private sleep(ms: number): void {
    this.cancelTimer?.();
    this.cancelTimer = this.parts.clock.after(ms, () => {
      this.poked = false;
      this.pass();
    });
  }

  /** One pass. Claims only while nothing stands against it. */
  private pass(): void {
    if (!this.running) return;
    if (hasClockJumped(this.lastReading, readClock(this.parts.clock))) return this.reconcile();
    this.lastReading = readClock(this.parts.clock);
    let soon = false;
    let tokenAt: number | null = null;
    const { clock, metrics } = this.parts;
    const beganAt = clock.monotonic();
    const passed = this.faults.guard('A pass of the dialer', () => {
      this.faults.probe();
      const done = this.work.run(() => this.faults.mayClaim());
      for (const claimed of done.claimed) this.track(dial(this.parts, claimed));
      soon = done.more;
      tokenAt = done.nextTokenAt;
    });
    metrics.passed(clock.monotonic() - beganAt);
    // Stopped by what the pass set off: nothing of this engine goes on.
    if (!this.running) return;
    this.watching.kick();
    this.withdrawing.kick();
    this.ending.kick();
    if (this.poked) return;
    // What is due stays due after a pass that failed: it is tried again with the tick, not at once and without end.
    this.sleep(passed ? (soon ? 0 : this.msUntilDue(tokenAt)) : TICK_MS);
  }

  private track(work: Promise<void>): void {
    const settled = work.catch((error: unknown) => this.faults.tell('Recording a dial', error)).finally(() => this.dials.delete(settled));
    this.dials.add(settled);
  }

  /** Milliseconds to the next due time, a tick at most. Where the store cannot tell, the tick alone goes on, so that the loop never ends. */
  private msUntilDue(tokenAt: number | null): number {
    try {
      const { clock, data } = this.parts;
      const now = clock.now();
      const passMs = dialingSettings(this.parts).passSeconds * 1000;
      const { duties, calls } = data;
      const times = [duties.nextReadyAt(), duties.nextOpeningEdge(now), calls.nextCheckAt(), this.cancelled.nextAt(), tokenAt];
      const due = times.filter((at) => at !== null);
      return Math.min(passMs, Math.max(Math.min(...due, now + passMs) - now, 1));
    } catch (error) {
      this.faults.tell('Reading the next due time', error);
      return TICK_MS;
    }
  }

  /** After a start, a sleep or a jump of the clock: first what became of the calls that were up, then the next pass (rule 20). */
  private reconcile(): void {
    const { clock, data, health } = this.parts;
    this.rounds += 1;
    const round = this.rounds;
    health.raise('reconciling', 'Asking what became of the calls that were up.', clock.now());
    this.lastReading = readClock(clock);
    this.faults.guard('Looking at the calls that were up', () => data.database.write(() => data.calls.checkAllTx(clock.now())));
    const reconciled = this.watching.runOnce().finally(() => {
      // Asked for again meanwhile: the later one says when it is done.
      if (round !== this.rounds) return;
      health.clear('reconciling');
      this.poked = false;
      this.poke();
    });
    this.track(reconciled);
  }
}
