import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  FluentParser,
  Identifier,
  Junk,
  Message,
  Term,
  Visitor,
  type FunctionReference,
  type VariableReference,
  type Variant,
} from '@fluent/syntax';
import { describe, expect, test } from 'vitest';
import { statuses } from '../../hub/delivery/index.ts';
import { problemCodes } from '../../hub/people/import/problems.ts';
import { actions } from '../../hub/people/may.ts';
import { languages, openLocales, type Language } from '../../hub/platform/locales.ts';

const root = join(import.meta.dirname, '../..');
const directory = join(root, 'hub/locales');

interface Entry {
  key: string;
  file: string;
  variables: string[];
  functions: string[];
  /** Of selections, without the grammatical numbers, in which languages differ. */
  variants: string[];
}

const grammaticalNumbers = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);

class Uses extends Visitor {
  readonly #variables = new Set<string>();
  readonly #functions = new Set<string>();
  readonly #variants = new Set<string>();

  override visitVariableReference(node: VariableReference): void {
    this.#variables.add(node.id.name);
  }

  override visitFunctionReference(node: FunctionReference): void {
    this.#functions.add(node.id.name);
    this.genericVisit(node);
  }

  override visitVariant(node: Variant): void {
    const key = node.key instanceof Identifier ? node.key.name : node.key.value;
    if (!grammaticalNumbers.has(key)) this.#variants.add(key);
    this.genericVisit(node);
  }

