import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { operator } from '../../hub/platform/audit.ts';
import { csv, memberHeader, unitHeader } from '../people/given.ts';
import { monday } from '../meetings/moving-hub.ts';
import { openOfficeHub, type OfficeHub } from './office-hub.ts';
import { openSayingHouse, type SayingHouse } from './saying-house.ts';

// What was said to a unit that was merged, split, hung elsewhere or dissolved.

const decided = { on: '2026-11-01', reason: 'Theo đề án sắp xếp.' };

describe('what waits, and the page', () => {
  let house: SayingHouse;
  beforeAll(async () => (house = await openSayingHouse()), 60_000);
  beforeEach(() => house.clear());
  afterAll(() => house.database.close(), 60_000);

  const merge = () => house.people.mergeUnits(operator, { from: ['X1-C'], into: 'X1-B-C', ...decided });
  const units = async () => (await house.items()).map(({ unit, text }) => `${unit}: ${text}`).sort();

  test('an open item goes to what its unit was merged into, with the day it was told; what is over stays', async () => {
    await house.say('B', { level: 'named', text: 'Mở.' });
    const { number } = await house.say('B', { level: 'named', text: 'Xong.' });
    await house.answered(number, 'Đã làm.');
    const before = (await house.items()).find(({ text }) => text === 'Mở.')!;
    await merge();
    await house.feedback.work();
    await house.feedback.work();
    expect(await units()).toEqual(['X1-B-C: Mở.', 'X1-C: Xong.']);
    const { id, dueOn } = (await house.items()).find(({ text }) => text === 'Mở.')!;
    expect(dueOn).toBe(before.dueOn);
    expect((await house.feedback.answering.item(operator, id)).entries).toMatchObject([
      { kind: 'succeeded', by: null, unit: { code: 'X1-C' }, to: { code: 'X1-B-C' }, text: null },
    ]);
    // Asked again, the other goes there too.
    await house.feedback.saying.reopen(await house.idOf('B'), number, 'Chưa xong.');
    await house.feedback.work();
    expect(await units()).toEqual(['X1-B-C: Mở.', 'X1-B-C: Xong.']);
  });

  test('what was said in confidence before the merger is released to the successor', async () => {
    const { number } = await house.say('B', { text: 'Kín.' });
    await merge();
    house.pass({ days: 1 });
    await house.feedback.work();
    expect(await units()).toEqual(['X1-B-C: Kín.']);
    expect(await house.feedback.saying.own(await house.idOf('B'))).toMatchObject([
      { number, unit: { code: 'X1-B-C' }, state: 'new' },
    ]);
  });

  test('what waits for company finds it there: three of the one and two of the other', async () => {
    for (const text of ['1', '2', '3']) await house.sayUnlinkable('X1-C', text);
    for (const text of ['4', '5']) await house.sayUnlinkable('X1-B-C', text);
    await merge();
    await house.feedback.work();
    expect(await house.count('feedback_item')).toBe(0);
    house.pass({ days: 1 });
    await house.feedback.work();
    expect(await units()).toEqual(['1', '2', '3', '4', '5'].map((text) => `X1-B-C: ${text}`));
  });

  test('the address on the notice board leads to the successor, over several mergers, and at last upwards', async () => {
    const { unlinkable } = house.feedback;
    await merge();
    expect(await unlinkable.door('X1-C')).toMatchObject({ unit: { code: 'X1-B-C' }, open: true });
    await unlinkable.submit('X1-C', { kind: 'opinion', text: 'Đường vào thôn.' });
    expect(await house.database.query('select unit_id as unit from feedback_staged')).toEqual([
      { unit: await house.unit('X1-B-C') },
    ]);
    await house.people.importUnits(operator, csv(unitHeader, 'X1-D,Chi bộ Đồi,cell,X1'));
    await house.people.mergeUnits(operator, { from: ['X1-B-C'], into: 'X1-D', ...decided });
    expect(await unlinkable.door('X1-C')).toMatchObject({ unit: { code: 'X1-D' } });
    await house.people.dissolveUnit(operator, { unit: 'X1-B', ...decided });
    expect(await unlinkable.door('X1-B')).toMatchObject({ unit: { code: 'X1' } });
    await expect(unlinkable.door('KHONG')).rejects.toMatchObject({ code: 'unit.unknown' });
  });

  test('what was said to a unit that is dissolved goes to the one above, and waits there for company', async () => {
    await house.people.importUnits(operator, csv(unitHeader, 'X1-D,Chi bộ Đồi,cell,X1'));
    const named = await house.say('B', { level: 'named', text: 'Tên.' });
    await house.database.query('update feedback_item set unit_id = $1', [await house.unit('X1-D')]);
    await house.sayUnlinkable('X1-D', 'Không tên.');
    await house.people.dissolveUnit(operator, { unit: 'X1-D', ...decided });
    house.pass({ days: 1 });
    await house.feedback.work();
    expect(await house.items()).toMatchObject([{ number: named.number, unit: 'X1' }]);
    expect(await house.database.query('select unit_id as unit from feedback_staged')).toEqual([
      { unit: await house.unit('X1') },
    ]);
  });

  test('of a unit that was split all stays where it is: who was told to answer answers', async () => {
    await house.say('B', { level: 'named', text: 'Ở lại.' });
    const unit = { code: 'X1-N', name: 'Chi bộ mới', kind: 'cell' } as const;
    await house.people.splitUnit(operator, { from: 'X1-C', unit, members: ['B', 'E'], ...decided });
    await house.feedback.work();
    expect(await units()).toEqual(['X1-C: Ở lại.']);
    expect(await house.feedback.saying.own(await house.idOf('B'))).toHaveLength(1);
  });
});

