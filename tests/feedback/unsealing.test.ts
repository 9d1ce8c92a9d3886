import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Person } from '../../bots/telegram/stand-in/index.ts';
import { unsealingCommands } from '../../hub/feedback/unsealing/commands.ts';
import { Command } from '../../hub/platform/command.ts';
import { operator } from '../../hub/platform/audit.ts';
import { signIn } from '../console/reader.ts';
import { monday } from '../meetings/moving-hub.ts';
import { csv, memberHeader } from '../people/given.ts';
import { openOfficeHub, type OfficeHub } from './office-hub.ts';

// The one door to a sealed link. P and Q are administrators at the top, R of the commune alone.

let house: OfficeHub;
const administrators = csv(
  memberHeader,
  'P,Đinh Văn Phúc,T,admin,official,,,',
  'Q,Cao Thị Quế,T,admin,official,,,',
  'R,Lò Văn Rin,X1,admin,official,,,',
);
const reason = 'Ủy ban kiểm tra yêu cầu xác minh người phản ánh.';
const basis = 'Công văn 15-CV/UBKTTU ngày 28/11/2026';
const hours = (count: number) => new Date(monday.getTime() + count * 3_600_000);

beforeAll(async () => {
  house = await openOfficeHub(['web', 'bots', 'worker']);
  await house.hub.people.importMembers(operator, administrators);
}, 120_000);
beforeEach(async () => {
  await house.hub.database.query('delete from feedback_unsealing');
  await house.clear();
  house.at(monday);
});
afterAll(() => house.close(), 60_000);

const door = () => house.hub.feedback.unsealing;
const as = (code: string) => house.as(code);
const given = async (more: object = {}) =>
  await house.given({ unit: 'X1', level: 'confidential', by: 'E', ...more });
const asked = async (item: string, by = 'P') =>
  await door().ask(await as(by), { item, reason: `  ${reason} `, basis });
const refused = (why: string) => ({ code: 'feedback.not-unsealed', facts: { why } });
const texts = (person: Person) => person.inbox.map(({ text }) => text);
const audited = async () =>
  (
    await house.hub.database.query<{ line: string }>(
      `select action || ' ' || member.code || ' ' || unit.code || ' ' || facts::text as line from audit_entry
       join member on member.id = actor_id join unit on unit.id = audit_entry.unit_id
       where action like 'feedback.unsealing-%' order by audit_entry.id`,
    )
  ).map(({ line }) => line);
/** The word to the author is on its way for up to half an hour. */
const tell = async (agreedAt = monday) => await house.work(new Date(agreedAt.getTime() + 31 * 60_000));

test('one asks, another agrees, the author is told by whom and why, the first sees once', async () => {
  const en = await house.join('E');
  const item = await given();
  const { id } = await asked(item);
  expect(await door().list(await as('Q'))).toMatchObject([
    {
      id,
      state: 'asked',
      reason,
      basis,
      askedBy: { code: 'P' },
      until: hours(72).toISOString(),
      told: false,
    },
  ]);
  expect(await door().waitingFor((await as('Q')).memberId)).toBe(1);
  expect(await door().waitingFor((await as('P')).memberId)).toBe(0);
  const before = texts(en).length;
  await tell();
  expect(texts(en)).toHaveLength(before);

  house.at(monday);
  expect(await door().agree(await as('Q'), id)).toMatchObject({
    state: 'agreed',
    until: hours(24).toISOString(),
  });
  await expect(door().see(await as('P'), id)).rejects.toMatchObject(refused('untold'));
  await tell();
  await expect.poll(() => texts(en).length, { timeout: 15_000 }).toBe(before + 1);
  for (const words of ['Đảng bộ tỉnh', 'Đinh Văn Phúc', 'Cao Thị Quế', reason, basis, '09:00'])
    expect(texts(en).at(-1)).toContain(words);
  await expect.poll(async () => (await door().list(await as('P')))[0]!.told, { timeout: 15_000 }).toBe(true);

  await expect(door().see(await as('Q'), id)).rejects.toMatchObject(refused('not-own'));
  expect((await door().see(await as('P'), id)).author).toEqual({ code: 'E', fullName: 'Phạm Thị Én' });
  await expect(door().see(await as('P'), id)).rejects.toMatchObject(refused('over'));
  expect(await audited()).toEqual(
    [
      ['asked', 'P'],
      ['agreed', 'Q'],
      ['seen', 'P'],
    ].map(([step, who]) => `feedback.unsealing-${step} ${who} T {"item": "${item}"}`),
  );
});

