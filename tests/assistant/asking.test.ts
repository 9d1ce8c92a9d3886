import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AssistantReply } from '../../hub/assistant/index.ts';
import type { Actor } from '../../hub/platform/audit.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { given, newRule, oldRule, ownPlan } from './given-library.ts';

let house: TestHub;
beforeAll(async () => {
  house = await openTestHub({ roles: ['bots', 'worker'] });
  await given(house.hub, 'cu.md', oldRule);
  await given(house.hub, 'moi.md', newRule);
  await given(house.hub, 'cay.md', ownPlan, 'X1-C');
}, 60_000);
afterAll(async () => await house.close());

test('a question is answered with the passage in hand', async () => {
  const reply = await ask('B', 'Đảng viên vắng mặt phải báo trước bao lâu?');
  expect(reply).toMatchObject({ kind: 'found', mode: 'quote', remarks: [] });
  const { sentences, citations } = found(reply);
  expect(sentences[0]!.citations).toEqual([0]);
  expect(citations[0]).toMatchObject({
    document: { number: '22-QĐ/TU', date: '2025-06-10', status: 'in_force' },
    locator: 'Điều 2, khoản 1',
    replacedBy: [],
  });
  expect(sentences[0]!.text).toContain('trước khi họp ít nhất 01 ngày');
});

test('a replaced document gives way to the one that took its place, and says so', async () => {
  const newer = found(
    await ask('B', 'Quy định 10-QĐ/TU: thời gian sinh hoạt chi bộ tối thiểu bao nhiêu phút?'),
  );
  expect(newer.citations[0]).toMatchObject({ document: { number: '22-QĐ/TU' } });
  expect(newer.sentences[0]!.text).toContain('90 phút');
  // The relation was read in the text: nobody has confirmed it.
  expect(newer.remarks).toEqual([{ kind: 'replaced', number: '10-QĐ/TU', by: '22-QĐ/TU', confirmed: false }]);
  const onlyThere = found(
    await ask('B', 'Bí thư chi bộ báo cáo kết quả sinh hoạt trước ngày nào hằng tháng?'),
  );
  expect(onlyThere.citations[0]).toMatchObject({
    document: { number: '10-QĐ/TU', status: 'replaced' },
    replacedBy: [{ number: '22-QĐ/TU', confirmed: false }],
  });
  expect(onlyThere.remarks).toEqual([
    { kind: 'replaced', number: '10-QĐ/TU', by: '22-QĐ/TU', confirmed: false },
  ]);
});

test('one long passage fills a telephone: the next waits behind "more"; short ones stand together', async () => {
  const byDay = 'Việc này làm đúng quy trình, có biên bản, có người chứng kiến, báo cáo với đảng ủy. '.repeat(
    5,
  );
  const byNight = 'Trước khi về phải tắt đèn, khóa cổng, cất bàn ghế, kiểm tra cửa sổ và vòi nước. '.repeat(
    5,
  );
  await given(
    house.hub,
    'nha-van-hoa.md',
    [
      '---\nnumber: 05-QC/CB\nkind: Quy chế\nissuer: Chi bộ thôn\ndate: 2026-02-01\ntitle: Quy chế nhà văn hóa\n---',
      `Điều 1. Mượn chìa khóa nhà văn hóa ban ngày: đảng viên ký sổ mượn chìa khóa nhà văn hóa. ${byDay}`,
      `Điều 2. Mượn chìa khóa nhà văn hóa ban đêm: đảng viên ký sổ mượn chìa khóa nhà văn hóa. ${byNight}`,
      'Điều 3. Sân bóng chuyền mở cửa buổi sáng từ 5 giờ.',
      'Điều 4. Sân bóng chuyền mở cửa buổi chiều từ 16 giờ.',
    ].join('\n\n'),
  );
  const long = found(await ask('B', 'Đảng viên mượn chìa khóa nhà văn hóa thì làm gì?'));
  expect(long.citations).toHaveLength(1);
  expect(long.more[0]!.quote).toContain('chìa khóa nhà văn hóa');
  const short = found(await ask('B', 'Sân bóng chuyền mở cửa mấy giờ?'));
  expect(short.sentences.map(({ text }) => text).join('\n')).toMatch(/5 giờ[^]*16 giờ/);
});

test('what one may not read is neither quoted nor near, also after somebody else was answered', async () => {
  const asked = 'Chi bộ trồng bao nhiêu cây xoan đào dọc mương Nà Pán?';
  expect(found(await ask('B', asked)).sentences[0]!.text).toContain('250 cây');
  const reply = await ask('D', asked);
  expect(reply.kind).toBe('refused');
  expect(JSON.stringify(reply)).not.toContain('03-KH/CB');
  expect(JSON.stringify(reply)).not.toContain('250 cây');
});

test('a refusal says why, what was looked for, and what is near', async () => {
  expect(await ask('B', 'Quy định 338-QĐ/TW nói gì về thời gian sinh hoạt?')).toMatchObject({
    kind: 'refused',
    why: 'missing-document',
    missing: ['338-QĐ/TW'],
    canHandOver: true,
  });
  const fees = await ask('B', 'Lệ phí cấp hộ chiếu phổ thông là bao nhiêu?');
  // What only shares a word with it is not called near.
  expect(fees).toMatchObject({ why: 'nothing-near', lookedFor: ['Lệ phí cấp hộ chiếu phổ thông'], near: [] });
  await expect(ask('B', ' ?! ')).rejects.toMatchObject({ code: 'assistant.question-invalid' });
  await expect(ask('B', 'a'.repeat(1_001))).rejects.toMatchObject({ code: 'assistant.question-invalid' });
});

test('what seems to follow on and says enough is asked by itself', async () => {
  const before = await ask('B', 'Chi bộ trồng bao nhiêu cây xoan đào dọc mương Nà Pán?');
  const reply = found(await ask('B', 'Vậy đảng viên vắng mặt phải báo trước bao lâu?', before.id));
  expect(reply.citations[0]).toMatchObject({ document: { number: '22-QĐ/TU' }, locator: 'Điều 2, khoản 1' });
});

test('who asks the hub’s own hands is told what everybody may read', async () => {
  const by = { memberId: null, via: 'command' } as const;
  const question = {
    text: 'Đảng viên vắng mặt phải báo trước bao lâu?',
    language: 'vi',
    via: 'command',
  } as const;
  const reply = found(await house.hub.assistant.ask(by, question));
  await expect(house.hub.assistant.answer(by, reply.id)).rejects.toMatchObject({
    code: 'assistant.answer-unknown',
  });
});

async function ask(code: string, text: string, after?: string): Promise<AssistantReply> {
  const by = await actor(code);
  return await house.hub.assistant.ask(by, { text, language: 'vi', via: 'chat', after });
}

async function actor(code: string): Promise<Actor & { memberId: string }> {
  return { memberId: (await house.hub.people.memberByCode(code)).id, via: 'chat' };
}

function found(reply: AssistantReply) {
  if (reply.kind !== 'found') throw new Error(JSON.stringify(reply));
  return reply;
}
