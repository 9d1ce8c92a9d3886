import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // A machine that is busy with the other half of the suite is no fault.
    expect: { poll: { timeout: 15_000 } },
    // A test that leaves a worker, a timer or a connection open keeps its process alive: that is a failure.
    teardownTimeout: 10_000,
    reporters: ['default'],
    env: { TZ: 'Asia/Ho_Chi_Minh', NODE_OPTIONS: '--disable-warning=ExperimentalWarning' },
  },
});
