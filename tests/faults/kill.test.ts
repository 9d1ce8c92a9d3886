import { afterAll, beforeAll, expect, test } from 'vitest';
import { telegramStandIn, type TelegramStandIn } from '../../bots/telegram/stand-in/index.ts';
import { addressOf, givenMembers, withDatabase } from '../support/given.ts';
import { done, installation, startHub, until, type Installation } from '../support/process.ts';

const people = 2_000;
const kills = 3;

let standIn: TelegramStandIn;
let house: Installation;

beforeAll(async () => {
  standIn = telegramStandIn({ token: '7000000001:KILL', openChats: true, latencyMs: 150, keepMessages: 1 });
  const { url } = await standIn.listen();
  house = await installation({ TELEGRAM_BOT_TOKEN: '7000000001:KILL', TELEGRAM_API_ROOT: url });
  await givenMembers(house, people);
}, 60_000);

afterAll(async () => {
  await standIn.close();
  await house.remove();
});

interface Status {
  recipients: number;
  byStatus: Record<string, number>;
  inDoubt: number;
  duplicates: number;
}

// Promise 1 of the product: nobody is skipped, and what arrived twice is counted.
test(`killed ${kills} times in a broadcast to ${people}, the hub loses nobody and counts what it repeated`, async () => {
  const { environment } = house;
  let hub = await startHub(environment, '--roles', 'bots,worker');
  const { id } = await done<{ id: string }>(
    environment,
    'notice',
    'send',
    '--from',
    'O',
    '--unit',
    'X',
    '--title',
    'Thử sức bền',
    '--body',
    'Nội dung',
    '--ack',
  );

  const inFlight = new Set<string>();
  for (let kill = 1; kill <= kills; kill += 1) {
    await until(
      () => standIn.stats().messages > (people * kill) / (kills + 1.5),
      30_000,
      'progress before a kill',
    );
    await hub.end('SIGKILL');
    for (const claim of await held(id)) inFlight.add(claim);
    hub = await startHub(environment, '--roles', 'bots,worker');
  }
  const restarted = performance.now();
  await until(async () => (await recorded(id)) === people, 15_000, 'every delivery recorded');
  const tookMs = performance.now() - restarted;

  const status = await done<Status>(environment, 'notice', 'status', id);
  const missed = Array.from({ length: people }, (_, n) => addressOf(n + 1)).filter(
    (address) => standIn.deliveredTo(address) === 0,
  );
  const duplicates = standIn.stats().messages - people;
  expect(missed).toEqual([]);
  expect(status).toMatchObject({ recipients: people, inDoubt: 0 });
  expect(status.byStatus).toMatchObject({ handed_over: people, created: 0, failed: 0, unreachable: 0 });
  expect(duplicates).toBeLessThanOrEqual(status.duplicates);
  expect(status.duplicates).toBeLessThanOrEqual(inFlight.size);
  // A slow provider gets small batches: what a crash can leave in doubt stays a fraction of the broadcast.
  expect(inFlight.size).toBeLessThanOrEqual(kills * 512);
  console.info(
    `real duplicates ${duplicates} ≤ ledger ${status.duplicates} ≤ in flight ${inFlight.size}; ${Math.round(tookMs)} ms after the last restart`,
  );
  await hub.end();
}, 120_000);

async function recorded(noticeId: string): Promise<number> {
  return await withDatabase(house, async (database) => {
    const [row] = await database.query<{ count: number }>(
      `select count(*) as count from delivery where notice_id = $1 and state = 'handed_over'`,
      [noticeId],
    );
    return row?.count ?? 0;
  });
}

/** What the dead workers had claimed and not recorded, asked or about to be: each claim of each row once. */
async function held(noticeId: string): Promise<string[]> {
  return await withDatabase(house, async (database) => {
    const rows = await database.query<{ claim: string }>(
      `select batch.id || ' ' || delivery.member_id as claim
       from delivery join delivery_batch batch on batch.notice_id = delivery.notice_id
         and case when cardinality(batch.members) = 0
           then delivery.member_id between batch.first_member and batch.last_member
           else delivery.member_id = any(batch.members) end
       where delivery.notice_id = $1 and delivery.state = 'created' and delivery.next_at is null`,
      [noticeId],
    );
    return rows.map(({ claim }) => claim);
  });
}
