import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { calendarDay } from '../../hub/people/days.ts';
import { operator, type Actor } from '../../hub/platform/audit.ts';
import { newId } from '../../hub/platform/ids.ts';
import { openTestHub, officer, type TestHub } from '../support/hub.ts';
import { until } from '../support/process.ts';
import { csv, memberHeader } from './given.ts';

let house: TestHub;
beforeAll(async () => (house = await openTestHub()), 60_000);
afterAll(() => house.close(), 60_000);

const person = {
  code: 'GT-0042',
  name: 'Đặng Thị Giang Thu',
  phone: '+84912345678',
  email: 'giangthu@example.vn',
};
beforeEach(async () => {
  await house.clear();
  await query('delete from erasure');
  const line = `${person.code},${person.name},X1-C,secretary,official,0912345678,${person.email},2019-05-19`;
  await house.hub.people.importMembers(operator, csv(memberHeader, line));
});

const webAddress = 'web-0123456789abcdef';

const query = async <Row>(text: string, values: unknown[] = []) =>
  await house.hub.database.query<Row>(text, values);
const idOf = async (code: string) => (await house.hub.people.memberByCode(code)).id;
const as = async (code: string): Promise<Actor> => ({ memberId: await idOf(code), via: 'console' });

/** `table.column` wherever one of these stands, in plain text or as bytes, also inside JSON and lists. */
async function placesOf(sought: readonly string[]): Promise<string[]> {
  const columns = await query<{ table: string; column: string }>(
    `select c.table_name as "table", c.column_name as "column"
     from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where t.table_type = 'BASE TABLE' and c.table_schema in ('public', 'platform')
       and c.data_type in ('text', 'bytea', 'jsonb', 'ARRAY', 'character varying')
       -- Ids drawn at random when the database was made: digits of a chat can stand in one.
       and c.table_name <> '_prisma_migrations'`,
  );
  expect(columns.length).toBeGreaterThan(60);
  const tables = Map.groupBy(columns, ({ table }) => table);
  const [{ schemas }] = (await query(
    `select json_object_agg(table_name, table_schema) as schemas from information_schema.tables
     where table_schema in ('public', 'platform')`,
  )) as [{ schemas: Record<string, string> }];
  const found: string[] = [];
  for (const [table, { length }] of [...tables].map(([name, list]) => [name, list] as const)) {
    expect(length).toBeGreaterThan(0);
    for (const { column } of tables.get(table)!) {
      const rows = await query<{ text: string }>(
        `select to_jsonb("${column}")::text as text from ${schemas[table]}."${table}" where "${column}" is not null`,
      );
      const hit = rows.some(({ text }) =>
        sought.some(
          (one) => says(text, one) || text.toLowerCase().includes(Buffer.from(one).toString('hex')),
        ),
      );
      if (hit) found.push(`${table}.${column}`);
    }
  }
  return found.toSorted();
}

/** Digits alone may stand inside a random id, where they mean nobody. */
function says(text: string, one: string): boolean {
  return /^\d+$/.test(one) ? new RegExp(`(?<![\\da-f])${one}(?![\\da-f])`).test(text) : text.includes(one);
}

