/** Takes a dial that was read on either surface: the queue, the line, and the answers that never come. */
import { createHash } from 'node:crypto';
import type { Clock } from '../../../src/main/ports/clock.ts';
import type { PracticeLine } from '../../../src/main/telephony/practice/line.ts';
import { leftOpen } from '../left-open.ts';
import { Refusal } from './errors.ts';
import type { SignalWireOptions } from './options.ts';
import type { SpaceCall, SpaceCalls, Wishes } from './space-call.ts';
import type { StartQueue } from './start-queue.ts';

export interface DialingParts {
  clock: Clock;
  newId: (bytes: number) => string;
  line: PracticeLine;
  calls: SpaceCalls;
  queue: StartQueue;
  options: () => SignalWireOptions;
}

/** @returns the call that was accepted. @throws Refusal. A dial that gets no answer rejects when its sender gives up. */
export async function takeDial(parts: DialingParts, wishes: Wishes, request: Request): Promise<SpaceCall> {
  const { clock, line, calls, queue, options } = parts;
  const now = clock.now();
  if (queue.length(now) >= options().backlog) throw new Refusal(400, '21611', 'the queue of outbound calls is full');
  const call: SpaceCall = {
    sid: uuid(parts.newId(16)),
    recordingSid: uuid(parts.newId(16)),
    origin: new URL(request.url).origin,
    createdAt: now,
    wishes,
    line: null,
    events: new Map(),
    told: 0,
    answeredBy: null,
    endsAs: null,
    dialAction: null,
  };
  const { reference, to, from, agent, variables, record, ringSeconds, longestSeconds } = wishes;
  const asked = { reference, to, from, agent, variables, record, ringSeconds, longestSeconds, waitMs: queue.waitMs(now) };
  const dialed = calls.hand(call, () => line.dial(asked));
  // The next dial may come while this one waits for the line's journal.
  if (call.line !== null) queue.take(now);
  const result = await dialed;
  if (result.kind === 'silence') return leftOpen(request);
  if (result.kind === 'error') throw new Refusal(500, '20500', 'internal server error');
  if (result.kind === 'refused') throw refusalOf(result.code, result.message);
  if (result.answer === 'none') return leftOpen(request);
  if (result.answer === 'error') throw new Refusal(500, '20500', 'internal server error');
  return call;
}

function refusalOf(code: string, message: string): Refusal {
  if (code === 'wrong_number') return new Refusal(400, '21217', message, 'to');
  if (code === 'too_many_calls') return new Refusal(400, '21611', message);
  return new Refusal(429, '20429', 'too many requests');
}

/** A UUID made of a secret word. */
export function uuid(word: string): string {
  const hex = createHash('sha256').update(word).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
