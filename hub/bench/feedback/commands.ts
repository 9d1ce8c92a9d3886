import type { Command } from '../../platform/command.ts';
import type { Environment } from '../installation.ts';
import { whole, type BenchCommand } from '../options.ts';
import type { OpenHub } from './feedback.ts';

/** `caunoi bench feedback`: opinions on all three levels, all within a minute. */
export function feedbackBench(
  bench: Command,
  { environment, open, print }: BenchCommand & { open: (environment: Environment) => Promise<OpenHub> },
): void {
  bench
    .command('feedback')
    .description(
      'Opinions with a name, in confidence and without a name, all within a minute: none may be lost',
    )
    .option('--submissions <submissions>', 'how many', '10000')
    .option('--seconds <seconds>', 'within how long', '60')
    .action(async (options: Record<string, string>, command: Command) => {
      const submissions = whole('--submissions', options['submissions'], command);
      const seconds = whole('--seconds', options['seconds'], command);
      const { benchFeedback } = await import('./feedback.ts');
      const measured = await benchFeedback(submissions, { environment, seconds, open });
      print(measured, (say) => say('cli-bench-feedback', { ...measured }));
    });
}
