import type { People } from '../people/index.ts';
import type { Actor } from '../platform/audit.ts';
import { Option, type Command, type Run } from '../platform/command.ts';
import type { Say } from '../platform/locales.ts';
import {
  feedbackKinds,
  feedbackLevels,
  feedbackStates,
  type Feedback,
  type FeedbackKind,
  type FeedbackLevel,
  type FeedbackState,
  type ItemSummary,
} from './port.ts';
import { unsealingCommands } from './unsealing/commands.ts';

interface Parts {
  feedback: Feedback;
  people: Pick<People, 'memberByCode'>;
}

interface ListOptions {
  as: string;
  unit?: string;
  state?: FeedbackState | 'open';
  level?: FeedbackLevel;
}

interface ReplyOptions {
  as: string;
  text: string;
  lateReason?: string;
}

interface SayOptions {
  as: string;
  unit: string;
  kind: FeedbackKind;
  level: 'named' | 'confidential';
  text: string;
  topic?: string;
}

/** An item as the contract has it. */
interface Line {
  id: string;
  unit: string;
  level: FeedbackLevel;
  topic: string;
  status: FeedbackState;
  text: string;
  author?: string;
}

/** `caunoi feedback …`, as the contract names it. Returns the command, to which others add their own. */
export function feedbackCommands(program: Command, run: Run<Parts>): Command {
  const feedback = program.command('feedback').description('What members said, and who answers');

  feedback
    .command('list')
    .description('What was said to the units for which a member answers; late ones first')
    .requiredOption('--as <member>', 'code of who reads it')
    .option('--unit <unit>', 'only of this unit, by code')
    .addOption(new Option('--state <state>', 'only in this state').choices(['open', ...feedbackStates]))
    .addOption(new Option('--level <level>', 'only said so').choices(feedbackLevels))
    .action(async ({ as, ...filter }: ListOptions) => {
      await run(
        async (parts) => {
          const items = await parts.feedback.answering.list(await actorOf(parts, as), {
            ...filter,
            limit: 1_000,
          });
          return { items: items.map(lineOf) };
        },
        ({ items }, say) =>
          items.length === 0
            ? say('cli-feedback-nothing')
            : items.map((item) => lineInWords(item, say)).join('\n'),
      );
    });

  feedback
    .command('reply')
    .description('Answer one; its author is told')
    .argument('<id>')
    .requiredOption('--as <member>', 'code of who answers')
    .requiredOption('--text <text>', 'the answer')
    .option('--late-reason <reason>', 'why it comes after its day')
    .action(async (id: string, { as, ...answer }: ReplyOptions) => {
      await run(
        async (parts) => {
          const by = await actorOf(parts, as);
          const { state } = await parts.feedback.answering.reply(by, id, answer);
          return { id, status: state };
        },
        (_, say) => say('cli-feedback-replied'),
      );
    });

  feedback
    .command('say')
    .description('Say something in the name of a member, as the chat does')
    .requiredOption('--as <member>', 'code of who says it')
    .requiredOption('--unit <unit>', 'code of who is to answer: the own cell, or any unit above')
    .requiredOption('--text <text>', 'up to 2,000 characters')
    .addOption(new Option('--kind <kind>', 'kind').choices(feedbackKinds).default('opinion'))
    .addOption(
      new Option('--level <level>', 'how openly').choices(['named', 'confidential']).default('named'),
    )
    .option('--topic <topic>', 'what it is about, in free words')
    .action(async ({ as, ...said }: SayOptions) => {
      await run(
        async (parts) => {
          const { memberId } = await actorOf(parts, as);
          const { number } = await parts.feedback.saying.say(memberId, said, 'command');
          return { number };
        },
        ({ number }, say) => say('cli-feedback-said', { number }),
      );
    });

  unsealingCommands(feedback, run);
  return feedback;
}

/** The member in whose name it is done: nobody may more at the command line than on the page. */
async function actorOf({ people }: Parts, code: string): Promise<Actor & { memberId: string }> {
  return { memberId: (await people.memberByCode(code)).id, via: 'command' };
}

function lineOf({ id, unit, level, topic, state, text, author }: ItemSummary): Line {
  const line = { id, unit: unit.code, level, topic: topic ?? '', status: state, text };
  return author === null ? line : { ...line, author: author.code };
}

function lineInWords({ id, unit, level, status, text }: Line, say: Say): string {
  const short = text.length > 80 ? `${text.slice(0, 79)}…` : text;
  return say('cli-feedback-line', { id, unit, level, status, text: short.replaceAll('\n', ' ') });
}
