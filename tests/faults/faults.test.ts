import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, type Damage, type Fault } from './broadcast.ts';
import { databaseAway, diskFull } from './database-faults.ts';
import { lineTo, type Line } from './line.ts';
import { providerFaults } from './provider-faults.ts';

// The short form: one hub, and what goes wrong around it, one after another. The long form is `npm run faults`.
const people = 300;
const lastsMs = 1_500;
const server = process.env['TEST_DATABASE_URL'];

let line: Line | null = null;
let stage: Awaited<ReturnType<typeof openStage>>;
beforeAll(async () => {
  stage = await openStage(['telegram'], { people });
  if (!server) return;
  // The hub's line to the database goes through us; commands and the test have their own.
  const url = new URL(stage.scene.house.environment['DATABASE_URL']!);
  line = await lineTo(url.hostname, Number(url.port || 5432));
  url.hostname = '127.0.0.1';
  url.port = String(line.port);
  await stage.restart({ DATABASE_URL: url.href });
}, 120_000);

afterAll(async () => {
  // It has seen everything below and ends as it should.
  expect(await stage.close()).toBe(0);
  await line?.cut();
}, 60_000);

async function under(fault: Fault): Promise<Damage> {
  const [damage] = (await stage.under(fault)) as [Damage];
  return damage;
}

function expectNobodyLost(damage: Damage) {
  expect(damage).toMatchObject({ recipients: people, lost: 0, hubExits: 0 });
  expect(damage.realDuplicates).toBeLessThanOrEqual(damage.ledgerDuplicates);
  expect(damage.ledgerDuplicates).toBeLessThanOrEqual(damage.inFlight);
}

const { serverErrors, limits, halfClosed, garbage, outOfReach } = providerFaults(lastsMs);
test.each([serverErrors, limits, halfClosed, garbage, outOfReach])(
  'nobody is lost or sent it twice uncounted under $name',
  async (fault) => {
    expectNobodyLost(await under(fault));
  },
  150_000,
);

test('a full disk delays the ledger and asks nobody twice', async () => {
  const damage = await under(diskFull(lastsMs));
  expectNobodyLost(damage);
  expect(damage).toMatchObject({ realDuplicates: 0, ledgerDuplicates: 0 });
}, 150_000);

test.skipIf(!server)(
  'a database that is away for a while delays the broadcast and stops no process',
  async () => {
    expectNobodyLost(await under(databaseAway(line!, lastsMs)));
  },
  150_000,
);
