import { operator } from '../../platform/audit.ts';
import type { Command, Run } from '../../platform/command.ts';
import type { People } from '../people.ts';

type Parts = { people: People; signInUrl: (token: string) => Promise<string> };

/** `caunoi signin`, `export` and `erase`, as the contract names them. */
export function dataCommands(program: Command, run: Run<Parts>): void {
  program
    .command('signin')
    .description('Make a link that signs a member in to the console, once, within ten minutes')
    .argument('<member>', 'code of the member')
    .action(async (member: string) => {
      await run(
        async ({ people, signInUrl }) => {
          const { token, expiresAt } = await people.signInLink(operator, member);
          return { url: await signInUrl(token), expiresAt };
        },
        (link, say) => say('cli-signin', link),
      );
    });

  program
    .command('export')
    .description('Print everything that is kept about a member, for the member')
    .argument('<member>', 'code of the member')
    .action(async (member: string) => {
      await run(
        async ({ people }) => await people.exportData(operator, member),
        (data) => JSON.stringify(data, null, 2),
      );
    });

  program
    .command('erase')
    .description('Erase the data of a member; cannot be undone')
    .argument('<member>', 'code of the member')
    .action(async (member: string) => {
      await run(
        async ({ people }) => await people.eraseData(operator, member),
        ({ member: code, erased }, say) => {
          const { chats = 0, deliveries = 0, cancelled = 0 } = erased;
          return say('data-erased-in-words', { member: code, chats, deliveries, cancelled });
        },
      );
    });
}
