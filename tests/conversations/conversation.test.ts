import { operator } from '../../hub/platform/audit.ts';
import { Api } from 'grammy';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { telegramStandIn, type Person, type ScreenMessage } from '../../bots/telegram/stand-in/index.ts';
import { compose } from '../../hub/compose.ts';
import { readConfig } from '../../hub/config.ts';
import type { NewNotice } from '../../hub/notices/index.ts';
import { newId, shortId } from '../../hub/platform/ids.ts';
import { officer, openTestHub, type TestHub } from '../support/hub.ts';

let house: TestHub;
beforeAll(async () => (house = await openTestHub()), 60_000);
beforeEach(() => house.clear());
afterAll(() => house.close(), 60_000);

const say = (key: string, facts: Record<string, string | number> = {}, language = 'vi') =>
  house.hub.locales(language)(key, facts);
const invite = async (member: string) => (await house.hub.people.invite(operator, member)).code;
const query = async <Row>(text: string, values: unknown[] = []) =>
  await house.hub.database.query<Row>(text, values);

/** What the bot answers next. */
async function answer(person: Person, said: string): Promise<string> {
  person.say(said);
  return (await person.next()).text;
}
const buttonsOf = ({ buttons }: ScreenMessage) => buttons.map(({ text }) => text);
const textsOf = ({ inbox }: Person) => inbox.map(({ text }) => text);

/** Resolves when everything anybody did has been dealt with. */
async function quiet(): Promise<void> {
  const waiting = async () => {
    const [row] = await query<{ count: number }>(
      'select count(*) from inbound_event where handled_at is null',
    );
    return row!.count;
  };
  await expect.poll(waiting, { timeout: 10_000 }).toBe(0);
}

async function send(title: string, more: Partial<NewNotice> = {}): Promise<string> {
  const notice = { from: officer, unit: 'T', title, body: `Nội dung của ${title}.`, wantsAck: true, ...more };
  return (await house.hub.notices.send(notice)).id;
}
/** The notice on the screen of somebody it came to, once the hub knows that it is there. */
async function arrived(person: Person, title: string, id: string): Promise<ScreenMessage> {
  const shown = await person.next({ matching: title });
  await expect.poll(async () => (await house.hub.notices.status(operator, id)).byStatus.created).toBe(0);
  return shown;
}
const acknowledged = async (id: string) =>
  (await house.hub.notices.status(operator, id)).byStatus.acknowledged;
const chatOf = async ({ id }: Person) => await house.hub.people.chats.memberOf('telegram', String(id));
const consents = () =>
  query<{ code: string; channel: string; language: string; text: string; at: Date; withdrawn: Date | null }>(
    `select code, channel, consent.language, text, given_at as at, withdrawn_at as withdrawn
     from consent join member on member.id = member_id order by given_at`,
  );

