import { defineConfig } from 'vitest/config';

/** What counts how often something happened, from nothing on: it must not find what other tests left remembered. */
const COUNTING = ['test/slow-paths.test.ts'];

export default defineConfig({
  test: {
    testTimeout: 120_000, maxWorkers: 2,
    projects: [
      // What is imported is imported once for all files: half of the time otherwise goes there.
      { extends: true, test: { name: 'all', include: ['test/**/*.test.ts'], exclude: COUNTING, isolate: false } },
      { extends: true, test: { name: 'counting', include: COUNTING } },
    ],
  },
});
