import { operator } from '../../hub/platform/audit.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { holder, openOffice, type Office } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, 60_000);
afterAll(() => office.close());

const get = (url: string, address = '198.51.100.1') =>
  office.app.inject({ url, headers: { 'x-forwarded-for': address } });

test('shows the code in groups, a way into Telegram, and what else to do', async () => {
  for (const url of ['/join/ABCD2345', '/join/abcd-2345']) {
    const reply = await get(url);
    expect(reply.statusCode).toBe(200);
    expect(reply.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
    });
    expect(reply.body).toContain('<p class="code">ABCD-2345</p>');
    expect(reply.body).toContain('href="https://t.me/CauNoiBot?start=ABCD2345"');
    expect(reply.body).toContain('<strong>@CauNoiBot</strong>');
    expect(reply.body).toContain('tìm <strong>Bot Chi bộ</strong> rồi gửi mã trên');
    expect(reply.body).toContain('<html lang="vi">');
  }
});

test('is small, and needs neither scripts nor anything from elsewhere', async () => {
  const page = await get('/join/ABCD2345');
  const sheet = await get('/join.css');
  expect(sheet.headers['content-type']).toBe('text/css; charset=utf-8');
  expect(page.rawPayload.length + sheet.rawPayload.length).toBeLessThan(20_000);
  expect(page.body).not.toMatch(/<script|style=|<style|<img/);
  expect(page.body).toBe(page.body.normalize('NFC'));
  expect([...page.body.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, link]) => link)).toEqual([
    '/mark.svg',
    '/join.css',
    'https://t.me/CauNoiBot?start=ABCD2345',
  ]);
});

test('what cannot be a code is not shown', async () => {
  for (const text of ['<script>', 'chi-bo', 'ABCDEFGH', 'ABCD2345"><b>', '%3Cimg%20src=x%3E']) {
    const reply = await get(`/join/${encodeURI(text)}`);
    expect(reply.statusCode).toBe(404);
    expect(reply.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(reply.body).toContain('Liên kết chưa đúng');
    expect(reply.body).not.toMatch(/<script|<img|<b>|ABCDEFGH/);
  }
});

test('a preview uses nothing up, and the page tells nobody which codes exist', async () => {
  const { code } = await office.people.invite(operator, holder('secretary', 'SLT-01-CB01').code);
  const real = await get(`/join/${code}`);
  const invented = await get('/join/ZZZZ-2222');
  expect(real.body.replaceAll(code, 'ZZZZ-2222').replaceAll(code.replace('-', ''), 'ZZZZ2222')).toBe(
    invented.body,
  );
  expect((await office.people.openInvite(code)).inviteId).toBeTruthy();
});

test('ten times a minute for one link, while a whole cell joins from one address', async () => {
  for (let n = 0; n < 10; n += 1) expect((await get('/join/KKKK2345', '198.51.100.9')).statusCode).toBe(200);
  const eleventh = await get('/join/KKKK2345', '198.51.100.9');
  expect([eleventh.statusCode, eleventh.json().code]).toEqual([429, 'request.too-many']);
  for (let n = 10; n < 60; n += 1) {
    expect((await get(`/join/KKKK${n + 2211}`.replaceAll(/[01]/g, '9'), '198.51.100.9')).statusCode).toBe(
      200,
    );
  }
});
