import type { Command } from '../../platform/command.ts';
import { whole, type BenchCommand } from '../options.ts';

/** `caunoi bench checkin`: a whole commune types the code of its meeting within a minute. */
export function checkinBench(bench: Command, { environment, print }: BenchCommand): void {
  bench
    .command('checkin')
    .description('Members who check in by code, all within a minute: how soon each is marked and answered')
    .option('--members <members>', 'how many', '2000')
    .option('--seconds <seconds>', 'within how long', '60')
    .action(async (options: Record<string, string>, command: Command) => {
      const members = whole('--members', options['members'], command);
      const seconds = whole('--seconds', options['seconds'], command);
      const { benchCheckin } = await import('./checkin.ts');
      const measured = await benchCheckin({ environment, members, seconds });
      const { p50Ms, p95Ms, ...figures } = measured;
      print(measured, (say) =>
        say('cli-bench-checkin', { ...figures, p50Ms: p50Ms ?? '–', p95Ms: p95Ms ?? '–' }),
      );
    });
}
