import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '../../bots/telegram/stand-in/index.ts';
import { monday } from '../meetings/moving-hub.ts';
import { openOfficeHub, type OfficeHub } from './office-hub.ts';

let house: OfficeHub;
beforeAll(async () => (house = await openOfficeHub()), 120_000);
beforeEach(async () => {
  await house.clear();
  house.at(monday);
});
afterAll(() => house.close(), 60_000);

const desk = () => house.hub.feedback.answering;
const waiting = () =>
  house.hub.database.query<{ attempts: number; dueAt: Date }>(
    'select attempts, due_at as "dueAt" from feedback_outbox',
  );
const numberOf = async (id: string) =>
  (
    await house.hub.database.query<{ number: string }>('select number from feedback_item where id = $1', [id])
  )[0]!.number;
const texts = (person: Person) => person.inbox.map(({ text }) => text);
/** Whoever sweeps, this process or its worker: in the end the person has read it. */
const reads = async (person: Person, words: string) =>
  await expect
    .poll(() => texts(person).filter((text) => text.includes(words)).length, { timeout: 15_000 })
    .toBe(1);
const after = (minutes: number) => new Date(monday.getTime() + minutes * 60_000);

describe('an author is told', () => {
  test('at once of what was said by name: the answer, why it is late, and what to do with it', async () => {
    const binh = await house.join('B');
    const id = await house.given({ unit: 'X1-C', dueOn: '2026-11-27' });
    const number = await numberOf(id);
    await desk().reply(await house.as('A'), id, { text: 'Sẽ làm.', lateReason: 'Chờ xã trả lời.' });
    await house.work(monday);
    await reads(binh, `Trả lời ý kiến số ${number} (Chi bộ thôn): Sẽ làm.`);
    expect(texts(binh).at(-1)).toContain('Trả lời sau hạn, vì: Chờ xã trả lời.');
    expect(texts(binh).at(-1)).toContain('ý kiến của tôi');
    await expect.poll(waiting, { timeout: 15_000 }).toEqual([]);
    await house.work(after(60));
    await reads(binh, 'Sẽ làm.');
  });

  test('of a confidential item some time within half an hour, wherever it was forwarded', async () => {
    const en = await house.join('E');
    const before = texts(en).length;
    const id = await house.given({ unit: 'X1', level: 'confidential', by: 'E' });
    await desk().forward(await house.as('G'), id, { unit: 'T', reason: 'Việc của tỉnh.' });
    await desk().reply(await house.as('V'), id, { text: 'Tỉnh đã nhận.' });
    const drawn = await waiting();
    expect(drawn).toHaveLength(2);
    for (const { dueAt } of drawn) {
      expect(dueAt.getTime()).toBeGreaterThanOrEqual(monday.getTime());
      expect(dueAt.getTime()).toBeLessThan(after(30).getTime());
    }
    await house.work(after(30));
    await reads(en, 'đã được chuyển đến Đảng bộ tỉnh để trả lời. Lý do: Việc của tỉnh.');
    await reads(en, `Trả lời ý kiến số ${await numberOf(id)} (Đảng bộ tỉnh): Tỉnh đã nhận.`);
    await expect.poll(waiting, { timeout: 15_000 }).toEqual([]);
    expect(texts(en)).toHaveLength(before + 2);
    // What is written down of it names the officer and the item; nothing names the author and it.
    const { id: author } = await house.hub.people.memberByCode('E');
    const written = await house.hub.database.query(
      `select from audit_entry where subject_id = $1 and (actor_id = $2::uuid or facts::text like '%' || $2::text || '%')`,
      [id, author],
    );
    expect(written).toEqual([]);
    const deliveries = await house.hub.database.query('select from delivery where member_id = $1', [author]);
    expect(deliveries).toEqual([]);
  });

  test('of why it was closed, but not that it was where it was answered', async () => {
    const binh = await house.join('B');
    const [open, answered] = [await house.given({ unit: 'X1-C' }), await house.given({ unit: 'X1-C' })];
    const an = await house.as('A');
    await desk().close(an, open, { reason: 'Đã bàn tại buổi họp.' });
    await desk().reply(an, answered, { text: 'Đã nhận.' });
    await desk().close(an, answered, {});
    expect(await waiting()).toHaveLength(2);
    await house.work(monday);
    await reads(binh, 'đã được Chi bộ thôn khép lại. Lý do: Đã bàn tại buổi họp.');
    await reads(binh, 'Đã nhận.');
  });

  test('in the language they chose', async () => {
    const binh = await house.join('B');
    await house.hub.database.query(`update member set language = 'en' where code = 'B'`);
    const id = await house.given({ unit: 'X1-C' });
    await desk().reply(await house.as('A'), id, { text: 'Sẽ làm.' });
    await house.work(monday);
    await reads(binh, `Answer to opinion ${await numberOf(id)} (Chi bộ thôn): Sẽ làm.`);
  });

  test('never of what was said without a name', async () => {
    const id = await house.given({ unit: 'X1', level: 'unlinkable' });
    await desk().reply(await house.as('G'), id, { text: 'Đã nhận.' });
    await desk().close(await house.as('G'), id, { reason: 'Xong.' });
    expect(await waiting()).toEqual([]);
  });
});

