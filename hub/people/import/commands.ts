import { readFile, writeFile } from 'node:fs/promises';
import { operator } from '../../platform/audit.ts';
import { Option, type Command, type Run } from '../../platform/command.ts';
import { DomainError } from '../../platform/errors.ts';
import type { Say } from '../../platform/locales.ts';
import type { SheetFormat } from '../../platform/spreadsheet.ts';
import type { People } from '../people.ts';
import type { ImportReport } from './import.ts';

/** `caunoi import` and `caunoi spreadsheet`: lists in and out. */
export function spreadsheetCommands(program: Command, run: Run<{ people: People }>): void {
  const importing = program
    .command('import')
    .description('Import units or members from a spreadsheet (XLSX, or CSV in UTF-8)');
  for (const what of ['units', 'members'] as const) {
    importing
      .command(what)
      .description(`Import ${what}; importing the same file again changes nothing`)
      .argument('<file>')
      .option('--partial', 'take the good rows of a file with errors', false)
      .option('--dry-run', 'say what would change, and change nothing', false)
      .option('--readmit', 'also take in again members whose data was erased', false)
      .action(async (file: string, options: { partial: boolean; dryRun: boolean; readmit: boolean }) => {
        await run(
          async ({ people }) => {
            const bytes = await readFile(file).catch(() => {
              throw new DomainError('cli.no-file', { facts: { file } });
            });
            return await (what === 'units'
              ? people.importUnits(operator, bytes, options)
              : people.importMembers(operator, bytes, options));
          },
          importInWords,
          (report) => report.errors.length > 0 && !options.partial,
        );
      });
  }

  const exporting = program
    .command('spreadsheet')
    .description('Write units or members into a spreadsheet, in the form in which they are imported');
  for (const what of ['units', 'members'] as const) {
    exporting
      .command(what)
      .description(`Write ${what} into a file; its name says the format: .csv or .xlsx`)
      .argument('<file>')
      .addOption(new Option('--unit <unit>', 'code of a unit: only it and what is below; default everything'))
      .action(async (file: string, { unit = null }: { unit?: string | null }) => {
        await run(
          async ({ people }) => {
            const format = formatOf(file);
            const { content, rows } = await (what === 'units'
              ? people.exportUnits(operator, unit, format)
              : people.exportMembers(operator, unit, format));
            // Lists hold phones: nobody else on the machine needs to read them.
            await writeFile(file, content, { mode: 0o600 }).catch(() => {
              throw new DomainError('cli.spreadsheet-unwritable', { facts: { file } });
            });
            return { file, rows };
          },
          ({ rows }, say) => say('cli-spreadsheet', { rows, file }),
        );
      });
  }
}

function formatOf(file: string): SheetFormat {
  const extension = /\.(csv|xlsx)$/i.exec(file)?.[1]?.toLowerCase();
  if (extension === 'csv' || extension === 'xlsx') return extension;
  throw new DomainError('cli.spreadsheet-extension', { facts: { file } });
}

function importInWords(report: ImportReport, say: Say): string {
  const { created, updated, unchanged, errors } = report;
  const lines = errors.map((error) => say('cli-import-row', { row: error.row, message: error.message }));
  return [say('cli-imported', { created, updated, unchanged, errors: errors.length }), ...lines].join('\n');
}
