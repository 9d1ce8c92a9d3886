import type { People, RoleName } from '../people/index.ts';
import { InvalidArgumentError, type Command, type Run } from '../platform/command.ts';
import type { AskHub } from '../platform/hub-door.ts';
import type { Say } from '../platform/locales.ts';
import { searchFor, type SearchAnswer } from './door.ts';
import { indexPaths } from './indexing.ts';
import type { Library, Readers } from './port.ts';
import { allSignals, type Signals } from './search/signals.ts';

export type Print = (result: object, words: (say: Say) => string) => void;

/** `caunoi index` and `caunoi search`. */
export function libraryCommands(
  program: Command,
  run: Run<{ library: Library; people: People; askHub: AskHub }>,
): void {
  program
    .command('index')
    .description(
      'Take documents into the library: DOCX, PDF, HTML, Markdown and text, files or folders of them',
    )
    .argument('<paths...>')
    .option('--unit <code>', 'the unit they belong to: its members and all below read them; default the top')
    .option('--readers <roles>', 'only who holds one of these roles, such as secretary,deputy', rolesIn, [])
    .action(async (paths: string[], { unit, readers }: { unit?: string; readers: RoleName[] }) => {
      const who: Readers = { who: readers.length > 0 ? 'roles' : 'members', roles: readers };
      await run(
        async ({ library, people }) => {
          if (unit !== undefined) await people.unitByCode(unit);
          return { documents: await indexPaths(library, paths, { unit, readers: who }, tell) };
        },
        ({ documents }, say) => say('cli-indexed', countOf(documents)),
        ({ documents }) => documents.every(({ status }) => status === 'refused' || status === 'failed'),
      );
    });

  program
    .command('search')
    .description('Find passages in the library; a running hub is asked, which has its index at hand')
    .argument('<text>', 'what is looked for, with or without diacritics', wordsIn)
    .option('--k <count>', 'how many at most', countIn, 10)
    .option('--as <member>', 'with the eyes of this member; default the operator’s')
    .action(async (text: string, { k, as }: { k: number; as?: string }) => {
      await run(
        async ({ askHub, ...parts }) => {
          const asked = { text, count: k, as: as ?? null };
          const answered = await askHub<SearchAnswer>('search', asked);
          return answered ?? (await withOwnIndex(parts.library, async () => await searchFor(parts, asked)));
        },
        ({ passages }, say) =>
          passages.length === 0
            ? say('cli-found-nothing')
            : passages.map((passage) => say('cli-found', passage)).join('\n\n'),
      );
    });
}

/** For a command where no hub answers: reads the library into this process first. */
export async function withOwnIndex<Result>(library: Library, work: () => Promise<Result>): Promise<Result> {
  tell('No hub answers: reading the library first.');
  const holding = library.holdIndex();
  try {
    await library.finding.until(0);
    return await work();
  } finally {
    await holding.stop();
  }
}

const longestText = 1_000;
const roleNames: readonly string[] = ['secretary', 'deputy', 'committee', 'officer', 'admin'];

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

function countOf(documents: readonly { status: string }[]) {
  const of = (status: string) => documents.filter((document) => document.status === status).length;
  return {
    indexed: of('indexed'),
    unchanged: of('unchanged'),
    refused: of('refused'),
    failed: of('failed'),
  };
}

/** @throws {InvalidArgumentError} */
function wordsIn(text: string): string {
  const words = text.trim();
  if (words === '' || words.length > longestText) throw new InvalidArgumentError('1 to 1,000 characters.');
  return words;
}

/** @throws {InvalidArgumentError} */
function rolesIn(text: string): RoleName[] {
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !roleNames.includes(name));
  if (unknown !== undefined) throw new InvalidArgumentError(`There is no role ${unknown}.`);
  return names as RoleName[];
}

/** @throws {InvalidArgumentError} */
function countIn(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > 100)
    throw new InvalidArgumentError('A number from 1 to 100.');
  return count;
}

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
