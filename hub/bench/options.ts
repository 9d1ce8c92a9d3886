import type { Command } from '../platform/command.ts';
import type { Say } from '../platform/locales.ts';
import type { Environment } from './installation.ts';

/** What a measurement's command is given. */
export interface BenchCommand {
  environment: Environment;
  print: (result: object, words: (say: Say) => string) => void;
}

/** An option that counts something: one or more. Another one ends the command as wrong usage. */
export function whole(option: string, text: string | undefined, command: Command): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) command.error(`error: ${option} takes a whole number`);
  return count;
}
