import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openSayingHouse, type SayingHouse } from './saying-house.ts';

let house: SayingHouse;
beforeAll(async () => (house = await openSayingHouse()), 120_000);
beforeEach(() => house.clear());
afterAll(() => house.database.close());

const file = { name: 'thu chi.txt', mediaType: 'text/plain', content: Buffer.from('Số liệu thu chi') };
const work = async () => await house.feedback.work();
const levels = async () => (await house.items()).map(({ level, unit }) => `${level} ${unit}`).toSorted();
const ids = async (table: string) =>
  (await house.database.query<{ id: string }>(`select id from ${table}`)).map(({ id }) => id);

describe('what was said in confidence', () => {
  test('is read by nobody on its day, and by its unit on the next', async () => {
    const receipt = await house.say('B', { unit: 'X1', files: [file], topic: 'Đường' });
    await work();
    expect(await house.items()).toEqual([]);
    const staged = [...(await ids('feedback_staged')), ...(await ids('feedback_staged_file'))];
    house.pass({ days: 1 });
    await work();
    expect(await house.items()).toMatchObject([
      {
        level: 'confidential',
        unit: 'X1',
        number: receipt.number,
        dueOn: receipt.dueOn,
        topic: 'Đường',
        receivedOn: '2026-11-02',
        authorId: null,
      },
    ]);
    expect(await house.count('feedback_staged')).toBe(0);
    expect(await house.count('feedback_staged_file')).toBe(0);
    const released = [...(await ids('feedback_item')), ...(await ids('feedback_file'))];
    expect(released).toHaveLength(2);
    expect(released.filter((id) => staged.includes(id) || id[14] !== '4')).toEqual([]);
    expect(await house.feedback.saying.own(await house.idOf('B'))).toMatchObject([
      { number: receipt.number, state: 'new', dueOn: receipt.dueOn },
    ]);
  });

  test('goes once, however many look and however often', async () => {
    for (let n = 0; n < 8; n += 1) await house.say(`N${n}`);
    house.pass({ days: 1 });
    await Promise.all([work(), work(), work()]);
    expect(await house.count('feedback_item')).toBe(8);
    await work();
    expect(await house.count('feedback_item')).toBe(8);
    expect(await house.count("audit_entry where action like 'feedback%'")).toBe(0);
  });

  test('a number that somebody bears already is drawn anew', async () => {
    const { number } = await house.say('B');
    const named = await house.say('E', { level: 'named' });
    await house.database.query('update feedback_item set number = $1 where number = $2', [
      number,
      named.number,
    ]);
    house.pass({ days: 1 });
    await work();
    expect(new Set((await house.items()).map((item) => item.number)).size).toBe(2);
    const [mine] = await house.feedback.saying.own(await house.idOf('B'));
    expect(mine!.number).not.toBe(number);
  });
});

describe('what bears no name', () => {
  const say = async (count: number, unit = 'X1-C') => {
    for (let n = 0; n < count; n += 1) await house.sayUnlinkable(unit, `Góp ý ${n}.`);
  };

  test('waits for company and for the end of the day', async () => {
    await say(4);
    house.pass({ days: 1 });
    await work();
    expect(await levels()).toEqual([]);
    // The fifth comes today: its day is not over.
    const released = await house.sayUnlinkable('X1-C', 'Góp ý thứ năm.');
    await work();
    expect(await levels()).toEqual([]);
    house.pass({ days: 1 });
    await Promise.all([work(), work()]);
    expect(await levels()).toEqual(Array(5).fill('unlinkable X1-C'));
    const items = await house.items();
    // Nothing tells them apart but their words and receipts: one day, no number, no term.
    expect(
      new Set(items.map((item) => [item.receivedOn, item.number, item.dueOn, item.authorId].join())),
    ).toEqual(new Set(['2026-11-03,,,']));
    expect(items.find((item) => item.receiptHash?.equals(released))?.text).toBe('Góp ý thứ năm.');
    expect(await house.count('feedback_staged')).toBe(0);
  });

  test('one unit’s is no company for another’s', async () => {
    await say(3, 'X1-C');
    await say(3, 'X1');
    house.pass({ days: 1 });
    await work();
    expect(await house.items()).toEqual([]);
  });

  test('what waited thirty days alone waits on with the unit above', async () => {
    await say(2, 'X1-C');
    house.pass({ days: 29 });
    await say(3, 'X1');
    await work();
    expect(await house.count(`feedback_staged where unit_id = '${await house.unit('X1-C')}'`)).toBe(2);
    house.pass({ days: 1 });
    await Promise.all([work(), work()]);
    expect(await house.count(`feedback_staged where unit_id = '${await house.unit('X1')}'`)).toBe(5);
    expect(await house.items()).toEqual([]);
    house.pass({ days: 1 });
    await work();
    expect(await levels()).toEqual(Array(5).fill('unlinkable X1'));
  });
});
