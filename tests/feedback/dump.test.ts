import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sealing } from '../../hub/feedback/sealing.ts';
import { operator } from '../../hub/platform/audit.ts';
import { backup as writeBackup } from '../../hub/platform/database/index.ts';
import { hashEvents, joinByContainedValues, joinByEqualValues, searchForWords } from './attacks/joining.ts';
import { bySize, correlateOrder, guessByOrder, ordersOf, type DayOfItems } from './attacks/ordering.ts';
import { changedItems, matchAnswers, matchBackup, momentsIn, readLogs, sizesOf } from './attacks/tracing.ts';
import { marker, openScene, type Scene, type Written } from './dump-scene.ts';
import {
  dumpInBackup,
  dumpOf,
  filesUnder,
  noticedBy,
  queueIn,
  rowsOf,
  secretItems,
  type Dump,
  type DumpRow,
} from './dump.ts';

/**
 * Who has the whole database, old backups of it, the queue, the logs and the files, and not the key:
 * docs/threat-model.md. The truth, which the attacker lacks, is used to score alone.
 */
let scene: Scene;
/** On the evening of the third day; and of the last one, when things wait to be released and words for their authors. */
let early: Dump;
let backup: Dump;
let dump: Dump;
/** What the database server knows besides. */
let noticed: readonly DumpRow[];
let told: number;
/** Who judged what they were answered, in order, by the day on which they had written. */
const judges = new Map<number, string[]>();

const lastDay = 4;
/** In standard deviations. Hundreds of scores are taken: with four, some run would fail with nothing wrong. A leak is beyond ten. */
const most = 5;
/** Few are right by chance, and then some more than the deviation says. */
const andThen = 3;

beforeAll(async () => {
  scene = await openScene(60);
  const { house, dataDir } = scene;
  const { feedback, database } = house.hub;
  const secretary = { memberId: (await house.hub.people.memberByCode('A')).id, via: 'console' as const };
  mkdirSync(join(dataDir, 'backups'));

  async function answerAll(): Promise<void> {
    const open = await feedback.answering.list(secretary, { unit: 'X1-C', state: 'open', limit: 200 });
    for (const { id, dueOn } of open)
      if (dueOn !== '')
        await feedback.answering.reply(secretary, id, { text: `Chi ủy đã xem. ${'Xin cảm ơn. '.repeat(3)}` });
  }
  async function bringWords({ everyMinutes }: { everyMinutes: number }): Promise<void> {
    for (let minute = 0; minute <= 35; minute += everyMinutes) {
      scene.pass(everyMinutes);
      await feedback.work();
    }
  }
  async function backedUp(name: string): Promise<Dump> {
    const { file } = await writeBackup(database, join(dataDir, 'backups', `${name}.gz`), new Date());
    return dumpInBackup(file);
  }

  for (let day = 0; day <= lastDay; day += 1) {
    await scene.writeDay(day);
    if (day === 2) early = await backedUp('early');
    if (day === lastDay) {
      await answerAll();
      backup = await backedUp('late');
      told = rowsOf(backup, 'feedback_outbox').length;
      await bringWords({ everyMinutes: 1 });
      judges.set(day - 1, await scene.judge(day - 1));
    }
    await scene.midnight(day);
    if (day < lastDay - 1) {
      await answerAll();
      await bringWords({ everyMinutes: 35 });
      judges.set(day, await scene.judge(day));
    }
  }
  await database.query('analyze');
  const [queue] = await database.query<{ prefix: string }>('select queue_prefix as prefix from installation');
  const queued = await queueIn(process.env['TEST_REDIS_URL'], queue!.prefix);
  dump = new Map([...(await dumpOf(database)), ['queue', queued]]);
  noticed = await noticedBy(database);
  await backedUp('last');
}, 900_000);
afterAll(() => scene?.close(), 60_000);

/** Ids of what many rows rightly name: units, topics, and those who answer. */
function namedByMany(): Set<string> {
  const writers = new Set(scene.written.map(({ memberId }) => memberId));
  return new Set([
    ...rowsOf(dump, 'unit').map(({ values }) => String(values['id'])),
    ...rowsOf(dump, 'member')
      .map(({ values }) => String(values['id']))
      .filter((id) => !writers.has(id)),
  ]);
}