describe('enrolment', () => {
  const question = () => say('enrolment-consent');

  test('asks for consent first, then says three short things, and keeps the proof', async () => {
    const before = new Date();
    const code = await invite('A');
    const an = house.stranger('An');
    an.start(code.replace('-', ''));
    const asked = await an.next();
    expect(asked.text).toContain('Chào đồng chí An, Chi bộ thôn.');
    expect(asked.text.endsWith(question())).toBe(true);
    expect(buttonsOf(asked)).toEqual(['Đồng ý', 'Không đồng ý']);
    await quiet();
    expect(an.inbox.length).toBe(1);
    expect([await consents(), await chatOf(an)]).toEqual([[], null]);

    an.press(asked, 'Đồng ý');
    for (const part of [1, 2, 3]) {
      const { text } = await an.next();
      expect(text).toBe(
        say(`enrolment-welcome-${part}`, part === 1 ? { name: 'An', unit: 'Chi bộ thôn' } : {}),
      );
      expect(text.length).toBeLessThan(160);
    }
    await quiet();
    expect(an.inbox.length).toBe(4);
    expect(an.inbox[0]?.buttons).toEqual([]);
    expect(an.toasts.length).toBe(1);
    expect(await chatOf(an)).toMatchObject({ member: { code: 'A' }, state: 'active' });
    const [consent, ...more] = await consents();
    expect(more).toEqual([]);
    expect(consent).toEqual({
      code: 'A',
      channel: 'telegram',
      language: 'vi',
      text: question(),
      at: expect.any(Date),
      withdrawn: null,
    });
    expect(consent!.at.getTime()).toBeGreaterThanOrEqual(before.getTime());
    expect(consent!.at.getTime()).toBeLessThanOrEqual(Date.now());
  });

  test('keeps nothing of somebody who does not agree; the code stays good', async () => {
    const code = await invite('B');
    const binh = house.stranger();
    for (const no of ['khong', 'Không đồng ý', 'k']) {
      binh.start(code.replace('-', ''));
      await binh.next();
      expect(await answer(binh, no)).toBe(say('enrolment-declined'));
    }
    binh.start(code.replace('-', ''));
    binh.press(await binh.next(), 'Không đồng ý');
    expect((await binh.next()).text).toBe(say('enrolment-declined'));
    await quiet();
    expect([await consents(), await chatOf(binh)]).toEqual([[], null]);
    binh.start(code.replace('-', ''));
    binh.press(await binh.next(), 'Đồng ý');
    expect((await binh.next()).text).toContain('Cảm ơn đồng chí Bình');
  });

  test.each(['dong y', 'Đồng ý', 'ĐỒNG Ý!', 'dạ đồng ý ạ', 'toi dong y'])(
    'takes a typed “%s”',
    async (typed) => {
      const person = house.stranger();
      person.say(await invite('C'));
      await person.next();
      expect(await answer(person, typed)).toContain('Cảm ơn đồng chí Cương');
      await quiet();
      expect((await consents()).length).toBe(1);
    },
  );

  test.each([
    'vâng',
    'ok',
    'có',
    '👍',
    'để tôi xem',
    'đồng ý cái gì',
    'chưa đồng ý',
    '/menu',
    'da nam',
    'đúng',
  ])('does not take “%s” for consent: it asks again', async (typed) => {
    const person = house.stranger();
    person.say(await invite('C'));
    await person.next();
    expect(await answer(person, typed)).toBe(say('enrolment-answer-please'));
    await quiet();
    expect([await consents(), await chatOf(person)]).toEqual([[], null]);
    expect(await answer(person, 'dong y')).toContain('Cảm ơn đồng chí Cương');
  });

  test('does not take a file for consent either', async () => {
    const person = house.stranger();
    person.say(await invite('C'));
    await person.next();
    person.sendDocument({ name: 'a.pdf', bytes: Buffer.from('đồng ý'), caption: 'đồng ý' });
    expect((await person.next()).text).toBe(say('enrolment-answer-please'));
    expect(await consents()).toEqual([]);
  });

  test('a second press of “Đồng ý” changes nothing and confuses nobody', async () => {
    const person = house.stranger();
    person.say(await invite('C'));
    const asked = await person.next();
    person.press(asked, 'Đồng ý');
    person.press(asked, 'Đồng ý');
    for (const _ of [1, 2, 3]) await person.next();
    await quiet();
    expect(person.toasts.length).toBe(2);
    expect(textsOf(person)).not.toContain(say('conversation-other'));
    expect((await consents()).length).toBe(1);
  });

  test('takes the code however it is written', async () => {
    const writings: ((code: string) => string)[] = [
      (code) => code,
      (code) => code.toLowerCase(),
      (code) => code.toLowerCase().replace('-', ''),
      (code) => ` ${code.replace('-', '–')} `,
      (code) => `/start ${code.toLowerCase()}`,
    ];
    for (const write of writings) {
      const person = house.stranger();
      expect(await answer(person, write(await invite('D')))).toContain('Chào đồng chí Dơ, Chi bộ bản.');
    }
  });

  test('answers kindly to a code that is wrong, replaced, too old or used', async () => {
    const person = house.stranger();
    expect(await answer(person, 'ABCD-2345')).toBe(say('invite-wrong'));
    expect(await answer(person, '/start chao')).toBe(say('invite-wrong'));
    const replaced = await invite('E');
    const old = await invite('E');
    expect(await answer(person, replaced)).toBe(say('invite-revoked'));
    await query(`update invite set expires_at = now() - interval '1 minute'`);
    expect(await answer(person, old)).toBe(say('invite-expired'));

    const code = await invite('E');
    const en = house.stranger();
    await answer(en, code);
    await answer(en, 'dong y');
    expect(await answer(house.stranger(), code)).toBe(say('invite-used'));
    await quiet();
    for (const _ of [1, 2]) await en.next();
    expect(await answer(en, code)).toBe(say('enrolment-linked-already'));
    expect((await consents()).length).toBe(1);
  });

  test('gives a code to the first of two who use it at the same time', async () => {
    const code = await invite('C');
    const [first, second] = [house.stranger(), house.stranger()];
    await Promise.all([answer(first, code), answer(second, code)]);
    expect(await answer(first, 'dong y')).toContain('Cảm ơn');
    expect(await answer(second, 'dong y')).toBe(say('invite-used'));
    expect([(await chatOf(first))?.member.code, await chatOf(second)]).toEqual(['C', null]);
    expect((await consents()).length).toBe(1);
  });

  test('asks in the language of the member, and keeps the words as they were shown', async () => {
    const { id } = await house.hub.people.memberByCode('B');
    await house.hub.people.setLanguage(id, 'en');
    const person = house.stranger();
    const asked = await answer(person, await invite('B'));
    expect(asked.endsWith(say('enrolment-consent', {}, 'en'))).toBe(true);
    expect(await answer(person, 'no')).toBe(say('enrolment-declined', {}, 'en'));
    await answer(person, await invite('B'));
    expect(await answer(person, 'agree')).toContain('Thank you, comrade Bình');
    expect(await consents()).toMatchObject([{ language: 'en', text: say('enrolment-consent', {}, 'en') }]);
  });

  test('a stranger is told how to come in, and nothing else', async () => {
    const stranger = house.stranger();
    for (const said of ['/start', 'chào', 'da nam', '/menu', '/dung', 'đồng ý', 'tieng viet', '1']) {
      expect(await answer(stranger, said)).toBe(say('enrolment-stranger'));
    }
    stranger.sendDocument({ name: 'a.pdf', bytes: Buffer.from('a') });
    expect((await stranger.next()).text).toBe(say('enrolment-stranger'));
    expect(await chatOf(stranger)).toBeNull();
  });
});

