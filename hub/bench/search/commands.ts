import type { Command } from '../../platform/command.ts';
import { whole, type BenchCommand } from '../options.ts';

/** `caunoi bench search`: finding in a library of very many passages, all in this process, without a hub. */
export function searchBench(bench: Command, { print }: Pick<BenchCommand, 'print'>): void {
  bench
    .command('search')
    .description(
      'Building and searching an index of invented documents: how soon, how much memory, and how soon a change is found',
    )
    .option('--passages <passages>', 'how many', '100000')
    .option('--questions <questions>', 'how many are asked, once of all and once of a tenth', '300')
    .action(async (options: Record<string, string>, command: Command) => {
      const passages = whole('--passages', options['passages'], command);
      const questions = whole('--questions', options['questions'], command);
      const { benchSearch } = await import('./search.ts');
      const measured = await benchSearch({ passages, questions });
      print(measured, (say) => say('cli-bench-search', { ...measured }));
    });
}
