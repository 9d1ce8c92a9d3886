import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readDocument } from '../../hub/library/index.ts';
import { isMarkedName } from '../../hub/library/marked-name.ts';
import { operator } from '../../hub/platform/audit.ts';
import { signIn } from '../console/reader.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { given, regulation } from './given-files.ts';

let house: TestHub;
beforeAll(async () => {
  house = await openTestHub({ roles: ['web'] });
}, 60_000);
afterAll(async () => await house.close());
beforeEach(async () => await house.clear());

async function actor(code: string) {
  return { memberId: (await house.hub.people.memberByCode(code)).id, via: 'console' as const };
}

async function put(text: string, name = 'van-ban.md'): Promise<string> {
  const added = await house.hub.library.keeping.add(operator, given(name, text), { release: true });
  return added.document!.id;
}

describe('the name of a secret paper', () => {
  test.each([
    'TỐI MẬT kế hoạch diễn tập.txt',
    'TỐI_MẬT_kế hoạch.docx',
    'KH 12 (MẬT).docx',
    'KH-TUYETMAT-12.pdf',
    'kế hoạch tối mật.pdf',
    'M\u200bẬT.txt',
  ])('is known: %s', (name) => {
    expect(isMarkedName(name)).toBe(true);
  });

  test.each([
    'Hướng dẫn BẢO MẬT.docx',
    'ĐỔI MẬT KHẨU.docx',
    'Luật bảo vệ bí mật nhà nước.pdf',
    'LUẬT BẢO VỆ BÍ MẬT.pdf',
    'Mặt trận Tổ quốc.docx',
    'toi mat the dang vien.docx',
  ])('is not taken for one: %s', (name) => {
    expect(isMarkedName(name)).toBe(false);
  });

  test('is not written down while its file waits, nor afterwards', async () => {
    const file = given('TỐI MẬT kế hoạch diễn tập.md', regulation());
    const { keeping } = house.hub.library;
    await keeping.receive(await actor('V'), [file], { unit: 'T', readers: { who: 'members', roles: [] } });
    const names = async () =>
      await house.hub.database.query('select state, file_name as name from library_incoming');
    expect(JSON.stringify(await names())).not.toContain('diễn tập');
    await expect.poll(names).toEqual([{ state: 'refused', name: '.md' }]);
    expect(JSON.stringify(await house.hub.database.query('select * from audit_entry'))).not.toContain(
      'diễn tập',
    );
  });
});

test('what turns letters around, or is not seen, is not taken over from a text', async () => {
  const words = 'Mức đóng là \u202e%5\u202c mỗi \u2066tháng\u2069 và \u200bkhông\u0007 thu thêm.';
  const id = await put(`\ufeff${regulation({ first: words, title: 'Quy \u202eđịnh' })}`);
  const { text, title } = await house.hub.library.reading.document(operator, id);
  expect(text).toContain('Mức đóng là %5 mỗi tháng và không thu thêm.');
  expect(`${text}${title}`).not.toMatch(/\p{Cf}|(?!\n)\p{Cc}/u);
});

test('headings without end make no passage without end', () => {
  for (const heading of ['I- X\n', '1. a\n', 'CHƯƠNG I\n', '## A\n', 'a) b\n']) {
    const { passages } = readDocument('x.md', heading.repeat(3_000));
    const longest = Math.max(...passages.map(({ start, end }) => end - start));
    expect(longest, heading).toBeLessThan(1_200);
  }
});

test('what replaced a document and is for others has no id for who reads the replaced one', async () => {
  const older = await put(regulation({ number: '05-QĐ/TW', date: '2021-05-07' }), 'cu.md');
  const { document } = await house.hub.library.keeping.add(
    operator,
    given('moi.md', regulation({ number: '06-QĐ/TW', first: 'Việc này chỉ văn phòng được biết.' })),
    { readers: { who: 'roles', roles: ['officer'] }, release: true },
  );
  await house.hub.library.keeping.relate(operator, older, { kind: 'replaced_by', target: document!.id });
  const [row] = await house.hub.database.query<{ version: number }>('select version from library_version');
  await house.hub.library.finding.until(row!.version);
  const [found] = await house.hub.library.passages(await actor('B'), 'Chi bộ giữ sổ tay ở đâu', 1);
  expect(found!.document).toMatchObject({ id: older, status: 'replaced' });
  expect(JSON.stringify(found!.document.replacedBy)).not.toContain(document!.id);
});

test('no address shows a whole long document at once', async () => {
  const id = await put(regulation({ first: 'Chi bộ giữ sổ tay tại nhà văn hóa. '.repeat(20_000) }));
  const reader = await signIn(house, 'B');
  const page = await reader.open(`/console/library/${id}?at=0-999999999`);
  expect(page.status).toBe(200);
  expect(Buffer.byteLength(page.html)).toBeLessThan(60_000);
});
