import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { computedImports, importsOf, ourSources, root, type Import } from './imports.ts';

/** Where parts meet: these may import everything, and nobody imports them but each other. */
const meetingPlaces = [
  'compose',
  'bots',
  'main',
  'cli',
  'command-line',
  'web',
  'demo',
  'demo-phones',
  'demo-mail',
].map((name) => `hub/${name}.ts`);
/** Processes of a measurement that are, or prepare, a whole hub: they begin it as the program does. */
const beginsAHub = /^hub\/bench\/\w+\/(hub-process|house|peers)\.ts$/;
const isMeetingPlace = (path: string) => meetingPlaces.includes(path) || beginsAHub.test(path);
/** Read by whoever starts something; the rest is given what it needs. */
const configuration = 'hub/config.ts';
const generated = /^prisma\/generated\//;

/** `hub/people` of `hub/people/import/csv.ts`; the file itself where it lies directly in hub/ or bots/. */
const folderOf = (path: string) => path.split('/').slice(0, 2).join('/');
const base = ['hub/platform', 'hub/channels', 'hub/console', 'hub/people'];
const isFeature = (folder: string) =>
  folder.startsWith('hub/') && !folder.endsWith('.ts') && !base.includes(folder);

/** Why `from` may not import `to`; null where it may. The table is architecture.md, "Who may call whom". */
function objection({ from, to, ours }: Import): string | null {
  const [here, there] = [folderOf(from), folderOf(to)];
  if (isMeetingPlace(from)) return null;
  if (!ours) return from.startsWith('bots/') && /prisma/.test(to) ? 'no bot touches Prisma' : null;
  if (meetingPlaces.includes(to)) return 'only the places where parts meet import each other';
  if (to === configuration) return 'the environment is read where parts meet, and handed on';
  if (here === there) return null;
  if (from === configuration)
    return there === 'hub/platform' ? null : 'the configuration knows only platform';

  if (from.startsWith('bots/')) {
    if (to.startsWith('prisma/')) return 'no bot touches Prisma';
    if (to.startsWith('hub/platform/database/')) return 'no bot touches the database';
    if (to.startsWith('hub/platform/')) return null;
    if (to === 'bots/phones/index.ts' && from.includes('/stand-in/')) return null;
    if (to.startsWith('bots/')) return 'conversations know no provider, and providers no conversation';
    return to === `${there}/index.ts` ? null : 'bots import features through their public face';
  }
  if (to.startsWith('bots/')) return 'nothing in hub imports bots';
  if (generated.test(to)) return null;
  if (!to.startsWith('hub/')) return 'the hub imports nothing of ours outside it';
  if (here === 'hub/platform') return 'platform imports nothing of ours';
  if (there === 'hub/platform') return null;
  if (here === 'hub/people') {
    if (to === 'hub/console/index.ts') return null;
    return 'people imports platform, and for its pages the face of console';
  }
  if (!isFeature(here)) return 'channels and console import only platform';
  return to === `${there}/index.ts` ? null : 'a feature is imported through its public face';
}

/** Folders of the hub that import each other in a circle, the places where parts meet left out. */
function circles(imports: readonly Import[]): string[] {
  const uses = new Map<string, Set<string>>();
  for (const { from, to, ours } of imports) {
    const [here, there] = [folderOf(from), folderOf(to)];
    if (!ours || here === there || !from.startsWith('hub/') || !to.startsWith('hub/') || isMeetingPlace(from))
      continue;
    uses.set(here, (uses.get(here) ?? new Set()).add(there));
  }
  const found: string[] = [];
  const walk = (folder: string, path: string[]): void => {
    if (path.includes(folder))
      return void found.push([...path.slice(path.indexOf(folder)), folder].join(' → '));
    for (const next of uses.get(folder) ?? []) walk(next, [...path, folder]);
  };
  for (const folder of uses.keys()) walk(folder, []);
  return found;
}

/** Everything that is not as it should be, in words. */
function faults(sources: ReadonlyMap<string, string>): string[] {
  const imports = [...sources].flatMap(([path, source]) => importsOf(path, source));
  const objected = imports.flatMap((each) => {
    const why = objection(each);
    return why ? [`${each.from} imports ${each.to}: ${why}`] : [];
  });
  return [...objected, ...circles(imports).map((circle) => `a circle: ${circle}`)];
}

const sources = ourSources();

describe('the sources', () => {
  test('were all read: as many files as there are', () => {
    const wanted = ['-name', '*.ts', '-o', '-name', '*.mts', '-o', '-name', '*.cts', '-o', '-name', '*.tsx'];
    const onDisk = execFileSync('find', ['hub', 'bots', '-type', 'f', '(', ...wanted, ')'], {
      cwd: root,
      encoding: 'utf8',
    });
    const files = onDisk.trim().split('\n');
    expect([...sources.keys()].sort()).toEqual(files.sort());
    expect(sources.size).toBeGreaterThan(100);
  });

  test('name only files that exist, and say which', () => {
    const imports = [...sources].flatMap(([path, source]) => importsOf(path, source));
    const missing = imports.filter(({ to, ours }) => ours && !existsSync(join(root, to)));
    expect(missing).toEqual([]);
    expect(
      [...sources].flatMap(([path, source]) => computedImports(source).map((found) => `${path}: ${found}`)),
    ).toEqual([]);
    // A file that neither imports nor is imported was not understood.
    const known = new Set(imports.flatMap(({ from, to }) => [from, to]));
    expect([...sources.keys()].filter((path) => !known.has(path))).toEqual([]);
  });
});

