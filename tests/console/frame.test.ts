import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  openAssets,
  openConsole,
  problemPage,
  read,
  seeOther,
  signInPages,
} from '../../hub/console/index.ts';
import { people, type People } from '../../hub/people/index.ts';
import { openAudit, operator } from '../../hub/platform/audit.ts';
import type { Database } from '../../hub/platform/database/index.ts';
import { openHttp, type App } from '../../hub/platform/http.ts';
import { keysFrom } from '../../hub/platform/keys.ts';
import { openLocales } from '../../hub/platform/locales.ts';
import { openMetrics } from '../../hub/platform/metrics.ts';
import { csv, memberHeader, smallProvince } from '../people/given.ts';
import { testDatabase } from '../support/database.ts';
import { z } from 'zod';

let database: Database;
let ofPeople: People;
let app: App;
const lines: string[] = [];
let now = new Date('2026-11-02T02:00:00Z');

beforeAll(async () => {
  database = await testDatabase();
  const keys = keysFrom(Buffer.alloc(32, 7));
  const clock = () => now;
  const locales = openLocales(join(import.meta.dirname, '../../hub/locales'), 'Asia/Ho_Chi_Minh');
  const audit = openAudit({ database, clock });
  ofPeople = people({ database, keys, clock, audit, locales });
  await ofPeople.importUnits(operator, smallProvince);
  const members = csv(
    memberHeader,
    'A,Nguyễn Văn An,X1-C,secretary,official,,,',
    'B,Trần Thị Bình,X1-C,,official,,,',
  );
  await ofPeople.importMembers(operator, members);
  const assets = openAssets([join(import.meta.dirname, '../../hub/console/assets')]);
  app = await openHttp({
    log: pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) }),
    metrics: openMetrics(),
    locales,
    publicUrl: 'http://127.0.0.1:8080',
    identify: (token) => ofPeople.memberOfToken(token),
    ready: async () => true,
    problemPage: problemPage({ assets, locales }),
  });
  assets.serve(app);
  const memberHome = '/console/own';
  const frame = { sessions: ofPeople, keys, locales, assets, secure: false, memberHome };
  const console = openConsole(app, frame);
  signInPages(app, console, { people: ofPeople, secure: false, memberHome });
  console.page('/console', { needs: 'self' }, async ({ viewer, query }) => ({
    title: 'Hôm nay',
    body: `after: ${String(query['after'])} <b>${viewer.fullName}</b> ${'Nội dung lặp lại. '.repeat(200)}`,
  }));
  console.form('/console/echo', { needs: 'self' }, async ({ fields }) =>
    seeOther('/console', `Đã nhận: ${read(z.object({ word: z.string() }), fields).word}`),
  );
  await app.ready();
}, 60_000);
afterAll(async () => {
  await app.close();
  await database.close();
});

const html = { accept: 'text/html,application/xhtml+xml' };
const cookieOf = (response: { cookies: { name: string; value: string }[] }, name: string) =>
  response.cookies.find((cookie) => cookie.name === name)?.value;

async function signIn(code = 'A') {
  const { token } = await ofPeople.signInLink(operator, code);
  const answer = await app.inject({ method: 'POST', url: `/signin/${token}`, headers: html });
  return {
    answer,
    token,
    headers: { ...html, cookie: `caunoi_console=${cookieOf(answer, 'caunoi_console')}` },
  };
}

const tokenIn = (page: string) => /name="formToken" value="([^"]+)"/.exec(page)![1]!;

describe('signing in', () => {
  test('the link shows a button and is not used up by looking; the button signs in, once', async () => {
    const { token } = await ofPeople.signInLink(operator, 'A');
    for (let look = 0; look < 3; look += 1) {
      const page = await app.inject({ url: `/signin/${token}`, headers: html });
      expect(page.statusCode).toBe(200);
      expect(page.body).toContain('Nguyễn Văn An');
      expect(page.headers['referrer-policy']).toBe('no-referrer');
      expect(page.headers['cache-control']).toBe('no-store');
      expect(page.headers['set-cookie']).toBeUndefined();
    }
    const signed = await app.inject({ method: 'POST', url: `/signin/${token}`, headers: html });
    expect([signed.statusCode, signed.headers.location]).toEqual([303, '/console']);
    expect(String(signed.headers['set-cookie'])).toMatch(/HttpOnly/);
    expect(String(signed.headers['set-cookie'])).toMatch(/SameSite=Lax/);
    const again = await app.inject({ method: 'POST', url: `/signin/${token}`, headers: html });
    expect([again.statusCode, cookieOf(again, 'caunoi_console')]).toEqual([410, undefined]);
    expect(again.body).toContain('xin liên kết mới');
  });

  test('whoever is not signed in is told how, in a page; a program in JSON', async () => {
    const page = await app.inject({ url: '/console', headers: html });
    expect([page.statusCode, page.headers['content-type']]).toEqual([401, 'text/html; charset=utf-8']);
    expect(page.body).toContain('href="/signin"');
    const program = await app.inject({ url: '/console' });
    expect(program.json()).toMatchObject({ status: 401, code: 'signin.needed' });
  });

  test('signing out ends the session at once', async () => {
    const { headers } = await signIn();
    const page = await app.inject({ url: '/console', headers });
    const out = { formToken: tokenIn(page.body) };
    const form = { ...headers, 'content-type': 'application/x-www-form-urlencoded' };
    const payload = new URLSearchParams(out).toString();
    expect(
      (await app.inject({ method: 'POST', url: '/console/sign-out', headers: form, payload })).statusCode,
    ).toBe(303);
    expect((await app.inject({ url: '/console', headers })).statusCode).toBe(401);
  });

  test('neither the token nor the cookie is ever logged', async () => {
    const { token, headers } = await signIn();
    await app.inject({ url: '/console', headers });
    await app.inject({ url: `/signin/${token}`, headers: html });
    const secret = headers.cookie.split('=')[1]!;
    expect(lines.some((line) => line.includes('/signin/:token'))).toBe(true);
    expect(lines.filter((line) => line.includes(token) || line.includes(secret))).toEqual([]);
  });
});

