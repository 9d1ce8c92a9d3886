import { operator } from '../../platform/audit.ts';
import { parseInstant, type Command, type Run } from '../../platform/command.ts';
import type { Say } from '../../platform/locales.ts';
import type { People } from '../../people/index.ts';
import type { Notices } from '../notices.ts';
import type { Branch, CascadeTree } from './tree.ts';
import { branchInWords } from './stand-words.ts';

interface PassOnOptions {
  as: string;
  unit: string;
  instruction?: string;
  due?: Date;
}

/** `caunoi notice cascade` and `notice pass-on`. */
export function cascadeCommands(notice: Command, run: Run<{ notices: Notices; people: People }>): void {
  notice
    .command('cascade')
    .description('How far a directive has come that goes level by level: the tree of its units')
    .argument('<id>')
    .option('--unit <unit>', 'from this unit downwards; default: from the unit that issued it')
    .action(async (id: string, { unit }: { unit?: string }) => {
      await run(({ notices }) => notices.cascade.of(operator, id, unit), treeInWords);
    });

  notice
    .command('pass-on')
    .description('Pass a directive on from one unit to those right below it, or to the members of a cell')
    .argument('<id>')
    .requiredOption('--as <member>', 'code of the person who passes it on')
    .requiredOption('--unit <unit>', 'code of the unit that passes it on')
    .option('--instruction <text>', 'what the unit adds')
    .option('--due <instant>', 'a nearer due date for the levels below', parseInstant)
    .action(async (id: string, { as, unit, instruction, due }: PassOnOptions) => {
      await run(
        async ({ notices, people }) => {
          const { id: memberId } = await people.memberByCode(as);
          const actor = { memberId, via: 'command' } as const;
          return await notices.cascade.passOn(actor, id, { unit, instruction, dueAt: due });
        },
        ({ id: passed, recipients, units }, say) => say('cli-passed-on', { id: passed, recipients, units }),
      );
    });
}

function treeInWords({ title, issuerName, figures, from }: CascadeTree, say: Say): string {
  const lines = (branch: Branch, depth: number): string[] => [
    '  '.repeat(depth) +
      say('cli-cascade-line', { name: branch.name, code: branch.code, state: branchInWords(branch, say) }),
    ...branch.below.flatMap((child) => lines(child, depth + 1)),
  ];
  return [
    say('cli-cascade-lead', { title, issuer: issuerName }),
    say('cli-cascade-figures', { ...figures }),
    ...from.flatMap((branch) => lines(branch, 0)),
  ].join('\n');
}
