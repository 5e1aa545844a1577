import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What runs in its own process, with its own rows at most; everything else under tests/ crosses rooms. */
const UNIT = ['tests/architecture/**/*.test.{ts,tsx}', 'tests/emulators/**/*.test.{ts,tsx}'];
/** What stands in for a module itself: its files must find nothing that others have loaded. */
const MOCKED = ['tests/integration/desktop-{guards,host,power}.test.ts'];
/** Generated runs: minutes, not seconds, so that they stand apart from the quick check. */
const PROPERTY = ['tests/property/**/*.test.{ts,tsx}'];

// The suites' full counts of runs take their time; a hung test must still end.
const LONG = process.env['RINGMASTER_TEST'] === 'long';

/** Longest first, as vitest goes by the times of the last run; where there was none it goes by size, and what kills engines is short and takes long. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const first = ({ moduleId, project }: TestSpecification) => Number(moduleId.includes('/tests/crash/') || project.name === 'mocked');
    // oxlint-disable-next-line unicorn/no-array-sort -- a method of the runner's, no array's
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => first(b) - first(a));
  }
}

export default defineConfig({
  cacheDir: '.cache/vitest',
  test: {
    environment: 'node',
    pool: 'forks',
    maxWorkers: Math.max(2, availableParallelism() - 1),
    sequence: { sequencer: LongestFirst },
    restoreMocks: true,
    unstubEnvs: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', ...UNIT],
          // Pure rules and rows of their own: loading every library anew for each file took longer than the tests.
          isolate: false,
          testTimeout: LONG ? 3_600_000 : 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: { name: 'property', include: PROPERTY, testTimeout: LONG ? 4 * 3_600_000 : 600_000, hookTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...UNIT, ...PROPERTY, ...MOCKED, 'tests/e2e/**'],
          // Each file has its own data and engine; the libraries below them are loaded once a worker, as above.
          isolate: false,
          testTimeout: LONG ? 3_600_000 : 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: { name: 'mocked', include: MOCKED, testTimeout: 60_000, hookTimeout: 60_000 },
      },
    ],
  },
});