type Known = { row: DumpRow; truth: Written };

/** Items that have come to their readers, with the truth about each. */
function known(level: 'confidential' | 'unlinkable'): Known[] {
  const seals = sealing(scene.house.hub.keys);
  return secretItems(dump)
    .filter(({ values }) => values['level'] === level)
    .map((row) => ({
      row,
      ...seals.openContent(String(row.values['id']), row.values['content'] as Uint8Array),
    }))
    .map(({ row, text }) => ({ row, truth: truthOf(text) }));
}
const truthOf = (text: string) => scene.written.find(({ word }) => text.includes(word))!;

/** @param place the how-manieth of the group somebody was heard */
function grouped(
  all: readonly Known[],
  groupOf: (one: Known) => string,
  place = ({ truth }: Known) => truth.place,
): DayOfItems[] {
  return [...Map.groupBy(all, groupOf).values()].map((group) => ({
    items: group.map(({ row }) => row),
    heard: group.toSorted((one, other) => place(one) - place(other)).map(({ truth }) => truth.memberId),
    authorOf: new Map(group.map(({ row, truth }) => [String(row.values['id']), truth.memberId])),
    placeOf: new Map(group.map((one) => [String(one.row.values['id']), place(one)])),
  }));
}

/** Items of one level by the day they came. Of what has no name the attacker knows the unit, and who belongs to it. */
function days(level: 'confidential' | 'unlinkable'): DayOfItems[] {
  return grouped(known(level), ({ row, truth }) =>
    level === 'unlinkable' ? `${truth.day} ${String(row.values['unit_id'])}` : String(truth.day),
  );
}

/** What waited on both evenings. */
function waiting(): Dump {
  const tables = ['feedback_staged', 'feedback_staged_file'];
  return new Map(tables.map((table) => [table, [early, backup].flatMap((each) => rowsOf(each, table))]));
}

/** The same of one level, by day, and by unit where that stands outside. */
function evenings(level: 'confidential' | 'unlinkable'): DayOfItems[] {
  const seals = sealing(scene.house.hub.keys);
  const rows = rowsOf(waiting(), 'feedback_staged').filter(({ values }) => values['level'] === level);
  const all = rows.map((row) => ({
    row,
    truth: truthOf(seals.openStaged<{ text: string }>(row.values['content'] as Uint8Array).text),
  }));
  return grouped(all, ({ row, truth }) => `${truth.day} ${String(row.values['unit_id'])}`);
}

/** Items by the day on which their authors judged the answer, one after another. */
function judgements(): DayOfItems[] {
  const judged = known('confidential').filter(({ row }) => row.values['useful'] !== null);
  return grouped(
    judged,
    ({ truth }) => String(truth.day),
    ({ truth }) => judges.get(truth.day)!.indexOf(truth.memberId),
  );
}

function expectNoOrder(groups: readonly DayOfItems[], from: Dump): void {
  for (const [name, order] of Object.entries(
    ordersOf(
      from,
      groups.flatMap(({ items }) => items),
    ),
  )) {
    const { right, chance, sigma } = guessByOrder(groups, order);
    expect(right, `by ${name}: ${right} right, ${chance} by chance`).toBeLessThanOrEqual(
      chance + most * sigma + andThen,
    );
    expect(Math.abs(correlateOrder(groups, order)), `by ${name}`).toBeLessThanOrEqual(most);
  }
}

test('three hundred things were said on four roads, came to their readers, and those who answer were heard', () => {
  const count = (level: string) =>
    rowsOf(dump, 'feedback_item').filter(({ values }) => values['level'] === level).length;
  expect([count('named'), count('confidential'), count('unlinkable')]).toEqual([120, 120, 60]);
  expect(new Set(scene.writers.map(({ phone }) => phone.channel))).toEqual(
    new Set(['telegram', 'zalo', 'web']),
  );
  expect(rowsOf(dump, 'feedback_staged')).toEqual([]);
  for (const each of [early, backup]) expect(rowsOf(each, 'feedback_staged').length).toBe(36);
  expect(told).toBeGreaterThan(10);
  expect(judgements().flatMap(({ items }) => items).length).toBeGreaterThan(40);
  expect(rowsOf(dump, 'feedback_outbox')).toEqual([]);
});

