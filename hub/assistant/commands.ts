import {
  allSignals,
  signalsWithout,
  withOwnIndex,
  type Library,
  type Print,
  type Signals,
} from '../library/index.ts';
import type { People } from '../people/index.ts';
import type { Command, Run } from '../platform/command.ts';
import type { AskHub } from '../platform/hub-door.ts';
import type { Locales, Say } from '../platform/locales.ts';
import { answerFor } from './door.ts';
import type { AnswersMeasured } from './evaluation/answers.ts';
import type { PrintedAnswer } from './in-print.ts';
import type { Assistant } from './port.ts';

interface Parts {
  assistant: Assistant;
  library: Library;
  people: People;
  locales: Locales;
  askHub: AskHub;
}

/** `caunoi ask`. */
export function assistantCommands(program: Command, run: Run<Parts>): void {
  program
    .command('ask')
    .description('Ask the assistant; a running hub answers, which has the library at hand')
    .argument('<text>')
    .option('--as <member>', 'in the name of this member, by code; default the operator')
    .action(async (text: string, { as }: { as?: string }) => {
      await run(
        async ({ askHub, ...parts }) => {
          const asked = { text, as: as ?? null };
          const answered = await askHub<PrintedAnswer>('ask', asked);
          return answered ?? (await withOwnIndex(parts.library, async () => await answerFor(parts, asked)));
        },
        ({ answer, citations }, say) =>
          [
            answer,
            ...citations.map(({ number, title, locator }, place) =>
              say('cli-ask-source', { number: place + 1, document: number || title, locator }),
            ),
          ].join('\n'),
      );
    });
}

/** `caunoi eval answers`, beside what the library measures. */
export function answersEvaluation(evaluation: Command, print: Print, run: Run<Pick<Parts, 'library'>>): void {
  evaluation
    .command('answers')
    .description(
      'How well questions over a folder, or over the library, are answered by quoting, and refused',
    )
    .requiredOption('--questions <file>', 'JSONL of {id, question, kind, answerable, evidence: [{quote}]}')
    .option('--index <folder>', 'Markdown and text files to read first; default the library of the database')
    .option(
      '--without <signals>',
      `leave out some of ${Object.keys(allSignals).join(',')}; over a folder only`,
      signalsWithout,
      allSignals,
    )
    .action(
      async ({ questions, index, without }: { questions: string; index?: string; without: Signals }) => {
        const { measureAnswers, measureLibrary } = await import('./evaluation/answers.ts');
        if (index !== undefined) {
          const measured = await measureAnswers({ questions, folder: index }, without);
          print(measured, (say) => inWords(measured, say));
          return;
        }
        await run(
          async ({ library }) =>
            await withOwnIndex(library, async () => await measureLibrary(questions, library)),
          inWords,
        );
      },
    );
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
