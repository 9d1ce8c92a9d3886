import { createHash, createHmac, randomBytes } from 'node:crypto';
import { fastify } from 'fastify';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  personId,
  zaloStandIn,
  type StandInOptions,
  type TemplateDefinition,
} from '../../bots/zalo/stand-in/index.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Noon in Vietnam: no night begins while a test runs. */
const noon = new Date('2026-11-24T05:00:00Z');

const reminder: TemplateDefinition = {
  id: '412001',
  text: 'Đồng chí <ten>: <noi_dung>',
  parameters: [
    { name: 'ten', maxLength: 30 },
    { name: 'noi_dung', maxLength: 200, required: false },
  ],
  userCost: 560,
  phoneCost: 800,
};

/** A running stand-in whose administrator has a token; `call` answers the envelope. */
async function zalo(options: StandInOptions = {}) {
  const standIn = zaloStandIn({ clock: () => noon, templates: [reminder], ...options });
  const roots = await standIn.listen();
  onTestFinished(() => standIn.close());
  let pair = standIn.tokensByHand();
  const request = async (url: string, init: RequestInit = {}) => {
    const answer = await fetch(url, {
      ...init,
      headers: { access_token: pair.access_token, ...(init.headers as object) },
    });
    return { ...answer, headers: answer.headers, body: JSON.parse(await answer.text()) };
  };
  const post = async (path: string, body: object, root = roots.apiRoot) =>
    (await request(root + path, { method: 'POST', body: JSON.stringify(body) })).body;
  const get = async (path: string, data?: object) => {
    const query = data ? `?data=${encodeURIComponent(JSON.stringify(data))}` : '';
    return (await request(roots.apiRoot + path + query)).body;
  };
  /** An ordinary message; `message` is its text, or all of it. */
  const send = (to: { id: string }, message: string | object) =>
    post('/v3.0/oa/message/cs', {
      recipient: { user_id: to.id },
      message: typeof message === 'string' ? { text: message } : message,
    });
  const upload = async (kind: string, name: string, bytes: Uint8Array<ArrayBuffer>) => {
    const form = new FormData();
    form.set('file', new File([bytes], name));
    const url = `${roots.apiRoot}/v2.0/oa/upload/${kind}`;
    return (await request(url, { method: 'POST', body: form })).body;
  };
  const exchange = async (fields: Record<string, string>, secretKey: string = standIn.app.secret) => {
    const body = new URLSearchParams({ app_id: standIn.app.id, ...fields });
    const answer = await fetch(`${roots.oauthRoot}/v4/oa/access_token`, {
      method: 'POST',
      headers: { secret_key: secretKey },
      body,
    });
    const given = JSON.parse(await answer.text());
    if (given.access_token) pair = given;
    return given;
  };
  /** Time passes, over which the app kept its token fresh. */
  const later = (ms: number) => {
    standIn.advance(ms);
    pair = standIn.tokensByHand();
  };
  return { standIn, roots, request, post, get, send, upload, exchange, later, pair: () => pair };
}