test('no row names the author beside it, and those who answer learn nothing of it', async () => {
  const item = await given();
  const { id } = await asked(item);
  await door().agree(await as('Q'), id);
  const { memberId } = await as('E');
  const rows = await house.hub.database.query<{ row: string }>(
    'select t::text as row from feedback_unsealing t union all select t::text from audit_entry t',
  );
  expect(rows.filter(({ row }) => row.includes(item) && row.includes(memberId))).toEqual([]);
  const [{ row } = { row: '' }] = rows.filter((one) => one.row.includes(id));
  expect(row).not.toContain('xác minh');
  const seen = await house.hub.feedback.answering.item(await as('G'), item);
  expect([seen.entries, seen.revision]).toEqual([[], 0]);
});

test('only administrators at the top, and no operator: two names at one screen are not two persons', async () => {
  const item = await given();
  const { id } = await asked(item);
  for (const by of [operator, await as('R'), await as('V'), await as('G'), await as('E')]) {
    const doors = [
      () => door().list(by),
      () => door().ask(by, { item, reason, basis }),
      () => door().agree(by, id),
      () => door().end(by, id),
      () => door().see(by, id),
    ];
    for (const each of doors) await expect(each).rejects.toMatchObject({ code: 'may.not' });
  }
  const atTheLine = { ...(await as('Q')), via: 'command' as const };
  await expect(door().agree(atTheLine, id)).rejects.toMatchObject(refused('command'));
  await expect(door().agree(await as('P'), id)).rejects.toMatchObject(refused('own'));
  await expect(asked(item, 'Q')).rejects.toMatchObject(refused('open'));
  // Whatever the program does.
  await expect(
    house.hub.database.query(
      `update feedback_unsealing set agreed_by_id = asked_by_id, agreed_at = asked_at, position = 1 where id = $1`,
      [id],
    ),
  ).rejects.toThrow(/feedback_unsealing_takes_two/);
});

test('not what bears a name, what leads to nobody, what is nowhere, nor without a reason', async () => {
  await expect(asked(await given({ level: 'named' }))).rejects.toMatchObject(refused('named'));
  await expect(asked(await given({ level: 'unlinkable' }))).rejects.toMatchObject(refused('unlinkable'));
  await expect(asked(await given({ state: 'withdrawn' }))).rejects.toMatchObject({
    code: 'feedback.unknown',
  });
  await expect(asked('7KQ2-MP4D')).rejects.toMatchObject({ code: 'feedback.unknown' });
  const item = await given();
  const by = await as('P');
  for (const [field, grounds] of [
    ['grounds', { reason: 'Cần biết ai viết.', basis }],
    ['grounds', { reason: 'x'.repeat(501), basis }],
    ['basis', { reason, basis: ' ' }],
  ] as const)
    await expect(door().ask(by, { item, ...grounds })).rejects.toMatchObject({ facts: { field } });
});

test('that a link is gone is nothing one administrator finds out alone', async () => {
  const item = await given();
  const nobody = '00000000-0000-0000-0000-000000000000';
  await house.hub.database.query('update feedback_item set author = $2 where id = $1', [
    item,
    house.hub.keys.seal('feedback-author', item, nobody),
  ]);
  const { id } = await asked(item);
  await expect(door().see(await as('P'), id)).rejects.toMatchObject(refused('over'));
  await expect(door().agree(await as('P'), id)).rejects.toMatchObject(refused('own'));
  await expect(door().agree(await as('Q'), id)).rejects.toMatchObject(refused('erased'));
  const steps = (await audited()).filter((line) => line.includes(item));
  expect(steps).toEqual([expect.stringContaining('feedback.unsealing-asked P')]);
});

