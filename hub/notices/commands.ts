import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { operator } from '../platform/audit.ts';
import {
  collect,
  InvalidArgumentError,
  Option,
  parseDay,
  parseInstant,
  type Command,
  type Run,
} from '../platform/command.ts';
import { DomainError } from '../platform/errors.ts';
import type { Say } from '../platform/locales.ts';
import { statuses } from '../delivery/index.ts';
import type { People } from '../people/index.ts';
import { cascadeCommands } from './cascade/commands.ts';
import { readHours, type ChaseChoice } from './chasing/policy.ts';
import { outcomeInWords, stepInWords } from './chasing/step-words.ts';
import type { ChaseStep } from './chasing/timeline.ts';
import type { NewAttachment } from './new-notice.ts';
import type { NoticeStatus } from './following.ts';
import type { Notices } from './notices.ts';

interface SendOptions {
  from: string;
  unit: string;
  title: string;
  body?: string;
  bodyFile?: string;
  kind: 'notice' | 'directive';
  number?: string;
  issued?: string;
  ack: boolean;
  due?: Date;
  at?: Date;
  expires?: Date;
  to: 'members' | 'secretaries';
  attach: string[];
  urgent: boolean;
  idempotencyKey?: string;
  subjectKey?: string;
  cascade?: true;
  chase?: ChaseChoice;
}

const mediaTypes: Record<string, string> = {
  '.pdf': 'application/pdf',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.doc': 'application/msword',
  '.txt': 'text/plain',
  '.md': 'text/markdown',
  '.html': 'text/html',
  '.csv': 'text/csv',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
};

/** `caunoi notice …`, as the contract names it. */
export function noticeCommands(program: Command, run: Run<{ notices: Notices; people: People }>): void {
  const notice = program.command('notice').description('Send notices and directives, and follow them');

  notice
    .command('send')
    .description('Send a notice or a directive to a unit and all units below it')
    .requiredOption('--from <member>', 'code of the sender')
    .requiredOption('--unit <unit>', 'code of the unit')
    .requiredOption('--title <title>', 'title')
    .addOption(new Option('--body <text>', 'text').conflicts('bodyFile'))
    .option('--body-file <file>', 'file with the text, UTF-8')
    .addOption(new Option('--kind <kind>', 'kind').choices(['notice', 'directive']).default('notice'))
    .option('--number <number>', 'number and sign of a directive, such as 57-NQ/TW')
    .option('--issued <day>', 'day on the document', parseDay)
    .option('--ack', 'ask for an acknowledgement', false)
    .option('--due <instant>', 'when it is due', parseInstant)
    .option('--at <instant>', 'when to send it', parseInstant)
    .option('--expires <instant>', 'when it is stale: what has not gone by then is cancelled', parseInstant)
    .addOption(new Option('--to <whom>', 'audience').choices(['members', 'secretaries']).default('members'))
    .option('--attach <file>', 'attach a file; may be given several times', collect, [])
    .option('--cascade', 'level by level: to the committees right below, which pass it on')
    .option('--urgent', 'send in quiet hours too', false)
    .option('--idempotency-key <key>', 'the same key sends once')
    .option('--subject-key <key>', 'supersedes what has not gone of the earlier notice with this key')
    .option(
      '--chase <plan>',
      'what is done about the silent: default, gentle, none, or hours such as 24h,48h,72h,120h',
      parseChase,
    )
    .action(async (options: SendOptions) => {
      await run(
        async ({ notices }) => await notices.send(await newNotice(options)),
        (sent, say) => say('cli-notice-sent', { id: sent.id, recipients: sent.recipients }),
      );
    });

  notice
    .command('status')
    .description('The ledger of a notice')
    .argument('<id>')
    .action(async (id: string) => {
      await run(({ notices }) => notices.status(operator, id), statusInWords);
    });

  notice
    .command('cancel')
    .description('Stop what has not gone yet')
    .argument('<id>')
    .action(async (id: string) => {
      await run(
        ({ notices }) => notices.cancel(operator, id),
        (result, say) => say('cli-notice-cancelled', { count: result.cancelled }),
      );
    });

  notice
    .command('remind')
    .description('Remind only those who have not acknowledged')
    .argument('<id>')
    .action(async (id: string) => {
      await run(
        ({ notices }) => notices.remind(operator, id),
        (result, say) => say('cli-notice-reminded', { count: result.reminded }),
      );
    });

  notice
    .command('chase')
    .description('What is done about those who stay silent; --stop ends it')
    .argument('<id>')
    .option('--stop', 'chase nobody about this notice any more', false)
    .action(async (id: string, { stop }: { stop: boolean }) => {
      await run(
        async ({ notices }) => {
          const { stopped } = stop ? await notices.stopChase(operator, id) : { stopped: null };
          return { id, stopped, steps: await notices.chaseOf(operator, id) };
        },
        ({ stopped, steps }, say) =>
          [
            ...(stopped === null ? [] : [say('chase-stopped', { stopped })]),
            ...chaseInWords(steps, say),
          ].join('\n'),
      );
    });

  notice
    .command('told')
    .description('Record that a member was told in person')
    .argument('<id>')
    .argument('<member>', 'code of the member')
    .requiredOption('--by <member>', 'code of the person who told them')
    .action(async (id: string, member: string, { by }: { by: string }) => {
      await run(
        async ({ notices, people }) => {
          const teller = await people.memberByCode(by);
          return await notices.told({ memberId: teller.id, via: 'command' }, id, member);
        },
        (result, say) => say('cli-notice-told', { member: result.member }),
      );
    });

  cascadeCommands(notice, run);
}

