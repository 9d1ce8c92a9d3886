import { buffer } from 'node:stream/consumers';
import type { Command, Run } from '../platform/command.ts';

/** Reads letters that came back. */
export interface MailReturns {
  takeLetter(raw: Uint8Array): Promise<'failed' | 'delayed' | 'ignored'>;
}

/** `caunoi mail bounce`: for the mailbox to which letters come back, one letter on standard input at a time. */
export function mailCommands(program: Command, run: Run<{ mailReturns(): Promise<MailReturns> }>): void {
  program
    .command('mail')
    .description('Letters that came back')
    .command('bounce')
    .description('Take in a letter that came back, from standard input; what is none is ignored')
    .action(async () => {
      const raw = await buffer(process.stdin);
      await run(
        async ({ mailReturns }) => ({ taken: await (await mailReturns()).takeLetter(raw) }),
        ({ taken }, say) => say('cli-mail-taken', { taken }),
      );
    });
}
