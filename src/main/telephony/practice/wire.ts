/** What the practice line says over HTTP: its own words, which only this folder knows. */

export const LINE_STATUSES = [
  'queued',
  'initiated',
  'ringing',
  'in-progress',
  'call-disconnected',
  'completed',
  'busy',
  'no-answer',
  'failed',
  'canceled',
] as const;
export type LineStatus = (typeof LINE_STATUSES)[number];

/** Statuses in which the line is up: from the moment the call was accepted until it is over or disconnected. */
const UP: ReadonlySet<LineStatus> = new Set(['queued', 'initiated', 'ringing', 'in-progress']);
export const isUp = (status: LineStatus) => UP.has(status);

const ENDED: ReadonlySet<LineStatus> = new Set(['completed', 'busy', 'no-answer', 'failed', 'canceled']);
export const isEnded = (status: LineStatus) => ENDED.has(status);

/** The body of `POST /v1/calls`. */
export interface NewLineCall {
  /** The caller's own id of the call; kept, never compared: a second call with the same one is a second call. */
  reference: string;
  to: string;
  from: string | null;
  agent: string;
  variables: Readonly<Record<string, string>>;
  record: boolean;
  ringSeconds: number;
  longestSeconds: number;
  /** Milliseconds that it waits, accepted, before it is dialed: what a vendor's queue does to it. None where absent. */
  waitMs?: number;
}

/** A call as the line tells it, in answers and in webhooks. Seconds are of the line's own time, instants UTC milliseconds. */
export interface LineCall {
  id: string;
  reference: string;
  status: LineStatus;
  to: string;
  from: string | null;
  agent: string;
  accepted_at: number;
  /** When the status began. */
  status_at: number;
  duration_seconds: number | null;
  answered_by: 'human' | 'machine' | null;
  cost: { amount: number; unit: string } | null;
  /** A path of this interface. */
  recording: string | null;
  transcript: string | null;
  summary: string | null;
  extracted: Readonly<Record<string, unknown>> | null;
  hung_up_by: 'contact' | 'agent' | 'network' | 'api' | null;
  reason: string | null;
}

/** The body of a webhook. */
export interface LineEvent {
  /** Equal for two copies of one delivery. */
  event_id: string;
  /** From 0, in the order in which things happened to the call. */
  sequence: number;
  call: LineCall;
}

/** An answer that is not 2xx. */
export interface LineError {
  error: { code: LineErrorCode; message: string };
}

export type LineErrorCode =
  | 'bad_request'
  | 'bad_key'
  | 'not_found'
  | 'wrong_number'
  | 'unknown_agent'
  | 'too_many_calls'
  | 'too_fast'
  | 'too_late'
  | 'internal';
