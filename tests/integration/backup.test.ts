/** Copies of the data: made beside a writer, seven kept, put back whole or not at all. */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DailyBackup } from '../../src/main/daily-backup.ts';
import { backUp, backupsFolder, listBackups, restore } from '../../src/main/data/backup.ts';
import { isInUse, openToRead } from '../../src/main/data/open-to-read.ts';
import { startEngine, type TestEngine } from '../helpers/engine.ts';
import { untilReal } from '../helpers/virtual-clock.ts';

const DAY = 24 * 3_600_000;
let test: TestEngine;
beforeEach(async () => {
  test = await startEngine({ running: false });
});
afterEach(() => test.stop());

const emailsOf = (dataDir: string) => {
  const opened = openToRead(dataDir);
  const emails = opened.database.sqlite.prepare('SELECT email FROM users ORDER BY email').pluck().all();
  opened.close();
  return emails;
};

describe('a copy', () => {
  it('is whole, beside a writer, and can be put back; what it replaces is kept', async () => {
    await test.person('admin', { email: 'before@example.com' });
    const copy = await backUp(test.parts.data.database, test.dataDir, test.clock.now());
    await test.person('supervisor', { email: 'after@example.com' });
    await test.stop({ keepData: true });
    const aside = restore(test.dataDir, copy, test.clock.now());
    expect(emailsOf(test.dataDir)).toEqual(['before@example.com']);
    expect(aside && existsSync(aside)).toBe(true);
    test = await startEngine({ dataDir: test.dataDir, running: false });
    expect(test.parts.data.users.list().map(({ email }) => email)).toEqual(['before@example.com']);
  });

  it('is not put back while a program has the data open', async () => {
    const copy = await backUp(test.parts.data.database, test.dataDir, test.clock.now());
    expect(isInUse(test.dataDir)).toBe(true);
    expect(() => restore(test.dataDir, copy, test.clock.now())).toThrow(expect.objectContaining({ code: 'data_in_use' }));
  });

  it('is refused where it is broken or something else, and then nothing is changed', async () => {
    await test.person('admin', { email: 'before@example.com' });
    await test.stop({ keepData: true });
    const elsewhere = await mkdtemp(join(tmpdir(), 'ringmaster-'));
    const text = join(elsewhere, 'text.db');
    await writeFile(text, 'no database');
    for (const [file, code] of [
      [text, 'backup_broken'],
      [join(elsewhere, 'none.db'), 'no_backup'],
    ] as const) {
      expect(() => restore(test.dataDir, file, test.clock.now())).toThrow(expect.objectContaining({ code }));
    }
    expect(emailsOf(test.dataDir)).toEqual(['before@example.com']);
    expect((await readdir(test.dataDir)).filter((name) => name.startsWith('replaced'))).toEqual([]);
    await rm(elsewhere, { recursive: true });
  });

  it('is one of the last seven', async () => {
    await mkdir(backupsFolder(test.dataDir), { recursive: true });
    await writeFile(join(backupsFolder(test.dataDir), 'notes.txt'), 'somebody’s own');
    for (let day = 0; day < 9; day += 1) await backUp(test.parts.data.database, test.dataDir, test.clock.now() + day * DAY);
    expect(listBackups(test.dataDir)).toEqual(
      [4, 5, 6, 7, 8, 9, 10].map((day) => `ringmaster-2026-03-${String(day).padStart(2, '0')}T090000Z.db`),
    );
    expect(existsSync(join(backupsFolder(test.dataDir), 'notes.txt'))).toBe(true);
  });
});

describe('the daily copy', () => {
  it('is made soon after a start, then once a day, whatever the timers do', async () => {
    const daily = new DailyBackup(test.parts, test.dataDir);
    daily.start();
    const made = async (ms: number, count: number) => {
      await test.clock.advance(ms);
      await untilReal(() => listBackups(test.dataDir).length === count, `${count} copies`);
      // The look ends, and sets its next timer, only after the copy.
      await untilReal(() => test.clock.waiting > 0, 'the next look');
    };
    await made(60_000, 1);
    await made(23 * 3_600_000, 1);
    await made(2 * 3_600_000, 2);
    await daily.stop();
    expect(test.clock.waiting).toBe(0);
  });

  it('that fails is told to everyone and tried again', async () => {
    await writeFile(backupsFolder(test.dataDir), 'a file where the folder should be');
    const admin = await test.person('admin');
    const daily = new DailyBackup(test.parts, test.dataDir);
    daily.start();
    await test.clock.advance(60_000);
    const notices = () => test.parts.data.notices.open({ userId: admin.actor.userId } as never);
    await untilReal(() => notices().length === 1, 'the notice');
    expect(notices()[0]).toMatchObject({ code: 'backup-failed', userId: null });
    await untilReal(() => test.clock.waiting > 0, 'the next look');
    await rm(backupsFolder(test.dataDir));
    await test.clock.advance(3_600_000);
    await untilReal(() => notices().length === 0, 'the end of the notice');
    expect(listBackups(test.dataDir).length).toBe(1);
    await daily.stop();
  });
});