describe('who may call whom', () => {
  test('is kept by every file', () => {
    expect(faults(sources)).toEqual([]);
  });

  test('nobody but Telegram’s own folder knows what its messages look like', () => {
    const knowing = [...sources]
      .filter(
        ([path, source]) =>
          importsOf(path, source).some(({ to }) => /^grammy\b/.test(to)) &&
          !path.startsWith('bots/telegram/') &&
          // What is measured there is the library.
          path !== 'hub/bench/fanout/bare-loops.ts',
      )
      .map(([path]) => path);
    expect(knowing).toEqual([]);
  });

  test('no bot speaks SQL', () => {
    const speaking = [...sources]
      .filter(
        ([path, source]) =>
          path.startsWith('bots/') &&
          /\b(select .+ from|insert into|update .+ set|delete from)\b|\.prisma\b/i.test(
            source.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''),
          ),
      )
      .map(([path]) => path);
    expect(speaking).toEqual([]);
  });
});

describe('a violation is caught', () => {
  test.each([
    ['hub/platform/log.ts', `import { people } from '../people/index.ts';`],
    ['hub/platform/log.ts', `import type { Config } from '../config.ts';`],
    ['hub/platform/database/database.ts', `export { notices } from '../../notices/index.ts';`],
    ['hub/platform/log.ts', `import { demoCsv } from '../../prisma/demo/csv.ts';`],
    ['hub/channels/inbox.ts', `import { looksLikeInvite } from '../people/index.ts';`],
    ['hub/channels/inbox.ts', `import type { Notices } from '../notices/index.ts';`],
    ['hub/channels/inbox.ts', `const { start } = await import('../main.ts');`],
    ['hub/console/console.ts', `import { people } from '../people/index.ts';`],
    ['hub/people/people.ts', `import { openConsole } from '../console/console.ts';`],
    ['hub/people/people.ts', `import { render } from '../channels/index.ts';`],
    ['hub/people/people.ts', `import {\n  deliveryEngine,\n  type Engine,\n} from '../delivery/index.ts';`],
    ['hub/notices/notices.ts', `import { record } from '../delivery/record.ts';`],
    ['hub/notices/notices.ts', `import { memberColumns } from '../people/members.ts';`],
    ['hub/notices/notices.ts', `import { openInbox } from '../channels/inbox.ts';`],
    ['hub/notices/notices.ts', `import { understand } from '../../bots/conversations/understand.ts';`],
    ['hub/notices/notices.ts', `type Bot = import('../../bots/telegram/index.ts').TelegramBot;`],
    ['hub/config.ts', `import { telegramBot } from '../bots/telegram/index.ts';`],
    ['hub/delivery/engine.ts', `import '../cli.ts';`],
    ['hub/delivery/engine.ts', `export * from "../notices/index.ts"`],
    ['hub/delivery/engine.ts', `const worker = new URL('../notices/notices.ts', import.meta.url);`],
    ['hub/meetings/meetings.ts', `import { notices } from '../notices/notices.ts';`],
    ['bots/telegram/bot.ts', `import { PrismaClient } from '@prisma/client';`],
    ['bots/telegram/bot.ts', `import { PrismaClient } from '../../prisma/generated/client.ts';`],
    ['bots/telegram/bot.ts', `import type { Sql } from '../../hub/platform/database/index.ts';`],
    ['bots/telegram/bot.ts', `import { understand } from '../conversations/index.ts';`],
    ['bots/conversations/conversations.ts', `import { telegramBot } from '../telegram/index.ts';`],
    ['bots/conversations/conversations.ts', `import { acknowledge } from '../../hub/delivery/record.ts';`],
    ['bots/conversations/conversations.ts', `import type { Inbox } from '../../hub/channels/inbox.ts';`],
    ['bots/conversations/conversations.ts', `import { compose } from '../../hub/compose.ts';`],
    ['bots/zalo/bot.ts', `import { readConfig } from '../../hub/config.ts';`],
    ['bots/zalo/channel.ts', `import { phone } from '../phones/index.ts';`],
  ])('%s: %s', (path, line) => {
    const planted = new Map(sources).set(path, `${sources.get(path) ?? ''}\n${line}\n`);
    expect(faults(planted).length).toBeGreaterThan(0);
  });

  test('a circle of folders too, also a long one', () => {
    const planted = new Map([
      ['hub/meetings/index.ts', `export { x } from '../ballots/index.ts';`],
      ['hub/ballots/index.ts', `import type { y } from '../feedback/index.ts';`],
      ['hub/feedback/index.ts', `import { z } from '../meetings/index.ts';`],
    ]);
    expect(faults(planted).join('\n')).toContain('hub/meetings → hub/ballots → hub/feedback → hub/meetings');
  });

  test('but not words in a comment or in a text', () => {
    const planted = new Map([
      [
        'hub/people/people.ts',
        `// import { x } from '../notices/index.ts';\n/** from '../notices/index.ts' */\nexport const a = 'https://x//y';`,
      ],
    ]);
    expect(faults(planted)).toEqual([]);
  });
});
