import { readFile } from 'node:fs/promises';
import { Option, type Command, type Run } from '../platform/command.ts';
import { DomainError } from '../platform/errors.ts';
import type { Say } from '../platform/locales.ts';
import type { ImportReport } from './import/import.ts';
import type { Invite } from './invites.ts';
import type { People } from './people.ts';
import { scopes, type Scope } from './tokens.ts';

type LinksFor = (code: string) => Promise<Record<string, string>>;
type Parts = { people: People; linksFor: LinksFor };

/** `caunoi import`, `invite`, `token` and `report units`, as the contract names them. */
export function peopleCommands(program: Command, run: Run<Parts>): void {
  const importing = program.command('import').description('Import units or members from a CSV file (UTF-8)');
  for (const what of ['units', 'members'] as const) {
    importing
      .command(what)
      .description(`Import ${what}; importing the same file again changes nothing`)
      .argument('<file>')
      .option('--partial', 'take the good rows of a file with errors', false)
      .option('--dry-run', 'say what would change, and change nothing', false)
      .action(async (file: string, options: { partial: boolean; dryRun: boolean }) => {
        await run(
          async ({ people }) => {
            const bytes = await readFile(file).catch(() => {
              throw new DomainError('cli.no-file', { facts: { file } });
            });
            return await (what === 'units'
              ? people.importUnits(bytes, options)
              : people.importMembers(bytes, options));
          },
          importInWords,
          (report) => report.errors.length > 0 && !options.partial,
        );
      });
  }

  program
    .command('invite')
    .description('Make an invitation for a member, or for everyone of a unit without a linked chat')
    .argument('[member]', 'code of the member')
    .addOption(new Option('--unit <unit>', 'code of a unit: everyone of it and below'))
    .action(async (member: string | undefined, { unit }: { unit?: string }, command: Command) => {
      if ((member === undefined) === (unit === undefined))
        command.error('error: give a member code or --unit CODE');
      if (unit !== undefined) {
        await run(
          async ({ people, linksFor }) => {
            const invites = await people.inviteUnit(unit);
            return { invites: await Promise.all(invites.map((invite) => withLinks(invite, linksFor))) };
          },
          ({ invites }, say) =>
            [say('cli-invited', { count: invites.length }), ...invites.map(inviteInWords)].join('\n'),
        );
      } else {
        await run(
          async ({ people, linksFor }) => await withLinks(await people.invite(member!), linksFor),
          inviteInWords,
        );
      }
    });

  program
    .command('token')
    .description('Tokens for the API')
    .command('create')
    .description('Make a token that acts as a member; it is shown once')
    .requiredOption('--member <member>', 'code of the member')
    .option('--scopes <scopes...>', `any of ${scopes.join(', ')}; default all`)
    .action(async (options: { member: string; scopes?: string[] }, command: Command) => {
      const wanted = options.scopes?.flatMap((text) => text.split(',')) ?? [...scopes];
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

async function withLinks(invite: Invite, linksFor: LinksFor) {
  return { ...invite, links: await linksFor(invite.code) };
}

function inviteInWords({ member, code, links }: Invite & { links: Record<string, string> }): string {
  return [member, code, ...Object.values(links)].join('\t');
}

function importInWords(report: ImportReport, say: Say): string {
  const { created, updated, unchanged, errors } = report;
  const lines = errors.map((error) => say('cli-import-row', { row: error.row, message: error.message }));
  return [say('cli-imported', { created, updated, unchanged, errors: errors.length }), ...lines].join('\n');
}
