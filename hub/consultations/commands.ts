import { readFile } from 'node:fs/promises';
import type { People } from '../people/index.ts';
import type { Actor } from '../platform/audit.ts';
import type { Command, Run } from '../platform/command.ts';
import { DomainError } from '../platform/errors.ts';
import type { Say } from '../platform/locales.ts';
import { answersIn, consultationIn } from './given-file.ts';
import type { Consultations, ConsultationSummary } from './port.ts';

interface Parts {
  consultations: Consultations;
  people: Pick<People, 'memberByCode'>;
}

/** `caunoi consultation …`: what a committee asks its members, always in a member’s name. */
export function consultationCommands(program: Command, run: Run<Parts>): void {
  const consultation = program
    .command('consultation')
    .description('Drafts, polls and surveys put to members');
  const command = (name: string, description: string) => consultation.command(name).description(description);
  const about = (name: string, description: string, doer: string) =>
    command(name, description).argument('<id>').requiredOption('--as <member>', `code of ${doer}`);

  command('list', 'What is asked by units over which a member may ask; open ones first')
    .requiredOption('--as <member>', 'code of who reads it')
    .option('--unit <unit>', 'only of this unit, by code')
    .action(async ({ as, unit }: { as: string; unit?: string }) => {
      await run(
        async (parts) => {
          const items = await parts.consultations.asking.list(await actorOf(parts, as), { unit });
          return { items: items.map(lineOf) };
        },
        ({ items }, say) =>
          items.length === 0
            ? say('cli-consultation-nothing')
            : items.map((item) => lineInWords(item, say)).join('\n'),
      );
    });

  command('create', 'Prepare one from a file of JSON; nobody is asked before it is opened')
    .argument('<file>')
    .requiredOption('--as <member>', 'code of who prepares it')
    .action(async (file: string, { as }: { as: string }) => {
      await run(
        async (parts) => {
          const { asking, passagesOf } = parts.consultations;
          const given = consultationIn(await textOf(file), passagesOf);
          return await asking.save(await actorOf(parts, as), given);
        },
        ({ id }, say) => say('cli-consultation-created', { id }),
      );
    });

  about('open', 'Ask: from here on it is settled who is asked, and what', 'who opens it').action(
    async (id: string, { as }: { as: string }) => {
      await run(
        async (parts) => await parts.consultations.asking.open(await actorOf(parts, as), id),
        ({ eligible }, say) => say('cli-consultation-opened', { eligible }),
      );
    },
  );

  about('status', 'How it stands; by name only who is silent, of a named one', 'who reads it').action(
    async (id: string, { as }: { as: string }) => {
      await run(
        async (parts) => {
          const view = await parts.consultations.asking.consultation(await actorOf(parts, as), id);
          const { drawn, silent } = view;
          return { ...lineOf(view), drawn, silent: silent?.map(({ code }) => code) ?? null };
        },
        (line, say) => lineInWords(line, say),
      );
    },
  );

  about('results', 'What may be shown of what was answered; null: fewer than five', 'who reads them').action(
    async (id: string, { as }: { as: string }) => {
      await run(
        async (parts) => await parts.consultations.asking.results(await actorOf(parts, as), id),
        ({ answered, eligible, smallest }, say) =>
          say('cli-consultation-results', { answered: answered ?? `< ${smallest}`, eligible }),
      );
    },
  );

  about('close', 'Close it before its time', 'who closes it').action(
    async (id: string, { as }: { as: string }) => {
      await run(
        async (parts) => {
          await parts.consultations.asking.close(await actorOf(parts, as), id);
          return { id };
        },
        (_, say) => say('cli-consultation-closed'),
      );
    },
  );

  about('cancel', 'Call it off: nothing of what was answered is kept', 'who calls it off')
    .requiredOption('--reason <reason>', 'those asked read it')
    .action(async (id: string, { as, reason }: { as: string; reason: string }) => {
      await run(
        async (parts) => {
          await parts.consultations.asking.cancel(await actorOf(parts, as), id, reason);
          return { id };
        },
        (_, say) => say('cli-consultation-cancelled'),
      );
    });

  about('remind', 'Remind those who have not answered, or drawn no paper; once a day', 'who reminds').action(
    async (id: string, { as }: { as: string }) => {
      await run(
        async (parts) => ({
          id,
          ...(await parts.consultations.asking.remind(await actorOf(parts, as), id)),
        }),
        ({ reminded }, say) => say('cli-consultation-reminded', { count: reminded ?? -1 }),
      );
    },
  );

  about('answer', 'Answer in the name of a member, as the chat does', 'who answers')
    .requiredOption('--answers <json>', 'by the number of the question, such as {"1":0,"2":"Đồng ý"}')
    .action(async (id: string, { as, answers }: { as: string; answers: string }) => {
      await run(
        async (parts) => {
          const { memberId } = await actorOf(parts, as);
          const given = answersIn(answers);
          const asked = await parts.consultations.answering.answer(memberId, id, given);
          return { id, answers: asked.answers };
        },
        (_, say) => say('cli-consultation-answered'),
      );
    });
}

/** The member in whose name it is done: nobody may more at the command line than on the page. */
async function actorOf({ people }: Parts, code: string): Promise<Actor & { memberId: string }> {
  return { memberId: (await people.memberByCode(code)).id, via: 'command' };
}

async function textOf(file: string): Promise<string> {
  return await readFile(file, 'utf8').catch(() => {
    throw new DomainError('cli.no-file', { facts: { file } });
  });
}

function lineOf({ id, unit, kind, level, state, title, closesAt, eligible, answered }: ConsultationSummary) {
  return { id, unit: unit.code, kind, level, state, title, closesAt, eligible, answered };
}

function lineInWords(
  { id, unit, state, title, eligible, answered }: ReturnType<typeof lineOf>,
  say: Say,
): string {
  return say('cli-consultation-line', {
    id,
    unit,
    state,
    title,
    answered: answered ?? '–',
    eligible: eligible ?? '–',
  });
}
