/**
 * Bolna's calls: taken, scheduled, waiting above the account's concurrency, dialed on the line in their order, stopped, and tried
 * again where the request asked for that. What waits is no call of the network yet, so the line does not count it.
 */
import type { Clock } from '../../../src/main/ports/clock.ts';
import type { DialResult, PracticeLine } from '../../../src/main/telephony/practice/line.ts';
import type { LineCall } from '../../../src/main/telephony/practice/wire.ts';
import type { Fields } from '../routes.ts';
import type { BolnaAgent } from './options.ts';
import { type RetryConfig, retryDelayMs } from './retries.ts';

/** What Bolna says of an execution of which the network says nothing. */
export interface Own {
  status: 'scheduled' | 'queued' | 'stopped' | 'failed' | 'error' | 'balance-low';
  at: number;
  error: string | null;
}

export interface Execution {
  readonly id: string;
  readonly agentId: string;
  readonly longestSeconds: number;
  readonly to: string;
  readonly from: string | null;
  readonly userData: Fields;
  /** What the truth counts by. */
  readonly reference: string;
  readonly createdAt: number;
  readonly scheduledAt: number | null;
  readonly retryConfig: RetryConfig | null;
  readonly retryHistory: { attempt: number; status: string; at: string }[];
  /** The call on the network; null while there is none. */
  lineId: string | null;
  own: Own;
  /** Somebody stopped it. */
  stopped: boolean;
  cancelTimer: () => void;
}

export interface ExecutionsParts {
  clock: Clock;
  line: PracticeLine;
  concurrency: () => number | null;
  ringSeconds: () => number;
  variables: (userData: Fields) => Record<string, string>;
  /** Told what happened to an execution without the network: its `own` is new. */
  tell: (execution: Execution) => void;
}

/** What becomes of an execution that was asked for: `waits` is an accepted one too. */
export type Placed = DialResult | { kind: 'waits' };
export type Stopped = 'stopped' | 'not-found' | 'too-late';

const WAITING = new Set<string>(['scheduled', 'queued']);

export class Executions {
  private readonly parts: ExecutionsParts;
  private readonly byId = new Map<string, Execution>();
  /** Each call that the network had of an execution, with the number of calls before it. */
  private readonly byLineId = new Map<string, { execution: Execution; retries: number }>();
  private readonly waiting: Execution[] = [];
  private readonly stopWatching: () => void;
  private up: number;
  /** The dial that the line is being asked for: it tells its id before it answers. */
  private dialing: Execution | null = null;
  private pumping = false;
  private cancelPump = () => {};

  constructor(parts: ExecutionsParts) {
    this.parts = parts;
    this.up = parts.line.observe().up;
    this.stopWatching = parts.line.watch((what, { id }) => (what === 'up' ? this.wentUp(id) : this.wentDown(id)));
  }

  get all(): Execution[] {
    return [...this.byId.values()];
  }

  get upNow(): number {
    return this.up;
  }

  /** What the network allows at once. */
  get lineLimit(): number | null {
    return this.parts.line.settings.accountLimit;
  }

  find(id: string): Execution | null {
    return this.byId.get(id) ?? null;
  }

  /** The execution of a call of the network, with the number of calls before it. */
  ofLine(lineId: string): { execution: Execution; retries: number } | null {
    return this.byLineId.get(lineId) ?? null;
  }

  callOf({ lineId }: Execution): LineCall | null {
    return lineId === null ? null : this.parts.line.byId(lineId);
  }

  /** Takes a call: dials it where there is room, else keeps it. What is not accepted is forgotten. */
  async place(execution: Execution): Promise<Placed> {
    this.byId.set(execution.id, execution);
    if (execution.own.status === 'scheduled') return this.schedule(execution, execution.scheduledAt! - this.parts.clock.now());
    if (execution.own.status !== 'queued') {
      this.parts.tell(execution);
      return { kind: 'waits' };
    }
    if (this.waiting.length > 0 || !this.hasRoom()) return this.wait(execution);
    const result = await this.dial(execution);
    if (result.kind === 'refused' && result.code === 'too_many_calls') return this.wait(execution);
    if (result.kind !== 'accepted') this.byId.delete(execution.id);
    return result;
  }