describe('guessing codes', () => {
  const wrong = ['ABCD-2345', 'BCDE-2345', 'CDEF-2345', 'DEFG-2345', 'EFGH-2345'];

  test('ends after five, also for the right code; others are not concerned', async () => {
    const guesser = house.stranger();
    for (const code of wrong) expect(await answer(guesser, code)).toBe(say('invite-wrong'));
    expect(await answer(guesser, 'FGHJ-2345')).toBe(say('enrolment-too-many'));
    const code = await invite('A');
    expect(await answer(guesser, code)).toBe(say('enrolment-too-many'));
    expect(await answer(house.stranger(), code)).toContain('Chào đồng chí An');
  });

  test('is not begun anew by saying something else in between', async () => {
    const guesser = await house.join('B');
    for (const code of wrong) {
      await answer(guesser, code);
      for (const other of ['/menu', 'van ban cho', '/dung', 'thoi']) await answer(guesser, other);
    }
    expect(await answer(guesser, 'FGHJ-2345')).toBe(say('enrolment-too-many'));
  });

  test('is not begun anew by opening a code of one’s own', async () => {
    const guesser = house.stranger();
    const own = await invite('C');
    for (const code of wrong.slice(1)) await answer(guesser, code);
    await answer(guesser, own);
    await answer(guesser, 'khong');
    await answer(guesser, wrong[0]!);
    expect(await answer(guesser, own)).toBe(say('enrolment-too-many'));
  });
});

