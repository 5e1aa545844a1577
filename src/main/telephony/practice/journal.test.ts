import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileJournal, type JournalEntry } from './journal.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'line-journal-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = () => join(folder, 'sub', 'line.jsonl');
const step = (id: string, at = 1): JournalEntry => ({ kind: 'step', at, id, step: 0 });
const entriesOf = (journal: ReturnType<typeof fileJournal>) => {
  const entries: JournalEntry[] = [];
  journal.replay((entry) => entries.push(entry));
  return entries;
};

describe('fileJournal', () => {
  it('hands over what was appended before, in its order, over restarts', async () => {
    const first = fileJournal(file());
    first.append(step('a'));
    first.append(step('ü'));
    await first.flush();
    first.close();
    const second = fileJournal(file());
    second.append(step('c'));
    expect(entriesOf(second)).toEqual([step('a'), step('ü'), step('c')]);
    second.close();
  });

  it('leaves out a last line that was cut off, and what is appended after it is whole', () => {
    const first = fileJournal(file());
    first.append(step('a'));
    first.close();
    appendFileSync(file(), '{"kind":"step","at":2,"i');
    const second = fileJournal(file());
    expect(entriesOf(second)).toEqual([step('a')]);
    second.append(step('b'));
    second.close();
    const third = fileJournal(file());
    expect(entriesOf(third)).toEqual([step('a'), step('b')]);
    third.close();
  });

  it('replaces everything at once', () => {
    const journal = fileJournal(file());
    for (let i = 0; i < 100; i++) journal.append(step(`old ${i}`));
    journal.rewrite([step('kept')]);
    journal.append(step('new'));
    expect(entriesOf(journal)).toEqual([step('kept'), step('new')]);
    expect(readFileSync(file(), 'utf8').trim().split('\n')).toHaveLength(2);
    journal.close();
  });

  it('reads lines that are longer and files that are larger than what is read at once', () => {
    const journal = fileJournal(file());
    const entries = Array.from({ length: 40 }, (_, i) => step(`${i} ${'é'.repeat(60_000)}`, i));
    for (const entry of entries) journal.append(entry);
    expect(entriesOf(journal)).toEqual(entries);
    journal.close();
  });

  it('flushes for everyone who asks meanwhile', async () => {
    const journal = fileJournal(file());
    await Promise.all(
      Array.from({ length: 50 }, (_, i) => {
        journal.append(step(`${i}`));
        return journal.flush();
      }),
    );
    expect(entriesOf(journal)).toHaveLength(50);
    journal.close();
  });
});
