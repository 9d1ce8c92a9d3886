import { allSignals, signalsWithout, type Print, type Signals } from '../library/index.ts';
import type { Command } from '../platform/command.ts';
import type { Say } from '../platform/locales.ts';
import type { AnswersMeasured } from './evaluation/answers.ts';

/** `caunoi eval answers`, beside what the library measures. */
export function answersEvaluation(evaluation: Command, print: Print): void {
  evaluation
    .command('answers')
    .description('How well questions over a folder of documents are answered by quoting, and refused')
    .requiredOption('--questions <file>', 'JSONL of {id, question, kind, answerable, evidence: [{quote}]}')
    .requiredOption('--index <folder>', 'Markdown and text files to read first')
    .option(
      '--without <signals>',
      `leave out some of ${Object.keys(allSignals).join(',')}`,
      signalsWithout,
      allSignals,
    )
    .action(async (options: { questions: string; index: string; without: Signals }) => {
      const { measureAnswers } = await import('./evaluation/answers.ts');
      const measured = await measureAnswers(
        { questions: options.questions, folder: options.index },
        options.without,
      );
      print(measured, (say) => inWords(measured, say));
    });
}

function inWords(measured: AnswersMeasured, say: Say): string {
  const { evidenceAt1, evidenceAt3, answerable, unanswerable, refused, falseRefusals, documents } = measured;
  const figures = { evidenceAt1, evidenceAt3, answerable, unanswerable, refused, falseRefusals };
  return [
    say('eval-answers', { ...figures, documents: documents.length }),
    say('eval-answers-bare', { ...measured.withoutDiacritics }),
    say('eval-answers-baseline', { ...measured.baseline }),
    ...Object.entries(measured.byKind).map(([kind, { questions, evidenceAt1, evidenceAt3, refused }]) =>
      say('eval-answers-kind', { kind, questions, evidenceAt1, evidenceAt3, refused }),
    ),
  ].join('\n');
}