describe('an acknowledgement', () => {
  test('by the button is counted, said, and takes the button away', async () => {
    const binh = await house.join('B');
    const id = await send('Kế hoạch một');
    const notice = await arrived(binh, 'Kế hoạch một', id);
    expect(buttonsOf(notice)).toEqual(['Đã nắm']);
    expect(await acknowledged(id)).toBe(0);
    binh.press(notice, 'Đã nắm');
    expect((await binh.next()).text).toBe(say('conversation-acknowledged', { title: 'Kế hoạch một' }));
    expect(await acknowledged(id)).toBe(1);
    expect(binh.toasts.at(-1)?.text).toBe(say('conversation-acknowledged-toast'));
    expect(binh.inbox.find(({ id: shown }) => shown === notice.id)?.buttons).toEqual([]);
  });

  test.each(['da nam', 'đã nhận', 'ro', 'dạ em đã nắm rồi ạ', 'ĐÃ ĐỌC!', 'xong r'])(
    'may be typed: “%s”',
    async (typed) => {
      const binh = await house.join('B');
      const id = await send('Kế hoạch một');
      await arrived(binh, 'Kế hoạch một', id);
      expect(await answer(binh, typed)).toBe(say('conversation-acknowledged', { title: 'Kế hoạch một' }));
      expect(await acknowledged(id)).toBe(1);
      expect(await answer(binh, typed)).toBe(say('conversation-nothing-waits'));
    },
  );

  test.each([
    'chưa nắm',
    'khong ro',
    'đã nắm đâu',
    'đã nhận lương chưa',
    'tôi chưa đọc',
    '👍',
    '1',
    'tat ca',
    'đồng ý',
  ])('is not “%s”', async (typed) => {
    const binh = await house.join('B');
    const id = await send('Kế hoạch một');
    await arrived(binh, 'Kế hoạch một', id);
    binh.say(typed);
    const reply = await binh.next();
    // Words are a question for the assistant, all else is asked about: never a dead end.
    expect(reply.text).not.toContain('Đã ghi nhận');
    expect(reply.buttons.length).toBeGreaterThan(0);
    expect(await acknowledged(id)).toBe(0);
  });

  test.each(['vâng', 'ok', 'dạ vâng ạ', 'cảm ơn đồng chí', 'đã nắm?', 'đúng rồi'])(
    'by “%s” is asked about first',
    async (typed) => {
      const binh = await house.join('B');
      const id = await send('Kế hoạch một');
      await arrived(binh, 'Kế hoạch một', id);
      binh.say(typed);
      const asked = await binh.next();
      expect(asked.text).toBe(say('conversation-ask-acknowledged', { title: 'Kế hoạch một' }));
      expect(await acknowledged(id)).toBe(0);
      binh.press(asked, 'Đã nắm');
      expect((await binh.next()).text).toBe(say('conversation-acknowledged', { title: 'Kế hoạch một' }));
      expect(await acknowledged(id)).toBe(1);
      expect(await answer(binh, typed)).toBe(say('conversation-polite'));
    },
  );

  test('asks which where several wait: by number, and the rest together', async () => {
    const binh = await house.join('B');
    const ids: string[] = [];
    for (const title of ['Một', 'Hai', 'Ba', 'Bốn']) {
      ids.push(await send(`Kế hoạch ${title}`, { number: `${ids.length + 1}-KH/TU` }));
      await arrived(binh, `Kế hoạch ${title}`, ids.at(-1)!);
    }
    const list = await answer(binh, 'da nam');
    expect(list).toContain(say('conversation-choose'));
    const lines = list.split('\n').filter((line) => /^\d/.test(line));
    expect(lines.map((line) => /^(\d)\. (.*?)\./.exec(line)?.slice(1, 3))).toEqual([
      ['1', 'Kế hoạch Bốn (4-KH/TU)'],
      ['2', 'Kế hoạch Ba (3-KH/TU)'],
      ['3', 'Kế hoạch Hai (2-KH/TU)'],
      ['4', 'Kế hoạch Một (1-KH/TU)'],
    ]);
    expect(await Promise.all(ids.map(acknowledged))).toEqual([0, 0, 0, 0]);

    expect(await answer(binh, '2')).toBe(say('conversation-acknowledged', { title: 'Kế hoạch Ba' }));
    expect(await Promise.all(ids.map(acknowledged))).toEqual([0, 0, 1, 0]);
    expect(await answer(binh, 'van ban cho')).toContain('1. Kế hoạch Bốn');
    for (const number of ['9', '0']) expect(await answer(binh, number)).toContain('1. Kế hoạch Bốn');
    binh.say('tat ca');
    const said = [await binh.next(), await binh.next(), await binh.next()].map(({ text }) => text);
    expect(said).toEqual(
      ['Bốn', 'Hai', 'Một'].map((title) => say('conversation-acknowledged', { title: `Kế hoạch ${title}` })),
    );
    expect(await Promise.all(ids.map(acknowledged))).toEqual([1, 1, 1, 1]);
    expect(await answer(binh, 'van ban cho')).toBe(say('conversation-nothing-waits'));
  });

  test('of a number means nothing once something else was said', async () => {
    const binh = await house.join('B');
    const ids: string[] = [];
    for (const title of ['Kế hoạch một', 'Kế hoạch hai']) {
      ids.push(await send(title));
      await arrived(binh, title, ids.at(-1)!);
    }
    await answer(binh, 'da nam');
    await answer(binh, '/trogiup');
    expect(await answer(binh, '1')).toBe(say('conversation-other'));
    expect(await Promise.all(ids.map(acknowledged))).toEqual([0, 0]);
  });

  test('is for those who are asked: nothing waits after a notice that asks nothing', async () => {
    const binh = await house.join('B');
    const id = await send('Chỉ để biết', { wantsAck: false });
    expect((await arrived(binh, 'Chỉ để biết', id)).buttons).toEqual([]);
    expect(await answer(binh, 'da nam')).toBe(say('conversation-nothing-waits'));
    expect(await acknowledged(id)).toBe(0);
  });

  test('pressed twice counts once and is answered once', async () => {
    const binh = await house.join('B');
    const id = await send('Kế hoạch một');
    const notice = await arrived(binh, 'Kế hoạch một', id);
    binh.press(notice, 'Đã nắm');
    binh.press(notice, 'Đã nắm');
    await binh.until(() => binh.toasts.length === 3);
    await quiet();
    expect(await acknowledged(id)).toBe(1);
    expect(textsOf(binh).filter((text) => text.startsWith('Đã ghi nhận')).length).toBe(1);
  });

  test('belongs to whoever was asked: a button that came to somebody else does nothing', async () => {
    const [binh, do_] = [await house.join('B'), await house.join('D')];
    const id = await send('Chỉ cho chi bộ thôn', { unit: 'X1-C' });
    const notice = await binh.next({ matching: 'Chỉ cho chi bộ thôn' });
    const payload = notice.buttons[0]!.data!;
    const stranger = house.stranger();
    stranger.start();
    await stranger.next();

    const api = new Api(house.standIn.token, { apiRoot: house.hub.config.TELEGRAM_API_ROOT });
    const forged = [payload, 'ack:', 'ack:không', `ack:${shortId(newId())}`, `ack:${'A'.repeat(60)}`];
    for (const person of [do_, stranger]) {
      for (const data of forged) {
        const toasts = person.toasts.length;
        const reply_markup = { inline_keyboard: [[{ text: 'Bấm', callback_data: data }]] };
        const { message_id: message } = await api.sendMessage(person.id, 'Chuyển tiếp', { reply_markup });
        person.press(message, 'Bấm');
        await person.until(() => person.toasts.length > toasts);
        expect(person.toasts.at(-1)?.text).toBe(say('conversation-not-yours'));
        await quiet();
        expect(person.inbox.find(({ id: shown }) => shown === message)?.buttons.length).toBe(1);
      }
    }
    expect(await acknowledged(id)).toBe(0);
    expect((await house.hub.notices.status(operator, id)).recipients).toBe(3);
    binh.press(notice, 'Đã nắm');
    await binh.next({ matching: 'Đã ghi nhận' });
    expect(await acknowledged(id)).toBe(1);
  });

  test('to a reminder answers the notice it reminds of', async () => {
    const binh = await house.join('B');
    const id = await send('Kế hoạch một');
    await arrived(binh, 'Kế hoạch một', id);
    await expect
      .poll(async () => (await house.hub.notices.status(operator, id)).byStatus.handed_over)
      .toBe(1);
    expect((await house.hub.notices.remind(operator, id)).reminded).toBe(1);
    const reminder = await binh.next({ matching: 'Nhắc đồng chí' });
    binh.press(reminder, 'Đã nắm');
    expect((await binh.next({ matching: 'Đã ghi nhận' })).text).toContain('Kế hoạch một');
    expect(await acknowledged(id)).toBe(1);
  });
});