describe('tokens', () => {
  test('an exchange gives a new pair, and the pair before is dead', async () => {
    const { send, exchange, standIn, pair, get } = await zalo();
    const before = pair();
    const after = await exchange({ grant_type: 'refresh_token', refresh_token: before.refresh_token });
    expect(after).toEqual({
      access_token: expect.stringMatching(/./),
      refresh_token: expect.stringMatching(/./),
      expires_in: '90000',
    });
    expect((await get('/v2.0/oa/getoa')).error).toBe(0);
    const again = await exchange({ grant_type: 'refresh_token', refresh_token: before.refresh_token });
    expect(again.error).toBe(-14020);
    expect((await exchange({ grant_type: 'refresh_token', refresh_token: 'nonsense' })).error).toBe(-14014);
    expect(standIn.tokensGiven).toBe(2);
    standIn.tokensByHand();
    const lan = standIn.person(1);
    lan.follow();
    expect(await send(lan, 'a')).toEqual({ error: -220, message: expect.any(String) });
  });

  test('the access token lives 25 hours, the refresh token three months', async () => {
    const { get, standIn, exchange, pair } = await zalo();
    standIn.advance(25 * hourMs - 1);
    expect((await get('/v2.0/oa/getoa')).error).toBe(0);
    standIn.advance(2);
    expect((await get('/v2.0/oa/getoa')).error).toBe(-220);
    const refresh = () => exchange({ grant_type: 'refresh_token', refresh_token: pair().refresh_token });
    standIn.advance(88 * dayMs);
    expect((await refresh()).error).toBeUndefined();
    standIn.advance(91 * dayMs);
    expect((await refresh()).error).toBe(-14020);
  });

  test('a code is good once, within ten minutes, for whoever has its verifier', async () => {
    const { standIn, roots, exchange } = await zalo();
    const verifier = randomBytes(32).toString('base64url');
    const back = 'https://chibo.example.vn/callback';
    standIn.callbackUrl = back;
    const consent = (redirect = back) => {
      const challenge = createHash('sha256').update(verifier).digest('base64url');
      const query = {
        app_id: standIn.app.id,
        redirect_uri: redirect,
        code_challenge: challenge,
        state: 's1',
      };
      return `${roots.oauthRoot}/v4/oa/permission?${new URLSearchParams(query)}`;
    };
    const codeOf = (url: string) => new URL(url).searchParams.get('code')!;
    const take = (code: string, codeVerifier = verifier) =>
      exchange({ grant_type: 'authorization_code', code, code_verifier: codeVerifier });

    expect(() => standIn.agreeAt(consent(`${back}/`))).toThrow(/redirect/);
    const returned = new URL(standIn.agreeAt(consent()));
    expect(Object.fromEntries(returned.searchParams)).toEqual({
      oa_id: standIn.account.id,
      state: 's1',
      code: expect.stringMatching(/./),
    });
    expect((await take(codeOf(returned.href))).access_token).toMatch(/./);
    expect((await take(codeOf(returned.href))).error).toBe(-14005);
    const wrong = await take(codeOf(standIn.agreeAt(consent())), 'x'.repeat(43));
    expect(wrong).toMatchObject({ error: -14003, error_name: 'Invalid code verifier' });
    const late = codeOf(standIn.agreeAt(consent()));
    standIn.advance(600_001);
    expect((await take(late)).error).toBe(-14005);
  });

  test('the app is asked for its secret, its id and a kind of grant', async () => {
    const { exchange, pair, standIn } = await zalo();
    const fields = { grant_type: 'refresh_token', refresh_token: pair().refresh_token };
    expect((await exchange(fields, 'wrong')).error).toBe(-14004);
    expect((await exchange({ ...fields, app_id: '1' })).error).toBe(-14002);
    expect((await exchange({ ...fields, grant_type: 'password' })).error).toBe(-14018);
    expect((await exchange(fields)).access_token).toMatch(/./);
    standIn.revokeTokens();
    expect((await exchange({ ...fields, refresh_token: pair().refresh_token })).error).toBe(-14020);
  });

  test('a signature over each call is asked for where the app demands it', async () => {
    const { roots, request, standIn, pair } = await zalo({ requireProof: true });
    const url = `${roots.apiRoot}/v2.0/oa/getoa`;
    expect((await request(url)).body.error).toBe(-242);
    const proof = createHmac('sha256', standIn.app.secret).update(pair().access_token).digest('hex');
    expect((await request(url, { headers: { appsecret_proof: proof } })).body.error).toBe(0);
  });
});

