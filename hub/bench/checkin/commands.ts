import type { Command } from '../../platform/command.ts';
import type { Say } from '../../platform/locales.ts';
import type { Environment } from '../installation.ts';

/** `caunoi bench checkin`: a whole commune types the code of its meeting within a minute. */
export function checkinBench(
  bench: Command,
  {
    environment,
    print,
  }: { environment: Environment; print: (result: object, words: (say: Say) => string) => void },
): void {
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

function whole(option: string, text: string | undefined, command: Command): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) command.error(`error: ${option} takes a whole number`);
  return count;
}
