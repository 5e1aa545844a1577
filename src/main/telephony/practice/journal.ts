/**
 * What the practice line remembers over a restart: one JSON line an entry, only ever appended. A dial is answered when its entry
 * is on the disk, so that a call that was promised is never forgotten; steps may be lost with the power, for they follow from
 * the plan of the call. A last line that is cut off (the process ended while it wrote) is left out.
 */
import { closeSync, existsSync, fsync, fsyncSync, ftruncateSync, mkdirSync, openSync, readSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import type { KeptRecord } from './call-record.ts';
import type { CallPlan } from './plan.ts';
import type { Tally } from './tally.ts';
import type { NewLineCall } from './wire.ts';

export type JournalEntry =
  /** A call as it was when the journal was last rewritten. */
  | { kind: 'kept'; record: KeptRecord }
  /** Everything that was counted until then; stands for what the entries before it would count. */
  | { kind: 'tally'; tally: Tally }
  | { kind: 'accepted'; at: number; id: string; nth: number; call: NewLineCall; plan: CallPlan }
  | { kind: 'step'; at: number; id: string; step: number }
  /** A call was hung up or withdrawn: the rest of its life is another one. */
  | { kind: 'changed'; at: number; id: string; plan: CallPlan };

export interface Journal {
  /** Hands over every entry, oldest first. */
  replay(take: (entry: JournalEntry) => void): void;
  /** Adds an entry; it outlives the process at once, the machine after `flush`. */
  append(entry: JournalEntry): void;
  /** Resolves when everything that was appended so far is on the disk. */
  flush(): Promise<void>;
  /** Replaces all entries. */
  rewrite(entries: Iterable<JournalEntry>): void;
  close(): void;
}

/** A journal that lasts as long as the object: for tests that drop an engine and keep its line. */
export function memoryJournal(): Journal {
  let entries: JournalEntry[] = [];
  return {
    replay: (take) => [...entries].forEach(take),
    append: (entry) => void entries.push(entry),
    flush: () => Promise.resolve(),
    rewrite: (kept) => {
      entries = [...kept];
    },
    close() {},
  };
}

/** A journal in a file, which is made where there is none. */
export function fileJournal(file: string): Journal {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  let opened: number | null = openSync(file, 'a+', 0o600);
  // Once closed, the number of the handle may stand for another file.
  const handle = (): number => {
    if (opened === null) throw new Error('the journal is closed');
    return opened;
  };
  return {
    replay(take) {
      const whole = readLines(file, (line) => take(JSON.parse(line) as JournalEntry));
      // What follows a line that was cut off would otherwise become part of it.
      ftruncateSync(handle(), whole);
    },
    append: (entry) => void writeSync(handle(), `${JSON.stringify(entry)}\n`),
    flush: flushTogether(handle),
    rewrite(entries) {
      const fresh = `${file}.new`;
      const target = openSync(fresh, 'w', 0o600);
      for (const entry of entries) writeSync(target, `${JSON.stringify(entry)}\n`);
      fsyncSync(target);
      closeSync(target);
      closeSync(handle());
      renameSync(fresh, file);
      opened = openSync(file, 'a+', 0o600);
    },
    close() {
      if (opened !== null) closeSync(opened);
      opened = null;
    },
  };
}

/** One flush serves everyone who asked before it began: dials that come together wait once. */
function flushTogether(handle: () => number): () => Promise<void> {
  const sync = promisify(fsync);
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  const start = async (): Promise<void> => {
    running = sync(handle()).finally(() => {
      running = null;
    });
    return running;
  };
  return () => {
    if (!running) return start();
    // The one under way may have begun before the caller's entry was written.
    next ??= running
      .catch(() => {})
      .then(() => {
        next = null;
        return start();
      });
    return next;
  };
}

const CHUNK = 1 << 20;

/** Reads a file line by line. @returns the length of the whole lines in bytes; a last line without its end is not handed over. */
function readLines(file: string, take: (line: string) => void): number {
  if (!existsSync(file)) return 0;
  const handle = openSync(file, 'r');
  const chunk = Buffer.alloc(CHUNK);
  let rest = Buffer.alloc(0);
  let whole = 0;
  try {
    for (let read = readSync(handle, chunk); read > 0; read = readSync(handle, chunk)) {
      rest = Buffer.concat([rest, chunk.subarray(0, read)]);
      for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
        take(rest.toString('utf8', 0, end));
        whole += end + 1;
        rest = rest.subarray(end + 1);
      }
    }
  } finally {
    closeSync(handle);
  }
  return whole;
}
