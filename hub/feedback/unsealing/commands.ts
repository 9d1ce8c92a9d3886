import type { People } from '../../people/index.ts';
import type { Actor } from '../../platform/audit.ts';
import type { Command, Run } from '../../platform/command.ts';
import type { Say } from '../../platform/locales.ts';
import type { Feedback } from '../port.ts';
import type { Unsealing } from './port.ts';

interface Parts {
  feedback: Pick<Feedback, 'unsealing'>;
  people: Pick<People, 'memberByCode'>;
}

/**
 * `caunoi feedback unseal …`: asked, followed and ended here. Agreeing and seeing take two who sign in, each by
 * themselves: at one command line both names would be typed by one hand.
 */
export function unsealingCommands(feedback: Command, run: Run<Parts>): void {
  const unseal = feedback
    .command('unseal')
    .description('Who said something in confidence: asked by one administrator, agreed to by another');

  unseal
    .command('list')
    .description('What was asked, newest first')
    .requiredOption('--as <member>', 'code of the administrator')
    .action(async ({ as }: { as: string }) => {
      await run(
        async (parts) => ({
          unsealings: await parts.feedback.unsealing.list(await actorOf(parts, as)),
        }),
        ({ unsealings }, say) =>
          unsealings.map((one) => inWords(one, say)).join('\n') || say('unsealing-none'),
      );
    });

  unseal
    .command('ask')
    .description('Ask; another administrator agrees on the page within three days, and the author is told')
    .argument('<item>', 'number or id of the opinion')
    .requiredOption('--as <member>', 'code of the administrator who asks')
    .requiredOption('--reason <reason>', '20 to 500 characters; the author reads it')
    .requiredOption('--basis <basis>', 'such as the number of a document; the author reads it')
    .action(async (item: string, { as, ...grounds }: { as: string; reason: string; basis: string }) => {
      await run(
        async (parts) => await parts.feedback.unsealing.ask(await actorOf(parts, as), { item, ...grounds }),
        inWords,
      );
    });

  unseal
    .command('end')
    .description('Take back what one asked, or refuse what another did')
    .argument('<id>')
    .requiredOption('--as <member>', 'code of the administrator')
    .action(async (id: string, { as }: { as: string }) => {
      await run(async (parts) => await parts.feedback.unsealing.end(await actorOf(parts, as), id), inWords);
    });
}

async function actorOf({ people }: Parts, code: string): Promise<Actor> {
  return { memberId: (await people.memberByCode(code)).id, via: 'command' };
}

function inWords({ id, item, state, askedBy }: Unsealing, say: Say): string {
  return say('cli-unsealing', { id, number: item.number, name: askedBy.fullName, state });
}
