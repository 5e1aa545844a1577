import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { diagnosticsBundle } from './diagnostics-bundle.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ringmaster-'));
  writeFileSync(join(folder, 'ringmaster.log'), 'called +493021234100\n');
  mkdirSync(join(folder, 'dumps/completed'), { recursive: true });
  writeFileSync(join(folder, 'dumps/completed/a.dmp'), 'memory of ada@example.com');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const bundle = (whole: boolean) => {
  const sources = {
    report: { versions: { ringmaster: '1' } },
    logFile: join(folder, 'ringmaster.log'),
    dumps: join(folder, 'dumps'),
    whole,
  };
  return Object.fromEntries(Object.entries(unzipSync(diagnosticsBundle(sources))).map(([name, bytes]) => [name, strFromU8(bytes)]));
};

it('holds versions, that something crashed, and the log without persons', () => {
  const { 'report.json': report, 'crashes.json': crashes, ...rest } = bundle(false);
  expect(JSON.parse(report!)).toEqual({ versions: { ringmaster: '1' } });
  expect(JSON.parse(crashes!)).toMatchObject([{ name: 'a.dmp' }]);
  expect(rest).toEqual({ 'ringmaster.log': 'called (number)\n' });
});

it('holds the log as it is and the dumps where that was asked for', () => {
  expect(bundle(true)).toMatchObject({ 'ringmaster.log': 'called +493021234100\n', 'crashes/a.dmp': 'memory of ada@example.com' });
});
