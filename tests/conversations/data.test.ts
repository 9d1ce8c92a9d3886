import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Person, ScreenMessage } from '../../bots/telegram/stand-in/index.ts';
import { operator } from '../../hub/platform/audit.ts';
import { newId } from '../../hub/platform/ids.ts';
import { csv, memberHeader } from '../people/given.ts';
import { officer, openTestHub, type TestHub } from '../support/hub.ts';

let house: TestHub;
beforeAll(async () => (house = await openTestHub()), 60_000);
afterAll(() => house.close(), 60_000);

beforeEach(async () => {
  await house.clear();
  await query('delete from erasure');
  await query('delete from member_request');
  await house.hub.people.importMembers(
    operator,
    csv(memberHeader, 'G,Đặng Thị Giang Thu,X1-C,,official,0912345678,thu@example.vn,2019-05-19'),
  );
});

const say = (key: string, facts: Record<string, string | number | Date> = {}, language = 'vi') =>
  house.hub.locales(language)(key, facts);
const query = async <Row>(text: string, values: unknown[] = []) =>
  await house.hub.database.query<Row>(text, values);
const idOf = async (code: string) => (await house.hub.people.memberByCode(code)).id;
const chatOf = async ({ id }: Person) => await house.hub.people.chats.memberOf('telegram', String(id));
const buttonsOf = ({ buttons }: ScreenMessage) => buttons.map(({ text }) => text);

/** What the bot answers next. */
async function answer(person: Person, said: string): Promise<ScreenMessage> {
  person.say(said);
  return await person.next();
}
/** Resolves when everything anybody did has been dealt with. */
async function quiet(): Promise<void> {
  const waiting = () => query('select 1 from inbound_event where handled_at is null');
  await expect.poll(waiting, { timeout: 10_000 }).toEqual([]);
}
const isErased = async (memberId: string) =>
  (await query('select 1 from erasure where member_id = $1', [memberId])).length === 1;

describe('the way to the console', () => {
  test('is a link that works once, for those who hold a role', async () => {
    const an = await house.join('A');
    const { text } = await answer(an, '/console');
    const [url] = /https?:\/\/\S+/.exec(text) ?? [''];
    expect(text).toContain('dùng được một lần');
    const token = url.split('/signin/')[1]!;
    expect(await house.hub.people.peekSignIn(token)).toEqual({ fullName: 'Nguyễn Văn An' });
    expect((await answer(an, 'đăng nhập')).text).toContain('/signin/');
    expect(await house.hub.people.peekSignIn(token)).toBeNull();
  });

  test('is not for others, and says so kindly', async () => {
    const binh = await house.join('B');
    expect((await answer(binh, '/console')).text).toBe(say('signin-no-role'));
  });
});

describe('one’s data', () => {
  test('is shown in words, with the way to the full copy', async () => {
    const thu = await house.join('G');
    await house.hub.notices.send({ from: officer, unit: 'X1-C', title: 'Họp', body: 'Kính mời.' });
    await thu.next({ matching: 'Họp' });
    await expect
      .poll(async () => await query(`select 1 from delivery where state = 'handed_over'`))
      .not.toEqual([]);
    const shown = await answer(thu, 'cho xem du lieu cua toi');
    for (const fact of [
      'Đặng Thị Giang Thu; mã: G',
      'Chi bộ thôn',
      '19/05/2019',
      '+84912345678; thư điện tử: thu@example.vn',
      'Trò chuyện: Telegram',
      'Đồng ý lưu dữ liệu: 1 lần',
      'Thông báo đã nhận: 1, đã báo “Đã nắm”: 0',
    ]) {
      expect(shown.text).toContain(fact);
    }
    expect(buttonsOf(shown)).toEqual(['Xin bản đầy đủ', 'Báo chỗ chưa đúng']);
    thu.press(shown, 'Xin bản đầy đủ');
    expect((await thu.next()).text).toContain('Đã ghi yêu cầu của đồng chí');
    expect(await house.hub.people.openRequests(operator)).toMatchObject([
      { member: 'G', kind: 'other', text: say('my-data-full-asked') },
    ]);
  });

  test.each([
    [
      'in one message',
      ['sửa dữ liệu: ngày vào Đảng của tôi là 19/5/2018'],
      'sửa dữ liệu: ngày vào Đảng của tôi là 19/5/2018',
    ],
    ['asked for what', ['sua du lieu', 'Tên tôi là Đặng Thị Giang'], 'Tên tôi là Đặng Thị Giang'],
  ])('is corrected by a request, %s, and the answer comes here', async (_, messages, text) => {
    const thu = await house.join('G');
    let last = '';
    for (const message of messages) last = (await answer(thu, message)).text;
    expect(last).toContain('Đã ghi yêu cầu của đồng chí');
    const [request, ...more] = await house.hub.people.openRequests(operator);
    expect([request!.text, request!.kind, more]).toEqual([text, 'correction', []]);
    const an = { memberId: await idOf('A'), via: 'console' } as const;
    expect(await house.hub.people.answerRequest(an, request!.id, 'Đã sửa, cảm ơn đồng chí.')).toEqual({
      told: true,
    });
    expect((await thu.next()).text).toBe('Đã sửa, cảm ơn đồng chí.');
  });

  test('is not corrected where one thinks better of it', async () => {
    const thu = await house.join('G');
    expect((await answer(thu, 'sửa dữ liệu')).text).toBe(say('my-correct-question'));
    expect((await answer(thu, 'thôi')).text).toBe(say('my-correct-not'));
    expect((await answer(thu, 'sửa dữ liệu')).text).toBe(say('my-correct-question'));
    expect((await answer(thu, '/menu')).text).toBe(say('conversation-menu'));
    expect(await house.hub.people.openRequests(operator)).toEqual([]);
  });
});

