import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** What runs in its own process, with its own rows at most; everything else under tests/ crosses rooms. */
const UNIT = ['tests/architecture/**/*.test.{ts,tsx}', 'tests/emulators/**/*.test.{ts,tsx}'];
/** Generated runs: minutes, not seconds, so that they stand apart from the quick check. */
const PROPERTY = ['tests/property/**/*.test.{ts,tsx}'];

// The suites' full counts of runs take their time; a hung test must still end.
const LONG = process.env['RINGMASTER_TEST'] === 'long';

export default defineConfig({
  cacheDir: '.cache/vitest',
  test: {
    environment: 'node',
    pool: 'forks',
    maxWorkers: Math.max(2, availableParallelism() - 1),
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
          exclude: [...UNIT, ...PROPERTY, 'tests/e2e/**'],
          testTimeout: LONG ? 3_600_000 : 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
