import { defineConfig } from 'vitest/config';
import { missingForScenarios } from './scripts/develop/system-packages.ts';

/** The site in a real browser, and whole commands on whole histories. */
const E2E = [
  'test/e2e/**/*.test.ts',
  'test/update/map.test.ts',
  'test/website/pages/as-of-real-history.test.ts',
];
/** Scheduled runs with real remotes and a GitHub that remembers. */
const RUNS = 'test/{harness,maintain,operate,workflows}/**/*.test.ts';
/** Scenarios of the workflow files that take minutes: `npm test -- --long`. */
const LONG = [
  'test/workflows/long/*.test.ts',
  'test/workflows/{deploy,deploy-refused,held,held-restart,injection,killed,lost-runs,pages-switch,permissions,repairs}.test.ts',
];

/** What runs a workflow's steps needs a machine like GitHub's own; CI has one or fails. */
const NOT_HERE = !process.env.CI && missingForScenarios().length > 0 ? ['test/workflows/**'] : [];

/** Brings what the model of GitHub is held to. */
const PREPARE = 'test/harness/before-runs.ts';

/**
 * Limits are there to end what hangs: a test may take its time on a machine that is slow or busy,
 * and waits for what it expects.
 */
const minutes = (count: number) => ({
  testTimeout: count * 60_000,
  hookTimeout: count * 60_000,
  expect: { poll: { timeout: 60_000, interval: 20 } },
});

export default defineConfig({
  test: {
    reporters: ['default'],
    maxWorkers: '100%',
    // Modules keep no state of their own, so the files of a worker share them.
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [...E2E, RUNS],
          ...minutes(5),
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          globalSetup: 'test/e2e/sample-site-once.ts',
          include: E2E,
          ...minutes(20),
        },
      },
      {
        extends: true,
        test: {
          name: 'runs',
          globalSetup: PREPARE,
          include: [RUNS],
          exclude: [...LONG, ...NOT_HERE],
          ...minutes(20),
        },
      },
      // A scenario runs a workflow up to dozens of times.
      {
        extends: true,
        test: {
          name: 'long',
          globalSetup: PREPARE,
          include: LONG,
          exclude: NOT_HERE,
          ...minutes(60),
        },
      },
    ],
  },
});