describe('an ordinary message', () => {
  test('is free for 48 hours, costs until the seventh day, and is refused after', async () => {
    const { send, standIn, later } = await zalo();
    const lan = standIn.person(1, { name: 'Lan' });
    expect((await send(lan, 'a')).error).toBe(-213);
    lan.say('Chào chi bộ');
    const free = await send(lan, 'Chào đồng chí');
    expect(free.data).toEqual({
      message_id: lan.inbox[0]!.id,
      user_id: personId(1),
      sent_time: String(noon.getTime()),
      quota: { quota_type: 'reply' },
    });
    later(48 * hourMs + 1);
    const paid = await send(lan, 'Còn đó không');
    expect(paid.error).toBe(0);
    expect(paid.data.quota).toBeUndefined();
    expect(standIn.account.credit).toBe(1_000_000 - 55);
    later(5 * dayMs);
    expect((await send(lan, 'Muộn rồi')).error).toBe(-230);
    lan.say('Tôi đây');
    expect((await send(lan, 'Lại được')).data.quota).toEqual({ quota_type: 'reply' });
    expect(lan.inbox.map(({ text }) => text)).toEqual(['Chào đồng chí', 'Còn đó không', 'Lại được']);
    expect(standIn.sent.map(({ cost }) => cost)).toEqual([0, 55, 0]);
  });

  test('needs somebody who pays once it costs', async () => {
    const { send, standIn, later } = await zalo({ account: { credit: 54 } });
    const lan = standIn.person(1);
    lan.follow();
    later(3 * dayMs);
    expect((await send(lan, 'a')).error).toBe(-321);
    standIn.account.cloudAccount = false;
    expect((await send(lan, 'a')).error).toBe(-320);
    standIn.account.planMessages = 1;
    expect((await send(lan, 'a')).data.quota).toEqual({ quota_type: 'sub_quota' });
  });

  test('has at most 2,000 characters, however many bytes these take', async () => {
    const { send, standIn } = await zalo();
    const lan = standIn.person(1);
    lan.follow();
    expect((await send(lan, '👍'.repeat(2_000))).error).toBe(0);
    expect((await send(lan, 'ế'.repeat(2_001))).error).toBe(-210);
    expect((await send(lan, '')).error).toBe(-201);
    expect((await send({ id: 'Lan' }, 'a')).error).toBe(-201);
  });

  test('carries up to five buttons, whose payload comes back as something said', async () => {
    const { send, standIn } = await zalo();
    const lan = standIn.person(1);
    lan.follow();
    const withButtons = (buttons: object[]) => ({
      text: 'Đồng chí đã nắm chưa?',
      attachment: { type: 'template', payload: { buttons } },
    });
    const known = { title: 'Đã nắm', type: 'oa.query.show', payload: 'ack:1' };
    expect(
      (await send(lan, withButtons([known, { ...known, type: 'oa.query.hide', title: 'Ẩn' }]))).error,
    ).toBe(0);
    lan.tap(lan.inbox[0]!, 'Đã nắm');
    lan.tap(lan.inbox[0]!, 'Ẩn');
    expect(lan.screen.map(({ text }) => text)).toEqual(['Đồng chí đã nắm chưa?', 'ack:1']);
    expect((await send(lan, withButtons(Array.from({ length: 6 }, () => known)))).error).toBe(-201);
    expect((await send(lan, withButtons([{ ...known, payload: 'x'.repeat(1_001) }]))).error).toBe(-210);
    expect((await send(lan, withButtons([{ ...known, type: 'oa.click' }]))).error).toBe(-201);
    standIn.account.takesButtons = false;
    expect((await send(lan, withButtons([known]))).error).toBe(-233);
  });

  test('does not reach who blocked the account, went away, or has not been seen for long', async () => {
    const { send, standIn } = await zalo();
    const [blocked, gone, away] = [1, 2, 3].map((number) => standIn.person(number));
    for (const person of [blocked!, gone!, away!]) person.follow();
    blocked!.blocked = true;
    gone!.unfollow();
    away!.inactive = true;
    const errors = [];
    for (const person of [blocked!, gone!, away!]) errors.push((await send(person, 'a')).error);
    expect(errors).toEqual([-217, -213, -227]);
  });

  test('asks for name and number, and the answer is kept with the person', async () => {
    const { send, get, standIn } = await zalo();
    const lan = standIn.person(1, { name: 'Nguyễn Thị Lan', phone: '0912 000 001' });
    lan.follow();
    const element = {
      title: 'Xin số điện thoại',
      subtitle: 'Để chi bộ liên hệ',
      image_url: 'https://example.invalid/a.png',
    };
    const ask = (elements: object[]) =>
      send(lan, {
        attachment: { type: 'template', payload: { template_type: 'request_user_info', elements } },
      });
    expect((await ask([element, element])).error).toBe(-201);
    expect((await ask([{ ...element, title: 'x'.repeat(101) }])).error).toBe(-201);
    expect((await ask([element])).error).toBe(0);
    expect(lan.inbox[0]!.asksForInfo).toBe(true);
    expect((await get('/v3.0/oa/user/detail', { user_id: lan.id })).data.shared_info).toBeUndefined();
    lan.shareInfo();
    expect((await get('/v3.0/oa/user/detail', { user_id: lan.id })).data).toMatchObject({
      display_name: 'Nguyễn Thị Lan',
      user_is_follower: true,
      user_last_interaction_date: '24/11/2026',
      shared_info: { phone: '84912000001' },
    });
  });
});