describe('who has the database finds', () => {
  test('no way from an item to a person by values that are equal', () => {
    for (const each of [dump, backup, early]) expect(joinByEqualValues(each, namedByMany())).toEqual([]);
  });

  test('no value of an item inside of another value, in the queue, or in what the server noticed', () => {
    expect(joinByContainedValues(new Map([...dump, ['noticed', noticed]]), namedByMany())).toEqual([]);
    expect(joinByContainedValues(backup, namedByMany())).toEqual([]);
  });

  test('no hash that can be made again without the key', () => {
    for (const each of [dump, backup, early]) expect(hashEvents(each)).toEqual([]);
  });

  test('no word of what was written', () => {
    for (const each of [dump, backup, early, new Map([['noticed', noticed]])])
      expect(searchForWords(each, marker)).toEqual([]);
  });

  test.each(['confidential', 'unlinkable'] as const)('no order in what is %s', (level) => {
    expect(days(level).flatMap(({ items }) => items).length).toBeGreaterThanOrEqual(60);
    expectNoOrder(days(level), dump);
  });

  test('no order in what authors made of the answers', () => {
    expectNoOrder(judgements(), dump);
  });

  test.each(['confidential', 'unlinkable'] as const)(
    'no size by which what is %s is its author’s',
    (level) => {
      const groups = days(level).map((group) => ({ ...group, heard: bySize(dump, group.heard) }));
      expectNoOrder(groups, dump);
    },
  );

  test('one size for all that is of one kind', () => {
    const overhead = 4 + 12 + 16;
    for (const each of [dump, backup, early])
      for (const [column, sizes] of sizesOf(each))
        if (column.endsWith('file.content'))
          expect([...sizes].filter((size) => !Number.isInteger(Math.log2(size - overhead)))).toEqual([]);
        else expect(`${column}: ${sizes.size}`).toBe(`${column}: 1`);
    expect([...sizesOf(backup).keys()]).toEqual(
      expect.arrayContaining([
        'feedback_item.content',
        'feedback_staged.content',
        'feedback_staged_file.content',
        'feedback_entry.text',
        'feedback_file.content',
      ]),
    );
  });

  test('no moment finer than a day', () => {
    for (const each of [dump, backup, early]) expect(momentsIn(each)).toEqual([]);
  });
});

describe('who has an old backup besides finds', () => {
  test('nothing in it that is still the same', () => {
    for (const each of [backup, early]) expect(matchBackup(each, dump)).toEqual([]);
  });

  test.each(['confidential', 'unlinkable'] as const)('no order in what waits to be %s', (level) => {
    expectNoOrder(evenings(level), waiting());
  });

  test('nobody by the moment at which an answer was to come', () => {
    const memberAt = new Map(scene.writers.map(({ phone, memberId }) => [phone.address, memberId]));
    const links = matchAnswers(backup, dump, { memberAt, withinMs: 61_000 });
    const truth = new Map(days('confidential').flatMap(({ authorOf }) => [...authorOf]));
    const right = links.filter(({ itemId, memberId }) => truth.get(itemId) === memberId).length;
    const chance = links.length / told;
    expect(right, `${right} of ${links.length}`).toBeLessThanOrEqual(chance + most * Math.sqrt(chance + 1));
  });
});

test('who compares what was before and after somebody is erased does not find whose items those were', async () => {
  const { hub } = scene.house;
  const byAuthor = Map.groupBy(known('confidential'), ({ truth }) => truth.memberId);
  const [memberId, own] = [...byAuthor].toSorted(([, one], [, other]) => other.length - one.length)[0]!;
  expect(own.length).toBeGreaterThan(1);
  await hub.people.eraseData(operator, scene.writers.find((writer) => writer.memberId === memberId)!.code);
  const ids = new Set(own.map(({ row }) => row.values['id']));
  const changed = changedItems(dump, await dumpOf(hub.database));
  expect(changed.filter(({ values }) => ids.has(values['id'])).length).toBe(own.length);
  expect(changed.length).toBe(byAuthor.values().reduce((sum, each) => sum + each.length, 0));
  const lastOnes = changed.slice(-own.length).filter(({ values }) => ids.has(values['id']));
  expect(lastOnes.length).toBeLessThan(own.length);
});

