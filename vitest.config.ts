import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{contract,engine,server,web,tools}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '.simpul/**'],
    isolate: false,
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    globalSetup: ['server/test/global-setup.ts'],
    reporters: process.env['CI'] ? ['default'] : ['dot'],
  },
});