describe('files', () => {
  const pdf = new Uint8Array(Buffer.from('%PDF-1.7 kế hoạch'));

  test('go up, are sent by their id, and the id dies after seven days', async () => {
    const { send, upload, standIn, later } = await zalo();
    const lan = standIn.person(1);
    lan.follow();
    const { token } = (await upload('file', 'Kế hoạch số 27.pdf', pdf)).data;
    const file = (id: string) => send(lan, { attachment: { type: 'file', payload: { token: id } } });
    expect((await file(token)).error).toBe(0);
    expect(lan.inbox[0]!.file).toEqual({
      name: 'Kế hoạch số 27.pdf',
      size: pdf.length,
      sha256: createHash('sha256').update(pdf).digest('hex'),
    });
    expect((await file('unknown')).error).toBe(-201);
    later(7 * dayMs + 1);
    lan.say('vẫn đây');
    expect((await file(token)).error).toBe(-100);
  });

  test('of which are pictures go as such, by their id or an address', async () => {
    const { send, upload, standIn } = await zalo();
    const lan = standIn.person(1);
    lan.follow();
    const { attachment_id: id } = (await upload('image', 'anh.png', new Uint8Array([1, 2, 3]))).data;
    const picture = (element: object) => {
      const payload = { template_type: 'media', elements: [{ media_type: 'image', ...element }] };
      return send(lan, { text: 'Ảnh hội trường', attachment: { type: 'template', payload } });
    };
    expect((await picture({ attachment_id: id })).error).toBe(0);
    expect(lan.inbox[0]).toMatchObject({ text: 'Ảnh hội trường', file: { name: 'anh.png', size: 3 } });
    expect((await picture({ attachment_id: id, url: 'https://example.invalid/a.png' })).error).toBe(-201);
    expect((await picture({ url: 'https://example.invalid/a.png' })).error).toBe(0);
  });

  test('are taken by kind and size', async () => {
    const { upload } = await zalo();
    expect((await upload('file', 'bang.xlsx', pdf)).error).toBe(-201);
    expect((await upload('image', 'anh.gif', pdf)).error).toBe(-201);
    expect((await upload('image', 'anh.png', new Uint8Array(1_048_577))).error).toBe(-210);
    expect((await upload('file', 'to.pdf', new Uint8Array(5 * 1_048_576 + 1))).error).toBe(-210);
    expect((await upload('file', 'rong.pdf', new Uint8Array())).error).toBe(-201);
  });
});

