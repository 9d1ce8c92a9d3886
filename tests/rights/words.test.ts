import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { operator } from '../../hub/platform/audit.ts';
import { shortId } from '../../hub/platform/ids.ts';
import { mayOverTheCell, openCast, type Cast, type Person } from './cast.ts';

/**
 * What can be said in a chat, by its meaning, with a sentence that says it. Everything is about the speaker's own
 * affairs, save one: the way into the console, which is for those who hold a role.
 */
const sayings: Record<string, string> = {
  start: 'ABCD-2345',
  acknowledge: 'da nam',
  polite: 'vang',
  yes: 'dong y',
  no: 'khong',
  menu: '/menu',
  help: '/trogiup',
  waiting: 'van ban cho',
  library: '/vanban',
  ask: '/hoi',
  language: 'tieng viet',
  stop: '/dung',
  resume: 'tiep tuc',
  number: '1',
  code: '123456',
  meetings: '/hop',
  call: '/hop moi 19h30 3/12 tai xa',
  all: 'tat ca',
  console: '/console',
  unlink: 'huy ket noi',
  withdraw: 'rut lai dong y',
  erase: 'xoa du lieu cua toi',
  data: 'cho xem du lieu cua toi',
  correct: 'sua du lieu: ngay vao Dang la 3/2/1999',
  channels: '/kenh',
  group: '/nhom',
  pass: 'chuyen xuong',
  instruct: 'them chi dao',
  date: 'dat han',
  postpone: 'de sau',
  takeback: 'rut lai',
  feedback: '/gopy',
  opinions: 'y kien cua toi',
  consultations: '/laykien',
  results: 'ket qua tham do',
  other: 'troi hom nay dep',
};

/** What buttons carry. Each is only what the presser could also have said. */
const buttons = [
  'ask',
  'call:begin',
  'call:better',
  'call:edit',
  'call:edit:kind',
  'call:edit:minutes',
  'call:edit:title',
  'call:edit:when',
  'call:edit:where',
  'call:guess',
  'call:no-place',
  'call:send',
  'call:stop',
  'channels:unit',
  'consent:yes',
  'consent:no',
  'data:correct',
  'data:full',
  'erase:no',
  'erase:yes',
  'feedback:begin',
  'feedback:edit',
  'feedback:kind:door',
  'feedback:level:confidential',
  'feedback:level:named',
  'feedback:level:unlinkable',
  'feedback:own',
  'feedback:part:kind',
  'feedback:part:level',
  'feedback:part:text',
  'feedback:part:to',
  'feedback:part:topic',
  'feedback:send',
  'feedback:split',
  'feedback:stop',
  'feedback:topic:none',
  'feedback:unfile',
  'feedback:unfile:all',
  'feedback:voice:drop',
  'feedback:with-files',
  'help',
  'language',
  'language:en',
  'language:vi',
  'library',
  'library:kinds',
  'library:new',
  'library:resume',
  'library:words',
  'mailbox:no',
  'mailbox:yes',
  'meetings',
  'passing:add',
  'passing:back',
  'passing:date',
  'passing:later',
  'passing:no',
  'passing:now',
  'passing:yes',
  'proposal:yes',
  'resume',
  'stop',
  'stop:no',
  'stop:yes',
  'unlink:no',
  'unlink:yes',
  'waiting',
  'withdraw:erase',
  'withdraw:stop',
  'withdraw:unlink',
];

/** What the buttons of something one has said carry before its number: each is for its author alone. */
const ofOwnOpinion = [
  'change',
  'keep',
  'no-why',
  'not-useful',
  'open',
  'reopen',
  'useful',
  'withdraw',
  'withdraw-yes',
];

/** What the buttons of a consultation carry behind its id: each is for who is asked, about their own answers alone. */
const ofConsultation = [
  '',
  ':answer:1:0',
  ':answer:1:skip',
  ':change',
  ':here',
  ':results',
  ':send',
  ':stop',
];

let cast: Cast;
let told = 0;
beforeAll(async () => {
  cast = await openCast();
}, 120_000);
afterAll(() => cast.close());

const folder = join(import.meta.dirname, '../../bots/conversations');
const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n');