test('who has no chat is tried twelve times with growing pauses, then finds it under their own opinions', async () => {
  const id = await house.given({ unit: 'X1-C' });
  await desk().reply(await house.as('A'), id, { text: 'Sẽ làm.' });
  let now = monday;
  const pauses: number[] = [];
  for (let attempt = 1; attempt <= 12; attempt += 1) {
    await house.work(now);
    // The worker of the hub may have been the one to try.
    await expect.poll(async () => (await waiting())[0]?.attempts ?? 12, { timeout: 15_000 }).toBe(attempt);
    await expect
      .poll(async () => (await waiting())[0]?.dueAt.getTime() !== now.getTime() + 5 * 60_000, {
        timeout: 15_000,
      })
      .toBe(true);
    const [left] = await waiting();
    if (!left) break;
    pauses.push((left.dueAt.getTime() - now.getTime()) / 60_000);
    now = left.dueAt;
  }
  expect(pauses).toEqual([10, 20, 40, 80, 160, 320, 640, 1280, 1440, 1440, 1440]);
  expect(await waiting()).toEqual([]);
});

test('what was meant for somebody who was erased goes to nobody', async () => {
  const id = await house.given({ unit: 'X1', level: 'confidential', by: 'E' });
  await desk().reply(await house.as('G'), id, { text: 'Đã nhận.' });
  const nobody = '00000000-0000-0000-0000-000000000000';
  const sealed = house.hub.keys.seal('feedback-author', id, nobody);
  await house.hub.database.query('update feedback_item set author = $2 where id = $1', [id, sealed]);
  await house.work(after(30));
  await expect.poll(waiting, { timeout: 15_000 }).toEqual([]);
});

describe('each morning', () => {
  const tuesday = (time: string) => `2026-12-01T${time}+07:00`;

  test('who answers hears how much waits, in figures alone, once and not before seven', async () => {
    const an = await house.join('A');
    await house.given({ unit: 'X1-C', by: 'B', text: 'Bí mật của Bình' });
    await house.given({ unit: 'X1-C', level: 'confidential', by: 'E', dueOn: '2026-12-08' });
    await house.given({ unit: 'X1-C', level: 'unlinkable' });
    await house.given({ unit: 'X1-C', state: 'taken', dueOn: '2026-11-30' });
    await house.given({ unit: 'X1-C', state: 'taken', dueOn: '2026-12-09' });
    await house.given({ unit: 'X1-C', state: 'answered', dueOn: '2026-10-01' });
    const before = texts(an).length;
    await house.work(tuesday('06:59'));
    await house.read(an);
    expect(texts(an)).toHaveLength(before);
    await house.work(tuesday('07:00'));
    await reads(an, 'Ý kiến chờ trả lời: Chi bộ thôn');
    const word = texts(an).at(-1)!;
    expect(word).toContain('3 ý kiến mới, 1 sắp đến hạn (trong 5 ngày làm việc), 1 quá hạn.');
    expect(word).toMatch(/Xem và trả lời: http\S+\/console\/feedback/);
    for (const hint of ['Bình', 'Én', 'Bí mật', 'kín', 'ghi tên']) expect(word).not.toContain(hint);
    await house.work(tuesday('15:00'));
    await house.read(an);
    expect(texts(an)).toHaveLength(before + 1);
    await house.work('2026-12-02T07:00+07:00');
    await expect.poll(() => texts(an).length, { timeout: 15_000 }).toBe(before + 2);
  });

  test('those above hear what is late by more than three working days, in figures, once', async () => {
    const [gam, an] = [await house.join('G'), await house.join('A')];
    // Friday: Monday, Tuesday and Wednesday are the three working days after it.
    const id = await house.given({ unit: 'X1-C', dueOn: '2026-12-04', text: 'Chuyện riêng' });
    await house.given({ unit: 'X1-C', dueOn: '2026-12-04', level: 'confidential', by: 'E' });
    await house.given({ unit: 'X1-C', dueOn: '2026-12-07' });
    const before = texts(gam).length;
    await house.work('2026-12-09T08:00+07:00');
    await reads(an, '3 quá hạn');
    expect(texts(gam)).toHaveLength(before);
    await house.work('2026-12-10T08:00+07:00');
    await reads(gam, '2 ý kiến quá hạn trả lời ở 1 tổ chức trực thuộc');
    const word = texts(gam).at(-1)!;
    expect(word).toContain('Chi bộ thôn: 2 ý kiến quá hạn hơn 3 ngày làm việc.');
    for (const hint of ['Bình', 'Én', 'Chuyện riêng', 'kín']) expect(word).not.toContain(hint);
    expect((await desk().item(await house.as('A'), id)).entries).toMatchObject([
      { kind: 'escalated', by: null, on: '2026-12-10' },
    ]);
    await house.work('2026-12-11T08:00+07:00');
    await expect.poll(() => texts(gam).length, { timeout: 15_000 }).toBe(before + 2);
    expect(texts(gam).at(-1)).toContain('Chi bộ thôn: 1 ý kiến');
    // Whoever gets it next has a term of their own, and somebody above who hears when that is over.
    await desk().forward(await house.as('A'), id, { unit: 'X1', reason: 'Việc của xã.' });
    const isTold = () =>
      house.hub.database.query<{ told: boolean }>(
        'select escalated_on is not null as told from feedback_item where id = $1',
        [id],
      );
    expect(await isTold()).toEqual([{ told: false }]);
  });
});