/** Everything that can be kept about somebody, by the real ways. */
async function livedIn(): Promise<{ address: string; notice: string }> {
  const { people, notices } = house.hub;
  const phone = await house.join(person.code);
  const self = { memberId: await idOf(person.code), via: 'chat' } as const;
  const sent = { unit: 'T', title: 'Họp tháng mười một', body: 'Kính mời.', wantsAck: true };
  const { id } = await notices.send({ from: officer, ...sent });
  await phone.next({ matching: 'Họp tháng mười một' });
  await notices.send({ from: person.code, unit: 'X1-C', title: 'Chi bộ báo', body: 'Việc của chi bộ.' });
  await notices.send({
    from: officer,
    ...sent,
    title: 'Mai mới gửi',
    sendAt: new Date(Date.now() + 86_400_000),
  });
  await people.ask(self.memberId, 'correction', `Tên tôi là ${person.name}, số ${person.phone}.`);
  await people.createToken(person.code, ['people:read']);
  const { token } = await people.signInLink(self, person.code);
  await people.openSession(token, `Điện thoại của ${person.name}`);
  await people.signInLink(self, person.code);
  await people.invite(operator, person.code);
  await query(
    `insert into notice_draft (id, member_id, fields, created_at, expires_at) values ($1, $2, $3, now(), now())`,
    [newId(), self.memberId, JSON.stringify({ title: `Từ ${person.name}` })],
  );
  await query(
    `insert into import_draft (id, member_id, kind, file_name, content, created_at, expires_at)
     values ($1, $2, 'members', $3, $4, now(), now())`,
    [newId(), self.memberId, `${person.code}.csv`, Buffer.from(person.name)],
  );
  await query(`update membership set reason = $2 where member_id = $1`, [
    self.memberId,
    `${person.name} chuyển nhà`,
  ]);
  await query(
    `insert into chat (id, channel, address, member_id, state, preference, linked_at, changed_at)
     values ($1, 'web', $2, $3, 'ended', 1, now(), now())`,
    [newId(), webAddress, self.memberId],
  );
  await query('insert into web_chat (address, created_at) values ($1, now())', [webAddress]);
  await query(
    `insert into web_device (id, address, hash, device, created_at, last_used_at) values ($1, $2, $3, $4, now(), now())`,
    [newId(), webAddress, Buffer.from(person.code), `Máy của ${person.name}`],
  );
  await query(`insert into web_device_link (id, address, hash, expires_at) values ($1, $2, '', now())`, [
    newId(),
    webAddress,
  ]);
  await query(
    `insert into web_message (id, address, event, direction, text, bold, buttons, created_at)
     values ($1, $2, 1, 'out', $3, '[]', '[]', now())`,
    [newId(), webAddress, `Chào đồng chí ${person.name}`],
  );
  phone.say('/trogiup');
  await phone.next();
  await until(
    async () => {
      const status = await notices.status(operator, id);
      return status.byStatus.created === 0;
    },
    10_000,
    'the notice to go',
  );
  return { address: String(phone.id), notice: id };
}

test('nothing of a member is found anywhere afterwards, while the hub runs', async () => {
  const { address, notice } = await livedIn();
  const memberId = await idOf(person.code);
  const sought = [
    person.name,
    person.phone,
    '0912345678',
    person.email,
    address,
    webAddress,
    person.code,
    'dang thi giang thu',
  ];
  const before = await placesOf(sought);
  expect(before).toEqual(
    expect.arrayContaining([
      'chat.address',
      'console_session.device',
      'conversation.address',
      'import_draft.file_name',
      'inbound_event.address',
      'member.code',
      'member.full_name',
      'membership.reason',
      'notice_draft.fields',
      'web_chat.address',
      'web_device.device',
      'web_device.hash',
      'web_device_link.address',
      'web_message.text',
    ]),
  );

  const { member, erased } = await house.hub.people.eraseData(await as('GT-0042'), person.code);
  expect(member).toBe(person.code);
  expect(erased).toMatchObject({
    chats: 2,
    contacts: 2,
    requests: 1,
    sessions: 1,
    signInLinks: 1,
    apiTokens: 1,
    importDrafts: 1,
    noticeDrafts: 1,
    digests: 0,
    consentsWithdrawn: 1,
    conversations: 1,
    webDevices: 1,
    webDeviceLinks: 1,
    webMessages: 1,
  });
  expect(await placesOf(sought)).toEqual([]);

  // What is kept stands under the tombstone.
  const [stone] = await query<Record<string, unknown>>('select * from member where id = $1', [memberId]);
  expect(stone).toMatchObject({ phone: null, email: null, joined_on: null, full_name: 'Đã xóa dữ liệu' });
  expect(stone!['code']).toMatch(/^X-[A-Z2-9]{10}$/);
  expect(
    await query('select withdrawn_at is not null as withdrawn from consent where member_id = $1', [memberId]),
  ).toEqual([{ withdrawn: true }]);
  const status = await house.hub.notices.status(operator, notice);
  expect(Object.values(status.byStatus).reduce((sum, count) => sum + count, 0)).toBe(status.recipients);
  const kept = await query<{ reason: string | null; provider_id: string | null }>(
    'select reason, provider_id from delivery where member_id = $1 and provider_id is not null or reason is not null and member_id = $1',
    [memberId],
  );
  expect(kept).toEqual([{ reason: 'erased', provider_id: null }]);
  const [entry] = await query<Record<string, unknown>>(
    `select actor_id, via, facts from audit_entry where action = 'member.erased' and subject_id = $1`,
    [memberId],
  );
  expect(entry).toEqual({ actor_id: memberId, via: 'console', facts: erased });
  await expect(house.hub.people.eraseData(operator, person.code)).rejects.toMatchObject({
    code: 'member.unknown',
  });
});