describe('unlinking this chat', () => {
  test.each([
    ['/huyketnoi', 'đồng ý'],
    ['huy ket noi', 'dong y'],
    ['hủy kết nối', 'hủy kết nối'],
  ])('%s, %s', async (wish, sure) => {
    const thu = await house.join('G');
    const memberId = await idOf('G');
    const question = await answer(thu, wish);
    expect(question.text).toBe(say('my-unlink-question'));
    expect((await answer(thu, sure)).text).toBe(say('my-unlinked'));
    expect(await chatOf(thu)).toBeNull();
    const consents = await query('select 1 from consent where member_id = $1 and withdrawn_at is null', [
      memberId,
    ]);
    expect(consents).toEqual([]);
    // A stranger from now on; the member is still there.
    expect((await answer(thu, 'xin chào')).text).toBe(say('enrolment-stranger'));
    expect(await house.hub.people.member(memberId)).toMatchObject({ fullName: 'Đặng Thị Giang Thu' });
  });

  test('needs a clear yes', async () => {
    const thu = await house.join('G');
    for (const unsure of ['không', 'vâng', 'để xem']) {
      await answer(thu, '/huyketnoi');
      expect((await answer(thu, unsure)).text).toBe(say('my-unlink-not'));
    }
    const question = await answer(thu, '/huyketnoi');
    thu.press(question, say('button-unlink-no'));
    expect((await thu.next()).text).toBe(say('my-unlink-not'));
    expect(await chatOf(thu)).toMatchObject({ state: 'active' });
  });
});

describe('withdrawing consent', () => {
  test('asks how far, by number or by button', async () => {
    const thu = await house.join('G');
    const ways = [say('button-withdraw-stop'), say('button-withdraw-unlink'), say('button-withdraw-erase')];
    const questions = ['conversation-stop-question', 'my-unlink-question', 'my-erase-question'];
    for (const [index, key] of questions.entries()) {
      const question = await answer(thu, 'rut lai dong y');
      expect(buttonsOf(question)).toEqual(ways);
      thu.press(question, ways[index]!);
      expect((await thu.next()).text).toBe(say(key));
      await answer(thu, 'thôi');
      await answer(thu, 'rút lại đồng ý');
      expect((await answer(thu, String(index + 1))).text).toBe(say(key));
      await answer(thu, 'thôi');
    }
    await answer(thu, 'rút lại đồng ý');
    expect((await answer(thu, 'không')).text).toBe(say('my-withdraw-not'));
    expect(await chatOf(thu)).toMatchObject({ state: 'active' });
  });

  test('also where notices were stopped before', async () => {
    const thu = await house.join('G');
    await answer(thu, '/dung');
    await answer(thu, 'đồng ý');
    expect((await answer(thu, 'rút lại đồng ý')).text).toBe(say('my-withdraw-question'));
    expect((await answer(thu, '3')).text).toBe(say('my-erase-question'));
  });
});

