import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that start processes or a browser, ask much or wait much last longest: begun last, one would run on alone at the end. */
const longest = ['/rights/', '/browser/', '/cli/', '/faults/', '/backup.', '/meaning.', '/delivery/'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const place = longest.findIndex((part) => moduleId.includes(part));
      return place === -1 ? longest.length : place;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/template.ts'],
    pool: 'forks',
    // Much of the time goes by in processes that are waited for: one worker more than cores keeps them busy.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    // A machine that is busy with the other half of the suite is no fault.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 15_000 } },
    // A test that leaves a worker, a timer or a connection open keeps its process alive: that is a failure.
    teardownTimeout: 10_000,
    reporters: ['default'],
    env: { TZ: 'Asia/Ho_Chi_Minh', NODE_OPTIONS: '--disable-warning=ExperimentalWarning' },
  },
});
