import { defineConfig } from 'vitest/config';

/** Whole histories, real browsers, real remotes and a GitHub that remembers: not a matter of seconds. */
const SLOW = 'test/{e2e,harness,maintain,operate,workflows}/**/*.test.ts';
/** Scenarios of the workflow files that take minutes: `npm test -- --long`. */
const LONG = [
  'test/workflows/long/*.test.ts',
  'test/workflows/{deploy,deploy-refused,held,held-restart,injection,killed,lost-runs,permissions}.test.ts',
];
/** Times and weights, measured while nothing else runs. */
const FIGURES = 'test/figures/**/*.test.ts';

export default defineConfig({
  test: {
    reporters: ['default'],
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [SLOW, FIGURES],
          // A test takes milliseconds; the machine may be busy.
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'e2e',
          globalSetup: 'test/e2e/replay-once.ts',
          include: [SLOW],
          exclude: LONG,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      { test: { name: 'figures', include: [FIGURES], testTimeout: 300_000, hookTimeout: 180_000 } },
      {
        test: {
          name: 'long',
          include: LONG,
          // A scenario runs a workflow up to dozens of times.
          testTimeout: 900_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
