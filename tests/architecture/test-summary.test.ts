/** The summary of `npm test` is what people and machines trust: what broke must never be counted as nothing. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}
interface Reports {
  countVitest: (report: string, exitCode: number) => Counts;
  countPlaywright: (report: string, exitCode: number) => Counts;
  summary: (outcomes: { name: string; counts: Counts | undefined; seconds: number; note?: string }[]) => {
    lines: string[];
    failed: number;
  };
}

const script = fileURLToPath(new URL('../../scripts/test-report.mjs', import.meta.url));
const { countVitest, countPlaywright, summary } = (await import(script)) as Reports;

const folder = mkdtempSync(join(tmpdir(), 'ringmaster-summary-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function reportOf(content: unknown): string {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

const wholeFile = { status: 'passed', assertionResults: [{ status: 'passed' }] };
const brokenFile = { status: 'failed', assertionResults: [] };

describe('countVitest', () => {
  it('counts what passed, failed and was left out', () => {
    const report = reportOf({ numPassedTests: 4, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults: [wholeFile] });
    expect(countVitest(report, 1)).toEqual({ passed: 4, failed: 1, skipped: 3 });
  });

  it('counts a file that broke before its first test as a failure', () => {
    const report = reportOf({ numPassedTests: 4, testResults: [wholeFile, brokenFile] });
    expect(countVitest(report, 1)).toEqual({ passed: 4, failed: 1, skipped: 0 });
  });

  it('counts a runner that failed without a failed test', () => {
    expect(countVitest(reportOf({ numPassedTests: 4, testResults: [wholeFile] }), 1)).toEqual({ passed: 4, failed: 1, skipped: 0 });
  });

  it('counts a runner that left no report', () => {
    expect(countVitest(join(folder, 'none.json'), 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

describe('countPlaywright', () => {
  it('counts by what was expected', () => {
    expect(countPlaywright(reportOf({ stats: { expected: 3, flaky: 1, unexpected: 2, skipped: 1 } }), 1)).toEqual({
      passed: 4,
      failed: 2,
      skipped: 1,
    });
  });

  it('counts a run without tests as a failure', () => {
    expect(countPlaywright(reportOf({ stats: { expected: 0, flaky: 0, unexpected: 0, skipped: 0 } }), 0)).toEqual({
      passed: 0,
      failed: 1,
      skipped: 0,
    });
  });
});

describe('summary', () => {
  it('ends with the sum over all steps', () => {
    const { lines, failed } = summary([
      { name: 'lint', counts: { passed: 1, failed: 0, skipped: 0 }, seconds: 1 },
      { name: 'unit', counts: { passed: 10, failed: 2, skipped: 3 }, seconds: 2.25 },
      { name: 'e2e', counts: undefined, seconds: 0 },
    ]);
    expect([lines.at(-1), failed, lines.length]).toEqual(['11 passed, 2 failed, 3 skipped', 2, 5]);
  });

  it('says in the row of a step on what it ran', () => {
    const { lines } = summary([{ name: 'desktop', counts: { passed: 1, failed: 0, skipped: 0 }, seconds: 1, note: 'on the stand-in' }]);
    expect(lines[1]).toMatch(/^ {2}desktop .* on the stand-in$/);
  });
});
