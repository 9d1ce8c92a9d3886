import { InvalidArgumentError, type Command } from '../platform/command.ts';
import type { Say } from '../platform/locales.ts';
import { allSignals, type Signals } from './search/signals.ts';

export type Print = (result: object, words: (say: Say) => string) => void;

/** `caunoi eval retrieval`. @returns `caunoi eval`, for what other features measure */
export function evaluationCommands(program: Command, print: Print): Command {
  const evaluation = program
    .command('eval')
    .description(
      'Measure finding and answering on questions whose answers are known; needs no hub and no database',
    );
  evaluation
    .command('retrieval')
    .description(
      'How well texts are found, beside plain BM25 over folded syllables and pairs in the same run',
    )
    .requiredOption('--corpus <file>', 'JSONL of {id, title, text}')
    .requiredOption('--questions <file>', 'JSONL of {id, question, gold: [ids]}')
    .option(
      '--without <signals>',
      `leave out some of ${Object.keys(allSignals).join(',')}`,
      signalsWithout,
      allSignals,
    )
    .action(async (options: { corpus: string; questions: string; without: Signals }) => {
      const { measureRetrieval } = await import('./evaluation/retrieval.ts');
      const { baseline, ...measured } = await measureRetrieval(options, options.without);
      print({ ...measured, baseline }, (say) =>
        [say('eval-retrieval', measured), say('eval-retrieval-baseline', { ...baseline })].join('\n'),
      );
    });
  return evaluation;
}

/** @throws {InvalidArgumentError} a signal that there is not */
export function signalsWithout(names: string): Signals {
  const signals: Signals = { ...allSignals };
  for (const name of names.split(',')) {
    if (!(name in allSignals)) throw new InvalidArgumentError(`There is no signal ${name}.`);
    signals[name as keyof Signals] = false;
  }
  return signals;
}