describe('a member', () => {
  test('who presses a button whose question is over is asked what they need', async () => {
    const binh = await house.join('B');
    binh.say('/dung');
    const asked = await binh.next();
    await answer(binh, 'thôi');
    binh.press(asked, say('button-stop-yes'));
    const menu = await binh.next();
    expect(menu.text).toBe(say('conversation-menu'));
    expect(menu.buttons.length).toBe(5);
    expect(await chatOf(binh)).toMatchObject({ state: 'active' });
  });

  test('is offered what one can do, and each button does it', async () => {
    const binh = await house.join('B');
    binh.say('???');
    const menu = await binh.next();
    expect(menu.text).toBe(say('conversation-other'));
    const expected = [
      ['button-library', 'library-talk-waiting'],
      ['button-meetings', 'meeting-talk-none'],
      ['button-feedback', 'feedback-talk-to'],
      ['button-ask', 'asking-talk-begin'],
      ['button-help', 'conversation-help'],
    ] as const;
    expect(buttonsOf(menu)).toEqual(expected.map(([button]) => say(button)));
    for (const [button, reply] of expected) {
      binh.say('/menu');
      const shown = await binh.next();
      expect(shown.text).toMatch(
        new RegExp(`^(${say('conversation-menu')}|${say('conversation-stop-not')})`.replace('?', '\\?')),
      );
      binh.press(shown, say(button));
      expect((await binh.next()).text).toContain(say(reply, { count: 0 }));
    }
    binh.say('/trogiup');
    const help = await binh.next();
    expect(buttonsOf(help)).toContain(say('button-language'));
    binh.press(help, say('button-stop'));
    expect((await binh.next()).text).toBe(say('conversation-stop-question'));
  });

  test('who sends a file is told what can be made of it', async () => {
    const binh = await house.join('B');
    binh.sendDocument({ name: 'a.pdf', bytes: Buffer.from('a'), caption: 'đã nắm' });
    const offer = await binh.next();
    expect(offer.text).toBe(say('feedback-talk-offer', { files: '1 tệp' }));
    expect(offer.buttons.map(({ text }) => text)).toEqual([say('button-feedback-with-files')]);
  });

  test('changes the language by button or by word, for notices too', async () => {
    const binh = await house.join('B');
    binh.say('/ngonngu');
    const asked = await binh.next();
    expect(buttonsOf(asked)).toEqual(['Tiếng Việt', 'English']);
    binh.press(asked, 'English');
    expect((await binh.next()).text).toBe(say('conversation-language-set', {}, 'en'));
    expect(await answer(binh, 'help')).toBe(say('conversation-help', {}, 'en'));
    await send('Kế hoạch một');
    const notice = await binh.next({ matching: 'Kế hoạch một' });
    expect(notice.text).toContain(say('notice-ask-acknowledgement', {}, 'en'));
    expect(await answer(binh, 'tieng viet')).toBe(say('conversation-language-set'));
    expect(await answer(binh, 'english')).toBe(say('conversation-language-set', {}, 'en'));
    expect(await answer(binh, 'Tiếng Việt')).toBe(say('conversation-language-set'));
  });

  test('is heard in order, however fast, while others speak', async () => {
    const people = await Promise.all(['A', 'B', 'C', 'D'].map((code) => house.join(code)));
    const begin = people.map(({ inbox }) => inbox.length);
    for (const person of people)
      for (const said of ['/trogiup', 'english', '/trogiup', 'vang', 'tieng viet', '/menu']) person.say(said);
    const expected = [
      say('conversation-help'),
      say('conversation-language-set', {}, 'en'),
      say('conversation-help', {}, 'en'),
      say('conversation-polite', {}, 'en'),
      say('conversation-language-set'),
      say('conversation-menu'),
    ];
    for (const [index, person] of people.entries()) {
      await person.until(() => person.inbox.length === begin[index]! + expected.length, {
        timeoutMs: 10_000,
      });
      expect(textsOf(person).slice(begin[index])).toEqual(expected);
    }
  });

  test('gets an answer although Telegram was busy, or broken for a moment', async () => {
    const binh = await house.join('B');
    house.standIn.fault({ method: 'sendMessage', chat: binh.id, kind: { status: 502 } });
    expect(await answer(binh, '/menu')).toBe(say('conversation-menu'));
    house.standIn.fault({ method: 'sendMessage', chat: binh.id, kind: { status: 429, retryAfter: 1 } });
    const began = performance.now();
    expect(await answer(binh, '/trogiup')).toBe(say('conversation-help'));
    expect(performance.now() - began).toBeGreaterThan(950);
  });
});

