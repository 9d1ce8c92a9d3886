import type { Attendance, MeetingStatus } from '../attendance/index.ts';
import { operator } from '../platform/audit.ts';
import { InvalidArgumentError, Option, parseInstant, type Command, type Run } from '../platform/command.ts';
import type { Say } from '../platform/locales.ts';
import { readDistances } from './distances.ts';
import { meetingKinds, type MeetingKind, type Meetings, type Scope } from './port.ts';
import { warningInWords } from './warning-words.ts';

interface CreateOptions {
  from: string;
  unit: string;
  title?: string;
  startsAt: Date;
  minutes?: number;
  place?: string;
  link?: string;
  kind: MeetingKind;
  remind?: number[];
  repeat?: string;
  idempotencyKey?: string;
}

/** `caunoi meeting …`, as the contract names it. */
export function meetingCommands(
  program: Command,
  run: Run<{ meetings: Meetings; attendance: Attendance }>,
): void {
  const meeting = program.command('meeting').description('Call meetings, run them, and see who comes');

  meeting
    .command('create')
    .description('Call the members of a unit to a meeting')
    .requiredOption('--from <member>', 'code of who calls it')
    .requiredOption('--unit <unit>', 'code of the unit')
    .option('--title <title>', 'title; default: kind and month')
    .requiredOption('--starts-at <instant>', 'when it begins, such as 2026-12-03T19:30', parseInstant)
    .option('--minutes <minutes>', 'how long it lasts; default: the least the rules say', parseMinutes)
    .option('--place <place>', 'where it is held')
    .option('--link <url>', 'where to take part online')
    .addOption(new Option('--kind <kind>', 'kind').choices(meetingKinds).default('regular'))
    .option('--remind <distances>', 'reminders before the start, such as 3d,1d,2h; none', parseDistances)
    .option('--repeat <rrule>', 'it comes again, such as FREQ=MONTHLY;BYMONTHDAY=3')
    .option('--idempotency-key <key>', 'the same key calls once')
    .action(async (options: CreateOptions) => {
      await run(
        ({ meetings }) => meetings.call(options, 'command'),
        ({ id, invited, warnings }, say) =>
          [
            say('cli-meeting-called', { id, invited }),
            ...warnings.map((each) => warningInWords(each, say)),
          ].join('\n'),
      );
    });

  meeting
    .command('open')
    .description('Open check-in; prints the six digits that count now')
    .argument('<id>')
    .action(async (id: string) => {
      await run(
        ({ meetings }) => meetings.open(operator, id),
        ({ checkInCode }, say) => say('cli-meeting-opened', { code: checkInCode }),
      );
    });

  meeting
    .command('close')
    .description('End the meeting: who was there is settled')
    .argument('<id>')
    .action(async (id: string) => {
      await run(
        ({ meetings }) => meetings.close(operator, id),
        (_, say) => say('cli-meeting-closed'),
      );
    });

  meeting
    .command('cancel')
    .description('It does not take place: all who were called are told')
    .argument('<id>')
    .option('--reason <reason>', 'why, as members read it')
    .addOption(
      new Option('--scope <scope>', 'of a series: this one, or it and all that follow')
        .choices(['one', 'following'])
        .default('one'),
    )
    .action(async (id: string, options: { reason?: string; scope: Scope }) => {
      await run(
        ({ meetings }) => meetings.cancel(operator, id, options),
        ({ told }, say) => say('cli-meeting-cancelled', { told }),
      );
    });

  meeting
    .command('status')
    .description('Who comes, who came, and whether a resolution can pass')
    .argument('<id>')
    .action(async (id: string) => {
      await run(({ attendance }) => attendance.status(operator, id), statusInWords);
    });
}

function statusInWords({ invited, rsvp, attendance, quorum }: MeetingStatus, say: Say): string {
  return [
    say('cli-meeting-answers', { invited, ...rsvp }),
    say('cli-meeting-attendance', attendance),
    say(quorum.met ? 'cli-meeting-quorum-met' : 'cli-meeting-quorum-not-met', {
      base: quorum.base,
      required: quorum.required,
      present: quorum.present,
      rule: quorum.rule,
    }),
  ].join('\n');
}

function parseMinutes(text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new InvalidArgumentError('Not a number of minutes such as 90.');
  return Number(text);
}

/** @throws {InvalidArgumentError} what is no list of distances */
function parseDistances(text: string): number[] {
  const distances = readDistances(text);
  if (distances === null) throw new InvalidArgumentError('Up to five distances such as 3d,1d,2h, or none.');
  return distances;
}
