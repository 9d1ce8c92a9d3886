import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { zaloStandIn, type Roots, type ZaloStandIn } from '../../bots/zalo/stand-in/index.ts';
import { signIn, type Reader } from '../console/reader.ts';
import { officer, openTestHub, type TestHub } from '../support/hub.ts';

const page = '/console/channels/zalo/login';

let house: TestHub;
let zalo: ZaloStandIn;
let roots: Roots;
beforeAll(async () => {
  zalo = zaloStandIn();
  roots = await zalo.listen();
  house = await openTestHub({
    roles: ['web', 'bots'],
    settings: {
      ZALO_APP_ID: zalo.app.id,
      ZALO_APP_SECRET: zalo.app.secret,
      ZALO_OA_SECRET: zalo.oaSecret,
      ZALO_API_ROOT: roots.apiRoot,
      ZALO_OAUTH_ROOT: roots.oauthRoot,
      ZALO_BUSINESS_ROOT: roots.businessRoot,
      ZALO_REFRESH_TOKEN: '',
    },
  });
}, 60_000);
afterAll(async () => {
  await house.close();
  await zalo.close();
});
/** Where the link on the page leads that asks to go to Zalo. */
async function consentUrl(reader: Reader): Promise<string> {
  await reader.open(page);
  const { html } = await reader.press(`${page}/consent`);
  return /href="([^"]*\/v4\/oa\/permission[^"]*)"/.exec(html)![1]!.replaceAll('&amp;', '&');
}

/** Rises with each pair of tokens. */
async function generation(): Promise<number> {
  return (await house.hub.logins.of('zalo'))?.generation ?? 0;
}

/** Path and query of where Zalo sends the browser back to. */
function backFrom(url: string): string {
  const back = new URL(zalo.agreeAt(url));
  return back.pathname + back.search;
}

describe('an administrator agrees', () => {
  test('on Zalo’s page, comes back, and the page says which account it is', async () => {
    const reader = await signIn(house, officer);
    expect((await reader.open(page)).text).toContain('Chưa kết nối');
    zalo.callbackUrl = `${house.url}/console/channels/zalo/callback`;
    const url = await consentUrl(reader);
    zalo.callbackUrl = null;
    expect(new URL(url).searchParams.get('app_id')).toBe(zalo.app.id);
    const done = await reader.open(backFrom(url));
    expect(done.url).toBe(page);
    expect(done.text).toContain('Đã kết nối với Zalo Official Account.');
    await expect
      .poll(async () => (await reader.open(page)).text, { timeout: 15_000 })
      .toMatch(/Tài khoản Chi bộ thử nghiệm Gói dịch vụ Growth Đã xác thực Rồi/);
    await expect.poll(async () => (await house.hub.accounts.names()).zalo).toBe(zalo.account.id);
    const audit = await house.hub.database.query<{ action: string }>(
      `select action from audit_entry where action like 'channel.login%' order by action`,
    );
    expect(audit.map(({ action }) => action)).toEqual(['channel.login-agreed', 'channel.login-asked']);
  });

  test('once: the same way back leads nowhere a second time, nor for anybody else', async () => {
    const [reader, other] = [await signIn(house, officer), await signIn(house, officer)];
    const before = await generation();
    const url = await consentUrl(reader);
    const back = backFrom(url);
    const secretary = await signIn(house, 'A');
    expect((await secretary.open(back)).status).toBe(403);
    expect((await reader.open(back)).text).toContain('Đã kết nối với Zalo Official Account.');
    const again = await other.open(back);
    expect(again.status).toBe(409);
    expect(again.text).toContain('đã dùng, hoặc đã quá 10 phút');
    const strange = await reader.open('/console/channels/zalo/callback?code=x&oa_id=1&state=made-up');
    expect(strange.status).toBe(409);
    expect(await generation()).toBe(before + 1);
  });

  test('and Zalo refuses: the connection that was there stays', async () => {
    const reader = await signIn(house, officer);
    await reader.open(backFrom(await consentUrl(reader)));
    const before = await generation();
    const back = backFrom(await consentUrl(reader));
    zalo.fault({ path: '/v4/oa/access_token', kind: { error: -14005 } });
    const refused = await reader.open(back);
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('Zalo từ chối (code-used-or-expired)');
    expect(await house.hub.logins.of('zalo')).toMatchObject({ state: 'connected', generation: before });
  });
});

test('a refresh token can be pasted instead, once', async () => {
  const reader = await signIn(house, officer);
  const { refresh_token: refreshToken } = zalo.tokensByHand();
  await reader.open(page);
  const done = await reader.press(`${page}/token`, { refreshToken: ` ${refreshToken} ` });
  expect(done.text).toContain('Đã kết nối với Zalo Official Account.');
  expect(done.html).not.toContain(refreshToken);
  const again = await reader.press(`${page}/token`, { refreshToken });
  expect(again.status).toBe(409);
  expect(again.text).toContain('Zalo từ chối (refresh-token-used-or-expired)');
  expect(again.html).not.toContain(refreshToken);
  expect((await house.hub.logins.of('zalo'))?.state).toBe('connected');
});

test('what will not work with the account stands on the page in plain words', async () => {
  Object.assign(zalo.account, { plan: 'Basic', cloudAccount: false });
  try {
    const reader = await signIn(house, officer);
    await reader.open(backFrom(await consentUrl(reader)));
    await expect
      .poll(async () => (await reader.open(page)).text, { timeout: 15_000 })
      .toMatch(/Gói dịch vụ quá thấp.*Chưa liên kết Zalo Cloud Account/);
  } finally {
    Object.assign(zalo.account, { plan: 'Growth', cloudAccount: true });
  }
});

test('a lost login is told on the page, with the reason and what is not affected', async () => {
  const reader = await signIn(house, officer);
  await reader.open(backFrom(await consentUrl(reader)));
  const login = await house.hub.logins.of('zalo');
  await house.hub.logins.end('zalo', login!.generation, 'answer-lost');
  const lost = await reader.open(page);
  expect(lost.text).toContain('Cần kết nối lại');
  expect(lost.text).toContain('câu trả lời không về tới máy chủ');
  expect(lost.text).toContain('Các kênh khác vẫn gửi bình thường.');
  await reader.open(backFrom(await consentUrl(reader)));
  expect((await reader.open(page)).text).not.toContain('Cần kết nối lại');
});

test('when Zalo takes the tokens no more, who keeps the hub going is told on another channel', async () => {
  const reader = await signIn(house, officer);
  const telephone = await house.join(officer);
  await reader.open(backFrom(await consentUrl(reader)));
  const { tokens } = house.hub.bots.zalo!;
  zalo.revokeTokens();
  expect(await tokens.refresh(await generation())).toEqual({ kind: 'needs-login' });
  const { text } = await telephone.next({ matching: /Zalo/, timeoutMs: 15_000 });
  expect(text).toContain(`${house.url}/console/channels/zalo`);
});

test('only who has the right over the whole tree sees the page', async () => {
  const secretary = await signIn(house, 'A');
  expect((await secretary.open(page)).status).toBe(403);
});
