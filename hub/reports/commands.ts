import type { People } from '../people/index.ts';
import type { Actor } from '../platform/audit.ts';
import { InvalidArgumentError, type Command, type Run } from '../platform/command.ts';
import type { Say } from '../platform/locales.ts';
import { isMonth } from './months.ts';
import type { FeedbackReport, Reports } from './port.ts';
import {
  countInWords,
  kindInWords,
  partsOfMonth,
  stateInWords,
  topicInWords,
  totalInWords,
} from './words.ts';

interface Options {
  as: string;
  unit: string;
  month?: string;
}

/** `caunoi feedback report`, beside the feature's own commands. */
export function feedbackReportCommand(
  feedback: Command,
  run: Run<{ figures: Reports; people: Pick<People, 'memberByCode'> }>,
): void {
  feedback
    .command('report')
    .description('What was said to a unit and below it in a closed month; nothing tells of fewer than five')
    .requiredOption('--as <member>', 'code of who reads it')
    .requiredOption('--unit <unit>', 'code of the unit')
    .option('--month <month>', 'such as 2026-11; default: the last one with figures', parseMonth)
    .action(async ({ as, unit, month }: Options) => {
      await run(async ({ figures, people }) => {
        const by: Actor = { memberId: (await people.memberByCode(as)).id, via: 'command' };
        return await figures.feedback(by, unit, month);
      }, inWords);
    });
}

function inWords(report: FeedbackReport, say: Say): string {
  return [
    say('report-title', partsOfMonth(report.period)),
    totalInWords(report, say),
    ...report.cells.map((cell) =>
      [
        cell.unit,
        topicInWords(cell.topic, say),
        kindInWords(cell.kind, say),
        stateInWords(cell.state, say),
        countInWords(cell.count, report, say),
      ].join(' · '),
    ),
    ...report.proposals.map(({ label, size }) => `${label} · ${say('report-people', { size })}`),
  ].join('\n');
}

/** @throws {InvalidArgumentError} what is no month */
function parseMonth(text: string): string {
  if (!isMonth(text)) throw new InvalidArgumentError('Not a month such as 2026-11.');
  return text;
}