/** Says or presses something and gives what the assistant answered. */
async function hear(address: string, said: { text: string } | { payload: string }): Promise<string> {
  const { inbox, conversations, webchat } = cast.hub;
  const before = await webchat.lastEvent(address);
  const tap = 'payload' in said;
  told += 1;
  await inbox.receive([
    {
      channel: 'web',
      address,
      eventKey: `rights-${told}`,
      kind: tap ? 'tap' : 'text',
      text: tap ? '' : said.text,
      payload: tap ? said.payload : '',
    },
  ]);
  await conversations.work();
  const { messages } = await webchat.page(address, { limit: 50 });
  return messages
    .filter(({ event, direction }) => event > before && direction === 'out')
    .map(({ text }) => text)
    .join('\n');
}

async function linked({ code }: Pick<Person, 'code'>): Promise<string> {
  const { people, webchat } = cast.hub;
  const { address } = await webchat.open('Chrome · Android');
  const { inviteId } = await people.openInvite((await people.invite(operator, code)).code);
  await people.link({ inviteId, channel: 'web', address, consentText: 'Đồng ý?', language: 'vi' });
  return address;
}

/** Everything kept about everybody but one, as one fingerprint. */
async function others(memberId: string | null): Promise<string> {
  const [row] = await cast.hub.database.query<{ print: string }>(
    `select md5(string_agg(line, '|' order by line)) as print from (
       select to_jsonb(m)::text as line from member m where id is distinct from $1
       union all select to_jsonb(c)::text from chat c where member_id is distinct from $1
       union all select to_jsonb(c)::text from consent c where member_id is distinct from $1
       union all select to_jsonb(r)::text from role r where member_id is distinct from $1
       union all select to_jsonb(s)::text from membership s where member_id is distinct from $1
       union all select to_jsonb(d)::text from delivery d where member_id is distinct from $1
       union all select to_jsonb(q)::text from member_request q where member_id is distinct from $1
       union all select to_jsonb(i)::text from feedback_item i where author_id is distinct from $1
       union all select to_jsonb(a)::text from consultation_answer a where member_id is distinct from $1
       union all select to_jsonb(a)::text from assistant_answer a where member_id is distinct from $1
       union all select to_jsonb(l)::text from library_seen l where member_id is distinct from $1
       union all select to_jsonb(p)::text from consultation_participant p where member_id is distinct from $1
       union all select to_jsonb(e)::text from feedback_entry e join feedback_item i on i.id = item_id
         where author_id is distinct from $1) kept`,
    [memberId],
  );
  return row!.print;
}

test('every meaning the assistant knows is in the table, and every button', () => {
  const union = /export type Intent =([\s\S]*?);\n/.exec(source)![1]!;
  const meanings = [...union.matchAll(/kind: '([a-z]+)'/g)].map(([, kind]) => kind!);
  expect(Object.keys(sayings).sort()).toEqual([...new Set(meanings)].sort());
  const payloads = [...source.matchAll(/payload: '([a-z:-]+)'/g)].map(([, payload]) => payload!);
  expect([...new Set(payloads)].sort()).toEqual(buttons.toSorted());
  const verbs = [...source.matchAll(/`feedback:([a-z-]+):\$\{number\}`/g)].map(([, verb]) => verb!);
  expect([...new Set(verbs)].sort()).toEqual(ofOwnOpinion.toSorted());
});

describe('a stranger', () => {
  test('is told how to join whatever is said or pressed, and changes nothing', async () => {
    const { address } = await cast.hub.webchat.open('Chrome · Android');
    const before = await others(null);
    for (const [meaning, text] of Object.entries(sayings)) {
      const heard = await hear(address, { text });
      expect(heard, meaning).toMatch(/mã mời/i);
      expect(heard, meaning).not.toMatch(/signin/);
    }
    for (const payload of buttons) await hear(address, { payload });
    expect(await others(null)).toBe(before);
  });
});

