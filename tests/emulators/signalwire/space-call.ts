/** One call of the space: what was asked for, what has happened to it, and all of them by id. */
import type { LineStep } from '../../../src/main/telephony/practice/line.ts';
import type { LineCall, LineStatus } from '../../../src/main/telephony/practice/wire.ts';

/** An address that the space posts to or gets. */
export interface Hook {
  url: string;
  method: 'GET' | 'POST';
}

/** Events that can be subscribed to, in the words of the compatibility API. */
export type EventName = 'initiated' | 'ringing' | 'answered' | 'completed';

/** What a dial asked for, in one form for both surfaces. */
export interface Wishes {
  surface: 'compat' | 'calling';
  reference: string;
  to: string;
  from: string;
  ringSeconds: number;
  longestSeconds: number;
  record: boolean;
  agent: string;
  variables: Readonly<Record<string, string>>;
  status: (Hook & { events: ReadonlySet<EventName> }) | null;
  /** What to do when the contact answers: a document to ask for, or one that came along. */
  instructions: { kind: 'ask'; hook: Hook; fallback: Hook | null } | { kind: 'inline'; swml: unknown };
  detection: { mode: 'start' | 'message-end'; async: Hook | null } | null;
  recording: (Hook & { events: ReadonlySet<string> }) | null;
}

export interface CallEvent {
  status: LineStatus;
  at: number;
  /** Its number among those that are told; null where nobody subscribed to it. */
  number: number | null;
}

export interface SpaceCall {
  readonly sid: string;
  readonly recordingSid: string;
  /** `https://host` under which the dial came: recordings are found there. */
  readonly origin: string;
  readonly createdAt: number;
  wishes: Wishes;
  /** The line's id of it and how it was last seen; null before the line has it. */
  line: LineCall | null;
  /** By the line's number of the step. */
  readonly events: Map<number, CallEvent>;
  /** Events told so far. */
  told: number;
  /** What detection found. */
  answeredBy: 'human' | 'machine' | null;
  /** The end that it comes to, whatever the line says. */
  endsAs: 'failed' | 'completed' | null;
  /** Asked when the far side hangs up first. */
  dialAction: Hook | null;
}

export class SpaceCalls {
  private readonly bySid = new Map<string, SpaceCall>();
  private readonly byLine = new Map<string, SpaceCall>();
  /** The call that is being handed to the line at this moment. */
  private handing: SpaceCall | null = null;

  /** Hands a call to the line; the steps that it takes meanwhile are its own. */
  hand<T>(call: SpaceCall, dial: () => Promise<T>): Promise<T> {
    this.handing = call;
    try {
      return dial();
    } finally {
      this.handing = null;
    }
  }

  /** The call that a step belongs to; null where this space does not know it. */
  took({ call: line }: LineStep): SpaceCall | null {
    const call = this.byLine.get(line.id) ?? this.handing;
    if (!call) return null;
    call.line = line;
    this.byLine.set(line.id, call);
    this.bySid.set(call.sid, call);
    return call;
  }

  find(sid: string): SpaceCall | null {
    return this.bySid.get(sid) ?? null;
  }

  ofLine(lineId: string): SpaceCall | null {
    return this.byLine.get(lineId) ?? null;
  }

  withRecording(recordingSid: string): SpaceCall | null {
    return [...this.bySid.values()].find((call) => call.recordingSid === recordingSid) ?? null;
  }

  /** The newest first. */
  all(): SpaceCall[] {
    return [...this.bySid.values()].toReversed();
  }

  delete(sid: string): void {
    this.bySid.delete(sid);
  }
}

/** The event that a step is told as; null for a step that is none. */
export function eventOf(status: LineStatus): EventName | null {
  if (status === 'queued' || status === 'completed') return null;
  if (status === 'initiated' || status === 'ringing') return status;
  return status === 'in-progress' ? 'answered' : 'completed';
}

/** When the call first came to one of these; null where it did not. */
export function cameTo(call: SpaceCall, ...statuses: readonly LineStatus[]): number | null {
  for (const event of call.events.values()) if (statuses.includes(event.status)) return event.at;
  return null;
}

/** When its line went down. */
export const endedAt = (call: SpaceCall) => cameTo(call, 'call-disconnected', 'busy', 'no-answer', 'failed', 'canceled');
/** Whole seconds of talk, 0 where there was none. */
export const secondsOf = (line: LineCall) => Math.round(line.duration_seconds ?? 0);
