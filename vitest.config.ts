import { defineConfig } from 'vitest/config';

/** Hundreds of runs of a workflow: `npm test -- --long` runs these too. */
const LONG = 'test/workflows/long/**/*.test.ts';

export default defineConfig({
  test: {
    reporters: ['default'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/{e2e,workflows}/**'],
        },
      },
      { test: { name: 'long', include: [LONG] } },
      {
        test: {
          name: 'e2e',
          include: ['test/{e2e,workflows}/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
