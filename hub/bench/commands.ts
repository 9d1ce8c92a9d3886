import type { Command } from '../platform/command.ts';
import { capacityInWords } from './capacity.ts';
import type { Hub } from './expand.ts';
import type { Environment } from './installation.ts';
import { whole, type BenchCommand } from './options.ts';

/** `caunoi bench fanout`, `growth` and `expand`: what sending to very many costs on this machine. */
export function sendingBenches(
  bench: Command,
  { environment, open, print }: BenchCommand & { open: (environment: Environment) => Promise<Hub> },
): void {
  bench
    .command('fanout')
    .description('Sends per second: bare loops of undici and grammY, and the hub, to one local server')
    .option('--recipients <recipients>', 'how many', '20000')
    .option('--rounds <rounds>', 'how often each loop runs; the figures are medians', '3')
    .option('--sink <url>', 'send to this server, which answers as Telegram’s, instead of one of our own')
    .option('--peers', 'beside it BullMQ with one job a message, as its documentation recommends', false)
    .action(async (options: Record<string, string> & { peers: boolean }, command: Command) => {
      const recipients = whole('--recipients', options['recipients'], command);
      const rounds = whole('--rounds', options['rounds'], command);
      const { benchFanout } = await import('./fanout/fanout.ts');
      const { sink, peers } = options;
      const measured = await benchFanout(recipients, { environment, rounds, sink, peers });
      print(measured, (say) =>
        [
          say('cli-bench-fanout', { ...measured, firstMs: measured.firstMs ?? '–' }),
          ...(measured.bullmq ? [say('cli-bench-fanout-peer', { bullmq: measured.bullmq })] : []),
          '',
          ...capacityInWords(1e6 / measured.hub, say),
        ].join('\n'),
      );
    });

  bench
    .command('growth')
    .description('Bytes of table and index that a delivery takes after some notices and a plain vacuum')
    .option('--recipients <recipients>', 'of each notice', '20000')
    .option('--notices <notices>', 'how many, one after the other', '10')
    .action(async (options: Record<string, string>, command: Command) => {
      const recipients = whole('--recipients', options['recipients'], command);
      const notices = whole('--notices', options['notices'], command);
      const { benchGrowth } = await import('./fanout/growth.ts');
      const measured = await benchGrowth(recipients, { environment, notices });
      const { heapOnlyShare: share, afterCompaction, ...figures } = measured;
      const heapOnly = share === null ? '–' : `${share * 100} %`;
      const { bytesPerDelivery: compacted, seconds } = afterCompaction;
      print(measured, (say) =>
        [
          say('cli-bench-growth', { ...figures, heapOnly }),
          say('cli-bench-compacted', { compacted, seconds }),
        ].join('\n'),
      );
    });

  bench
    .command('expand')
    .description('How long it takes to make the rows of one notice to very many')
    .option('--recipients <recipients>', 'how many', '1000000')
    .action(async (options: Record<string, string>, command: Command) => {
      const recipients = whole('--recipients', options['recipients'], command);
      const { benchExpand } = await import('./expand.ts');
      const measured = await benchExpand(recipients, { environment, open });
      print(measured, (say) => say('cli-bench-expand', { ...measured }));
    });
}
