import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { zaloStandIn, type Group, type Person, type ZaloStandIn } from '../../bots/zalo/stand-in/index.ts';
import { operator } from '../../hub/platform/audit.ts';
import { signIn } from '../console/reader.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';

let zalo: ZaloStandIn;
let house: TestHub;
let nextPerson = 1;

beforeAll(async () => {
  zalo = zaloStandIn({ perMinute: 10_000 });
  const { apiRoot, businessRoot, oauthRoot } = await zalo.listen();
  house = await openTestHub({
    roles: ['web', 'bots', 'worker'],
    settings: {
      ZALO_APP_ID: zalo.app.id,
      ZALO_APP_SECRET: zalo.app.secret,
      ZALO_OA_SECRET: zalo.oaSecret,
      ZALO_REFRESH_TOKEN: zalo.tokensByHand().refresh_token,
      ZALO_API_ROOT: apiRoot,
      ZALO_BUSINESS_ROOT: businessRoot,
      ZALO_OAUTH_ROOT: oauthRoot,
      ZALO_RATE: 'unlimited',
    },
  });
  zalo.webhook.set(`${house.url}/webhooks/zalo`);
}, 60_000);
afterAll(async () => {
  await house.close();
  await zalo.close();
});
afterEach(async () => {
  await house.hub.database.query('delete from group_post');
  await house.hub.database.query('delete from chat_group');
  await house.hub.database.query('delete from group_code');
  await house.clear();
});

const stranger = (): Person => zalo.person(nextPerson++);

/** A member with a linked chat on Zalo. */
async function member(code: string): Promise<Person> {
  const person = stranger();
  const { people } = house.hub;
  person.follow();
  await person.next();
  const { inviteId } = await people.openInvite((await people.invite(operator, code)).code);
  await people.link({
    inviteId,
    channel: 'zalo',
    address: person.id,
    consentText: 'Đồng ý?',
    language: 'vi',
  });
  return person;
}

async function codeFor(unit: string, by = 'A'): Promise<string> {
  const { id: memberId } = await house.hub.people.memberByCode(by);
  return (await house.hub.delivery.makeGroupCode({ memberId, via: 'console' }, unit))!.code;
}

async function linked(members: readonly Person[]): Promise<Group> {
  const speaker = stranger();
  const group = zalo.group('Chi bộ Một', [...members, speaker]);
  speaker.sayIn(group, (await codeFor('X1-C')).toLowerCase());
  await group.next({ matching: 'đã được kết nối' });
  const [row] = await house.hub.database.query<{ id: string }>(
    'select id from chat_group where address = $1',
    [group.id],
  );
  await house.hub.delivery.setGroupMode(operator, row!.id, 'beside');
  return group;
}

const acknowledged = async (id: string) =>
  (
    await house.hub.database.query<{ code: string }>(
      `select code from delivery join member on member.id = member_id
       where notice_id = $1 and acknowledged_at is not null order by code`,
      [id],
    )
  ).map(({ code }) => code);

const send = (title: string) =>
  house.hub.notices.send({ from: 'A', unit: 'X1-C', title, body: 'Nội dung', wantsAck: true });

/** The group has read the notice, and the hub knows that it has: until then an answer counts for an earlier one. */
async function posted(group: Group, { id }: { id: string }, title: string): Promise<void> {
  await group.next({ matching: title });
  await expect
    .poll(() => house.hub.database.query('select state from group_post where notice_id = $1', [id]))
    .toEqual([{ state: 'posted' }]);
}

/** Everything said so far has been dealt with. */
async function settled(): Promise<void> {
  await zalo.webhook.idle();
  await expect
    .poll(async () => {
      const [row] = await house.hub.database.query<{ open: number }>(
        'select count(*) as open from inbound_event where handled_at is null',
      );
      return row!.open;
    })
    .toBe(0);
}

describe('a code said in a group', () => {
  test('links it, whoever says it; the group hears so without names, who took the code hears of which unit', async () => {
    const secretary = await member('A');
    const [one, two] = [stranger(), stranger()];
    const group = zalo.group('Chi bộ Một', [one, two]);
    secretary.say('/nhom');
    const told = await secretary.next({ matching: 'Mã kết nối nhóm' });
    const code = /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(told.text)![0];
    one.sayIn(group, code);
    const word = await group.next();
    expect(word.text).toMatch(/^Nhóm này đã được kết nối\./);
    expect(word.text).not.toMatch(/Chi bộ|Nguyễn/);
    expect((await secretary.next({ matching: 'Nhóm đã kết nối' })).text).toContain('Chi bộ thôn');
    const [audited] = await house.hub.database.query(
      `select via from audit_entry where action = 'group.linked' and subject_id is not null`,
    );
    expect(audited).toEqual({ via: 'chat' });
  });

  test('that has been used or is too old is said to be so; what is no code of ours is left alone', async () => {
    const [person, code] = [stranger(), await codeFor('X1-C')];
    const [group, other] = [zalo.group('Một', [person]), zalo.group('Hai', [person])];
    person.sayIn(group, code);
    await group.next();
    person.sayIn(other, code);
    expect((await other.next()).text).toMatch(/đã dùng hoặc đã quá 30 phút/);
    person.sayIn(other, 'WXYZ-2345');
    person.sayIn(other, (await house.hub.people.invite(operator, 'B')).code);
    await settled();
    expect(other.inbox.length).toBe(1);
  });

  test('/nhom is for those who keep a unit', async () => {
    const plain = await member('B');
    plain.say('/nhom');
    expect((await plain.next()).text).toMatch(/do bí thư, phó bí thư/);
  });
});

