import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sealing } from '../../hub/feedback/sealing.ts';
import {
  correlateOrder,
  guessByOrder,
  joinByContainedValues,
  joinByEqualValues,
  matchAnswers,
  matchBackup,
  momentsIn,
  ordersOf,
  readLogs,
  searchForWords,
  secretItems,
  sizesOf,
  type DayOfItems,
} from './attacks.ts';
import { marker, openScene, type Scene } from './dump-scene.ts';
import { dumpOf, filesUnder, rowsOf, type Dump, type DumpRow } from './dump.ts';

/**
 * Who has the whole database, an old backup of it, the logs and the files, and not the key: docs/threat-model.md. The
 * truth, which the attacker lacks, is used to score alone.
 */
let scene: Scene;
/** On the evening of the last day, when things wait to be released and words wait for their authors. */
let backup: Dump;
let dump: Dump;
let told: number;

const lastDay = 4;
const aDay = 10;
/** In standard deviations. Three would fail one run in some hundreds with nothing wrong; a leak is at thirty. */
const most = 4;

beforeAll(async () => {
  scene = await openScene(60);
  const { house } = scene;
  const binh = await house.join('B');
  const en = await house.join('E');
  const idOf = async (code: string) => (await house.hub.people.memberByCode(code)).id;
  for (let day = 0; day <= lastDay; day += 1) {
    await scene.writeDay(day, aDay);
    if (day === 1) {
      await scene.converse(day, binh, await idOf('B'));
      await scene.converse(day, en, await idOf('E'));
    }
    if (day < lastDay) await scene.midnight(day);
  }
  const secretary = { memberId: await idOf('A'), via: 'console' as const };
  const { feedback, database } = house.hub;
  for (const { id, dueOn } of await feedback.answering.list(secretary, { unit: 'X1-C', limit: 200 }))
    if (dueOn !== '')
      await feedback.answering.reply(secretary, id, { text: `Chi ủy đã xem. ${'Xin cảm ơn. '.repeat(3)}` });
  backup = await dumpOf(database);
  for (let minute = 0; minute <= 35; minute += 1) {
    scene.pass(1);
    await feedback.work();
  }
  told = rowsOf(backup, 'feedback_outbox').length;
  await scene.midnight(lastDay);
  dump = await dumpOf(database);
}, 900_000);
afterAll(() => scene?.close(), 60_000);

/** Ids of what many rows rightly name: units, topics, and those who answer. */
function namedByMany(): Set<string> {
  const writers = new Set(authors());
  return new Set([
    ...rowsOf(dump, 'unit').map(({ values }) => String(values['id'])),
    ...rowsOf(dump, 'member')
      .map(({ values }) => String(values['id']))
      .filter((id) => !writers.has(id)),
  ]);
}
const authors = () => scene.written.map(({ memberId }) => memberId);

/** Items of one level by the day they came, with the truth about each. */
function days(level: 'confidential' | 'unlinkable'): DayOfItems[] {
  const seals = sealing(scene.house.hub.keys);
  const truthOf = ({ values }: DumpRow) => {
    const { text } = seals.openContent(String(values['id']), values['content'] as Uint8Array);
    return scene.written.find(({ word }) => text.includes(word))!;
  };
  const items = secretItems(dump)
    .filter(({ values }) => values['level'] === level)
    .map((row) => ({ row, id: String(row.values['id']), truth: truthOf(row) }));
  // Of what has no name the attacker knows the unit, and who belongs to it.
  const groups = Map.groupBy(items, ({ row, truth }) =>
    level === 'unlinkable' ? `${truth.day} ${String(row.values['unit_id'])}` : String(truth.day),
  );
  return [...groups.values()].map((group) => ({
    items: group.map(({ row }) => row),
    heard: group
      .map(({ truth }) => truth)
      .sort((one, other) => one.place - other.place)
      .map(({ memberId }) => memberId),
    authorOf: new Map(group.map(({ id, truth }) => [id, truth.memberId])),
    placeOf: new Map(group.map(({ id, truth }) => [id, truth.place])),
  }));
}

