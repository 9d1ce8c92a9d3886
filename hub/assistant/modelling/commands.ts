import type { Clock } from '../../platform/clock.ts';
import { InvalidArgumentError, type Command, type Run } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { usageOf } from './usage.ts';

/** `caunoi assistant usage`. */
export function usageCommand(program: Command, run: Run<{ database: Database; clock: Clock }>): void {
  program
    .command('assistant')
    .description('What the assistant costs')
    .command('usage')
    .description("Tokens that units' questions to the language model used, by day")
    .option('--days <days>', 'so many days back, today among them', parseDays, 7)
    .action(async ({ days }: { days: number }) => {
      await run(
        async (parts) => ({ days: await usageOf(parts, days) }),
        ({ days: used }, say) =>
          used.length === 0
            ? say('cli-assistant-no-usage')
            : used
                .map((one) => say('cli-assistant-usage', { ...one, day: new Date(`${one.day}T00:00+07:00`) }))
                .join('\n'),
      );
    });
}

function parseDays(typed: string): number {
  const days = Number(typed);
  if (!Number.isInteger(days) || days < 1 || days > 3_660)
    throw new InvalidArgumentError('Not a number of days.');
  return days;
}
