import { parseArgs } from 'node:util';
import { channelNames, type ChannelName } from '../../hub/channels/index.ts';
import { openStage, type Damage, type Fault } from './broadcast.ts';
import { databaseAway, databaseRestarted, diskFull } from './database-faults.ts';
import { lineTo, type Line } from './line.ts';
import { killEverything, kills, redisLost } from './process-faults.ts';
import { brokenPromises, recoveryLimitSeconds } from './promises.ts';
import { providerFaults } from './provider-faults.ts';
import { postgresPrograms, privateServers, type PrivateServers } from './servers.ts';

/**
 * `npm run faults [-- --channel NAME|all] [--people COUNT] [--embedded] [--only PATTERN]`: every fault in full length,
 * in the middle of a broadcast over one channel (Telegram by default) to 5,000, and a table of what it did. With a
 * PostgreSQL and a Redis of its own where they are installed. Exit 1 when a promise was broken.
 */
const { values: wanted } = parseArgs({
  options: {
    channel: { type: 'string', default: 'telegram' },
    people: { type: 'string', default: '5000' },
    only: { type: 'string', default: '' },
    embedded: { type: 'boolean', default: false },
  },
});
const people = Number(wanted.people);
if (!Number.isInteger(people) || people < 1) throw new Error('--people is how many get each broadcast');
/** A kill leaves up to 256 in doubt, and whoever was so five times is given up: more kills would try that alone. */
const peoplePerKill = 250;
const channels =
  wanted.channel === 'all' ? channelNames : channelNames.filter((name) => name === wanted.channel);
if (channels.length === 0) throw new Error(`--channel is one of ${channelNames.join(', ')}, or all`);

const programs = wanted.embedded ? null : postgresPrograms();
delete process.env['TEST_DATABASE_URL'];
delete process.env['TEST_REDIS_URL'];
const broken: string[] = [];
head();
for (const channel of channels) {
  const servers = programs ? await privateServers(programs) : null;
  if (servers)
    Object.assign(process.env, {
      TEST_DATABASE_URL: servers.postgres.url,
      TEST_REDIS_URL: servers.redis.url,
    });
  try {
    await runAll(channel, servers);
  } finally {
    await servers?.remove();
  }
}
console.info(broken.length === 0 ? '\nEvery promise was kept.' : `\nBroken: ${broken.join('; ')}.`);
process.exitCode = broken.length === 0 ? 0 : 1;

async function runAll(name: ChannelName, servers: PrivateServers | null): Promise<void> {
  const stage = await openStage([name], { people });
  const lines: Line[] = [];
  const notes: string[] = [];
  try {
    for (const fault of [...usualFaults(), ...(servers ? serverFaults(servers) : [])])
      if (new RegExp(wanted.only).test(fault.name)) notes.push(...(await suffer(stage, fault)));
  } finally {
    await stage.close();
    for (const line of lines) await line.cut();
  }
  if (notes.length > 0) console.info(`\n${notes.join('\n')}\n`);

  function serverFaults(servers: PrivateServers): Fault[] {
    return [
      databaseRestarted(servers, 10_000),
      redisLost(servers, 5_000),
      killEverything(servers),
      awayByLine(servers),
    ];
  }

  /** The only one that needs the hub on another line: it comes last. */
  function awayByLine(servers: PrivateServers): Fault {
    let away: Fault;
    return {
      name: 'database away',
      async prepare() {
        const url = new URL(stage.scene.house.environment['DATABASE_URL']!);
        const line = await lineTo(url.hostname, Number(new URL(servers.postgres.url).port));
        lines.push(line);
        away = databaseAway(line, 10_000);
        url.port = String(line.port);
        await stage.restart({ DATABASE_URL: url.href });
      },
      strike: async (scene) => await away.strike(scene),
    };
  }
}

/** One row of the table. Returns what is to be said below it. */
async function suffer(stage: Awaited<ReturnType<typeof openStage>>, fault: Fault): Promise<string[]> {
  const [channel] = stage.scene.channels;
  if (!channel || fault.befalls?.(channel) === false) return [];
  const slow = channel.slow[fault.id ?? ''];
  try {
    for (const damage of await stage.under(fault)) {
      console.info(rowOf(damage, slow !== undefined));
      broken.push(...brokenPromises(damage, slow && { recoverySeconds: slow.seconds }));
    }
  } catch (error) {
    console.info(`| ${channel.name} | ${fault.name} | ${String(error)} |`);
    broken.push(`${channel.name}, ${fault.name}`);
  }
  if (!slow) return [];
  const { seconds, why } = slow;
  return [
    `* ${channel.name}, ${fault.name}: up to ${seconds} s instead of ${recoveryLimitSeconds}, since ${why}.`,
  ];
}

function usualFaults(): Fault[] {
  const ten = providerFaults(10_000);
  const thirty = providerFaults(30_000);
  return [
    kills(Math.max(1, Math.round(people / peoplePerKill))),
    ten.serverErrors,
    ten.halfServerErrors,
    thirty.limits,
    ten.unnamedLimits,
    ten.hang,
    ten.halfClosed,
    ten.garbage,
    ten.outOfReach,
    thirty.blackHole,
    diskFull(10_000),
  ];
}

function head(): void {
  console.info(`On ${programs ? 'PostgreSQL and Redis' : 'the embedded database'}, ${people} recipients:\n`);
  const counts = ['lost', 'real duplicates', 'ledger duplicates', 'in flight', 'elsewhere', 'given up'];
  const columns = ['channel', 'fault', ...counts, 'recovery s', 'complete s', 'hub exits'];
  console.info(row(columns));
  console.info(row(columns.map(() => '---')));
}

function rowOf(damage: Damage, isSlow: boolean): string {
  const { channel, fault, lost, realDuplicates, ledgerDuplicates, inFlight, elsewhere, givenUp } = damage;
  const { recoverySeconds, completeSeconds, hubExits } = damage;
  const recovery = `${recoverySeconds?.toFixed(1) ?? 'over before'}${isSlow ? ' *' : ''}`;
  const counts = [lost, realDuplicates, ledgerDuplicates, inFlight, elsewhere, givenUp];
  return row([channel, fault, ...counts, recovery, completeSeconds.toFixed(1), hubExits]);
}

function row(cells: readonly (string | number)[]): string {
  return `| ${cells.join(' | ')} |`;
}
