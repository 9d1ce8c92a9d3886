import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AssistantReply } from '../../hub/assistant/index.ts';
import { operator, type Actor } from '../../hub/platform/audit.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { given, newRule, ownPlan } from './given-library.ts';

let now = new Date('2036-03-12T02:00:00Z');
let house: TestHub;
beforeAll(async () => {
  house = await openTestHub({ roles: ['bots'], clock: () => now });
  await given(house.hub, 'moi.md', newRule);
  await given(house.hub, 'cay.md', ownPlan, 'X1-C');
}, 60_000);
afterAll(async () => await house.close());

const answered = 'Đảng viên vắng mặt phải báo trước bao lâu?';
const unanswered = 'Lệ phí cấp hộ chiếu phổ thông là bao nhiêu?';

describe('an answer', () => {
  test('is found again by who asked alone, and by nobody after thirty days', async () => {
    const { id } = await ask('B', answered);
    const again = await house.hub.assistant.answer(await actor('B'), id);
    expect(again).toMatchObject({ question: answered, reply: { id, kind: 'found' } });
    await expect(house.hub.assistant.answer(await actor('E'), id)).rejects.toMatchObject(unknown);
    await expect(house.hub.assistant.answer(await actor('B'), 'none')).rejects.toMatchObject(unknown);
    await later({ days: 31 }, async () => {
      await expect(house.hub.assistant.answer(await actor('B'), id)).rejects.toMatchObject(unknown);
      await house.hub.assistant.work();
      expect(await house.hub.database.query('select id from assistant_answer')).toEqual([]);
    });
  });

  test('lies sealed: neither question nor answer can be read in the table', async () => {
    await ask('B', answered);
    const rows = await house.hub.database.query<{ content: Uint8Array }>(
      'select content from assistant_answer',
    );
    const bytes = Buffer.concat(rows.map(({ content }) => Buffer.from(content))).toString('latin1');
    for (const words of [answered, 'vắng mặt', '22-QĐ/TU', 'found'])
      expect(bytes).not.toContain(Buffer.from(words).toString('latin1'));
  });

  test('is not shown any more once its document is taken out', async () => {
    const id = await given(
      house.hub,
      'them.md',
      ownPlan.replaceAll('03-KH/CB', '04-KH/CB').replace('xoan đào', 'lát hoa'),
      'X1-C',
    );
    const { id: answer } = await ask('B', 'Chi bộ trồng bao nhiêu cây lát hoa dọc mương Nà Pán?');
    await house.hub.assistant.answer(await actor('B'), answer);
    await house.hub.library.keeping.remove(operator, id);
    await expect
      .poll(
        async () => await house.hub.assistant.answer(await actor('B'), answer).catch(({ code }) => code),
        { timeout: 10_000 },
      )
      .toBe('assistant.answer-unknown');
  });

  test('is told to its asker and goes with the asker', async () => {
    const { id } = await ask('E', answered);
    const { people, database } = house.hub;
    expect(JSON.stringify(await people.exportData(await actor('E'), 'E'))).toContain(answered);
    expect(JSON.stringify(await people.exportData(await actor('V'), 'E'))).not.toContain(answered);
    await people.eraseData(operator, 'E');
    expect(await database.query('select id from assistant_answer where id = $1', [id])).toEqual([]);
  });
});

describe('a judgement', () => {
  test('is given once, by the asker, and kept without anybody', async () => {
    const { id } = await ask('B', answered);
    await expect(house.hub.assistant.judge(await actor('A'), id, { helped: true })).rejects.toMatchObject(
      unknown,
    );
    await house.hub.assistant.judge(await actor('B'), id, { helped: false, reason: 'unclear' });
    await expect(house.hub.assistant.judge(await actor('B'), id, { helped: true })).rejects.toMatchObject({
      code: 'assistant.already-judged',
    });
    const rows = await house.hub.database.query('select * from assistant_judgement');
    expect(rows).toMatchObject([{ helped: false, reason: 'unclear', mode: 'quote' }]);
    expect(JSON.stringify(rows)).not.toContain((await actor('B')).memberId);
    expect(await house.hub.assistant.gaps.judgements(operator)).toEqual([
      { month: '2036-03', helped: 0, not: { wrong: 0, missing: 0, unclear: 1, outdated: 0, other: 0 } },
    ]);
    expect(await house.hub.assistant.gaps.judgements(await actor('B'))).toEqual([]);
  });
});