test('only who holds a role is let into the console, and the link is theirs', async () => {
  for (const person of cast.people) {
    const heard = await hear(await linked(person), { text: '/console' });
    const token = /\/signin\/([\w-]+)/.exec(heard)?.[1];
    const opened = token ? await cast.hub.people.peekSignIn(token) : null;
    expect([person.code, opened?.fullName ?? null]).toEqual([
      person.code,
      person.role === 'plain' ? null : `Đồng chí ${person.role} ${person.position}`,
    ]);
  }
});

test('a member changes nothing of anybody else, whatever is said or pressed', async () => {
  // The one who may least and the one who may most: in a chat both speak for themselves alone.
  for (const code of ['plain-inside', 'admin-above']) {
    const { id } = await cast.hub.people.memberByCode(code);
    const address = await linked({ code });
    const before = await others(id);
    for (const [meaning, text] of Object.entries(sayings)) {
      await hear(address, { text });
      expect(await others(id), meaning).toBe(before);
    }
    for (const payload of buttons.filter((name) => !name.startsWith('erase') && !name.endsWith(':unlink'))) {
      await hear(address, { payload });
      expect(await others(id), payload).toBe(before);
    }
  }
}, 120_000);

test('another’s code, typed where somebody’s conversation stands, does not hand the conversation on', async () => {
  const { people } = cast.hub;
  const address = await linked({ code: 'plain-inside' });
  const { code } = await people.invite(operator, 'plain-outside');
  expect(await hear(address, { text: code })).toMatch(/của một đồng chí khác/);
  expect((await people.chats.memberOf('web', address))?.member.code).toBe('plain-inside');
});

test('a notice is acknowledged by its recipients alone, whoever presses its button', async () => {
  const { notices, people, database } = cast.hub;
  const notice = {
    from: 'admin-inside',
    unit: 'X1-C',
    title: 'Riêng chi bộ',
    body: 'Nội dung',
    wantsAck: true,
  };
  const { id } = await notices.send(notice);
  const payload = notices.acknowledgePayload(id);
  const outside = await linked({ code: 'plain-outside' });
  await hear(outside, { payload });
  const [row] = await database.query<{ count: number }>(
    'select count(*) as count from delivery where notice_id = $1 and acknowledged_at is not null',
    [id],
  );
  expect(row!.count).toBe(0);
  expect((await people.memberByCode('plain-outside')).code).toBe('plain-outside');
});

test('what runs a meeting is for those who may, whoever presses its buttons; answers are for those it calls', async () => {
  const { meetings, locales, database } = cast.hub;
  const startsAt = new Date(Date.now() + 3_600_000);
  const called = { from: 'secretary-inside', unit: 'X1-C', title: 'Họp thường kỳ', startsAt };
  const { id } = await meetings.call(called);
  const refused = locales('vi')('may-not');
  const verbs = { open: 'meeting.run', silent: 'attendance.people', absent: 'attendance.people' } as const;
  for (const person of cast.people) {
    const address = await linked(person);
    for (const [verb, right] of Object.entries(verbs)) {
      const heard = await hear(address, { payload: `meeting:${verb}:${shortId(id)}` });
      const may = mayOverTheCell(person, right);
      expect([person.code, verb, heard === refused], heard).toEqual([person.code, verb, !may]);
    }
    const answered = await hear(address, { payload: `rsvp:yes:${shortId(id)}` });
    const own = person.position === 'inside';
    expect([person.code, answered.startsWith('Đã ghi')]).toEqual([person.code, own]);
  }
  const rows = await database.query<{ code: string }>(
    `select code from attendance join member on id = member_id where meeting_id = $1 and rsvp is not null order by code`,
    [id],
  );
  expect(rows.map(({ code }) => code)).toEqual(
    cast.people.flatMap(({ code, position }) => (position === 'inside' ? code : [])).toSorted(),
  );
}, 60_000);