describe('stopping', () => {
  const stop = async (person: Person) => {
    expect(await answer(person, '/dung')).toBe(say('conversation-stop-question'));
    person.press(person.inbox.at(-1)!, say('button-stop-yes'));
    expect((await person.next()).text).toBe(say('conversation-stopped'));
  };

  test('is asked about, and does not happen by mistake', async () => {
    const binh = await house.join('B');
    binh.say('đừng nhắn nữa');
    const asked = await binh.next();
    expect(buttonsOf(asked)).toEqual([say('button-stop-yes'), say('button-stop-no')]);
    binh.press(asked, say('button-stop-no'));
    expect((await binh.next()).text).toBe(say('conversation-stop-not'));
    for (const doubt of ['không', 'vâng', 'da nam', 'gì cơ', 'đúng giờ']) {
      await answer(binh, '/dung');
      expect(await answer(binh, doubt)).toBe(say('conversation-stop-not'));
    }
    expect(await chatOf(binh)).toMatchObject({ state: 'active' });
    // "Đúng" is no word for stopping, though it loses its mark like one.
    expect(await answer(binh, 'đúng')).toBe(say('conversation-polite'));
  });

  test('holds back what is sent, for this member only, until they come back', async () => {
    const [binh, en] = [await house.join('B'), await house.join('E')];
    await stop(binh);
    expect(await chatOf(binh)).toMatchObject({ state: 'stopped' });
    const id = await send('Trong lúc ngừng', { unit: 'X1-C' });
    await en.next({ matching: 'Trong lúc ngừng' });
    await expect
      .poll(async () => (await house.hub.notices.status(operator, id)).unreachable)
      .toEqual(['A', 'B']);
    for (const said of ['chào', '/menu', 'da nam']) {
      expect(await answer(binh, said)).toBe(say('conversation-is-stopped'));
    }
    expect(textsOf(binh).join()).not.toContain('Trong lúc ngừng');

    expect(await answer(binh, 'tiep tuc')).toBe(say('conversation-resumed'));
    const missed = await binh.next({ matching: 'Trong lúc ngừng' });
    binh.press(missed, 'Đã nắm');
    await binh.next({ matching: 'Đã ghi nhận' });
    expect(await acknowledged(id)).toBe(1);
    expect(textsOf(en).filter((text) => text.includes('Trong lúc ngừng')).length).toBe(1);
  });

  test.each(['/start', 'nhận lại', 'button'])('is undone by %s', async (how) => {
    const binh = await house.join('B');
    await stop(binh);
    if (how === 'button') binh.press(binh.inbox.at(-1)!, say('button-resume'));
    else binh.say(how);
    expect((await binh.next()).text).toBe(say('conversation-resumed'));
    expect(await chatOf(binh)).toMatchObject({ state: 'active' });
  });

  test('does not make an acknowledgement impossible', async () => {
    const binh = await house.join('B');
    const id = await send('Trước khi ngừng');
    const notice = await binh.next({ matching: 'Trước khi ngừng' });
    await stop(binh);
    binh.press(notice, 'Đã nắm');
    expect((await binh.next()).text).toBe(say('conversation-acknowledged', { title: 'Trước khi ngừng' }));
    expect(await acknowledged(id)).toBe(1);
    expect(await chatOf(binh)).toMatchObject({ state: 'stopped' });
  });
});