describe('approved texts', () => {
  const data = { ten: 'Lan', noi_dung: 'họp 19 giờ 30' };

  test('reach by id who was silent for long, and are paid for', async () => {
    const { post, standIn } = await zalo();
    const lan = standIn.person(1);
    lan.follow();
    standIn.advance(20 * hourMs);
    lan.interactedAt = new Date(noon.getTime() - 60 * dayMs);
    const template = (more: object = {}) =>
      post('/v3.0/oa/message/template', {
        user_id: lan.id,
        template_id: reminder.id,
        template_data: data,
        ...more,
      });
    expect(await template()).toMatchObject({ error: 0, data: { message_id: lan.inbox[0]!.id } });
    expect(lan.inbox[0]).toMatchObject({
      text: 'Đồng chí Lan: họp 19 giờ 30',
      template: { id: reminder.id, data },
    });
    expect(standIn.account.credit).toBe(1_000_000 - 560);
    expect((await template({ template_data: { noi_dung: 'x' } })).error).toBe(-201);
    expect((await template({ template_data: { ten: 'x'.repeat(31) } })).error).toBe(-210);
    expect((await template({ template_data: { ...data, la: 'x' } })).error).toBe(-201);
    expect((await template({ template_id: '1' })).error).toBe(-201);
    lan.refusesTemplates = true;
    expect((await template()).error).toBe(-244);
  });

  test('that are promotions rest at night, and some cannot go by id', async () => {
    const { post, standIn } = await zalo();
    const lan = standIn.person(1);
    lan.follow();
    const template = () =>
      post('/v3.0/oa/message/template', { user_id: lan.id, template_id: reminder.id, template_data: data });
    standIn.setTemplate({ ...reminder, tag: 'promotion' });
    expect((await template()).error).toBe(0);
    standIn.advance(10 * hourMs);
    expect((await template()).error).toBe(-234);
    standIn.setTemplate({ ...reminder, userCost: null });
    expect((await template()).error).toBe(-249);
  });

  test('reach by telephone number, under a tracking id of the sender’s', async () => {
    const { post, standIn, roots } = await zalo({ dailyQuota: 2 });
    const lan = standIn.person(1, { name: 'Lan', phone: '0912000001' });
    const message = (more: object = {}) => {
      const base = { phone: '84912000001', template_id: reminder.id, template_data: data, tracking_id: 't1' };
      return post('/message/template', { ...base, ...more }, roots.businessRoot);
    };
    expect((await message()).data).toEqual({
      msg_id: lan.inbox[0]!.id,
      sent_time: String(noon.getTime()),
      sending_mode: '1',
      quota: { dailyQuota: '2', remainingQuota: '1' },
    });
    expect((await message({ tracking_id: undefined })).error).toBe(-132);
    expect((await message({ tracking_id: 'x'.repeat(49) })).error).toBe(-132);
    expect((await message({ phone: '0912000001' })).error).toBe(-108);
    expect((await message({ phone: '84912000002' })).error).toBe(-118);
    expect((await message({ template_id: '1' })).error).toBe(-109);
    expect((await message({ mode: 'development' })).error).toBe(-127);
    lan.refusesTemplates = true;
    expect((await message()).error).toBe(-139);
    lan.refusesTemplates = false;
    expect((await message()).error).toBe(0);
    expect((await message()).error).toBe(-144);
    standIn.advance(dayMs);
    standIn.account.credit = 100;
    standIn.tokensByHand();
    expect((await message()).error).toBe(-124);
  });

  test('say what has to be filled in, and what they cost', async () => {
    const { request, roots } = await zalo();
    const info = `${roots.businessRoot}/template/info/v2?template_id=`;
    expect((await request(info + reminder.id)).body.data).toMatchObject({
      status: 'ENABLE',
      price_uid: '560',
      price_sdt: '800',
      listParams: [
        { name: 'ten', require: true, maxLength: 30 },
        { name: 'noi_dung', require: false, maxLength: 200 },
      ],
    });
    expect((await request(`${info}1`)).body.error).toBe(-109);
    expect((await request(`${roots.businessRoot}/template/all`)).body.data).toHaveLength(1);
  });
});

test('groups have no window and no buttons, and lapse when nobody pays', async () => {
  const { post, get, standIn } = await zalo();
  const people = [1, 2].map((number) => standIn.person(number));
  const cell = standIn.group('Chi bộ 1', people);
  const message = (content: object) =>
    post('/v3.0/oa/group/message', { recipient: { group_id: cell.id }, message: content });
  expect((await message({ text: 'Họp lúc 19 giờ 30' })).data.message_id).toBe(cell.inbox[0]!.id);
  const buttons = [{ title: 'Đã nắm', type: 'oa.query.show', payload: 'a' }];
  expect((await message({ text: 'a', attachment: { type: 'template', payload: { buttons } } })).error).toBe(
    -233,
  );
  const { data } = await get('/v3.0/oa/group/listmember', { group_id: cell.id, offset: 0, count: 50 });
  expect(data.members.map(({ user_id }: { user_id: string }) => user_id)).toEqual(people.map(({ id }) => id));
  expect((await get('/v3.0/oa/group/getgroup', { group_id: cell.id })).data.group_info.name).toBe('Chi bộ 1');
  cell.expire();
  expect((await message({ text: 'a' })).error).toBe(-237);
  cell.remove();
  expect((await message({ text: 'a' })).error).toBe(-403);
});

