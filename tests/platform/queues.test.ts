import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../hub/platform/database/index.ts';
import { openQueues } from '../../hub/platform/queues.ts';
import { Secret } from '../../hub/platform/secret.ts';
import { testDatabase } from '../support/database.ts';

const redis = process.env['TEST_REDIS_URL'];

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
}, 60_000);
afterAll(async () => {
  await database.close();
});

function open(prefix: string, redisUrl = redis ? new Secret(redis) : undefined) {
  const problems: unknown[] = [];
  const queues = openQueues({ redisUrl, database, prefix, onProblem: (error) => problems.push(error) });
  return { queues, problems };
}

test('a bell rung in one process is answered in another, with what it names', async () => {
  const [ringer, answerer] = [open('one'), open('one')];
  const heard: unknown[] = [];
  answerer.queues.listen('deliver', async (data) => {
    heard.push(data);
  });
  await ringer.queues.ring('deliver', { channel: 'telegram' });
  await expect.poll(() => heard, { timeout: 8_000 }).toEqual([{ channel: 'telegram' }]);
  await Promise.all([ringer.queues.close(), answerer.queues.close()]);
  expect([...ringer.problems, ...answerer.problems]).toEqual([]);
});

// A hub alone with its embedded database does not wait until its queue is looked at.
test.runIf(!redis && !process.env['TEST_DATABASE_URL'])(
  'on the embedded database a bell is answered at once where it is rung',
  async () => {
    const { queues, problems } = open('alone');
    const heard: unknown[] = [];
    queues.listen('inbound', async (data) => {
      heard.push(data);
    });
    await queues.ring('inbound', { channel: 'telegram' });
    expect(heard).toEqual([{ channel: 'telegram' }]);
    await queues.close();
    expect(problems).toEqual([]);
  },
);

// In PostgreSQL the queue lives in the installation's own database: only Redis can be shared.
test.runIf(redis)('two installations on one queue server do not hear each other’s bells', async () => {
  const [first, second] = [open('caunoi-first'), open('caunoi-second')];
  const heard: string[] = [];
  first.queues.listen('inbound', async () => {
    heard.push('first');
  });
  second.queues.listen('inbound', async () => {
    heard.push('second');
  });
  for (let ring = 0; ring < 5; ring += 1) await first.queues.ring('inbound');
  await expect.poll(() => heard.length, { timeout: 8_000 }).toBe(5);
  expect(new Set(heard)).toEqual(new Set(['first']));
  await Promise.all([first.queues.close(), second.queues.close()]);
});

test('a queue server that is away is a problem to report, never an error to the caller', async () => {
  const away = open('away', new Secret('redis://127.0.0.1:1'));
  await away.queues.ring('deliver');
  expect(away.problems.length).toBeGreaterThan(0);
  await away.queues.close();
}, 60_000);
