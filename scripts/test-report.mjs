// Counts for the summary of `npm test`, out of the reports that the test runners leave.
import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ROOT, read } from './lib.mjs';

const files = (folder) =>
  existsSync(join(ROOT, folder))
    ? readdirSync(join(ROOT, folder), { recursive: true }).map((path) => `${folder}/${path.split(sep).join('/')}`)
    : [];

/** Where the vitest projects divide: unit is what needs no other process and no file but its own; property are generated runs. */
const UNIT = /^(src\/.*|tests\/architecture\/.*)\.test\.tsx?$/;
const PROPERTY = /^tests\/property\/.*\.test\.tsx?$/;
const E2E = /^tests\/e2e\/.*\.spec\.ts$/;
const TEST = /\.test\.tsx?$/;

/** Whether a step has anything to run in this copy; a step that has and then reports no test has failed. */
export const hasTests = {
  unit: () => [...files('src'), ...files('tests')].some((path) => UNIT.test(path)),
  property: () => files('tests').some((path) => PROPERTY.test(path)),
  integration: () =>
    files('tests').some((path) => TEST.test(path) && !UNIT.test(path) && !PROPERTY.test(path) && !path.startsWith('tests/e2e/')),
  e2e: () => files('tests').some((path) => E2E.test(path)),
};

/** A runner that failed, or ran nothing, without naming a failed test still counts as one failure. */
function withCrash(counts, exitCode) {
  const nothingRan = counts.passed + counts.failed + counts.skipped === 0;
  return counts.failed === 0 && (exitCode !== 0 || nothingRan) ? { ...counts, failed: 1 } : counts;
}

/** The first line of what went wrong, without the colours that a runner puts in. */
const firstLine = (text) =>
  stripVTControlCharacters(text ?? '')
    .trim()
    .split('\n')[0];

/** What vitest's JSON report holds: tests, and files that broke before their first test. */
export function countVitest(report, exitCode) {
  const {
    numPassedTests = 0,
    numFailedTests = 0,
    numPendingTests = 0,
    numTodoTests = 0,
    testResults = [],
  } = JSON.parse(read(report) || '{}');
  const broken = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  return withCrash({ passed: numPassedTests, failed: numFailedTests + broken, skipped: numPendingTests + numTodoTests }, exitCode);
}

/** What failed in vitest's JSON report, a line each: whoever sees only the end of a run finds it there. */
export function failedVitest(report) {
  const { testResults = [] } = JSON.parse(read(report) || '{}');
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(ROOT, name ?? '');
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0) return status === 'failed' ? [`${file}: ${firstLine(message)}`] : [];
    return failed.map((test) => `${file} › ${test.fullName}: ${firstLine(test.failureMessages?.[0])}`);
  });
}

/** What failed in Playwright's JSON report, a line each. */
export function failedPlaywright(report) {
  const within = ({ suites = [], specs = [] }) => [
    ...specs
      .filter(({ ok }) => !ok)
      .map(({ file, title, tests }) => {
        const errors = tests.flatMap(({ results }) => results.map(({ error }) => error?.message).filter(Boolean));
        return `${file} › ${title}: ${firstLine(errors[0])}`;
      }),
    ...suites.flatMap(within),
  ];
  return within(JSON.parse(read(report) || '{}'));
}

/** What Playwright's JSON report holds. */
export function countPlaywright(report, exitCode) {
  const { expected = 0, flaky = 0, unexpected = 0, skipped = 0 } = JSON.parse(read(report) || '{}').stats ?? {};
  return withCrash({ passed: expected + flaky, failed: unexpected, skipped }, exitCode);
}

const row = (name, ...cells) => `  ${name.padEnd(12)}${cells.map((cell) => String(cell).padStart(9)).join('')}`;

/** The summary's lines, what failed and a row a step, and how much failed in all. The last line is what machines read. */
export function summary(outcomes) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  const failed = outcomes.flatMap(({ name, failures = [] }) => failures.map((line) => `  ${name}: ${line}`));
  const rows = outcomes.map(({ name, counts, seconds, note }) => {
    if (!counts) return `${row(name, '-', '-', '-', seconds.toFixed(1))}  no tests yet`;
    for (const key of Object.keys(total)) total[key] += counts[key];
    return `${row(name, counts.passed, counts.failed, counts.skipped, seconds.toFixed(1))}${note ? `  ${note}` : ''}${counts.failed > 0 ? '  FAILED' : ''}`;
  });
  const last = `${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`;
  const head = row('step', 'passed', 'failed', 'skipped', 'seconds');
  return { lines: [...failed, head, ...rows, last], failed: total.failed };
}