test('a member with memberships, roles and statuses ahead has none of them afterwards', async () => {
  const memberId = await idOf(person.code);
  const unit = (await house.hub.people.unitByCode('X2-C')).id;
  await query(
    `insert into membership (id, member_id, unit_id, kind, from_on) values ($1, $2, $3, 'temporary', '2031-01-01')`,
    [newId(), memberId, unit],
  );
  await query(
    `insert into role (id, member_id, unit_id, role, from_on) values ($1, $2, $3, 'deputy', '2031-01-01')`,
    [newId(), memberId, unit],
  );
  await house.hub.people.eraseData(operator, person.code);
  expect(await house.hub.people.unitsOf(memberId)).toEqual([]);
  expect(await house.hub.people.holdsRole(memberId)).toBe(false);
  // The day is Hà Nội's, which begins seven hours before the server's.
  const today = `(now() at time zone 'Asia/Ho_Chi_Minh')::date`;
  const open = `select 1 from membership where member_id = $1 and (to_on is null or to_on > ${today})
    union all select 1 from role where member_id = $1 and (to_on is null or to_on > ${today})
    union all select 1 from member_status where member_id = $1`;
  expect(await query(open, [memberId])).toEqual([]);
});

test('what is being asked right now is closed as failed, and its outcome changes nothing', async () => {
  const phone = await house.join(person.code);
  const memberId = await idOf(person.code);
  house.standIn.fault({ method: 'sendMessage', chat: phone.id, kind: { delayMs: 2_000 } });
  const { id } = await house.hub.notices.send({
    from: officer,
    unit: 'X1-C',
    title: 'Đang gửi',
    body: 'Nội dung.',
  });
  const rowOf = async () =>
    (
      await query<{ state: string; reason: string | null; provider_id: string | null }>(
        'select state, reason, provider_id from delivery where notice_id = $1 and member_id = $2',
        [id, memberId],
      )
    )[0];
  await until(
    async () => (await query('select 1 from delivery_batch where notice_id = $1', [id])).length > 0,
    10_000,
    'a batch under way',
  );
  await house.hub.people.eraseData(operator, person.code);
  expect(await rowOf()).toEqual({ state: 'failed', reason: 'erased', provider_id: null });
  await until(
    async () => (await query('select 1 from delivery_batch where notice_id = $1', [id])).length === 0,
    20_000,
    'the end of the batch',
  );
  expect(await rowOf()).toEqual({ state: 'failed', reason: 'erased', provider_id: null });
  const status = await house.hub.notices.status(operator, id);
  expect(Object.values(status.byStatus).reduce((sum, count) => sum + count, 0)).toBe(status.recipients);
}, 120_000);

test.each([
  ['the member', 'GT-0042', true],
  ['an officer above', 'V', true],
  ['the secretary of the cell, also a colleague', 'A', false],
  ['a member of the cell', 'B', false],
  ['a member elsewhere', 'D', false],
])('who may erase: %s', async (_, who, may) => {
  const asked = house.hub.people.eraseData(await as(who), person.code);
  if (may) await expect(asked).resolves.toMatchObject({ member: person.code });
  else await expect(asked).rejects.toMatchObject({ code: 'may.not' });
});

test('what others write down at the same moment does not outlive the erasure', async () => {
  const { people } = house.hub;
  const { code } = person;
  const id = await idOf(code);
  const name = 'Đặng Thị Giang Thu Hai';
  const words = 'chuyện riêng của gia đình';
  const decided = { from: calendarDay(new Date()), reason: words };
  await Promise.allSettled([
    people.editMember(operator, code, { fullName: name }),
    people.setStatus(operator, code, { status: 'exempt', ...decided }),
    people.eraseData(operator, code),
    people.giveRole(operator, code, { role: 'committee', unit: 'X1', ...decided }),
    people.move(operator, code, { to: 'X2-C', kind: 'temporary', ...decided }),
    people.editMember(operator, code, { fullName: name }),
  ]);
  await expect(people.ask(id, 'other', words)).rejects.toMatchObject({ code: 'member.unknown' });
  expect(await query('select from member_request where member_id = $1', [id])).toEqual([]);
  expect(await placesOf([name, words])).toEqual([]);
});

test('an invitation that is open meanwhile links nobody any more', async () => {
  const { people } = house.hub;
  const { code } = await people.invite(operator, person.code);
  const { inviteId } = await people.openInvite(code);
  const link = {
    inviteId,
    channel: 'telegram',
    address: '77',
    consentText: 'Đồng ý',
    language: 'vi',
  } as const;
  const [linked, erased] = await Promise.allSettled([
    people.link(link),
    people.eraseData(operator, person.code),
  ]);
  expect(erased.status).toBe('fulfilled');
  expect(await query('select 1 from chat where address = $1', ['77'])).toEqual([]);
  if (linked.status === 'rejected') expect(linked.reason).toMatchObject({ code: 'invite.wrong' });
  await expect(people.link(link)).rejects.toMatchObject({ code: 'invite.wrong' });
});
