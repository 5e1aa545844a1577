import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { logFileOf, openLog } from './open-log.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ringmaster-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('openLog', () => {
  it('writes beside the data, for its owner alone, behind what was there', () => {
    const file = logFileOf(join(folder, 'new'));
    openLog(2, file).error({ n: 1 }, 'first');
    openLog(2, file).error({ n: 2 }, 'second');
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual(['first', 'second']);
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it('puts a file aside that has grown too large, and begins anew', () => {
    const file = logFileOf(folder);
    writeFileSync(file, 'x'.repeat((10 << 20) + 1));
    openLog(2, file).error({}, 'fresh');
    expect(statSync(`${file}.old`).size).toBe((10 << 20) + 1);
    expect(readFileSync(file, 'utf8')).toContain('fresh');
  });

  it('goes on without a file where none can be written', () => {
    writeFileSync(join(folder, 'a-file'), '');
    expect(() => openLog(2, join(folder, 'a-file', 'ringmaster.log')).error({}, 'told all the same')).not.toThrow();
  });
});