test('whom the asking one made an administrator does not agree', async () => {
  const role = { role: 'admin', unit: 'T', from: '2026-11-30', reason: 'Phân công' } as const;
  await house.hub.people.giveRole(await as('P'), 'R', role);
  const item = await given();
  const { id } = await asked(item);
  await expect(door().agree(await as('R'), id)).rejects.toMatchObject(refused('appointed'));
  expect(await door().agree(await as('Q'), id)).toMatchObject({ state: 'agreed' });
  await house.hub.database.query(
    `delete from role where recorded_by is not null and member_id = (select id from member where code = 'R')`,
  );
});

test('who answers or answered for it takes no part, and never learns of it', async () => {
  const atTop = await given({ unit: 'T' });
  const role = { role: 'secretary', unit: 'T', from: '2026-11-30', reason: 'Chuẩn y' } as const;
  await house.hub.people.giveRole(operator, 'Q', role);
  await expect(asked(atTop, 'Q')).rejects.toMatchObject(refused('answers'));
  const { id } = await asked(atTop);
  await expect(door().agree(await as('Q'), id)).rejects.toMatchObject(refused('answers'));
  await expect(door().end(await as('Q'), id)).rejects.toMatchObject(refused('answers'));
  expect(await door().list(await as('Q'))).toEqual([]);
  expect(await door().waitingFor((await as('Q')).memberId)).toBe(0);
  expect(await door().list(await as('P'))).toMatchObject([{ id }]);
  // Q noted something, and answers there no more.
  await house.hub.feedback.answering.note(await as('Q'), atTop, { text: 'Đã đọc.' });
  await house.hub.database.query(
    `delete from role where role = 'secretary' and member_id = (select id from member where code = 'Q')`,
  );
  await expect(door().agree(await as('Q'), id)).rejects.toMatchObject(refused('answers'));
  expect(await door().list(await as('Q'))).toEqual([]);
});

test('time runs out: 72 hours to agree, 24 to see; taken back or refused it is over', async () => {
  const en = await house.join('E');
  const item = await given();
  const late = await asked(item);
  house.at(hours(72));
  await expect(door().agree(await as('Q'), late.id)).rejects.toMatchObject(refused('over'));

  const unseen = await asked(item);
  await door().agree(await as('Q'), unseen.id);
  await tell(hours(72));
  await expect.poll(() => texts(en).some((text) => text.includes(reason)), { timeout: 15_000 }).toBe(true);
  house.at(hours(96));
  await expect(door().see(await as('P'), unseen.id)).rejects.toMatchObject(refused('over'));

  const taken = await asked(item);
  expect(await door().end(await as('P'), taken.id)).toMatchObject({ state: 'withdrawn' });
  const no = await asked(item);
  expect(await door().end(await as('Q'), no.id)).toMatchObject({ state: 'refused' });
  for (const { id } of [taken, no])
    await expect(door().agree(await as('Q'), id)).rejects.toMatchObject(refused('over'));
  expect((await door().list(await as('P'))).map(({ state }) => state).sort()).toEqual([
    'expired',
    'expired',
    'refused',
    'withdrawn',
  ]);
});

test('an author whom no chat reaches is tried without end, also after taking the opinion back', async () => {
  const item = await given({ by: 'B' });
  const { id } = await asked(item);
  await door().agree(await as('Q'), id);
  const word = async () =>
    await house.hub.database.query<{ attempts: number }>('select attempts from feedback_outbox');
  await house.hub.database.query('update feedback_outbox set attempts = 40');
  await tell();
  await expect.poll(async () => (await word())[0]?.attempts, { timeout: 15_000 }).toBe(41);
  // Told as far as it can be: whoever cuts their chats keeps nobody from what two decided.
  expect((await door().see(await as('P'), id)).author.code).toBe('B');
  // Taking the opinion back takes nothing of that word away.
  await house.hub.database.query(`update feedback_item set number = '7KQ2-MP4D' where id = $1`, [item]);
  await house.hub.feedback.saying.withdraw((await as('B')).memberId, '7KQ2-MP4D');
  expect(await word()).toHaveLength(1);
});

