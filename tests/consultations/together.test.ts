import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { operator } from '../../hub/platform/audit.ts';
import { one, openConsultationHouse, refusal, text, type ConsultationHouse } from './house.ts';

let house: ConsultationHouse;
beforeAll(async () => (house = await openConsultationHouse()), 120_000);
beforeEach(() => house.clear());
afterAll(() => house?.close());

const asking = () => house.hub.consultations.asking;
const answering = () => house.hub.consultations.answering;
const papers = () => house.hub.consultations.papers;
const notices = async () => await house.count(`notice where kind = 'notice'`);
const words = async (like: string) =>
  await house.count(`notice where kind = 'digest' and title like $1`, [like]);

describe('two at once', () => {
  test('open it once', async () => {
    const id = await house.prepare({ level: 'unnamed' });
    const a = await house.as('A');
    const opened = await Promise.all([1, 2, 3].map(() => asking().open(a, id)));
    expect(new Set(opened.map(({ eligible }) => eligible))).toEqual(new Set([23]));
    expect([await house.count('consultation_paper'), await notices()]).toEqual([23, 1]);
  });

  test('draw one paper for one person, and different ones for two', async () => {
    const id = await house.open({ level: 'unnamed' });
    const b = await house.idOf('B');
    const drawn = await Promise.all([1, 2, 3].map(() => refusal(answering().draw(b, id))));
    expect(drawn.toSorted()).toEqual([
      'consultation.paper-drawn',
      'consultation.paper-drawn',
      'nothing refused',
    ]);
    const ids = await Promise.all(['A', 'E', 'N0', 'N2'].map((code) => house.idOf(code)));
    const others = await Promise.all(ids.map((memberId) => answering().draw(memberId, id)));
    expect(new Set(others.map(({ paper }) => paper)).size).toBe(4);
    expect(await house.count('consultation_paper where words is null')).toBe(5);
  });

  test('use a paper once', async () => {
    const id = await house.open({ level: 'unnamed' });
    const { paper } = await answering().draw(await house.idOf('B'), id);
    const used = await Promise.all([1, 2, 3].map(() => refusal(papers().answer(paper, { 1: 0 }))));
    expect(used.filter((each) => each === 'nothing refused')).toHaveLength(1);
    expect(await house.count('consultation_answer')).toBe(1);
  });

  test.each(['named', 'confidential'] as const)('answer once, %s', async (level) => {
    const id = await house.open({ level });
    const b = await house.idOf('B');
    await Promise.all([0, 1, 2].map((option) => answering().answer(b, id, { 1: option })));
    await Promise.all(['E', 'N0', 'N2'].map((code) => house.answer(code, id, { 1: 1 })));
    expect(await house.count('consultation_answer')).toBe(4);
  });

  test('change what is prepared: the second is told', async () => {
    const id = await house.prepare();
    const given = {
      unit: 'X1-C',
      kind: 'poll',
      level: 'named',
      audience: 'members',
      introduction: '',
    } as const;
    const more = { questions: [one('Giờ nào?', 'Sáng', 'Tối')], live: false, shared: false };
    const save = async (title: string) =>
      asking().save(await house.as('A'), {
        ...given,
        ...more,
        id,
        revision: 0,
        title,
        closesAt: house.inDays(2),
      });
    expect(await refusal(save('Giờ họp'))).toBe('nothing refused');
    expect(await refusal(save('Giờ khác'))).toBe('consultation.moved-on');
  });

  test('open what was looked at, not what somebody made of it meanwhile', async () => {
    const id = await house.prepare();
    const a = await house.as('A');
    expect(await refusal(asking().open(a, id, 1))).toBe('consultation.moved-on');
    expect(await refusal(asking().open(a, id, 0))).toBe('nothing refused');
  });

  test('ten draw and answer at once', async () => {
    const id = await house.open({ level: 'unnamed' });
    const codes = Array.from({ length: 10 }, (_, n) => `N${n * 2}`);
    await Promise.all(codes.map((code, n) => house.onPaper(code, id, { 1: n % 2 })));
    const a = await house.as('A');
    await asking().close(a, id);
    const { answered, results } = await asking().results(a, id);
    expect([answered, results[0]!.groups?.map(({ count }) => count)]).toEqual([10, [5, 5, 0]]);
  });

  test('count it once', async () => {
    const id = await house.open({ level: 'confidential' });
    for (const code of ['A', 'B', 'E', 'N0', 'N2', 'N4']) await house.answer(code, id, { 1: 0 });
    house.pass({ days: 6 });
    await Promise.all([1, 2, 3].map(() => house.hub.consultations.work()));
    expect((await asking().results(await house.as('A'), id)).answered).toBe(6);
    expect(await words('Kết quả%')).toBe(1);
    expect(
      await house.count(`audit_entry where subject_id = $1 and action = 'consultation.closed'`, [id]),
    ).toBe(1);
  });
});

