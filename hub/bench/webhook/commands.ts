import type { Command } from '../../platform/command.ts';
import type { Say } from '../../platform/locales.ts';
import type { Environment } from '../installation.ts';

/** `caunoi bench webhook`: how much of what Zalo posts is taken, and how soon it is answered. */
export function webhookBench(
  bench: Command,
  {
    environment,
    print,
  }: { environment: Environment; print: (result: object, words: (say: Say) => string) => void },
): void {
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

function whole(option: string, text: string | undefined, command: Command): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) command.error(`error: ${option} takes a whole number`);
  return count;
}
