import type { Command } from '../../platform/command.ts';
import type { Say } from '../../platform/locales.ts';
import type { Environment } from '../installation.ts';
import type { OpenHub } from './feedback.ts';

/** `caunoi bench feedback`: opinions on all three levels, all within a minute. */
export function feedbackBench(
  bench: Command,
  {
    environment,
    open,
    print,
  }: {
    environment: Environment;
    open: (environment: Environment) => Promise<OpenHub>;
    print: (result: object, words: (say: Say) => string) => void;
  },
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

function whole(option: string, text: string | undefined, command: Command): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) command.error(`error: ${option} takes a whole number`);
  return count;
}
