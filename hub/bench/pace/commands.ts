import type { Command } from '../../platform/command.ts';
import { whole, type BenchCommand } from '../options.ts';

/** `caunoi bench lanes` and `pacing`: who waits, and whether the provider's rate is kept and used. */
export function paceBenches(bench: Command, { environment, print }: BenchCommand): void {
  bench
    .command('lanes')
    .description('How soon a tap on a button is answered, idle and during a broadcast')
    .option('--recipients <recipients>', 'of the broadcast', '100000')
    .option('--taps <taps>', 'how many, idle and busy each', '100')
    .option('--rate <rate>', 'as in TELEGRAM_RATE', 'unlimited')
    .option('--every <milliseconds>', 'between two taps; default 40, with a rate 200')
    .action(async (options: Record<string, string>, command: Command) => {
      const recipients = whole('--recipients', options['recipients'], command);
      const taps = whole('--taps', options['taps'], command);
      const rate = options['rate']!;
      const usual = rate === 'unlimited' ? '40' : '200';
      const everyMs = whole('--every', options['every'] ?? usual, command);
      const { benchLanes } = await import('./lanes.ts');
      const measured = await benchLanes({ environment, recipients, taps, rate, everyMs });
      const { idle, busy, ...figures } = measured;
      const shown = (ms: number | null) => ms ?? '–';
      print(measured, (say) =>
        say('cli-bench-lanes', {
          ...figures,
          idleMs: shown(idle.p95Ms),
          busyMs: shown(busy.p95Ms),
          busyWorstMs: shown(busy.p99Ms),
        }),
      );
    });

  bench
    .command('pacing')
    .description('How much of a provider’s rate is used, and whether it is ever exceeded')
    .option('--seconds <seconds>', 'how long', '60')
    .option('--rate <rate>', 'messages a second, such as 30/s', '30/s')
    .option('--workers <workers>', 'processes that send at once, on a database server', '2')
    .action(async (options: Record<string, string>, command: Command) => {
      const seconds = whole('--seconds', options['seconds'], command);
      const workers = whole('--workers', options['workers'], command);
      const perSecond = whole('--rate', /^(\d+)\/s$/.exec(options['rate']!)?.[1], command);
      const { benchPacing } = await import('./pacing.ts');
      const measured = await benchPacing({ environment, seconds, perSecond, workers });
      print(measured, (say) => say('cli-bench-pacing', { ...measured }));
    });
}