describe('blocking the bot', () => {
  test('is noticed, and what was missed comes when it is let in again', async () => {
    const binh = await house.join('B');
    binh.block();
    await expect.poll(async () => (await chatOf(binh))?.state).toBe('blocked');
    const id = await send('Khi bị chặn', { unit: 'X1-C' });
    await expect
      .poll(async () => (await house.hub.notices.status(operator, id)).byStatus.unreachable)
      .toBe(3);
    binh.unblock();
    await binh.next({ matching: 'Khi bị chặn' });
    expect(await chatOf(binh)).toMatchObject({ state: 'active' });
  });

  test('does not undo a stop', async () => {
    const binh = await house.join('B');
    await answer(binh, '/dung');
    await answer(binh, 'dong y');
    binh.block();
    binh.unblock();
    expect(await answer(binh, 'chào')).toBe(say('conversation-is-stopped'));
  });
});

describe('a restart', () => {
  test('in the middle of the consent question loses nothing', async () => {
    const [first, second] = [house.stranger(), house.stranger()];
    const question = await answer(first, await invite('A'));
    await answer(second, await invite('C'));
    await house.restart(() => void second.say('dong y'));
    for (const part of [1, 2, 3]) {
      expect((await second.next({ timeoutMs: 15_000 })).text.slice(0, 20)).toBe(
        say(`enrolment-welcome-${part}`, { name: 'Cương', unit: 'Chi bộ trong bộ phận' }).slice(0, 20),
      );
    }
    expect(first.inbox.length).toBe(1);
    first.press(first.inbox[0]!, 'Đồng ý');
    for (const _ of [1, 2, 3]) await first.next();
    await quiet();
    expect((await consents()).map(({ code, text }) => [code, question.endsWith(text)])).toEqual([
      ['C', true],
      ['A', true],
    ]);
    expect([first.inbox.length, second.inbox.length]).toEqual([4, 4]);
  });

  test('in the middle of choosing, of stopping and of an answer loses nothing', async () => {
    const [an, binh, co] = [await house.join('A'), await house.join('B'), await house.join('C')];
    const ids = [await send('Kế hoạch một'), await send('Kế hoạch hai')];
    for (const person of [an, binh, co]) for (const id of ids) await arrived(person, 'Kế hoạch', id);
    await answer(an, 'da nam');
    await answer(binh, '/dung');
    // Its answer is on the way when the hub goes down.
    house.standIn.fault({ method: 'sendMessage', chat: co.id, kind: { delayMs: 400 } });
    co.say('van ban cho');
    await co.next({ matching: 'Kế hoạch' });
    await house.restart(() => {
      an.say('tat ca');
      binh.say('đồng ý');
      co.say('1');
    });
    for (const _ of ids) expect((await an.next({ timeoutMs: 15_000 })).text).toContain('Đã ghi nhận');
    expect((await binh.next()).text).toBe(say('conversation-stopped'));
    expect((await co.next()).text).toContain('Đã ghi nhận');
    await quiet();
    expect((await Promise.all(ids.map(acknowledged))).toSorted((a, b) => a - b)).toEqual([1, 2]);
    expect(textsOf(co).filter((text) => text.startsWith('Còn')).length).toBe(1);
  });
});

