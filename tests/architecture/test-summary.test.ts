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
  failedVitest: (report: string) => string[];
  failedPlaywright: (report: string) => string[];
  countPlaywright: (report: string, exitCode: number) => Counts;
  summary: (outcomes: { name: string; counts: Counts | undefined; seconds: number; note?: string; failures?: string[] }[]) => {
    lines: string[];
    failed: number;
  };
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const script = fileURLToPath(new URL('../../scripts/test-report.mjs', import.meta.url));
const { countVitest, countPlaywright, failedVitest, failedPlaywright, summary } = (await import(script)) as Reports;

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

describe('what failed', () => {
  it('is named by file and test, with the first line of why', () => {
    const failed = {
      status: 'failed',
      fullName: 'a limit holds',
      failureMessages: ['\u001b[31mAssertionError\u001b[39m: expected 3 to be 2\n at x'],
    };
    const report = reportOf({
      testResults: [
        { ...wholeFile, name: join(root, 'tests/a.test.ts') },
        { status: 'failed', name: join(root, 'tests/b.test.ts'), assertionResults: [{ status: 'passed' }, failed] },
        { ...brokenFile, name: join(root, 'tests/c.test.ts'), message: 'window is not defined' },
      ],
    });
    expect(failedVitest(report)).toEqual([
      'tests/b.test.ts › a limit holds: AssertionError: expected 3 to be 2',
      'tests/c.test.ts: window is not defined',
    ]);
    expect(failedVitest(join(folder, 'none.json'))).toEqual([]);
  });

  it('is found at any depth of what Playwright reports', () => {
    const tests = [{ results: [{ error: { message: 'Test timeout of 90000ms exceeded.' } }] }];
    const suites = [{ specs: [{ ok: true }], suites: [{ specs: [{ ok: false, file: 'queue.spec.ts', title: 'by keyboard', tests }] }] }];
    expect(failedPlaywright(reportOf({ suites }))).toEqual(['queue.spec.ts › by keyboard: Test timeout of 90000ms exceeded.']);
  });

  it('stands above the table', () => {
    const counts = { passed: 0, failed: 1, skipped: 0 };
    const { lines } = summary([{ name: 'unit', counts, seconds: 1, failures: ['tests/b.test.ts › a limit holds: 3'] }]);
    expect(lines[0]).toBe('  unit: tests/b.test.ts › a limit holds: 3');
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