describe('who has the logs and the files finds', () => {
  test('no line about an item and a person, or about what was written', async () => {
    await fetch(`${scene.house.url}/live`);
    expect(scene.lines.filter((line) => line !== '').length).toBeGreaterThan(1);
    const items = [...rowsOf(dump, 'feedback_item'), ...rowsOf(backup, 'feedback_staged')].flatMap(
      ({ values: { id, number } }) => [id, number].filter((value) => typeof value === 'string'),
    );
    const persons = scene.writers.flatMap(({ memberId, phone }) => [memberId, phone.address]);
    expect(readLogs(scene.lines, { items, persons, words: [marker, '/gop-y'] })).toEqual([]);
  });

  test('no word of what was written', () => {
    const files = [...filesUnder(scene.dataDir)];
    expect(files.filter(({ path }) => path.includes('backups')).length).toBe(3);
    expect(files.filter(({ content }) => content.includes(marker)).map(({ path }) => path)).toEqual([]);
  });
});

/** An attack that finds nothing is worth what it finds where there is something. */
describe('the attacks find', () => {
  const withRows = (rows: Record<string, readonly DumpRow[]>, from = dump): Dump =>
    new Map([...from, ...Object.entries(rows)]);
  const itemOf = (memberId: string) => {
    for (const { authorOf, items } of days('confidential'))
      for (const item of items) if (authorOf.get(String(item.values['id'])) === memberId) return item;
    throw new Error('wrote nothing in confidence');
  };
  const onPage = () => {
    const all = days('confidential').flatMap(({ authorOf }) => [...authorOf.values()]);
    return scene.writers.find(({ memberId, phone }) => phone.channel === 'web' && all.includes(memberId))!;
  };

  test('the number of an item in a message to its author, whole or inside of other words', () => {
    const { memberId, phone } = onPage();
    const item = itemOf(memberId);
    const number = String(item.values['number']);
    const message = rowsOf(dump, 'web_message').find(({ values }) => values['address'] === phone.address)!;
    // The way from a page to its member is by the address of the chat.
    const told = { ...message, values: { ...message.values, toast: `Số ${number}` } };
    const leaking = withRows({ web_message: [...rowsOf(dump, 'web_message'), told] });
    expect(joinByEqualValues(leaking, namedByMany())).toMatchObject([
      { itemId: item.values['id'], memberId },
    ]);
    expect(joinByContainedValues(leaking, namedByMany())).toEqual([`${number} in web_message`]);
  });

  test('items that lie as they came', () => {
    const ordered = days('confidential').map((group) => {
      const placeOf = ({ values }: DumpRow) => group.placeOf.get(String(values['id']))!;
      return { ...group, items: [...group.items].sort((one, other) => placeOf(one) - placeOf(other)) };
    });
    const { heap } = ordersOf(dump, ordered[0]!.items);
    const { right, chance, sigma } = guessByOrder(ordered, heap!);
    expect(right).toBeGreaterThan(chance + 3 * most * sigma);
    expect(correlateOrder(ordered, heap!)).toBeGreaterThan(1.5 * most);
  });

  test('a moment, a size, a word and an id that stayed', () => {
    const [item, ...others] = rowsOf(dump, 'feedback_item').filter(
      (row) => row.values['level'] === 'unlinkable',
    );
    const changed = (values: Record<string, unknown>, from = dump) =>
      withRows({ feedback_item: [{ ...item!, values: { ...item!.values, ...values } }, ...others] }, from);
    expect(momentsIn(changed({ received_at: new Date('2026-11-03T02:11:00Z') }))).toHaveLength(1);
    expect(sizesOf(changed({ content: Buffer.alloc(77) })).get('feedback_item.content')?.size).toBe(2);
    expect(searchForWords(changed({ late_reason: `${marker}1` }), marker)).toHaveLength(1);
    const [waited] = rowsOf(backup, 'feedback_staged');
    const onlyOne = (values: Record<string, unknown>): Dump =>
      new Map([['feedback_item', [{ ...item!, values: { ...item!.values, ...values } }]]]);
    expect(matchBackup(backup, onlyOne({ id: waited!.values['id'] }))).toHaveLength(1);
    expect(matchBackup(backup, onlyOne({ content: waited!.values['content'] }))).toHaveLength(1);
  });
});