describe('time', () => {
  /** A hub whose clock we hold, which hears and answers when we say so. */
  async function slowHub() {
    const standIn = telegramStandIn();
    const { url } = await standIn.listen();
    let now = new Date('2026-11-01T02:00:00Z');
    const { config } = house.hub;
    const settings = {
      DATA_DIR: `${config.DATA_DIR}/slow-${newId()}`,
      TELEGRAM_BOT_TOKEN: standIn.token,
      TELEGRAM_API_ROOT: url,
    };
    const hub = await compose(readConfig({ ...settings, TELEGRAM_RATE: 'unlimited', LOG_LEVEL: 'silent' }), {
      as: 'hub',
      clock: () => now,
    });
    onTestFinished(async () => {
      await hub.conversations.stop();
      // A test may have closed the database before.
      await hub.close().catch(() => {});
      await standIn.close();
    });
    const person = standIn.user(7);
    person.start();
    let events = 0;
    return {
      hub,
      pass: (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000)),
      async answer(text: string) {
        events += 1;
        const event = {
          channel: 'telegram' as const,
          address: '7',
          eventKey: String(events),
          kind: 'text' as const,
          text,
          payload: '',
        };
        await hub.inbox.receive([event]);
        await hub.conversations.work();
        return (await person.next()).text;
      },
    };
  }

  test('after a quarter of an hour a code may be tried again', async () => {
    const { hub, pass, answer } = await slowHub();
    const words = hub.locales('vi');
    for (let guess = 0; guess < 5; guess += 1) {
      expect(await answer('ABCD-2345')).toBe(words('invite-wrong'));
      pass(1);
    }
    expect(await answer('ABCD-2345')).toBe(words('enrolment-too-many'));
    pass(9.9);
    expect(await answer('ABCD-2345')).toBe(words('enrolment-too-many'));
    pass(0.2);
    expect(await answer('ABCD-2345')).toBe(words('invite-wrong'));
    expect(await answer('ABCD-2345')).toBe(words('enrolment-too-many'));
  });

  test('where the database is away we do not ask it without a pause', async () => {
    const { hub } = await slowHub();
    await hub.database.close();
    const working = hub.conversations.work();
    await new Promise((done) => setTimeout(done, 1_000));
    await hub.conversations.stop();
    await working;
    const { values } = await hub.metrics.backgroundProblems.get();
    const problems = values.find(({ labels }) => labels.work === 'conversation')?.value ?? 0;
    expect(problems).toBeGreaterThan(0);
    expect(problems).toBeLessThan(100);
  });
});