test('everything that was said has come to its readers, and those who answer were heard', () => {
  const count = (level: string) =>
    rowsOf(dump, 'feedback_item').filter(({ values }) => values['level'] === level).length;
  expect([count('named'), count('confidential'), count('unlinkable')]).toEqual([50, 52, 50]);
  expect(rowsOf(dump, 'feedback_staged')).toEqual([]);
  expect(rowsOf(backup, 'feedback_staged').length).toBe(20);
  expect(told).toBeGreaterThan(10);
  expect(rowsOf(dump, 'feedback_outbox')).toEqual([]);
});

describe('who has the database finds', () => {
  test('no way from an item to a person by values that are equal', () => {
    expect(joinByEqualValues(dump, namedByMany())).toEqual([]);
    expect(joinByEqualValues(backup, namedByMany())).toEqual([]);
  });

  test('no value of an item inside of another value', () => {
    expect(joinByContainedValues(dump, namedByMany())).toEqual([]);
  });

  test('no word of what was written', () => {
    expect(searchForWords(dump, marker)).toEqual([]);
    expect(searchForWords(backup, marker)).toEqual([]);
  });

  test.each(['confidential', 'unlinkable'] as const)('no order in what is %s', (level) => {
    const groups = days(level);
    expect(groups.reduce((sum, { items }) => sum + items.length, 0)).toBeGreaterThanOrEqual(50);
    for (const [name, order] of Object.entries(ordersOf(groups[0]!.items))) {
      const { right, chance, sigma } = guessByOrder(groups, order);
      expect(right, `by ${name}: ${right} right, ${chance} by chance`).toBeLessThanOrEqual(
        chance + most * sigma,
      );
      expect(Math.abs(correlateOrder(groups, order)), `by ${name}`).toBeLessThanOrEqual(most);
    }
  });

  test('one size for all that is of one kind', () => {
    const overhead = 4 + 12 + 16;
    for (const each of [dump, backup])
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
    expect(momentsIn(dump)).toEqual([]);
    expect(momentsIn(backup)).toEqual([]);
  });
});

describe('who has an old backup besides finds', () => {
  test('nothing in it that is still the same', () => {
    expect(matchBackup(backup, dump)).toEqual([]);
  });

  test('nobody by the moment at which an answer was to come', () => {
    const memberAt = new Map(scene.writers.map(({ chat, memberId }) => [chat.address, memberId]));
    const links = matchAnswers(backup, dump, { memberAt, withinMs: 61_000 });
    const truth = new Map(days('confidential').flatMap(({ authorOf }) => [...authorOf]));
    const right = links.filter(({ itemId, memberId }) => truth.get(itemId) === memberId).length;
    const chance = links.length / told;
    expect(right, `${right} of ${links.length}`).toBeLessThanOrEqual(chance + most * Math.sqrt(chance + 1));
  });
});

describe('who has the logs and the files finds', () => {
  test('no line about an item and a person, or about what was written', async () => {
    await fetch(`${scene.house.url}/live`);
    expect(scene.lines.filter((line) => line !== '').length).toBeGreaterThan(1);
    const items = [...rowsOf(dump, 'feedback_item'), ...rowsOf(backup, 'feedback_staged')].flatMap(
      ({ values: { id, number } }) => [id, number].filter((value) => typeof value === 'string'),
    );
    const persons = scene.writers.flatMap(({ memberId, chat }) => [memberId, chat.address]);
    expect(readLogs(scene.lines, { items, persons, words: [marker, '/gop-y'] })).toEqual([]);
  });

  test('no word of what was written', () => {
    const files = [...filesUnder(scene.dataDir)];
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
    return scene.writers.find(({ memberId, chat }) => chat.channel === 'web' && all.includes(memberId))!;
  };

  test('the number of an item in a message to its author, whole or inside of other words', () => {
    const { memberId, chat } = onPage();
    const item = itemOf(memberId);
    const number = String(item.values['number']);
    const message = rowsOf(dump, 'web_message').find(({ values }) => values['address'] === chat.address)!;
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
    const { heap } = ordersOf(ordered[0]!.items);
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
    expect(matchBackup(backup, changed({ id: waited!.values['id'] }))).toHaveLength(1);
    expect(matchBackup(backup, changed({ content: waited!.values['content'] }))).toHaveLength(1);
  });
});