test('an account that is not verified, or on a plan too low, may ask only who it is', async () => {
  const { send, get, standIn } = await zalo({ account: { plan: 'Basic' } });
  const lan = standIn.person(1);
  lan.follow();
  expect((await send(lan, 'a')).error).toBe(-224);
  standIn.account.verified = false;
  expect((await send(lan, 'a')).error).toBe(-221);
  expect((await get('/v2.0/oa/getoa')).data).toMatchObject({ is_verified: false, package_name: 'Basic' });
});

test('the account may make so many calls a minute, and each answer says how many are left', async () => {
  const { request, roots, standIn } = await zalo({ perMinute: 2 });
  const ask = () => request(`${roots.apiRoot}/v2.0/oa/getoa`);
  const answers = [await ask(), await ask(), await ask()];
  expect(answers.map(({ body }) => body.error)).toEqual([0, 0, -32]);
  expect(answers.map(({ headers }) => headers.get('x-ratelimit-remain'))).toEqual(['1', '0', '0']);
  expect(answers[0]!.headers.get('x-ratelimit-limit')).toBe('2');
  expect(standIn.violations).toBe(1);
  standIn.advance(60_000);
  expect((await ask()).body.error).toBe(0);
});

test('faults hit the calls they are written for, and may do the work all the same', async () => {
  const { send, standIn, request, roots } = await zalo();
  const [lan, minh] = [standIn.person(1), standIn.person(2)];
  for (const person of [lan, minh]) person.follow();
  standIn.fault({ path: 'message/cs', to: lan.id, kind: { error: -200 } });
  expect((await send(minh, 'a')).error).toBe(0);
  expect((await send(lan, 'a')).error).toBe(-200);
  expect((await send(lan, 'b')).error).toBe(0);
  const dropped = standIn.fault({ path: 'message/cs', kind: { drop: true, deliver: true } });
  await expect(send(lan, 'c')).rejects.toThrow();
  expect(lan.inbox.map(({ text }) => text)).toEqual(['b', 'c']);
  expect(dropped.hits).toBe(1);
  expect(standIn.sent.map(({ answered }) => answered)).toEqual([true, true, false]);
  standIn.fault({ kind: { status: 502 } });
  await expect(request(`${roots.apiRoot}/v2.0/oa/getoa`)).rejects.toThrow(/JSON/);
});