  async stop(id: string): Promise<Stopped> {
    const execution = this.byId.get(id);
    if (!execution) return 'not-found';
    if (execution.lineId === null) {
      if (!WAITING.has(execution.own.status)) return 'too-late';
      execution.cancelTimer();
      const index = this.waiting.indexOf(execution);
      if (index >= 0) this.waiting.splice(index, 1);
      this.end(execution, 'stopped', null);
      return 'stopped';
    }
    const before = execution.stopped;
    // The line tells of it before it answers.
    execution.stopped = true;
    const result = await this.parts.line.withdraw(execution.lineId);
    if (typeof result !== 'string') return 'stopped';
    execution.stopped = before;
    return result;
  }

  /** Dials what waits as far as there is room now. */
  pump(): void {
    if (this.pumping) return;
    this.pumping = true;
    void this.dialWaiting().finally(() => {
      this.pumping = false;
    });
  }

  close(): void {
    this.stopWatching();
    this.cancelPump();
    for (const execution of this.byId.values()) execution.cancelTimer();
  }

  private hasRoom(): boolean {
    return this.up < Math.min(this.parts.concurrency() ?? Infinity, this.lineLimit ?? Infinity);
  }

  private wait(execution: Execution): Placed {
    this.waiting.push(execution);
    this.pump();
    return { kind: 'waits' };
  }

  private schedule(execution: Execution, delayMs: number): Placed {
    execution.cancelTimer = this.parts.clock.after(delayMs, () => {
      execution.own = { status: 'queued', at: this.parts.clock.now(), error: null };
      this.wait(execution);
    });
    return { kind: 'waits' };
  }

  private async dialWaiting(): Promise<void> {
    while (this.waiting.length > 0 && this.hasRoom()) {
      const execution = this.waiting.shift()!;
      const result = await this.dial(execution);
      if (result.kind === 'refused' && result.status === 429) {
        this.waiting.unshift(execution);
        this.cancelPump();
        this.cancelPump = this.parts.clock.after(1000 / this.parts.line.settings.speed, () => this.pump());
        return;
      }
      if (result.kind === 'refused') this.end(execution, 'failed', result.message);
      else if (result.kind !== 'accepted') this.end(execution, 'error', 'The call could not be placed.');
    }
  }

  private async dial(execution: Execution): Promise<DialResult> {
    const { to, from, agentId, userData, reference, longestSeconds } = execution;
    const { line, ringSeconds, variables } = this.parts;
    this.dialing = execution;
    const dialed = line.dial({
      reference,
      to,
      from,
      agent: agentId,
      variables: variables(userData),
      record: true,
      ringSeconds: ringSeconds(),
      longestSeconds,
    });
    this.dialing = null;
    return dialed;
  }

  private wentUp(lineId: string): void {
    this.up++;
    const execution = this.dialing;
    if (!execution) return;
    execution.lineId = lineId;
    this.byLineId.set(lineId, { execution, retries: execution.retryHistory.length });
  }

  private wentDown(lineId: string): void {
    this.up--;
    // The line is in the midst of its step: nothing is asked of it before that is done.
    queueMicrotask(() => {
      const execution = this.byLineId.get(lineId)?.execution;
      if (execution) this.retry(execution);
      this.pump();
    });
  }

  private retry(execution: Execution): void {
    const call = this.callOf(execution);
    if (!call || execution.stopped || !execution.retryConfig) return;
    const attempt = execution.retryHistory.length + 1;
    const delayMs = retryDelayMs(execution.retryConfig, attempt, call);
    if (delayMs === null) return;
    const now = this.parts.clock.now();
    execution.retryHistory.push({ attempt, status: call.status, at: new Date(now).toISOString() });
    execution.lineId = null;
    execution.own = { status: 'scheduled', at: now, error: null };
    this.schedule(execution, delayMs / this.parts.line.settings.speed);
    this.parts.tell(execution);
  }

  private end(execution: Execution, status: Own['status'], error: string | null): void {
    execution.own = { status, at: this.parts.clock.now(), error };
    this.parts.tell(execution);
  }
}

/** A new execution; it is not placed yet. */
export function newExecution(
  of: Pick<Execution, 'id' | 'to' | 'from' | 'userData' | 'reference' | 'createdAt' | 'scheduledAt' | 'retryConfig'> & {
    agent: BolnaAgent;
    outOfBalance: boolean;
  },
): Execution {
  const { agent, outOfBalance, ...rest } = of;
  const status = outOfBalance ? 'balance-low' : rest.scheduledAt === null ? 'queued' : 'scheduled';
  return {
    ...rest,
    agentId: agent.id,
    longestSeconds: agent.longestSeconds,
    retryHistory: [],
    lineId: null,
    own: { status, at: rest.createdAt, error: outOfBalance ? 'The wallet has no balance left.' : null },
    stopped: false,
    cancelTimer: () => {},
  };
}