describe('erasing', () => {
  test.each([
    ['xóa dữ liệu của tôi', 'đồng ý'],
    ['xoa du lieu', 'dong y'],
    ['/xoadulieu', 'xóa dữ liệu của tôi'],
  ])('%s, %s: said what goes and what stays, then a last word, then nothing is left', async (wish, sure) => {
    const thu = await house.join('G');
    const memberId = await idOf('G');
    const question = await answer(thu, wish);
    expect(question.text).toBe(say('my-erase-question'));
    expect(question.text).toContain('không lấy lại được');
    expect(question.text).toContain('nhật ký thao tác');
    expect((await answer(thu, sure)).text).toBe(say('my-goodbye'));
    await expect.poll(() => isErased(memberId), { timeout: 15_000 }).toBe(true);
    await quiet();
    for (const table of ['chat', 'conversation', 'inbound_event']) {
      expect(await query(`select 1 from ${table} where address like '%' || $1`, [String(thu.id)])).toEqual(
        [],
      );
    }
    expect(
      await query('select withdrawn_at is not null as gone from consent where member_id = $1', [memberId]),
    ).toEqual([{ gone: true }]);
    expect((await answer(thu, 'xin chào')).text).toBe(say('enrolment-stranger'));
  });

  test('by the button too; and not by half a word', async () => {
    const thu = await house.join('G');
    const memberId = await idOf('G');
    for (const unsure of ['vâng', 'ok', 'có', 'không', 'khoan đã']) {
      await answer(thu, 'xoa du lieu cua toi');
      expect((await answer(thu, unsure)).text).toBe(say('my-erase-not'));
    }
    expect(await isErased(memberId)).toBe(false);
    // What is clearly something else is dealt with as that, and the question is over.
    await answer(thu, 'xoa du lieu cua toi');
    expect((await answer(thu, 'van ban cho')).text).toBe(say('conversation-nothing-waits'));
    expect((await answer(thu, 'đồng ý')).text).toBe(say('conversation-other'));
    const question = await answer(thu, 'xoa du lieu cua toi');
    thu.press(question, say('button-erase-yes'));
    expect((await thu.next()).text).toBe(say('my-goodbye'));
    await expect.poll(() => isErased(memberId), { timeout: 15_000 }).toBe(true);
  });

  test('survives a hub that dies between the last word and the deed', async () => {
    const thu = await house.join('G');
    const memberId = await idOf('G');
    await answer(thu, 'xoa du lieu cua toi');
    await query(`create function refuse() returns trigger language plpgsql as $$ begin raise 'no'; end $$`);
    await query('create trigger refuse before insert on erasure for each row execute function refuse()');
    expect((await answer(thu, 'đồng ý')).text).toBe(say('my-goodbye'));
    await house.restart(async () => {});
    expect(await isErased(memberId)).toBe(false);
    await query('drop trigger refuse on erasure');
    await query('drop function refuse()');
    await expect.poll(() => isErased(memberId), { timeout: 15_000 }).toBe(true);
  }, 120_000);

  test('at once where the provider says that the person withdrew', async () => {
    const thu = await house.join('G');
    const memberId = await idOf('G');
    const withdrawn = { channel: 'telegram', kind: 'withdrawn', text: '', payload: '' } as const;
    const received = await house.hub.inbox.receive([
      { ...withdrawn, address: String(thu.id), eventKey: newId() },
      { ...withdrawn, address: '424242', eventKey: newId() },
    ]);
    expect(received).toBe(2);
    await house.hub.conversations.work();
    await expect.poll(() => isErased(memberId), { timeout: 15_000 }).toBe(true);
    await quiet();
    expect(
      await query(`select 1 from inbound_event where address in ('424242', $1)`, [String(thu.id)]),
    ).toEqual([]);
    expect(
      await query(`select 1 from conversation where address in ('424242', $1)`, [String(thu.id)]),
    ).toEqual([]);
  });

  test('an address that was linked once is forgotten too when its person withdraws', async () => {
    const thu = await house.join('G');
    await answer(thu, '/huyketnoi');
    await answer(thu, 'đồng ý');
    await quiet();
    expect(await query('select 1 from chat where address = $1', [String(thu.id)])).toHaveLength(1);
    const event = { channel: 'telegram', kind: 'withdrawn', text: '', payload: '' } as const;
    await house.hub.inbox.receive([{ ...event, address: String(thu.id), eventKey: newId() }]);
    await house.hub.conversations.work();
    await quiet();
    expect(await query('select 1 from chat where address = $1', [String(thu.id)])).toEqual([]);
  });
});

test('the button of a question that is over erases nothing', async () => {
  const thu = await house.join('G');
  const question = await answer(thu, 'xoa du lieu cua toi');
  await answer(thu, 'thôi');
  thu.press(question, say('button-erase-yes'));
  await quiet();
  expect(await isErased(await idOf('G'))).toBe(false);
});
