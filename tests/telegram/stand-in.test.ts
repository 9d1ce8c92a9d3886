import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { fastify } from 'fastify';
import { Api, Bot, GrammyError, InlineKeyboard, InputFile } from 'grammy';
import { expect, onTestFinished, test } from 'vitest';
import { telegramStandIn, type StandInOptions } from '../../bots/telegram/stand-in/index.ts';

const json = { 'content-type': 'application/json' };

/** A running stand-in; `call` answers true or the refusal, `send` writes to Lan. */
async function telegram(options: StandInOptions = {}) {
  const standIn = telegramStandIn(options);
  const { url } = await standIn.listen();
  onTestFinished(() => standIn.close());
  const api = new Api(standIn.token, { apiRoot: url, timeoutSeconds: 2 });
  /** GET without a body, else POST; the answer is JSON. */
  const ask = async (path: string, body?: object, signal: AbortSignal | null = null) => {
    const sent = body && { method: 'POST', headers: json, body: JSON.stringify(body) };
    return JSON.parse(await (await fetch(url + path, { ...sent, signal })).text());
  };
  const call = async (method: string, parameters: object = {}, signal?: AbortSignal) => {
    const { ok, ...refusal } = await ask(`/bot${standIn.token}/${method}`, parameters, signal);
    return ok || Object.values(refusal).slice(0, 2).join(' ');
  };
  const send = (more: object, signal?: AbortSignal) =>
    call('sendMessage', { chat_id: 7, text: 'a', ...more }, signal);
  return { standIn, url, api, ask, call, send, lan: standIn.user(7, { first_name: 'Lan' }) };
}

test('a long poll waits, is woken by a message, and an offset confirms what came before', async () => {
  const { api, lan } = await telegram();
  const started = performance.now();
  expect(await api.getUpdates({ timeout: 1 })).toEqual([]);
  expect(performance.now() - started).toBeGreaterThan(900);
  const waiting = api.getUpdates({ timeout: 30 });
  await pause(50);
  lan.start('ma-moi');
  const [first] = await waiting;
  const entities = [{ type: 'bot_command', offset: 0, length: 6 }];
  expect(first?.message).toMatchObject({ text: '/start ma-moi', entities, chat: { id: 7, type: 'private' } });
  expect(first?.message?.date).toBeCloseTo(Date.now() / 1000, -1);
  lan.say('hai');
  expect((await api.getUpdates()).length).toBe(2);
  const rest = await api.getUpdates({ offset: first!.update_id + 1 });
  expect(rest.map(({ message }) => message?.text)).toEqual(['hai']);
  expect(await api.getUpdates({ offset: rest[0]!.update_id + 1 })).toEqual([]);
});

