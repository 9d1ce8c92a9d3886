import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FluentBundle, FluentResource, type FluentFunction, type FluentVariable } from '@fluent/bundle';

export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];

/** Says a message of the catalogue: `say('notice-due', { dueAt })`. */
export type Say = (id: string, facts?: Record<string, string | number | Date>) => string;

/** The words of one language. @throws {Error} for a message that is not in the catalogue: that is a bug. */
export type Locales = (language: string) => Say;

const pad = (value: string | undefined) => (value ?? '').padStart(2, '0');

/**
 * Reads the catalogues (`<language>/<feature>.ftl`). Besides Fluent's own functions there are
 * DAY($date) → 05/02/2026, TIME($date) → 19:30 and MOMENT($date) → 19:30 ngày 05/02/2026, in `timeZone`.
 */
export function openLocales(directory: string, timeZone: string): Locales {
  const sayers = new Map(
    languages.map((language) => [language as string, sayer(directory, language, timeZone)]),
  );
  return (language) => sayers.get(language) ?? sayers.get('vi')!;
}

function sayer(directory: string, language: Language, timeZone: string): Say {
  const bundle = new FluentBundle(language, {
    useIsolating: false,
    functions: dateFunctions(language, timeZone),
  });
  for (const file of readdirSync(join(directory, language)).filter((name) => name.endsWith('.ftl'))) {
    const errors = bundle.addResource(
      new FluentResource(readFileSync(join(directory, language, file), 'utf8')),
    );
    if (errors.length > 0) throw new Error(`${language}/${file}: ${errors.join('; ')}`);
  }
  return (id, facts = {}) => {
    const message = bundle.getMessage(id);
    if (!message?.value) throw new Error(`no words for ${id} in ${language}`);
    const errors: Error[] = [];
    const words = bundle.formatPattern(message.value, asVariables(facts), errors);
    if (errors[0]) throw new Error(`${language}/${id}: ${errors[0].message}`);
    return words.normalize('NFC');
  };
}

/** Dates travel as ISO text through our own functions: Fluent's DATETIME knows no zone of ours. */
function asVariables(facts: Record<string, string | number | Date>): Record<string, FluentVariable> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, fact instanceof Date ? fact.toISOString() : fact]),
  );
}

function dateFunctions(language: Language, timeZone: string): Record<string, FluentFunction> {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const partsOf = (value: unknown) => {
    const parts = format.formatToParts(new Date(String(value)));
    return Object.fromEntries(parts.map((part) => [part.type, part.value]));
  };
  const day = (value: unknown) => {
    const parts = partsOf(value);
    return `${pad(parts['day'])}/${pad(parts['month'])}/${parts['year']}`;
  };
  const time = (value: unknown) => {
    const parts = partsOf(value);
    return `${pad(parts['hour'])}:${pad(parts['minute'])}`;
  };
  const moment = (value: unknown) => `${time(value)} ${language === 'vi' ? 'ngày' : 'on'} ${day(value)}`;
  return { DAY: ([date]) => day(date), TIME: ([date]) => time(date), MOMENT: ([date]) => moment(date) };
}
