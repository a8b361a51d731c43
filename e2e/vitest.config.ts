import { defineConfig } from 'vitest/config';

/** Journeys share one demonstration and one browser, so they run one after another. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['journeys/*.ts'],
    globalSetup: ['start-demo.ts'],
    isolate: false,
    fileParallelism: false,
    maxWorkers: 1,
    testTimeout: 90_000,
    hookTimeout: 120_000,
    reporters: ['verbose'],
  },
});