describe('what a crash left', () => {
  test('those asked are told after all, once', async () => {
    const id = await house.open();
    const { database } = house.hub;
    await database.query('update consultation set notice_id = null');
    await house.hub.consultations.work();
    await house.hub.consultations.work();
    expect([await notices(), await house.count('consultation where notice_id is not null')]).toEqual([1, 1]);
    await database.query('update consultation set notice_id = null');
    await database.query('delete from audience_slice');
    await database.query('delete from notice');
    await asking().extend(await house.as('A'), id, house.inDays(9));
    await house.hub.consultations.work();
    expect(await notices()).toBe(1);
  });

  test('what was closed and not counted is counted', async () => {
    const id = await house.open({ level: 'confidential' });
    for (const code of ['A', 'B', 'E', 'N0', 'N2']) await house.answer(code, id, { 1: 0 });
    await house.hub.database.query(`update consultation set state = 'closed', ended_at = closes_at`);
    expect(await refusal(asking().results(await house.as('A'), id))).toContain('consultation.not-closed');
    await house.hub.consultations.work();
    expect((await asking().results(await house.as('A'), id)).answered).toBe(5);
  });

  test('the notice of what was ended before its time goes no further', async () => {
    await house.open();
    await house.hub.database.query(
      `update consultation set state = 'closed', ended_at = closes_at - interval '1 day'`,
    );
    await house.hub.consultations.work();
    await house.hub.consultations.work();
    expect(await house.count('notice where cancelled_at is not null')).toBe(1);
  });
});

describe('time', () => {
  test('nobody answers after the deadline, unless it was put off in time', async () => {
    const id = await house.open({ level: 'confidential', closesAt: house.inDays(1) });
    const a = await house.as('A');
    await house.answer('B', id, { 1: 0 });
    expect(await refusal(asking().extend(a, id, house.inDays(0.5)))).toContain(
      'consultation.invalid closes-at',
    );
    await asking().extend(a, id, house.inDays(2));
    house.pass({ days: 1, hours: 1 });
    await house.answer('E', id, { 1: 0 });
    house.pass({ days: 1 });
    expect(await refusal(house.answer('N0', id, { 1: 0 }))).toBe('consultation.over');
    expect(await refusal(asking().extend(a, id, house.inDays(2)))).toBe('consultation.over');
    await house.hub.consultations.work();
    const { state, endedAt, closesAt } = await asking().consultation(a, id);
    expect([state, endedAt]).toEqual(['closed', closesAt]);
  });

  test('the silent are reminded on the last day, and by hand once a day', async () => {
    const id = await house.open({ level: 'confidential' });
    const a = await house.as('A');
    await house.answer('B', id, { 1: 0 });
    for (const code of ['E', 'N0', 'N2']) await house.answer(code, id, { 1: 0 });
    // Of fewer than five nobody knows how many they are, not from the silent either.
    expect(await asking().remind(a, id)).toEqual({ reminded: null });
    expect(await house.count(`audit_entry where subject_id = $1 and facts ->> 'people' = 'few'`, [id])).toBe(
      1,
    );
    expect(await refusal(asking().remind(a, id))).toBe('consultation.reminded-today');
    await house.hub.consultations.work();
    expect(await words('Nhắc%')).toBe(1);
    house.pass({ days: 4, hours: 1 });
    await house.answer('N4', id, { 1: 0 });
    await house.hub.consultations.work();
    await house.hub.consultations.work();
    expect(await words('Nhắc%')).toBe(2);
    expect(await house.count(`audit_entry where subject_id = $1 and facts ->> 'people' = '18'`, [id])).toBe(
      1,
    );
  });

  test('of an unnamed one those who drew no paper are, since nobody knows who answered', async () => {
    const id = await house.open({ level: 'unnamed' });
    await house.onPaper('B', id, { 1: 0 });
    await answering().draw(await house.idOf('E'), id);
    expect(await asking().remind(await house.as('A'), id)).toEqual({ reminded: 21 });
    const [word] = await house.hub.database.query<{ body: string }>(
      `select body from notice where title like 'Nhắc%'`,
    );
    expect(word!.body).toContain('không ai biết đồng chí nào đã trả lời');
  });

  test('one that is short is not reminded of by itself', async () => {
    await house.open({ closesAt: house.inDays(1) });
    await house.hub.consultations.work();
    expect(await words('Nhắc%')).toBe(0);
  });
});

test('what is stopped is told, and nothing of what was answered is kept', async () => {
  const id = await house.open({ level: 'unnamed' });
  await house.onPaper('B', id, { 1: 0 });
  const a = await house.as('A');
  expect(await refusal(asking().cancel(a, id, ' '))).toContain('consultation.invalid reason');
  await asking().cancel(a, id, 'Hỏi chưa đúng.');
  expect([await house.count('consultation_answer'), await house.count('consultation_paper')]).toEqual([0, 0]);
  expect(await words('Dừng%')).toBe(1);
  expect(await house.count('notice where cancelled_at is not null')).toBe(1);
  expect((await answering().asked(await house.idOf('E'), id)).state).toBe('cancelled');
  expect(await refusal(answering().draw(await house.idOf('E'), id))).toBe('consultation.over');
  expect(await refusal(asking().close(a, id))).toBe('consultation.over');
});

