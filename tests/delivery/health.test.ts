import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openUsage } from '../../hub/channels/index.ts';
import { channelMetrics } from '../../hub/delivery/index.ts';
import { operator } from '../../hub/platform/audit.ts';
import { listenForHealth } from '../../hub/platform/health-listener.ts';
import { openMetrics } from '../../hub/platform/metrics.ts';
import type { Database } from '../../hub/platform/database/index.ts';
import { testDatabase } from '../support/database.ts';
import { openDeliveryHouse, type DeliveryHouse } from './house.ts';

let database: Database;
let house: DeliveryHouse;
beforeAll(async () => (database = await testDatabase()), 60_000);
afterAll(() => database.close());
beforeEach(async () => {
  house = await openDeliveryHouse({ database, rate: 30 });
});
afterEach(async () => {
  expect(house.problems).toEqual([]);
  await house.close();
});

/** One waits for its chat's minute to be over, one was asked and gave no answer, one has no chat. */
async function oneWaitsOneInDoubt() {
  await house.members('C1', 3);
  house.standIn.fault({ chat: 1001, kind: { status: 429, retryAfter: 60 } });
  house.standIn.fault({ chat: 1002, kind: { hang: true } });
  await house.send();
  await house.engine().work();
}

test('a channel’s backlog, its oldest and what is in doubt are told, and its state in the breaker’s words', async () => {
  await oneWaitsOneInDoubt();
  const [telegram] = (await house.delivery.channelHealth(operator)).channels;
  expect(telegram).toMatchObject({
    channel: 'telegram',
    on: true,
    state: 'closed',
    blocked: false,
    ratePerSecond: 30,
    waiting: 2,
    inDoubt: 1,
    inFlight: 0,
  });
  house.pass(600_000);
  const since = house.now();
  await house.database.query(
    `insert into channel_health (channel, state, blocked, reason, changed_at, probe_at)
     values ('telegram', 'open', true, 'drill', $1, $1)
     on conflict (channel) do update set state = 'open', blocked = true, reason = 'drill', changed_at = $1`,
    [since],
  );
  const later = (await house.delivery.channelHealth(operator)).channels[0]!;
  expect(later).toMatchObject({ state: 'open', blocked: true, reason: 'drill', since });
  expect(later.oldestSeconds).toBeGreaterThanOrEqual(540);
});

test('a notice whose time has come stands as not put on a channel yet', async () => {
  await house.members('C1', 3);
  await house.send();
  expect(await house.delivery.channelHealth(operator)).toMatchObject({ toExpand: 4 });
});

test('whoever follows no notices sees nothing of it', async () => {
  await house.members('C1', 1);
  await expect(house.delivery.channelHealth(await house.actor('A001'))).rejects.toMatchObject({
    code: 'may.not',
  });
  expect((await house.delivery.channelHealth(await house.actor('S'))).channels).toHaveLength(1);
});

test('a process without a web side tells Prometheus the same figures on a port of its own', async () => {
  await oneWaitsOneInDoubt();
  const metrics = openMetrics();
  const limited = { window: null, templateFor: () => null, monthlyBudget: Infinity };
  const terms = { ...limited, monthlyQuota: 3_000, peopleQuota: 50 };
  const usage = openUsage({ sql: house.database, clock: house.now, timeZone: 'Asia/Ho_Chi_Minh' });
  await usage.add('zalo_bot', [{ way: 'reply', count: 7, cost: 0 }]);
  channelMetrics(house.database, {
    metrics,
    clock: house.now,
    usage,
    channels: () => new Map([['zalo_bot', { terms }]]),
  });
  const port = 20_000 + (process.pid % 20_000);
  let ready = true;
  const listener = await listenForHealth({ host: '127.0.0.1', port }, { metrics, ready: async () => ready });
  const get = async (path: string) => await fetch(`http://127.0.0.1:${port}${path}`);
  try {
    const text = await (await get('/metrics')).text();
    const values = text.split('\n').filter((line) => line.startsWith('caunoi_') && !line.includes('_total'));
    expect(values).toEqual(
      expect.arrayContaining([
        'caunoi_waiting_recipients{channel="telegram"} 2',
        'caunoi_in_doubt{channel="telegram"} 1',
        'caunoi_batches_in_flight{channel="telegram"} 0',
        'caunoi_channel_open{channel="telegram"} 0',
        'caunoi_channel_blocked{channel="telegram"} 0',
        'caunoi_quota_used{channel="zalo_bot",kind="messages"} 7',
        'caunoi_quota{channel="zalo_bot",kind="messages"} 3000',
        'caunoi_quota_used{channel="zalo_bot",kind="people"} 0',
        'caunoi_quota{channel="zalo_bot",kind="people"} 50',
        'caunoi_dead_letters{channel="none",reason="no-channel"} 1',
      ]),
    );
    expect([(await get('/live')).status, (await get('/ready')).status, (await get('/')).status]).toEqual([
      200, 200, 404,
    ]);
    ready = false;
    expect([(await get('/ready')).status, await (await get('/ready')).json()]).toEqual([
      503,
      { ready: false },
    ]);
    await expect(
      listenForHealth({ host: '127.0.0.1', port }, { metrics, ready: async () => true }),
    ).rejects.toThrow(/METRICS_PORT/);
  } finally {
    await listener.close();
  }
});
