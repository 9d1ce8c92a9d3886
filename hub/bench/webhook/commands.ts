import type { Command } from '../../platform/command.ts';
import { whole, type BenchCommand } from '../options.ts';

/** `caunoi bench webhook`: how much of what Zalo posts is taken, and how soon it is answered. */
export function webhookBench(bench: Command, { environment, print }: BenchCommand): void {
  bench
    .command('webhook')
    .description('Events that Zalo posts at a steady rate: how soon each is stored and answered')
    .option('--events <events>', 'how many', '10000')
    .option('--rate <rate>', 'a second', '1000')
    .action(async (options: Record<string, string>, command: Command) => {
      const events = whole('--events', options['events'], command);
      const rate = whole('--rate', options['rate'], command);
      const { benchWebhook } = await import('./webhook.ts');
      const measured = await benchWebhook({ environment, events, rate });
      print(measured, (say) => say('cli-bench-webhook', { ...measured }));
    });
}
