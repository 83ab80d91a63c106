import { defineConfig } from 'vitest/config';

// Measures and prints; nothing else may run beside it.
export default defineConfig({
  test: {
    include: ['test/channels/telegram/bench.ts'],
    maxWorkers: 1,
    disableConsoleIntercept: true,
    testTimeout: 180_000,
    hookTimeout: 60_000,
  },
});
