import { openStage, type Damage, type Fault } from './broadcast.ts';
import { databaseAway, databaseRestarted, diskFull } from './database-faults.ts';
import { lineTo } from './line.ts';
import { killEverything, kills, redisLost } from './process-faults.ts';
import { providerFaults } from './provider-faults.ts';
import { postgresPrograms, privateServers, type PrivateServers } from './servers.ts';

/**
 * `npm run faults [-- --embedded] [-- --only PATTERN]`: every fault in full length, in the middle of a broadcast to
 * 5,000, and a table of what it did. With a PostgreSQL and a Redis of its own where they are installed. Exit 1 when a
 * promise was broken.
 */
const people = 5_000;
const recoveryLimitSeconds = 10;

const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1]! : '';
const programs = process.argv.includes('--embedded') ? null : postgresPrograms();
const servers = programs ? await privateServers(programs) : null;
try {
  process.exitCode = (await runAll(servers)) ? 0 : 1;
} finally {
  await servers?.remove();
}

async function runAll(own: PrivateServers | null): Promise<boolean> {
  delete process.env['TEST_DATABASE_URL'];
  delete process.env['TEST_REDIS_URL'];
  if (own) Object.assign(process.env, { TEST_DATABASE_URL: own.postgres.url, TEST_REDIS_URL: own.redis.url });
  const stage = await openStage(people);
  const broken: string[] = [];
  try {
    head(own);
    for (const fault of await faults(own)) {
      if (!new RegExp(only).test(fault.name)) continue;
      const damage = await stage.under(fault).catch((error: unknown) => String(error));
      if (typeof damage === 'string') {
        console.info(`| ${fault.name} | ${damage} |`);
        broken.push(fault.name);
        stage.scene.standIn.clearFaults();
        continue;
      }
      console.info(line(damage));
      if (!isKept(damage)) broken.push(fault.name);
    }
  } finally {
    await stage.close();
  }
  console.info(broken.length === 0 ? '\nEvery promise was kept.' : `\nBroken: ${broken.join(', ')}.`);
  return broken.length === 0;

  async function faults(servers: PrivateServers | null): Promise<Fault[]> {
    const of = providerFaults(10_000);
    const thirty = providerFaults(30_000);
    const always = [
      kills(20),
      of['serverErrors']!,
      of['halfServerErrors']!,
      thirty['limits']!,
      of['hang']!,
      of['halfClosed']!,
      of['garbage']!,
      of['outOfReach']!,
      thirty['blackHole']!,
      diskFull(10_000),
    ];
    if (!servers) return always;
    return [
      ...always,
      databaseRestarted(servers, 10_000),
      redisLost(servers, 5_000),
      killEverything(servers),
      await awayByLine(servers),
    ];
  }

  /** The only one that needs the hub on another line: it comes last. */
  async function awayByLine(servers: PrivateServers): Promise<Fault> {
    const url = new URL(stage.scene.house.environment['DATABASE_URL']!);
    const line = await lineTo(url.hostname, Number(new URL(servers.postgres.url).port));
    url.port = String(line.port);
    const away = databaseAway(line, 10_000);
    return {
      name: away.name,
      async prepare() {
        await stage.restart({ DATABASE_URL: url.href });
      },
      async strike(scene) {
        await away.strike(scene);
      },
    };
  }
}

function isKept({
  lost,
  realDuplicates,
  ledgerDuplicates,
  inFlight,
  recoverySeconds,
  hubExits,
}: Damage): boolean {
  return (
    lost === 0 &&
    realDuplicates <= ledgerDuplicates &&
    ledgerDuplicates <= inFlight &&
    (recoverySeconds ?? 0) <= recoveryLimitSeconds &&
    hubExits === 0
  );
}

function head(own: PrivateServers | null): void {
  console.info(`On ${own ? 'PostgreSQL and Redis' : 'the embedded database'}, ${people} recipients:\n`);
  console.info(
    '| fault | lost | real duplicates | ledger duplicates | in flight | recovery s | complete s | hub exits |',
  );
  console.info('| --- | --- | --- | --- | --- | --- | --- | --- |');
}

function line(damage: Damage): string {
  const {
    fault,
    lost,
    realDuplicates,
    ledgerDuplicates,
    inFlight,
    recoverySeconds,
    completeSeconds,
    hubExits,
  } = damage;
  const seconds = (value: number | null) => value?.toFixed(1) ?? 'over before';
  const cells = [fault, lost, realDuplicates, ledgerDuplicates, inFlight, seconds(recoverySeconds)];
  return `| ${[...cells, seconds(completeSeconds), hubExits].join(' | ')} |`;
}
