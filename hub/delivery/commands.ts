import { channelInWords, channelNames, type ChannelName } from '../channels/index.ts';
import { operator } from '../platform/audit.ts';
import { InvalidArgumentError, Option, type Command, type Run } from '../platform/command.ts';
import type { Say } from '../platform/locales.ts';
import type { Delivery } from './delivery.ts';
import type { Health } from './health.ts';
import { stateWords } from './words.ts';

interface Kind {
  reason?: string;
  channel?: ChannelName;
  notice?: string;
}

/** What the program can do with old deliveries; the notices' feature has it. */
export interface Compactor {
  compact(
    by: typeof operator,
    options: { olderThanDays: number },
  ): Promise<{ notices: number; deliveries: number }>;
}

/** `caunoi delivery …`: how channels stand, what did not arrive, and making old deliveries small. */
export function deliveryCommands(
  program: Command,
  run: Run<{ delivery: Delivery; notices: Compactor; config: { COMPACT_AFTER_DAYS: number | null } }>,
): void {
  const group = program.command('delivery').description('Channels, what did not arrive, old deliveries');
  const channel = () => new Option('--channel <channel>', 'of this channel').choices(channelNames);

  group
    .command('health')
    .description('How the channels stand: their state, what waits, what is in doubt')
    .action(async () => {
      await run(({ delivery }) => delivery.channelHealth(operator), healthInWords);
    });

  group
    .command('dead')
    .description('Who did not get a notice of the last 30 days, and why')
    .addOption(channel())
    .option('--reason <reason>', 'of this kind, such as blocked')
    .option('--notice <id>', 'of this notice')
    .option('--limit <count>', 'at most so many by name', whole, 100)
    .action(async ({ limit, ...filter }: Kind & { limit: number }) => {
      await run(
        async ({ delivery }) => ({
          kinds: await delivery.deadByKind(operator, filter),
          ...(await delivery.dead(operator, filter, { limit })),
        }),
        deadInWords,
      );
    });

  group
    .command('replay')
    .description('Send again to one member, or to all of a kind whom a channel can reach now')
    .argument('[notice]', 'id of the notice')
    .argument('[member]', 'code of the member')
    .option('--reason <reason>', 'all of this kind, such as too-many-attempts')
    .addOption(channel())
    .option('--notice <id>', 'only of this notice')
    .option('--yes', 'send; without it the number is only told', false)
    .action(
      async (
        noticeId: string | undefined,
        member: string | undefined,
        { yes, ...options }: Kind & { yes: boolean },
        command: Command,
      ) => {
        if ((noticeId === undefined) === (options.reason === undefined) || (noticeId && !member))
          command.error('error: replay takes a notice and a member, or --reason');
        const one = noticeId !== undefined;
        const filter = one ? { notice: noticeId, member } : options;
        await run(
          async ({ delivery }) => {
            if (one || yes) return { ...(await delivery.replay(operator, filter)), waiting: 0 };
            return { replayed: 0, waiting: await delivery.replayable(operator, filter) };
          },
          (result, say) =>
            one || yes ? say('cli-delivery-replayed', result) : say('cli-delivery-would-replay', result),
        );
      },
    );

  group
    .command('compact')
    .description('Turn deliveries of notices that are long over into figures and proofs of acknowledgement')
    .option('--older-than <days>', 'such as 180d; default COMPACT_AFTER_DAYS, or 190d', days)
    .action(async ({ olderThan }: { olderThan?: number }) => {
      await run(
        ({ notices, config }) =>
          notices.compact(operator, { olderThanDays: olderThan ?? config.COMPACT_AFTER_DAYS ?? defaultDays }),
        (result, say) => say('cli-delivery-compacted', result),
      );
    });
}

/** Where the hub itself compacts nothing. */
const defaultDays = 190;

function whole(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('Not a whole number.');
  return Number(text);
}

function days(text: string): number {
  if (!/^\d{1,5}d$/.test(text)) throw new InvalidArgumentError('Not a number of days such as 180d.');
  return Number(text.slice(0, -1));
}

function healthInWords({ channels, toExpand }: Health, say: Say): string {
  const lines = channels.flatMap((health) => {
    const { channel, waiting, inDoubt, oldestSeconds } = health;
    return [
      `${channelInWords(channel, say)}: ${stateWords(health).name(say)}`,
      `  ${say('cli-delivery-waiting', { waiting, inDoubt, seconds: Math.round(oldestSeconds) })}`,
    ];
  });
  return [...lines, ...(toExpand > 0 ? [say('cli-delivery-to-expand', { count: toExpand })] : [])].join('\n');
}

function deadInWords(
  {
    kinds,
    items,
  }: {
    kinds: { channel: ChannelName | null; reason: string; count: number }[];
    items: { member: string; reason: string; title: string }[];
  },
  say: Say,
): string {
  if (kinds.length === 0) return say('dead-none');
  const counted = kinds.map(
    ({ channel, reason, count }) =>
      `${count}  ${reason}  ${channel ? channelInWords(channel, say) : say('dead-no-channel')}`,
  );
  return [...counted, '', ...items.map(({ member, reason, title }) => `${member}  ${reason}  ${title}`)].join(
    '\n',
  );
}