  sorted(): Pick<Entry, 'variables' | 'functions' | 'variants'> {
    return {
      variables: [...this.#variables].toSorted(),
      functions: [...this.#functions].toSorted(),
      variants: [...this.#variants].toSorted(),
    };
  }
}

const catalogues = Object.fromEntries(languages.map((language) => [language, entriesOf(language)])) as Record<
  Language,
  Entry[]
>;
const sources = sourceFiles().map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
const refusals = sources.flatMap(({ path, text }) => refusalsIn(path, text));
const rights: readonly string[] = actions;
const deeds = sources.flatMap(({ text }) => deedsIn(text)).filter((action) => !rights.includes(action));
const saidLiterally = sources.flatMap(({ path, text }) => keysSaidIn(path, text));
/** Keys that the code puts together. */
const families = [
  ...statuses.map((status) => `status-${status.replace('_', '-')}`),
  ...problemCodes.map((code) => `import-${code}`),
  ...deeds.map((action) => `audit-${action.replaceAll('.', '-')}`),
];

describe('the catalogues', () => {
  test('hold files of the same names, and something in each', () => {
    const names = (language: Language) =>
      [...new Set(catalogues[language].map(({ file }) => file))].toSorted();
    expect(names('en')).toEqual(names('vi'));
    expect(names('vi')).toEqual(readdirSync(join(directory, 'vi')).toSorted());
  });

  test('say the same things in both languages, in files of the same name', () => {
    const places = (language: Language) =>
      catalogues[language].map(({ key, file }) => `${file} ${key}`).toSorted();
    expect(places('en')).toEqual(places('vi'));
  });

  test.each(languages)('say nothing twice (%s)', (language) => {
    const keys = catalogues[language].map(({ key }) => key);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  test('call nothing anonymous that is said in a chat: the messenger knows, and so do we', () => {
    for (const language of languages)
      for (const file of readdirSync(join(directory, language))) {
        const words = readFileSync(join(directory, language, file), 'utf8').normalize('NFC');
        expect(words, file).not.toMatch(/ẩn danh|nặc danh|anonym/i);
      }
  });

  test('use the same variables, functions and cases in both languages', () => {
    const uses = (language: Language) =>
      Object.fromEntries(
        catalogues[language].map(({ key, variables, functions, variants }) => [
          key,
          { variables, functions, variants },
        ]),
      );
    expect(uses('en')).toEqual(uses('vi'));
  });

  test.each(languages)('are NFC and hold no invisible characters (%s)', (language) => {
    for (const file of readdirSync(join(directory, language))) {
      const text = readFileSync(join(directory, language, file), 'utf8');
      expect(text === text.normalize('NFC'), file).toBe(true);
      expect(text.match(/[^\P{C}\n]/gu), file).toBeNull();
    }
  });

  test.each(languages)('can be opened by the hub (%s)', (language) => {
    const say = openLocales(directory, 'Asia/Ho_Chi_Minh')(language);
    for (const { key, variables } of catalogues[language]) {
      // A moment reads as text, as a number of things and as a date.
      const facts = Object.fromEntries(variables.map((name) => [name, new Date('2026-11-01T12:30:00Z')]));
      expect(say(key, facts), key).not.toBe('');
    }
  });
});

describe('the code', () => {
  test('was read', () => {
    expect(sources.length).toBeGreaterThan(80);
    expect(refusals.length).toBeGreaterThan(30);
    expect(deeds.length).toBeGreaterThan(15);
    expect(saidLiterally.length).toBeGreaterThan(60);
  });

  test('has words for every refusal', () => {
    const missing = refusals.filter(({ code }) => !hasWords(code.replaceAll('.', '-')));
    expect(missing).toEqual([]);
  });

  test('gives every refusal the facts that its words ask for', () => {
    const lacking = refusals.flatMap(({ path, code, facts }) => {
      const wanted = catalogues.vi.find(({ key }) => key === code.replaceAll('.', '-'))?.variables ?? [];
      return wanted
        .filter((name) => facts && !facts.includes(name))
        .map((name) => `${path}: ${code} lacks ${name}`);
    });
    expect(lacking).toEqual([]);
  });

  test('says nothing for which there are no words', () => {
    expect(saidLiterally.filter(({ key }) => !hasWords(key))).toEqual([]);
    expect(families.filter((key) => !hasWords(key))).toEqual([]);
  });

  test('says everything for which there are words', () => {
    const used = new Set([
      ...families,
      ...saidLiterally.map(({ key }) => key),
      ...refusals.map(({ code }) => code.replaceAll('.', '-')),
    ]);
    expect(catalogues.vi.map(({ key }) => key).filter((key) => !used.has(key))).toEqual([]);
  });
});

function hasWords(key: string): boolean {
  return catalogues.vi.some((entry) => entry.key === key);
}

function entriesOf(language: Language): Entry[] {
  return readdirSync(join(directory, language)).flatMap((file) => {
    const resource = new FluentParser().parse(readFileSync(join(directory, language, file), 'utf8'));
    return resource.body.flatMap((entry): Entry[] => {
      if (entry instanceof Junk) throw new Error(`${language}/${file} cannot be read: ${entry.content}`);
      if (!(entry instanceof Message || entry instanceof Term)) return [];
      const uses = new Uses();
      uses.visit(entry);
      return [{ key: entry.id.name, file, ...uses.sorted() }];
    });
  });
}

/** Our own code; the stand-in for Telegram speaks Telegram's words. */
function sourceFiles(): string[] {
  return ['hub', 'bots'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('telegram/stand-in/'))
      .map((name) => join(folder, name)),
  );
}

interface RefusalInCode {
  path: string;
  code: string;
  /** Null where they cannot be read from the source. */
  facts: string[] | null;
}

/** Codes given to `DomainError`, to its subclasses' `super`, or answered as a problem. */
function refusalsIn(path: string, text: string): RefusalInCode[] {
  const written = [
    ...text.matchAll(/(?:super|DomainError)\(\s*'([a-z-]+\.[a-z0-9-]+)'([^;]*?)(?:\)[;,\n]|\) :)/g),
  ];
  const asProblem = [...text.matchAll(/\b(?:code|\d{3}): '([a-z-]+\.[a-z0-9-]+)'/g)];
  const madeUp = [
    ...text.matchAll(/(\w+): ((?:'[a-z-]+'(?: \| )?)+)\) \{\s*super\(`([a-z-]+)\.\$\{(\w+)\}`([^;]*)/g),
  ];
  return [
    ...written.map(([, code = '', rest = '']) => ({ path, code, facts: factsIn(rest) })),
    ...asProblem.map(([, code = '']) => ({ path, code, facts: null })),
    ...madeUp.flatMap(([, parameter, reasons = '', prefix, name, rest = '']) => {
      if (parameter !== name) throw new Error(`${path}: what completes ${prefix}. cannot be told`);
      const codes = [...reasons.matchAll(/'([a-z-]+)'/g)].map(([, reason]) => `${prefix}.${reason}`);
      return codes.map((code) => ({ path, code, facts: factsIn(rest) }));
    }),
  ];
}

function factsIn(rest: string): string[] | null {
  const inside = /facts: \{([^}]*)\}/.exec(rest)?.[1];
  if (inside === undefined) return /\bfacts\b/.test(rest) ? null : [];
  return inside.split(',').map((fact) => (fact.split(':')[0] ?? '').trim());
}

/** What is written into the audit: each deed is worded where it is read. */
function deedsIn(text: string): string[] {
  return [...text.matchAll(/\baction: '([a-z-]+\.[a-z-]+)'/g)].map(([, action]) => action!);
}

/** Literals given to a Say: `say('a-b')`, `catalogue()('a-b')`, also as the two arms of a condition. */
function keysSaidIn(path: string, text: string): { path: string; key: string }[] {
  const called = text.matchAll(
    /\b(?:say|words|now)\(\s*(?:[^()'`]*\?\s*|[^()'`]*'[a-z]+' \? )?'([a-z0-9-]+)'(?:\s*:\s*'([a-z0-9-]+)')?/g,
  );
  const elsewhere = text.matchAll(/\w+\(\)\('([a-z0-9-]+)'/g);
  return [...called, ...elsewhere].flatMap(([, one, other]) =>
    [one, other].filter((key) => key !== undefined).map((key) => ({ path, key })),
  );
}