describe('“đã nắm” said in a group', () => {
  test('counts for whoever says it, by the notice posted last that waits, and is confirmed to that person alone', async () => {
    const [b, e] = [await member('B'), await member('E')];
    const group = await linked([b, e]);
    const first = await send('Thông báo một');
    await posted(group, first, 'Thông báo một');
    const second = await send('Thông báo hai');
    await posted(group, second, 'Thông báo hai');
    const before = group.inbox.length;
    b.sayIn(group, 'da nam');
    expect((await b.next({ matching: 'Đã ghi nhận' })).text).toContain('Thông báo hai');
    expect([await acknowledged(first.id), await acknowledged(second.id)]).toEqual([[], ['B']]);
    b.sayIn(group, 'Dạ em đã nhận ạ');
    await b.next({ matching: 'Thông báo một' });
    e.sayIn(group, 'đã nắm!');
    await e.next({ matching: 'Đã ghi nhận' });
    expect([await acknowledged(first.id), await acknowledged(second.id)]).toEqual([['B'], ['B', 'E']]);
    expect(group.inbox.length).toBe(before);
  });

  test('by who is no member, or no recipient, does nothing and is answered nothing; talk is left alone', async () => {
    const [b, d, nobody] = [await member('B'), await member('D'), stranger()];
    const group = await linked([b, d, nobody]);
    const notice = await send('Họp chi bộ');
    await posted(group, notice, 'Họp chi bộ');
    const before = group.inbox.length;
    for (const person of [d, nobody]) person.sayIn(group, 'da nam');
    for (const text of ['Chào các đồng chí', '1', 'vâng', '/dung', 'xoa du lieu cua toi'])
      b.sayIn(group, text);
    await settled();
    expect(await acknowledged(notice.id)).toEqual([]);
    expect(group.inbox.length).toBe(before);
    // The one word is how to join, from when the chat began.
    expect([d, nobody].map((person) => person.inbox.length)).toEqual([1, 0]);
    const [chat] = await house.hub.database.query('select state from chat where address = $1', [b.id]);
    expect(chat).toEqual({ state: 'active' });
  });

  test('is a word to us: the reply window counts from it', async () => {
    const b = await member('B');
    const group = await linked([b]);
    await house.hub.database.query(`update chat set heard_at = '2020-01-01' where address = $1`, [b.id]);
    b.sayIn(group, 'Chào các đồng chí');
    await settled();
    const [chat] = await house.hub.database.query<{ heardAt: Date }>(
      'select heard_at as "heardAt" from chat where address = $1',
      [b.id],
    );
    expect(chat!.heardAt.getFullYear()).toBeGreaterThan(2020);
  });
});

test('the page of a unit’s groups: a code, what the group is for, and its end after asking once more', async () => {
  const b = await member('B');
  const reader = await signIn(house, 'A');
  const empty = await reader.open('/console/people/units/X1-C/groups');
  expect(empty.text).toContain('Chưa có nhóm nào');
  const shown = await reader.press('/console/people/units/X1-C/groups/codes');
  const group = zalo.group('Chi bộ Một', [b]);
  b.sayIn(group, /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(shown.text)![0]);
  await group.next();
  expect((await reader.open('/console/people/units/X1-C')).text).toContain('Nhóm Zalo (1)');
  const page = await reader.open('/console/people/units/X1-C/groups');
  expect(page.text).toMatch(/Chi bộ Một .*1 đảng viên được biết là có trong nhóm/);
  const [mode] = /[^"]*\/mode(?=")/.exec(page.html)!;
  const saved = await reader.press(mode, { mode: 'instead' });
  expect(saved.text).toContain('Đã lưu');
  expect(saved.html).toMatch(/value="instead" checked/);
  const ending = mode.replace('/mode', '/ending');
  expect((await reader.open(ending)).text).toMatch(/không thông báo nào được gửi vào/);
  const ended = await reader.press(ending);
  expect(ended.text).toContain('Chưa có nhóm nào');
});

test('whoever is erased stands in no group any more', async () => {
  const e = await member('E');
  const group = await linked([e]);
  e.sayIn(group, 'Chào các đồng chí');
  await settled();
  const known = () => house.hub.database.query('select from chat_group_person where address = $1', [e.id]);
  expect((await known()).length).toBe(1);
  const exported = await house.hub.people.exportData(operator, 'E');
  expect(JSON.stringify(exported)).toContain('"groups"');
  await house.hub.people.eraseData(operator, 'E');
  expect((await known()).length).toBe(0);
});
