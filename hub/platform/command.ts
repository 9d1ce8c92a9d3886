import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import type { Say } from './locales.ts';

export { Argument, Command, InvalidArgumentError, Option };

/**
 * Runs one command: opens what it needs, does `work`, prints the result as one JSON object (`--json`) or in
 * words, closes, and turns errors into exit codes. `refused` says of which results nothing came: exit 1.
 */
export type Run<Parts> = <Result extends object>(
  work: (parts: Parts) => Promise<Result>,
  words: (result: Result, say: Say) => string,
  refused?: (result: Result) => boolean,
) => Promise<void>;

/** An instant such as 2026-11-30T08:00+07:00; without an offset it is meant in the display zone (TZ). */
export function parseInstant(text: string): Date {
  const instant = new Date(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00` : text);
  if (Number.isNaN(instant.getTime())) throw new InvalidArgumentError('Not a time such as 2026-11-30T08:00.');
  return instant;
}

/** A calendar day such as 2026-11-30. */
export function parseDay(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(new Date(text).getTime())) {
    throw new InvalidArgumentError('Not a day such as 2026-11-30.');
  }
  return text;
}

/** For an option that may be given several times. */
export function collect(text: string, earlier: string[] = []): string[] {
  return [...earlier, text];
}
