import { operator } from '../platform/audit.ts';
import { Option, type Command, type Run } from '../platform/command.ts';
import { spreadsheetCommands } from './import/commands.ts';
import type { Invite } from './joining/invites.ts';
import type { People } from './people.ts';
import { scopes, usualScopes, type Scope } from './tokens.ts';

type LinksFor = (code: string) => Promise<Record<string, string>>;
type Parts = { people: People; linksFor: LinksFor };

/** `caunoi import`, `spreadsheet`, `invite`, `token` and `report units`, as the contract names them. */
export function peopleCommands(program: Command, run: Run<Parts>): void {
  spreadsheetCommands(program, run);

  program
    .command('invite')
    .description('Make an invitation for a member, or for everyone of a unit without a linked chat')
    .argument('[member]', 'code of the member')
    .addOption(new Option('--unit <unit>', 'code of a unit: everyone of it and below'))
    .option('--email', 'send it to the e-mail address of the member in the list', false)
    .action(async (member: string | undefined, options: InviteOptions, command: Command) => {
      const { unit, email } = options;
      if ((member === undefined) === (unit === undefined))
        command.error('error: give a member code or --unit CODE');
      if (email && unit !== undefined) command.error('error: --email takes a member code');
      if (unit !== undefined) {
        await run(
          async ({ people, linksFor }) => {
            const invites = await people.inviteUnit(operator, unit);
            return { invites: await Promise.all(invites.map((invite) => withLinks(invite, linksFor))) };
          },
          ({ invites }, say) =>
            [say('cli-invited', { count: invites.length }), ...invites.map(inviteInWords)].join('\n'),
        );
      } else {
        await run(async ({ people, linksFor }) => {
          const made = await (email ? people.inviteByLetter : people.invite)(operator, member!);
          return await withLinks(made, linksFor);
        }, inviteInWords);
      }
    });

  program
    .command('token')
    .description('Tokens for the API')
    .command('create')
    .description('Make a token that acts as a member; it is shown once')
    .requiredOption('--member <member>', 'code of the member')
    .option('--scopes <scopes...>', `any of ${scopes.join(', ')}; default all but feedback:unseal`)
    .action(async (options: { member: string; scopes?: string[] }, command: Command) => {
      const wanted = options.scopes?.flatMap((text) => text.split(',')) ?? [...usualScopes];
      const unknown = wanted.find((scope) => !(scopes as readonly string[]).includes(scope));
      if (unknown) command.error(`error: unknown scope ${unknown}`);
      await run(
        ({ people }) => people.createToken(options.member, wanted as Scope[]),
        ({ token }) => token,
      );
    });

  program
    .command('report')
    .description('Reports')
    .command('units')
    .description('The tree of units with the number of members directly in each')
    .action(async () => {
      await run(
        async ({ people }) => {
          const units = await people.tree();
          return { root: units[0]?.code ?? null, officer: await people.officerOfRoot(), units };
        },
        ({ units }) =>
          units.map((unit) => `${unit.code}\t${unit.kind}\t${unit.members}\t${unit.name}`).join('\n'),
      );
    });
}

interface InviteOptions {
  unit?: string;
  email: boolean;
}

async function withLinks(invite: Invite, linksFor: LinksFor) {
  return { ...invite, links: await linksFor(invite.code) };
}

function inviteInWords({ member, code, links }: Invite & { links: Record<string, string> }): string {
  return [member, code, ...Object.values(links)].join('\t');
}