describe('a question that nothing answers', () => {
  test('goes to the secretary by name, once however often it is asked', async () => {
    const reply = await ask('B', unanswered);
    expect(reply).toMatchObject({ kind: 'refused', canHandOver: true });
    const by = await actor('B');
    const first = await house.hub.assistant.handOver(by, reply.id);
    expect(await house.hub.assistant.handOver(by, reply.id)).toEqual(first);
    const [item] = await house.hub.feedback.answering.list(await actor('A'));
    expect(item).toMatchObject({
      number: first.number,
      kind: 'question',
      level: 'named',
      text: unanswered,
      author: { code: 'B' },
    });
    expect(await house.hub.feedback.answering.list(await actor('A'))).toHaveLength(1);
  });

  test('is counted for the committee, grouped and of nobody', async () => {
    const asked = [
      'Đồng chí Lò Văn Cương nghỉ hưu đóng đảng phí mức nào?',
      'đồng chí Bình nghỉ hưu đóng đảng phí mức nào?',
      'Vợ tôi ốm thì đóng đảng phí mức nào?',
      'Thời tiết ngày mai thế nào?',
      'Chi bộ tôi họp khi nào?',
    ];
    for (const question of asked) await ask('B', question);
    const gaps = await house.hub.assistant.gaps.list(operator);
    const fees = gaps.filter(({ question }) => question.includes('đảng phí'));
    expect(fees).toMatchObject([
      {
        unit: { code: 'X1' },
        question: 'Đồng chí … nghỉ hưu đóng đảng phí mức nào?',
        asked: '1-4',
        month: '2036-03',
      },
    ]);
    for (const { question } of gaps) expect(question).not.toMatch(/Cương|Bình|tôi|thời tiết/i);
    const [row] = await house.hub.database.query<{ asked: number }>(
      'select asked from assistant_gap where id = $1',
      [fees[0]!.id],
    );
    expect(row!.asked).toBe(2);
  });

  test('is decided by who keeps the library there', async () => {
    const [gap] = await house.hub.assistant.gaps.list(operator);
    const { decide, list } = house.hub.assistant.gaps;
    for (const code of ['A', 'B']) {
      expect(await list(await actor(code))).toEqual([]);
      await expect(decide(await actor(code), gap!.id, 'filled')).rejects.toMatchObject({
        code: 'assistant.gap-unknown',
      });
    }
    await decide(await actor('V'), gap!.id, 'filled');
    expect((await list(await actor('V'))).map(({ id }) => id)).not.toContain(gap!.id);
    await expect(decide(await actor('V'), gap!.id, 'filled')).rejects.toMatchObject({
      code: 'assistant.gap-unknown',
    });
  });
});

test('judgements and gaps are forgotten after a year and a little', async () => {
  const count = async (table: string) => (await house.hub.database.query(`select id from ${table}`)).length;
  expect(await count('assistant_gap')).toBeGreaterThan(0);
  expect(await count('assistant_judgement')).toBeGreaterThan(0);
  await later({ days: 401 }, async () => await house.hub.assistant.work());
  expect(await count('assistant_gap')).toBe(0);
  expect(await count('assistant_judgement')).toBe(0);
});

describe('what is asked after an answer', () => {
  test('is understood by it for a quarter of an hour, and by nobody else’s', async () => {
    const first = await ask('B', 'Chi bộ trồng bao nhiêu cây xoan đào dọc mương Nà Pán?');
    const follow = 'Thế bao giờ thì xong?';
    const after = await ask('B', follow, first.id);
    expect(after).toMatchObject({ kind: 'found', citations: [{ document: { number: '03-KH/CB' } }] });
    expect(await ask('A', follow, first.id)).toMatchObject({ kind: 'refused' });
    await later({ minutes: 16 }, async () => {
      expect(await ask('B', follow, first.id)).toMatchObject({ kind: 'refused' });
    });
  });
});

const unknown = { code: 'assistant.answer-unknown' };

async function ask(code: string, text: string, after?: string): Promise<AssistantReply> {
  return await house.hub.assistant.ask(await actor(code), { text, language: 'vi', via: 'chat', after });
}

async function actor(code: string): Promise<Actor & { memberId: string }> {
  return { memberId: (await house.hub.people.memberByCode(code)).id, via: 'chat' };
}

async function later({ days = 0, minutes = 0 }, work: () => Promise<void>): Promise<void> {
  const before = now;
  now = new Date(now.getTime() + days * 86_400_000 + minutes * 60_000);
  await work().finally(() => (now = before));
}
