import type { Command } from '../../platform/command.ts';
import type { Environment } from '../installation.ts';
import { whole, type BenchCommand } from '../options.ts';
import type { OpenHub } from './feedback.ts';
import type { ReportHub } from './report.ts';

/** `caunoi bench feedback`: opinions on all three levels, all within a minute; then the report of a province's month. */
export function feedbackBench(
  bench: Command,
  {
    environment,
    open,
    print,
  }: BenchCommand & { open: (environment: Environment) => Promise<OpenHub & ReportHub> },
): void {
  bench
    .command('feedback')
    .description(
      'Opinions with a name, in confidence and without a name, all within a minute: none may be lost; and reading what a month of a province comes to',
    )
    .option('--submissions <submissions>', 'how many', '10000')
    .option('--seconds <seconds>', 'within how long', '60')
    .option('--report-items <items>', 'what a province of twice as many members said in the month', '50000')
    .action(async (options: Record<string, string>, command: Command) => {
      const submissions = whole('--submissions', options['submissions'], command);
      const seconds = whole('--seconds', options['seconds'], command);
      const items = whole('--report-items', options['reportItems'], command);
      const [{ benchFeedback }, { benchReport }] = await Promise.all([
        import('./feedback.ts'),
        import('./report.ts'),
      ]);
      const said = await benchFeedback(submissions, { environment, seconds, open });
      const measured = { ...said, ...(await benchReport(items, { environment, open })) };
      print(measured, (say) => say('cli-bench-feedback', { ...measured }));
    });
}
