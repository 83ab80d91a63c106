import { defineConfig } from 'vitest/config';

// Two workers: the embedding model and LanceDB bring threads of their own.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/command-line/build.ts'],
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
