import { shared } from './library/material.ts';
import { chromiumPath } from './support/browser.ts';

/** Says before the suite runs what it runs on, and how to run the rest. */
const server = process.env['TEST_DATABASE_URL'];
const redis = process.env['TEST_REDIS_URL'];

process.stdout.write(
  server && redis
    ? 'Running on PostgreSQL and Redis.\n'
    : `Running on the embedded default${server ? ' queue and a PostgreSQL server' : ''}: nothing needs to be installed.
Not run here: the same suite on PostgreSQL and Redis, and moving a backup between the two. To run them:
  TEST_DATABASE_URL=postgres://postgres@127.0.0.1:5432/postgres TEST_REDIS_URL=redis://127.0.0.1:6379 npm test
`,
);
if (!chromiumPath) {
  process.stdout.write(
    'Not run here: the browser tests (tests/browser), since there is no Chromium. Debian has it: apt-get install chromium\n',
  );
}
if (!shared) {
  process.stdout.write(
    'Not run here: measurements on real documents (tests/library, tests/assistant), since they are not beside the project. SHARED_DIR names them.\n',
  );
}
