import { expect, test } from 'vitest';
import { form, holder, openOffice, webhookSecret } from './office.ts';

test('a day’s work leaves no token, code, phone, name or text in the log', async () => {
  const office = await openOffice();
  const secretary = holder('secretary', 'SLT-01-CB01');
  const caller = await office.as(secretary);
  const officer = await office.as(holder('officer', 'SLT'));
  const send = (method: 'GET' | 'POST', url: string, headers = {}, payload?: object | string) =>
    office.app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });

  const notice = { unit: 'SLT-01-CB01', title: 'Tiêu đề riêng', body: 'Nội dung riêng', ack: true };
  const sent = await send('POST', '/api/v1/notices', caller, notice);
  const { headers, payload } = await form({
    notice: JSON.stringify(notice),
    file: new File(['x'], 'tệp riêng.txt'),
  });
  await send('POST', '/api/v1/notices', { ...caller, ...headers }, payload);
  await send('POST', '/api/v1/notices', caller, { ...notice, body: 'TUYỆT MẬT' });
  await send('POST', '/api/v1/notices', caller, { title: 'Tiêu đề riêng', secret: 'Nội dung riêng' });
  await send('GET', `/api/v1/notices/${sent.json().id}/recipients?after=${secretary.code}`, caller);
  await send('GET', `/api/v1/members/${secretary.code}`, caller);
  const invited = await send('POST', `/api/v1/members/${secretary.code}/invites`, caller);
  const code: string = invited.json().code;
  await send('GET', `/join/${code}`);
  await send('GET', `/join/${code.replace('-', '')}/more?code=${code}`);
  const lines = `code,full_name,unit_code,status,phone\nDV7,Họ Tên Riêng,SLT-01-CB01,official,0912345678\n`;
  await send('POST', '/api/v1/members/import', { ...officer, 'content-type': 'text/csv' }, lines);
  const update = {
    update_id: 1,
    message: { message_id: 1, chat: { id: 7_654_321, type: 'private' }, text: code },
  };
  const hook = { 'x-telegram-bot-api-secret-token': webhookSecret };
  await send('POST', '/webhooks/telegram', hook, update);
  await office.database.query('alter table notice rename to notice_gone');
  await send('POST', '/api/v1/notices', caller, notice);
  await office.close();

  const log = office.lines.join('').normalize('NFC');
  expect(office.lines.length).toBeGreaterThanOrEqual(12);
  const tokens = [caller, officer].map(({ authorization }) => authorization.split(' ')[1]!);
  const codes = [code, code.replace('-', ''), webhookSecret, 'Bearer', 'authorization'];
  const persons = [secretary.code, secretary.full_name, secretary.phone, '0912345678', '7654321'];
  const secrets = [...tokens, ...codes, ...persons, 'riêng', 'Riêng', 'MẬT'];
  for (const secret of secrets) expect(log).not.toContain(secret);
  expect(log).toContain('"route":"/api/v1/members/:code/invites","status":201');
}, 60_000);