describe('the webhook', () => {
  /** An app that takes every event. */
  async function listener() {
    const heard: { body: string; headers: Record<string, unknown> }[] = [];
    const app = fastify();
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
    app.post('/webhooks/zalo', (request, reply) => {
      heard.push({ body: (request.body as Buffer).toString(), headers: request.headers });
      return reply.send({});
    });
    const url = `${await app.listen({ host: '127.0.0.1', port: 0 })}/webhooks/zalo`;
    onTestFinished(() => app.close());
    return { heard, url, events: () => heard.map(({ body }) => JSON.parse(body)) };
  }

  test('tells what people do, in order, and what the account sent', async () => {
    const { send, standIn } = await zalo();
    const { url, events } = await listener();
    standIn.webhook.set(url);
    const lan = standIn.person(1, { name: 'Lan', phone: '0912000001' });
    lan.follow();
    lan.say('Chào chi bộ');
    await send(lan, 'Chào đồng chí');
    lan.receive();
    lan.read();
    lan.shareInfo();
    lan.withdraw();
    lan.unfollow();
    await standIn.webhook.idle();
    expect(events().map(({ event_name: name }) => name)).toEqual([
      'follow',
      'user_send_text',
      'oa_send_text',
      'user_received_message',
      'user_seen_message',
      'user_submit_info',
      'user_withdraw',
      'unfollow',
    ]);
    expect(events()[1]).toEqual({
      app_id: standIn.app.id,
      event_name: 'user_send_text',
      timestamp: String(noon.getTime()),
      user_id_by_app: expect.stringMatching(/^\d+$/),
      sender: { id: lan.id },
      recipient: { id: standIn.account.id },
      message: { text: 'Chào chi bộ', msg_id: lan.screen[0]!.id },
    });
    expect(events()[4].message.msg_ids).toEqual([lan.inbox[0]!.id]);
    expect(events()[5].info).toEqual({ name: 'Lan', phone: '84912000001' });
  });

  test('signs the bytes it posts with the account’s own secret', async () => {
    const { standIn } = await zalo();
    const { url, heard } = await listener();
    standIn.webhook.set(url);
    const event = standIn.events.follow(standIn.people.person(1));
    await standIn.webhook.post(event);
    await standIn.webhook.post(event, { mac: 'wrong', retry: 2, timestampHeader: true });
    await standIn.webhook.post(event, { mac: 'none' });
    await standIn.webhook.probe();
    const mac = createHash('sha256')
      .update(standIn.app.id + heard[0]!.body + event.timestamp + standIn.oaSecret)
      .digest('hex');
    expect(heard[0]!.headers['x-zevent-signature']).toBe(`mac=${mac}`);
    expect(heard[0]!.headers['x-zevent-timestamp']).toBeUndefined();
    expect(heard[1]!.headers['x-zevent-signature']).toMatch(/^mac=[0-9a-f]{64}$/);
    expect(heard[1]!.headers['x-zevent-signature']).not.toBe(`mac=${mac}`);
    expect(heard[1]!.headers).toMatchObject({ num_retry: '2', 'x-zevent-timestamp': event.timestamp });
    expect(heard[2]!.headers['x-zevent-signature']).toBeUndefined();
    expect(heard[3]!.body).toBe('{}');
  });

  test('tells again only where no connection came about, and then gives the address up', async () => {
    const { standIn } = await zalo({ retryAfterMs: [1, 1] });
    standIn.webhook.set('http://127.0.0.1:9/webhooks/zalo');
    standIn.person(1).say('có ai không');
    await standIn.webhook.idle();
    expect(standIn.webhook.posted).toEqual(
      [0, 1, 2].map((retry) => ({ event: 'user_send_text', status: 0, retry })),
    );
    expect(standIn.webhook.url).toBeNull();
  });

  test('tells who comes to a group, goes and writes, under either name of going', async () => {
    const { standIn } = await zalo();
    const { url, events } = await listener();
    standIn.webhook.set(url);
    const [lan, minh] = [standIn.person(1), standIn.person(2)];
    const cell = standIn.group('Chi bộ 1', [lan]);
    cell.join(minh);
    minh.sayIn(cell, 'Tôi đã nắm');
    cell.leave(minh, 'user_leave_group');
    cell.remove();
    await standIn.webhook.idle();
    expect(events().map(({ event_name: name }) => name)).toEqual([
      'create_group',
      'user_join_group',
      'user_send_group_text',
      'user_leave_group',
      'delete_group',
    ]);
    expect(events()[2]).toMatchObject({ sender: { id: minh.id }, recipient: { id: cell.id } });
  });

  test('names the tracking id where a text reached somebody by number', async () => {
    const { standIn, post, roots } = await zalo();
    const { url, events, heard } = await listener();
    standIn.webhook.set(url);
    standIn.person(1, { name: 'Lan', phone: '0912000001' });
    const body = {
      phone: '84912000001',
      template_id: reminder.id,
      template_data: { ten: 'Lan' },
      tracking_id: 't-1',
    };
    await post('/message/template', body, roots.businessRoot);
    standIn.receiveByPhone('t-1');
    await standIn.webhook.idle();
    expect(events()[0]).toMatchObject({
      event_name: 'user_received_message',
      recipient: { id: '84912000001' },
      message: { tracking_id: 't-1', delivery_time: String(noon.getTime()) },
    });
    expect(heard[0]!.headers['x-zevent-server']).toBe('ZNS');
  });
});