test('what one has said is for its author alone, whoever presses its buttons or types its number', async () => {
  const { people, locales, feedback } = cast.hub;
  const { saying, answering } = feedback;
  const unknown = locales('vi')('feedback-unknown');
  const author = await people.memberByCode('plain-inside');
  const given = { unit: 'X1-C', kind: 'proposal', text: 'Đề nghị sửa đường thôn' } as const;
  const numbers: string[] = [];
  for (const level of ['named', 'confidential'] as const)
    numbers.push((await saying.say(author.id, { ...given, level }, 'chat')).number);
  // One of them has been answered: then it can be judged and asked again.
  const answered = (await saying.say(author.id, { ...given, level: 'named' }, 'chat')).number;
  const items = await answering.list(operator, { unit: 'X1-C' });
  const { id } = items.find(({ number }) => number === answered)!;
  await answering.reply(operator, id, { text: 'Chi bộ đã tiếp thu' });
  numbers.push(answered);

  const before = await saying.own(author.id);
  const strangers = cast.people.filter(({ code }) => code !== author.code);
  for (const [index, person] of strangers.entries()) {
    // Each level and state in turn: nobody has a word in any of them.
    const number = numbers[index % numbers.length]!;
    const address = await linked(person);
    expect(await hear(address, { text: `Xem ${number}` }), person.code).toBe(unknown);
    for (const verb of ofOwnOpinion) {
      const heard = await hear(address, { payload: `feedback:${verb}:${number}` });
      // Not to say why does nothing, and is thanked for.
      if (verb !== 'no-why') expect([person.code, verb, heard]).toEqual([person.code, verb, unknown]);
    }
  }
  expect(await saying.own(author.id)).toEqual(before);

  const address = await linked(author);
  const unread = numbers.slice(0, 2);
  for (const number of unread) await hear(address, { payload: `feedback:withdraw-yes:${number}` });
  const left = (await saying.own(author.id)).map(({ number }) => number);
  expect(left.filter((number) => numbers.includes(number))).toEqual([answered]);
}, 120_000);

test('what is asked is answered by those who are asked, each for themselves, whoever presses its buttons', async () => {
  const { consultations, locales, people } = cast.hub;
  const { asking, answering } = consultations;
  const { id: asker } = await people.memberByCode('secretary-inside');
  const by = { memberId: asker, via: 'console' } as const;
  const question = { form: 'one', wording: 'Giờ họp có hợp không?', options: ['Hợp', 'Chưa hợp'] } as const;
  const rest = { most: null, scale: null, passage: null, required: true, onlyIf: null };
  const { id } = await asking.save(by, {
    unit: 'X1-C',
    kind: 'poll',
    level: 'named',
    audience: 'members',
    title: 'Giờ sinh hoạt',
    introduction: '',
    questions: [{ ...question, ...rest }],
    live: false,
    shared: true,
    closesAt: new Date(Date.now() + 5 * 86_400_000),
  });
  await asking.open(by, id);
  const unknown = locales('vi')('consultation-unknown');
  for (const person of cast.people) {
    const address = await linked(person);
    const own = person.position === 'inside';
    const before = await others(person.memberId);
    for (const verb of ofConsultation) {
      const heard = await hear(address, { payload: `consult:${shortId(id)}${verb}` });
      expect([person.code, verb, heard === unknown], heard).toEqual([person.code, verb, !own]);
    }
    expect(await others(person.memberId), person.code).toBe(before);
    if (!own) continue;
    expect((await answering.asked(person.memberId, id)).answers, person.code).toEqual({ 1: 0 });
  }
}, 120_000);

test('codes cannot be guessed by opening ever new web chats: after wrong ones in many, none is taken for a while', async () => {
  const { people, webchat } = cast.hub;
  const { code } = await people.invite(operator, 'plain-outside');
  const early = (await webchat.open('Chrome · Android')).address;
  expect(await hear(early, { text: code })).toMatch(/đồng ý/i);
  let wrong = 0;
  for (;;) {
    const { address } = await webchat.open('Chrome · Android');
    const heard = await hear(address, { text: 'WXYZ-2345' });
    if (/thử lại sau 15 phút/.test(heard)) break;
    expect(heard).toMatch(/không đúng/);
    wrong += 1;
    expect(wrong).toBeLessThanOrEqual(60);
  }
  expect(wrong).toBeGreaterThan(50);
  const late = (await webchat.open('Chrome · Android')).address;
  expect(await hear(late, { text: code })).toMatch(/thử lại sau 15 phút/);
  // Who had been asked already goes on.
  expect(await hear(early, { text: 'dong y' })).toMatch(/Cảm ơn đồng chí/);
}, 60_000);