/** @throws {InvalidArgumentError} what is neither a plan nor a list of hours */
function parseChase(text: string): ChaseChoice {
  if (text === 'default' || text === 'gentle' || text === 'none') return text;
  const hours = readHours(text);
  if (hours === null) throw new InvalidArgumentError('default, gentle, none or hours such as 24h,48h');
  return hours;
}

async function newNotice(options: SendOptions) {
  const { ack, due, at, expires, issued, body, bodyFile, attach, ...rest } = options;
  return {
    ...rest,
    body: body ?? (bodyFile ? await textOf(bodyFile) : ''),
    wantsAck: ack,
    dueAt: due,
    sendAt: at,
    expiresAt: expires,
    issuedOn: issued,
    attachments: await Promise.all(attach.map((path) => attachment(path))),
  };
}

/** The text of a file; a Markdown file's front matter is about the text, not of it. */
async function textOf(path: string): Promise<string> {
  const text = new TextDecoder('utf-8', { fatal: true });
  try {
    return text.decode(await bytesOf(path)).replace(/^---\r?\n[\s\S]*?\r?\n---\r?\n/, '');
  } catch (error) {
    if (error instanceof TypeError) throw new DomainError('cli.not-utf-8', { facts: { file: path } });
    throw error;
  }
}

async function attachment(path: string): Promise<NewAttachment> {
  const mediaType = mediaTypes[extname(path).toLowerCase()] ?? 'application/octet-stream';
  return { name: basename(path), mediaType, content: await bytesOf(path) };
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch {
    throw new DomainError('cli.no-file', { facts: { file: path } });
  }
}

function chaseInWords(steps: readonly ChaseStep[], say: Say): string[] {
  if (steps.length === 0) return [say('preview-chase-none')];
  return steps.map((step) =>
    say('cli-chase-step', {
      step: stepInWords(step.action, say),
      at: step.doneAt ?? step.dueAt,
      outcome: outcomeInWords(step, say),
    }),
  );
}

function statusInWords(status: NoticeStatus, say: Say): string {
  const lines = statuses
    .filter((name) => status.byStatus[name] > 0)
    .map((name) => `  ${say(`status-${name.replace('_', '-')}`)}: ${status.byStatus[name]}`);
  const extra = [
    status.inPerson > 0 && say('cli-status-in-person', { count: status.inPerson }),
    status.inDoubt > 0 && say('cli-status-in-doubt', { count: status.inDoubt }),
    status.duplicates > 0 && say('cli-status-duplicates', { count: status.duplicates }),
    status.unreachable.length > 0 &&
      say('cli-status-unreachable', { members: status.unreachable.join(', ') }),
    status.failed.length > 0 && say('cli-status-failed', { members: status.failed.join(', ') }),
  ].filter((line) => line !== false);
  return [say('cli-status-recipients', { count: status.recipients }), ...lines, ...extra].join('\n');
}
