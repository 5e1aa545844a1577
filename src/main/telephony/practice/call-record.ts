/** One call of the practice line: what is kept of it, how a step changes it, and how it is told. */
import { chanceOf } from './chance.ts';
import type { CallPlan, PlanStep } from './plan.ts';
import { conversation, message } from './transcripts.ts';
import { isEnded, isUp, type LineCall, type LineStatus, type NewLineCall } from './wire.ts';

export interface CallRecord {
  readonly id: string;
  /** Which call to its number it is, from 1. */
  readonly nth: number;
  readonly call: NewLineCall;
  readonly acceptedAt: number;
  plan: CallPlan;
  /** Index of the step that comes next. */
  nextStep: number;
  status: LineStatus;
  statusAt: number;
  answeredAt: number | null;
  /** When the line went down; null while it is up. */
  downAt: number | null;
  /** The step that a timer waits for; null where none is set. */
  timerFor: number | null;
  cancelTimer: () => void;
}

/** A record as the journal keeps it. */
export type KeptRecord = Omit<CallRecord, 'timerFor' | 'cancelTimer'>;

const NO_TIMER = { timerFor: null, cancelTimer: () => {} } as const;

export const fromKept = (kept: KeptRecord): CallRecord => ({ ...kept, ...NO_TIMER });

export function toKept({ timerFor: _step, cancelTimer: _cancel, ...kept }: CallRecord): KeptRecord {
  return kept;
}

export function newRecord(of: Pick<CallRecord, 'id' | 'nth' | 'call' | 'plan'> & { at: number }): CallRecord {
  const { at, ...rest } = of;
  return { ...rest, acceptedAt: at, nextStep: 0, status: 'queued', statusAt: at, answeredAt: null, downAt: null, ...NO_TIMER };
}

/** Takes the next step at `at`. */
export function takeStep(record: CallRecord, at: number): void {
  const step = record.plan.steps[record.nextStep]!;
  record.nextStep++;
  record.status = step.status;
  record.statusAt = Math.max(at, record.statusAt);
  if (step.status === 'in-progress') record.answeredAt = record.statusAt;
  if (!isUp(step.status)) record.downAt ??= record.statusAt;
}

/** The rest of the life of a call that was hung up at `now`: an answered one gets its result, another one is cancelled. */
export function hungUp(record: CallRecord, now: number): CallPlan {
  const { plan, answeredAt, nextStep, acceptedAt } = record;
  const done = plan.steps.slice(0, nextStep);
  const afterMs = Math.max(now - acceptedAt, done.at(-1)?.afterMs ?? 0);
  const ended = { hungUpBy: 'api', reason: 'hung up by request' } as const;
  if (answeredAt === null) return { ...plan, ...ended, steps: [...done, { status: 'canceled', afterMs }] };
  const result = chanceOf(record.id, 'result')() * 4 + 2;
  const talkSeconds = Math.min(plan.talkSeconds ?? 0, Math.round((Math.max(0, now - answeredAt) * plan.speed) / 100) / 10);
  const steps: PlanStep[] = [
    ...done,
    { status: 'call-disconnected', afterMs },
    { status: 'completed', afterMs: afterMs + Math.round((result * 1000) / plan.speed) },
  ];
  return { ...plan, ...ended, steps, talkSeconds };
}

/** Practice credits a minute of talk, begun minutes counted whole. */
const CREDITS_A_MINUTE = 1;

/** The call as the line tells it at this moment: of its end no more than is known by then. */
export function callResource(record: CallRecord): LineCall {
  const { id, call, plan, status, acceptedAt, statusAt } = record;
  const down = !isUp(status);
  const answered = plan.answeredBy !== null && record.answeredAt !== null;
  return {
    id,
    reference: call.reference,
    status,
    to: call.to,
    from: call.from,
    agent: call.agent,
    accepted_at: acceptedAt,
    status_at: statusAt,
    duration_seconds: down && answered ? plan.talkSeconds : null,
    answered_by: down && answered ? plan.answeredBy : null,
    hung_up_by: down ? plan.hungUpBy : null,
    reason: down ? plan.reason : null,
    ...resultOf(record, answered),
  };
}

const NO_RESULT = { cost: null, recording: null, transcript: null, summary: null, extracted: null } as const;

/** What is known only when the result has come. */
function resultOf({ id, call, plan, status, nth }: CallRecord, answered: boolean): Pick<LineCall, keyof typeof NO_RESULT> {
  if (!isEnded(status) || !answered) return NO_RESULT;
  const seconds = plan.talkSeconds ?? 0;
  const said =
    plan.answeredBy === 'machine' ? message(call.variables) : conversation(call.variables, seconds, chanceOf('talk', call.to, nth)());
  return {
    ...said,
    cost: { amount: Math.ceil(seconds / 60) * CREDITS_A_MINUTE, unit: 'practice credits' },
    recording: call.record && seconds > 0 ? recordingPath(id, seconds) : null,
  };
}

/** The length stands in the name, so that a recording can be had long after the line forgot the call. */
const recordingPath = (id: string, seconds: number) => `/v1/recordings/${id}.${Math.round(seconds * 10)}.wav`;