test('a second poll ends the first, and a webhook ends polling', async () => {
  const { call } = await telegram();
  const first = call('getUpdates', { timeout: 30 });
  await pause(50);
  const second = call('getUpdates', { timeout: 30 });
  expect(await first).toMatch(/^409 Conflict: terminated by other getUpdates request/);
  await pause(50);
  await call('setWebhook', { url: 'http://127.0.0.1:9/nobody' });
  expect(await second).toMatch(/^409 Conflict: terminated by setWebhook/);
  expect(await call('getUpdates')).toMatch(/^409 Conflict: can't use getUpdates method while webhook/);
});

test('a webhook gets its secret, tries again, and keeps one chat in order', async () => {
  const { lan, api } = await telegram();
  const seen: string[] = [];
  const hub = fastify({ forceCloseConnections: true });
  let failures = 2;
  hub.post('/hook', async (request, reply) => {
    expect(request.headers['x-telegram-bot-api-secret-token']).toBe('mot-bi-mat');
    if (failures-- > 0) return reply.code(500).send();
    seen.push((request.body as { message: { text: string } }).message.text);
    return {};
  });
  const address = await hub.listen({ host: '127.0.0.1', port: 0 });
  onTestFinished(() => hub.close());
  await api.setWebhook(`${address}/hook`, { secret_token: 'mot-bi-mat', allowed_updates: ['message'] });
  lan.block();
  lan.start();
  for (const word of ['một', 'hai']) lan.say(word);
  await expect.poll(() => seen).toEqual(['/start', 'một', 'hai']);
  await expect.poll(async () => (await api.getWebhookInfo()).pending_update_count).toBe(0);
  expect(await api.getWebhookInfo()).toMatchObject({ url: `${address}/hook`, allowed_updates: ['message'] });
});

test('refuses what Telegram refuses, in its words', async () => {
  const { standIn, api, call, send, url, lan } = await telegram();
  lan.start();
  const button = (callback_data: string) => ({ inline_keyboard: [[{ text: 'Có', callback_data }]] });
  expect(await send({ chat_id: 8 })).toBe('400 Bad Request: chat not found');
  expect(await send({ text: ' \n ' })).toBe('400 Bad Request: message text is empty');
  expect(await send({ text: 'ế'.repeat(4097) })).toBe('400 Bad Request: message is too long');
  expect(await send({ text: ` ${'ế'.repeat(4096)} ` })).toBe(true);
  const bytes66 = button('ế'.repeat(22));
  expect(await send({ reply_markup: bytes66 })).toBe('400 Bad Request: BUTTON_DATA_INVALID');
  expect(await send({ reply_markup: button('ế'.repeat(21)) })).toBe(true);
  expect(await send({ entities: [{ type: 'bold', offset: 0, length: 2 }] })).toMatch(/ends after the end/);
  expect(await call('sendVideoNote')).toBe('404 Not Found');
  expect((await fetch(`${url}/bot1:wrong/getMe`)).status).toBe(401);
  await expect(api.answerCallbackQuery('1')).rejects.toThrow(/query is too old/);
  lan.block();
  expect(await send({})).toBe('403 Forbidden: bot was blocked by the user');
  const updates = await api.getUpdates();
  expect(updates.at(-1)?.my_chat_member?.new_chat_member.status).toBe('kicked');
  expect([standIn.sent.length, standIn.deliveredTo(7)]).toEqual([2, 2]);
});

test('a pressed button reaches a grammY bot, and its answer and edit reach the phone', async () => {
  const { standIn, url, lan } = await telegram();
  const bot = new Bot(standIn.token, { client: { apiRoot: url } });
  const keyboard = new InlineKeyboard().text('Tôi dự', 'du:1').text('Vắng', 'vang:1');
  bot.command('start', (context) => context.reply(`Chào ${context.match}`, { reply_markup: keyboard }));
  bot.callbackQuery('du:1', async (context) => {
    await context.answerCallbackQuery('Đã ghi');
    await context.editMessageText('Đồng chí dự');
  });
  const running = bot.start({ timeout: 5 });
  onTestFinished(() => bot.stop().then(() => running));
  lan.start('abc');
  const invitation = await lan.next();
  expect(invitation).toMatchObject({ text: 'Chào abc', buttons: [{ text: 'Tôi dự' }, { text: 'Vắng' }] });
  expect(() => lan.press(invitation, 'Không có nút này')).toThrow(/no button/);
  lan.press(invitation, 'Tôi dự');
  await lan.until(() => lan.inbox[0]?.edited);
  expect(lan.inbox).toMatchObject([{ text: 'Đồng chí dự', buttons: [], edited: true }]);
  expect(lan.toasts).toMatchObject([{ text: 'Đã ghi', alert: false, data: 'du:1' }]);
});

test('an edit must change something; deleting clears the screen', async () => {
  const { api, lan } = await telegram();
  lan.start();
  const reply_markup = new InlineKeyboard().text('Có', 'co');
  const { message_id: id } = await api.sendMessage(7, 'Một', { reply_markup });
  const same = /message is not modified: /;
  await expect(api.editMessageText(7, id, 'Một', { reply_markup })).rejects.toThrow(same);
  await expect(api.editMessageReplyMarkup(7, id, { reply_markup })).rejects.toThrow(same);
  expect(await api.editMessageReplyMarkup(7, id)).toMatchObject({ message_id: id, text: 'Một' });
  await api.editMessageText(7, id, '<b>Hai</b> &amp; ba', { parse_mode: 'HTML' });
  const entities = [{ type: 'bold', offset: 0, length: 3 }];
  expect(lan.inbox[0]).toMatchObject({ text: 'Hai & ba', entities });
  await api.deleteMessage(7, id);
  await expect(api.editMessageText(7, id, 'Ba')).rejects.toThrow(/message to edit not found/);
  expect(lan.inbox).toEqual([]);
});

test('scripted refusals: 429, 5xx, migration', async () => {
  const { standIn, api, send, lan } = await telegram();
  lan.start();
  standIn.user(8).start();
  standIn.fault({ method: 'sendMessage', chat: 7, after: 1, kind: { status: 429, retryAfter: 3 } });
  expect(await send({ chat_id: 8 })).toBe(true);
  expect(await send({})).toBe(true);
  const flood = await api.sendMessage(7, 'chặn').catch((error: GrammyError) => error);
  expect(flood).toMatchObject({ error_code: 429, parameters: { retry_after: 3 } });
  expect(await send({})).toBe(true);
  standIn.fault({ chat: 8, kind: { migrateTo: -1001234567890 } });
  const moved = await api.sendMessage(8, 'dời').catch((error: GrammyError) => error);
  expect(moved).toMatchObject({ error_code: 400, parameters: { migrate_to_chat_id: -1001234567890 } });
  expect(await send({ chat_id: -1001234567890 })).toBe(true);
  standIn.fault({ chat: 8, times: 'always', kind: { status: 502 } });
  for (const _ of [1, 2]) expect(await send({ chat_id: 8 })).toBe('502 Bad Gateway');
  standIn.clearFaults();
  expect(await send({ chat_id: 8 })).toBe(true);
});

test('scripted silence: hanging, dropping, garbage and late answers, with and without delivery', async () => {
  const { standIn, send, lan } = await telegram();
  lan.start();
  standIn.fault({ chat: 7, kind: { hang: true, deliver: true } });
  await expect(send({ text: 'treo' }, AbortSignal.timeout(200))).rejects.toThrow();
  expect(standIn.sent.at(-1)).toMatchObject({ text: 'treo', answered: false });
  standIn.fault({ chat: 7, kind: { drop: true } });
  await expect(send({ text: 'rơi' })).rejects.toThrow();
  standIn.fault({ chat: 7, kind: { garbage: true, deliver: true } });
  await expect(send({ text: 'rác' })).rejects.toThrow(/JSON/);
  expect(lan.inbox.map(({ text }) => text)).toEqual(['treo', 'rác']);
  expect(standIn.requests).toEqual({ received: 3, answered: 0 });
  standIn.fault({ chat: 7, kind: { delayMs: 300 } });
  const late = send({ text: 'chậm' });
  await lan.next({ matching: 'chậm' });
  expect(standIn.sent.at(-1)?.answered).toBe(false);
  expect(await late).toBe(true);
});

test('limits answer 429 and count violations', async () => {
  const { standIn, send } = await telegram({ openChats: true, limits: { perSecond: 3 }, keepMessages: 0 });
  const answers = await Promise.all<string | true>([1, 2, 3, 4, 5].map((chat_id) => send({ chat_id })));
  expect(answers.filter((answer) => answer === true).length).toBe(3);
  expect(answers).toContain('429 Too Many Requests: retry after 1');
  expect([standIn.violations, standIn.sent]).toEqual([2, []]);
  expect(standIn.stats()).toMatchObject({ messages: 3, requests: 5, answered: 5 });
});

test('a file goes up once, goes out again by its id, and comes down unchanged', async () => {
  const { standIn, api, url, lan } = await telegram();
  lan.start();
  const name = 'Nghị quyết tháng 8.pdf';
  const bytes = Buffer.from('%PDF-1.7\r\n\r\n--rác\r\n'.repeat(5000));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const sent = await api.sendDocument(7, new InputFile(bytes, name), { caption: 'Tài liệu' });
  expect(sent.document).toMatchObject({ file_size: bytes.length, mime_type: 'application/pdf' });
  await api.sendDocument(7, sent.document.file_id);
  const form = new FormData();
  form.set('document', new Blob([bytes]), 'Bản sao.pdf');
  await fetch(`${url}/bot${standIn.token}/sendDocument?chat_id=7`, { method: 'POST', body: form });
  expect(lan.inbox.map(({ document }) => document?.name)).toEqual([name, name, 'Bản sao.pdf']);
  expect(lan.inbox.every(({ document }) => document?.sha256 === sha256)).toBe(true);
  const { file_path: path } = await api.getFile(sent.document.file_id);
  const download = await fetch(`${url}/file/bot${standIn.token}/${path}`);
  expect(Buffer.from(await download.arrayBuffer())).toEqual(bytes);
  await expect(api.sendDocument(7, 'BQkhông')).rejects.toThrow(/wrong file identifier/);
  const caption = 'a'.repeat(1025);
  await expect(api.sendDocument(7, sent.document.file_id, { caption })).rejects.toThrow(/too long/);
});

test('screens and updates survive an outage on the same address', async () => {
  const { standIn, api, url, lan } = await telegram();
  lan.start();
  await standIn.close();
  await expect(api.getMe()).rejects.toThrow();
  expect(await standIn.listen()).toEqual({ url });
  expect((await api.getUpdates()).length).toBe(1);
});

test('a person plays the phones on plain pages, a script does the same in JSON', async () => {
  const { api, url, lan, ask } = await telegram();
  const submit = async (path: string, fields: Record<string, string>) =>
    (await fetch(url + path, { method: 'POST', body: new URLSearchParams(fields) })).text();
  const page = (path: string) => fetch(url + path).then((answer) => answer.text());
  const opened = await submit('/phone', { chatId: '7', name: 'Bà <Lan>', code: 'MA-1' });
  expect(opened).toMatch(/<meta http-equiv=refresh content=3>.*Điện thoại của Bà &lt;Lan&gt;/s);
  const reply_markup = new InlineKeyboard().text('Có', 'co');
  const asked = await api.sendMessage(7, 'Dự <họp> không?', { reply_markup });
  expect(await page('/')).toContain('1 tin chưa đọc');
  expect(await page('/phone/7')).toContain('Dự &lt;họp&gt; không?');
  expect(await page('/phone/7?still')).not.toMatch(/http-equiv|<script/);
  await submit('/phone/7/press', { messageId: `${asked.message_id}`, button: 'co' });
  await submit('/phone/7/say', { text: 'Tôi đến muộn' });
  await ask('/stand-in/chats/9/start', { payload: 'MA-2', name: 'Ông Tư' });
  await ask('/stand-in/chats/9/say', { text: 'chào' });
  expect(await ask('/stand-in/chats/7/press', { button: 'Có' })).toEqual({ queryId: expect.any(String) });
  expect(await ask('/stand-in/chats/9/press', { button: 'Có' })).toEqual({ error: expect.any(String) });
  const [first, second] = await ask('/stand-in/chats');
  expect([first.unread, second.name]).toEqual([0, 'Ông Tư']);
  expect(await ask('/stand-in/chats/9/messages')).toMatchObject([{ text: '/start MA-2' }, { text: 'chào' }]);
  const { messages, perChat } = await ask('/stand-in/stats?perChat=true');
  expect([messages, perChat]).toEqual([1, { 7: 1 }]);
  const updates = await api.getUpdates();
  const said = updates.map((update) => update.callback_query?.data ?? update.message?.text);
  expect(said).toEqual(['/start MA-1', 'co', 'Tôi đến muộn', '/start MA-2', 'chào', 'co']);
  expect(lan.press(asked, 'co')).toMatch(/^\d+$/);
});