describe('who hears of it', () => {
  let house: OfficeHub;
  beforeAll(async () => {
    house = await openOfficeHub();
    const units = ['D', 'E', 'F'].map((letter) => `X1-${letter},Chi bộ ${letter},cell,X1`);
    await house.hub.people.importUnits(operator, csv(unitHeader, ...units));
    const people = [
      'D1,Lù Thị Dung,X1-D,,official,,,',
      'E1,Quàng Văn Em,X1-E,secretary,official,,,',
      'F1,Cà Văn Phong,X1-F,secretary,official,,,',
      'Z,Sùng A Chứ,X2,secretary,official,,,',
    ];
    await house.hub.people.importMembers(operator, csv(memberHeader, ...people));
  }, 120_000);
  beforeEach(async () => {
    await house.clear();
    house.at(monday);
  });
  afterAll(() => house.close(), 60_000);

  test('author and successor: it is said where it went, and who answers there is reminded and answers', async () => {
    const [author, secretary] = [await house.join('D1'), await house.join('E1')];
    const id = await house.given({ unit: 'X1-D', by: 'D1', dueOn: '2026-12-02' });
    const merger = { from: ['X1-D'], into: 'X1-E', on: '2026-11-30', reason: 'Theo đề án.' };
    await house.hub.people.mergeUnits(operator, merger);
    await house.work('2026-12-01T08:00+07:00');
    const has = (person: typeof author, words: string) =>
      expect
        .poll(() => person.inbox.filter(({ text }) => text.includes(words)).length, { timeout: 15_000 })
        .toBe(1);
    await has(author, 'Chi bộ D đã sáp nhập hoặc giải thể. Ý kiến số');
    await has(author, 'nay do Chi bộ E trả lời, hạn trả lời như cũ.');
    await house.read(secretary);
    await has(secretary, 'Ý kiến chờ trả lời: Chi bộ E');
    const by = await house.as('E1');
    expect(await house.hub.feedback.answering.list(by)).toMatchObject([{ id, dueOn: '2026-12-02' }]);
    expect(await house.hub.feedback.answering.reply(by, id, { text: 'Đã nhận.' })).toMatchObject({
      state: 'answered',
    });
  });

  test('of a unit that hangs elsewhere now the committee that stands above it today', async () => {
    const above = await house.join('Z');
    await house.given({ unit: 'X1-F', dueOn: '2026-11-20' });
    const move = { unit: 'X1-F', parent: 'X2', on: '2026-11-30', reason: 'Theo đề án.' };
    await house.hub.people.rehangUnit(operator, move);
    await house.work('2026-12-02T08:00+07:00');
    await house.read(above);
    await expect
      .poll(() => above.inbox.some(({ text }) => text.includes('Chi bộ F: 1 ý kiến quá hạn')), {
        timeout: 15_000,
      })
      .toBe(true);
  });
});