test('units that are merged meanwhile stay what they were for who is asked', async () => {
  const id = await house.open({ unit: 'T', level: 'confidential', kind: 'survey' }, 'V');
  const before = await house.count('consultation_participant');
  const { database, people } = house.hub;
  const [x2, x1] = [await people.unitByCode('X2-C'), await people.unitByCode('X1-C')];
  await database.query(`update unit set valid_to = '2026-11-03' where id = $1`, [x2.id]);
  await database.query(`update membership set unit_id = $1 where unit_id = $2`, [x1.id, x2.id]);
  const cells = Array.from({ length: 40 }, (_, n) => `N${n}`);
  for (const [n, code] of cells.entries()) await house.answer(code, id, { 1: n % 4 < 2 ? 0 : 1 });
  await asking().close(await house.as('V'), id);
  const { byUnit } = await asking().results(await house.as('V'), id);
  expect(await house.count('consultation_participant')).toBe(before);
  // Of the province itself one is asked, who is silent: it goes with one of the others, which is drawn.
  const rows = byUnit[0]!.rows.map(({ units, counts }) => ({
    units: units
      .map(({ code }) => code)
      .filter((code) => code !== 'T')
      .join(),
    counts,
  }));
  expect(rows.sort((a, b) => (a.units < b.units ? -1 : 1))).toEqual([
    { units: 'X1', counts: [10, 10, 0] },
    { units: 'X2', counts: [10, 10, 0] },
  ]);
  await database.query('update unit set valid_to = null where id = $1', [x2.id]);
  await database.query(
    `update membership set unit_id = $1 where member_id in (select id from member where code ~ '^N[0-9]*[13579]$' or code = 'D')`,
    [x2.id],
  );
});

test('who is suspended or left since then answers nothing and draws no paper', async () => {
  const named = await house.open();
  const unnamed = await house.open({ level: 'unnamed' });
  const { database } = house.hub;
  const b = await house.idOf('B');
  await database.query(
    `insert into member_status (id, member_id, status, from_on) values (gen_random_uuid(), $1, 'suspended', '2026-11-02')`,
    [b],
  );
  expect(await refusal(house.answer('B', named, { 1: 0 }))).toBe('consultation.unknown');
  expect(await refusal(answering().draw(b, unnamed))).toBe('consultation.unknown');
  expect(await answering().mine(b)).toEqual([]);
  await database.query(`delete from member_status where member_id = $1 and status = 'suspended'`, [b]);
  expect(await refusal(house.answer('B', named, { 1: 0 }))).toBe('nothing refused');
});

test('that somebody drew a paper is told to themselves, not to the office that copies their data', async () => {
  const { people } = house.hub;
  await house.onPaper('B', await house.open({ level: 'unnamed' }), { 1: 0 });
  const own = await people.exportData(await house.as('B'), 'B');
  const forOffice = await people.exportData(await house.as('V'), 'B');
  expect(JSON.stringify(own)).toContain('"drewPaper":true');
  expect(JSON.stringify(forOffice)).toContain('"drewPaper":null');
});

test('that somebody was reminded is told to themselves, not to the office that copies their data', async () => {
  const { people, consultations, engine } = house.hub;
  const id = await house.open({ level: 'confidential' });
  await consultations.asking.remind(await house.as('A'), id);
  await engine.work();
  const reminded = 'Nhắc trả lời';
  expect(JSON.stringify(await people.exportData(await house.as('B'), 'B'))).toContain(reminded);
  expect(JSON.stringify(await people.exportData(await house.as('V'), 'B'))).not.toContain(reminded);
});

test('of somebody who is erased nothing is left, and the figures are made anew', async () => {
  const { people, database } = house.hub;
  const questions = [one('Giờ nào?', 'Sáng', 'Tối'), text('Vì sao?')];
  const named = await house.open({ kind: 'survey', questions });
  const kept = await house.open({ kind: 'survey', level: 'confidential', questions });
  for (const id of [named, kept])
    for (const code of ['N18', 'B', 'E', 'N0', 'N2', 'N4'])
      await house.answer(code, id, { 1: 0, 2: `Của ${code}.` });
  const told = await people.exportData(operator, 'N18');
  expect(JSON.stringify(told)).toContain('Của N18.');
  await asking().close(await house.as('A'), named);
  await people.eraseData(operator, 'N18');
  expect(await house.count('consultation_answer')).toBe(10);
  await house.hub.consultations.work();
  const { answered, results } = await asking().results(await house.as('A'), named);
  expect([answered, results[1]!.texts?.includes('Của N18.')]).toEqual([5, false]);
  expect(await words('Kết quả%')).toBe(1);
  await asking().close(await house.as('A'), kept);
  expect((await asking().results(await house.as('A'), kept)).answered).toBe(5);
  expect(
    await database.query(
      'select 1 from consultation_participant p join member m on m.id = p.member_id where m.erased_at is not null',
    ),
  ).toEqual([]);
});
