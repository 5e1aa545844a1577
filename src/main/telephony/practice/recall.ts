/** What the practice line has in mind: its calls by id, reference and number, read from the journal at its start. */
import { type CallRecord, fromKept, newRecord, takeStep, toKept } from './call-record.ts';
import type { Journal, JournalEntry } from './journal.ts';
import { Counter } from './tally.ts';
import { isEnded } from './wire.ts';

/** Ended calls beyond these are forgotten, the oldest first. */
const MOST_ENDED = 20_000;
const KEPT_MS = 7 * 24 * 3_600_000;

export class Memory {
  readonly calls = new Map<string, CallRecord>();
  readonly byReference = new Map<string, string[]>();
  /** The latest call to each number. */
  readonly lastTo = new Map<string, CallRecord>();
  readonly upCalls = new Set<CallRecord>();
  readonly counter = new Counter();
  /** Ended calls, the oldest first. */
  private readonly ended = new Set<CallRecord>();

  /** Counts a call that the line takes, or took before the journal was rewritten. */
  accept(record: CallRecord): CallRecord {
    const { reference, to } = record.call;
    const others = this.byReference.get(reference) ?? [];
    this.calls.set(record.id, record);
    this.byReference.set(reference, [...others, record.id]);
    this.lastTo.set(to, record);
    this.upCalls.add(record);
    this.counter.lineUp({ to, reference }, others.length > 0);
    if (record.downAt !== null) this.down(record);
    if (isEnded(record.status)) this.over(record);
    return record;
  }

  /** Takes the next step of a call at `at`. @returns whether its line went down. */
  step(record: CallRecord, at: number): boolean {
    const wasUp = record.downAt === null;
    takeStep(record, at);
    const wentDown = wasUp && record.downAt !== null;
    if (wentDown) this.down(record);
    if (isEnded(record.status)) this.over(record);
    return wentDown;
  }

  forget(record: CallRecord): void {
    this.ended.delete(record);
    this.calls.delete(record.id);
    if (this.lastTo.get(record.call.to) === record) this.lastTo.delete(record.call.to);
    const others = this.byReference.get(record.call.reference)?.filter((id) => id !== record.id) ?? [];
    if (others.length === 0) this.byReference.delete(record.call.reference);
    else this.byReference.set(record.call.reference, others);
  }

  private down(record: CallRecord): void {
    this.counter.lineDown(record.call);
    this.upCalls.delete(record);
  }

  /** Remembers that a call is over, and forgets the oldest that is. */
  private over(record: CallRecord): void {
    this.ended.add(record);
    if (this.ended.size > MOST_ENDED) this.forget(this.ended.values().next().value!);
  }
}

/** Reads a journal from its beginning. */
export function recall(journal: Journal): Memory {
  const memory = new Memory();
  journal.replay((entry) => {
    if (entry.kind === 'tally') memory.counter.tally = structuredClone(entry.tally);
    else if (entry.kind === 'kept') memory.accept(fromKept(entry.record));
    else if (entry.kind === 'accepted') memory.accept(newRecord(entry));
    else goOn(memory, entry);
  });
  return memory;
}

function goOn(memory: Memory, entry: Extract<JournalEntry, { kind: 'step' | 'changed' }>): void {
  const record = memory.calls.get(entry.id);
  if (!record) return;
  if (entry.kind === 'changed') record.plan = entry.plan;
  else if (entry.step === record.nextStep) memory.step(record, entry.at);
}

/**
 * What of a memory a journal keeps at a start: all that is not over, and what ended in the last 7 days; the rest is forgotten.
 * One entry a call cannot show which calls were up together, so the tally comes last and stands for them.
 */
export function* keptEntries(memory: Memory, now: number): Generator<JournalEntry> {
  for (const record of memory.calls.values()) {
    if (isEnded(record.status) && now - record.statusAt > KEPT_MS) memory.forget(record);
    else yield { kind: 'kept', record: toKept(record) };
  }
  yield { kind: 'tally', tally: structuredClone(memory.counter.tally) };
}