describe('a page', () => {
  test('escapes what people are called and write', async () => {
    const { headers } = await signIn();
    const page = await app.inject({ url: '/console', headers });
    expect(page.body).toContain('&lt;b>Nguyễn Văn An&lt;/b>');
    expect(page.body).not.toContain('<b>Nguyễn');
  });

  test('lets nothing foreign in: no inline script or style, nothing from elsewhere, no frame', async () => {
    const { headers } = await signIn();
    const page = await app.inject({ url: '/console', headers });
    const policy = String(page.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-inline');
    expect(page.body).not.toMatch(/<script(?![^>]* src="\/assets\/)/);
    expect(page.body).not.toMatch(/ style=|<style| on[a-z]+="/);
    const addresses = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address!);
    expect(addresses.filter((address) => !address.startsWith('/') && address !== '#main')).toEqual([]);
  });

  test('is small on the line, and so are its assets, which are kept for ever', async () => {
    const { headers } = await signIn();
    const packed = { ...headers, 'accept-encoding': 'br, gzip' };
    const page = await app.inject({ url: '/console', headers: packed });
    expect(page.headers['content-encoding']).toBe('br');
    const plain = await app.inject({ url: '/console', headers });
    let bytes = page.rawPayload.length;
    for (const [, address] of plain.body.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)) {
      const asset = await app.inject({ url: address!, headers: packed });
      expect([asset.statusCode, asset.headers['cache-control']]).toEqual([
        200,
        'public, max-age=31536000, immutable',
      ]);
      bytes += asset.rawPayload.length;
    }
    expect(bytes).toBeLessThan(15_000);
  });
});

describe('a form', () => {
  const post = (headers: Record<string, string>, fields: Record<string, string>) =>
    app.inject({
      method: 'POST',
      url: '/console/echo',
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    });

  test('with our token is taken, and what came of it is said once', async () => {
    const { headers } = await signIn();
    const formToken = tokenIn((await app.inject({ url: '/console', headers })).body);
    const taken = await post(headers, { formToken, word: 'Đồng ý' });
    expect([taken.statusCode, taken.headers.location]).toEqual([303, '/console']);
    const cookie = `${headers.cookie}; caunoi_notice=${cookieOf(taken, 'caunoi_notice')}`;
    const next = await app.inject({ url: '/console', headers: { ...headers, cookie } });
    expect(next.body).toContain('Đã nhận: Đồng ý');
    expect(cookieOf(next, 'caunoi_notice')).toBe('');
  });

  test('without a token, with another session’s, or from another site is refused', async () => {
    const { headers } = await signIn();
    const other = await signIn();
    const foreign = tokenIn((await app.inject({ url: '/console', headers: other.headers })).body);
    expect((await post(headers, { word: 'x' })).statusCode).toBe(403);
    expect((await post(headers, { formToken: foreign, word: 'x' })).statusCode).toBe(403);
    const formToken = tokenIn((await app.inject({ url: '/console', headers })).body);
    expect(
      (await post({ ...headers, origin: 'https://evil.example' }, { formToken, word: 'x' })).statusCode,
    ).toBe(403);
    expect(
      (await post({ ...headers, 'sec-fetch-site': 'cross-site' }, { formToken, word: 'x' })).statusCode,
    ).toBe(403);
    expect(
      (await post({ ...headers, 'sec-fetch-site': 'same-origin' }, { formToken, word: 'x' })).statusCode,
    ).toBe(303);
  });

  test('keeps no character that the database cannot hold, and asks an address for each thing once', async () => {
    const { headers } = await signIn();
    const formToken = tokenIn((await app.inject({ url: '/console', headers })).body);
    const taken = await post(headers, { formToken, word: 'Đồng\0 ý' });
    const said = Buffer.from(cookieOf(taken, 'caunoi_notice')!, 'base64url').toString();
    expect(said).toBe('Đã nhận: Đồng ý');
    const page = await app.inject({ url: '/console?after=a&after=b', headers });
    expect(page.body).toContain('after: a');
    expect((await post({ ...headers, origin: 'nonsense' }, { formToken, word: 'x' })).statusCode).toBe(403);
  });

  test('that lacks something says what', async () => {
    const { headers } = await signIn();
    const formToken = tokenIn((await app.inject({ url: '/console', headers })).body);
    const refused = await post(headers, { formToken, word: '' });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('“word”');
  });

  test('is not read where none is expected', async () => {
    const { headers } = await signIn();
    const asForm = { ...headers, 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await app.inject({
      method: 'POST',
      url: '/api/v1/nothing',
      headers: asForm,
      payload: 'a=b',
    });
    expect([answer.statusCode, answer.json().code]).toEqual([415, 'request.media-type']);
  });
});

test('a session that was not used for long, or whose holder lost the last role, is over', async () => {
  const { headers } = await signIn();
  expect((await app.inject({ url: '/console', headers })).statusCode).toBe(200);
  now = new Date(now.getTime() + 13 * 3_600_000);
  expect((await app.inject({ url: '/console', headers })).statusCode).toBe(401);
  const second = await signIn();
  await database.query(`update role set to_on = '2026-11-01', from_on = '2026-10-01'`);
  expect((await app.inject({ url: '/console', headers: second.headers })).statusCode).toBe(401);
  await expect(ofPeople.signInLink(operator, 'B')).rejects.toMatchObject({ code: 'signin.no-role' });
});