test('in the console: found under Ý kiến and on Hôm nay, asked, agreed to, shown once', async () => {
  const en = await house.join('E');
  const item = await given();
  const [p, q] = await Promise.all([signIn(house, 'P'), signIn(house, 'Q')]);
  const url = '/console/feedback/unsealing';
  expect((await p.open('/console/feedback')).html).toContain(`href="${url}"`);
  await p.open(url);
  const short = await p.press(url, { item, reason: 'Cần biết.', basis });
  expect(short.status).toBe(422);
  expect(short.html).toContain('Cần biết.</textarea>');
  expect((await p.press(url, { item, reason, basis })).text).toContain('Chờ quản trị viên khác đồng ý');
  const [{ id } = { id: '' }] = await door().list(await as('P'));
  expect((await q.open('/console')).text).toContain('1 đề nghị chờ một quản trị viên khác xem xét.');
  await q.open(url);
  expect((await q.press(`${url}/${id}/agreement`)).text).toContain('Đã đồng ý, chưa xem');
  expect((await p.open(url)).text).toContain('Hệ thống đang báo cho người viết');
  await tell();
  await expect.poll(() => texts(en).some((text) => text.includes(reason)), { timeout: 15_000 }).toBe(true);
  await expect
    .poll(async () => (await p.open(url)).text, { timeout: 15_000 })
    .toContain('Xem người viết, một lần');
  const shown = await p.press(`${url}/${id}/seeing`);
  expect(shown.text).toContain('Phạm Thị Én (E)');
  expect(shown.headers.get('cache-control')).toContain('no-store');
  expect((await p.open(url)).text).toContain('Đã xem');
  expect((await p.open(url)).text).not.toContain('Phạm Thị Én');
});

test('at the command line it is asked, listed and ended, and neither agreed to nor seen', async () => {
  const item = await given();
  const lines: string[] = [];
  const program = new Command('feedback').exitOverride();
  unsealingCommands(program, async (work, words) => {
    lines.push(words(await work(house.hub), house.hub.locales('vi')));
  });
  const command = async (...typed: string[]) => {
    await program.parseAsync(['unseal', ...typed], { from: 'user' });
    return lines.at(-1);
  };
  expect(await command('list', '--as', 'P')).toBe(house.hub.locales('vi')('unsealing-none'));
  await command('ask', item, '--as', 'P', '--reason', reason, '--basis', basis);
  const [{ id, item: asked } = { id: '', item: { number: '' } }] = await door().list(await as('Q'));
  const line = await command('list', '--as', 'Q');
  for (const part of [id, asked.number, 'Đinh Văn Phúc']) expect(line).toContain(part);
  await command('end', id, '--as', 'Q');
  expect(await door().list(await as('P'))).toMatchObject([{ id, state: 'refused' }]);
  expect(program.commands[0]!.commands.map((each) => each.name())).toEqual(['list', 'ask', 'end']);
});

test('over the API: with a scope of its own, which answering has not', async () => {
  const item = await given();
  const { people } = house.hub;
  const ask = async (code: string, scope: 'feedback:unseal' | 'feedback:write', path = '', body?: object) => {
    const { token } = await people.createToken(code, [scope]);
    const answer = await fetch(`${house.url}/api/v1/feedback/unsealings${path}`, {
      method: path === '' && !body ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const grounds = { item, reason, basis };
  expect((await ask('P', 'feedback:write', '', grounds)).status).toBe(403);
  expect((await ask('R', 'feedback:unseal', '', grounds)).body).toMatchObject({ code: 'may.not' });
  const asked = await ask('P', 'feedback:unseal', '', grounds);
  expect(asked).toMatchObject({ status: 201, body: { state: 'asked', item: { id: item } } });
  const id = String(asked.body['id']);
  expect(await ask('Q', 'feedback:unseal', `/${id}/agreement`)).toMatchObject({ body: { state: 'agreed' } });
  expect(await ask('P', 'feedback:unseal', `/${id}/seeing`)).toMatchObject({ status: 409 });
  expect(await ask('Q', 'feedback:unseal', `/${id}/ending`)).toMatchObject({ body: { state: 'refused' } });
  expect(await ask('P', 'feedback:unseal')).toMatchObject({ body: { unsealings: [{ id }] } });
});
