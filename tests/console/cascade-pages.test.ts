import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { operator } from '../../hub/platform/audit.ts';
import { csv, memberHeader } from '../people/given.ts';
import { officer, openTestHub, type TestHub } from '../support/hub.ts';
import { signIn, type Reader } from './reader.ts';

let house: TestHub;
beforeAll(async () => {
  house = await openTestHub({ roles: ['web', 'bots', 'worker'] });
  const commune = csv(memberHeader, 'G,Giàng A Sử,X1,secretary,official,,,');
  await house.hub.people.importMembers(operator, commune);
}, 60_000);
afterAll(async () => {
  await house.close();
});
beforeEach(async () => {
  await house.clear();
});

const written = {
  unit: 'T',
  to: 'cascade',
  kind: 'directive',
  title: 'Kế hoạch 40',
  body: 'Nội dung kế hoạch.',
  ack: 'yes',
  when: 'now',
};

async function issue(reader: Reader): Promise<string> {
  await reader.open('/console/notices/new');
  const preview = await reader.press('/console/notices/new', written);
  expect(preview.text).toContain('cấp ủy các tổ chức trực thuộc');
  const page = await reader.press(`${preview.url}/sending`);
  return page.url.split('/').at(-1)!;
}

test('written in the console, passed on in the console, and followed level by level', async () => {
  const sent = await signIn(house, officer);
  const id = await issue(sent);
  const notice = await sent.open(`/console/notices/${id}`);
  expect(notice.text).toMatch(/Chuyển từng cấp 2 tổ chức đã nhận phần việc: 0 đã nắm, 0 trong 2 đã chuyển/);

  // Of the commune X2 there is nobody; of X1 the secretary, who has no phone here.
  await expect
    .poll(async () => (await sent.open('/console')).text, { timeout: 10_000 })
    .toContain('2 tổ chức chưa có ai nhận.');

  const commune = await signIn(house, 'G');
  const today = await commune.open('/console');
  expect(today.text).toMatch(/Kế hoạch 40 Chờ chuyển xuống Đảng bộ xã Một chuyển trước/);
  const form = await commune.open(`/console/notices/${id}/pass-on?unit=X1`);
  expect(form.text).toMatch(/Sẽ tới cấp ủy của 2 tổ chức trực thuộc Đảng bộ xã Một .*: 1 đồng chí\./);
  expect(form.text).toContain('Chưa có cấp ủy để nhận ở: Đảng bộ bộ phận.');
  const wrong = await commune.press(`/console/notices/${id}/pass-on`, { dueDay: '1/1/2020' });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('Hạn đồng chí đặt đã qua');
  const secret = await commune.press(`/console/notices/${id}/pass-on`, {
    instruction: 'TỐI MẬT',
    dueDay: '',
  });
  expect(secret.text).toContain('có dấu “TỐI MẬT”');
  const preview = await commune.press(`/console/notices/${id}/pass-on`, {
    instruction: 'Họp trước thứ sáu.',
    dueDay: '',
  });
  expect(preview.text).toMatch(/Họp trước thứ sáu\. Chuyển tới 1 đồng chí/);
  const done = await commune.press(`/console/notices/${id}/pass-on/sending`);
  expect(done.text).toContain('Đã chuyển tới 1 đồng chí.');
  expect(done.text).toMatch(/Đảng bộ xã Một X1 đã chuyển xuống/);
  expect(done.text).toMatch(/Cấp dưới của Đảng bộ xã Một .*Chi bộ thôn X1-C/);

  // The province sees its communes, and looks further down by a link; the cell sees its own part alone.
  const tree = await sent.open(`/console/notices/${id}/cascade`);
  expect(tree.text).toMatch(/Ban hành: Đảng bộ tỉnh .*Đảng bộ xã Hai X2 chưa tới ai/);
  expect(tree.text).not.toContain('Chi bộ thôn');
  expect(tree.text).toContain('0 phút');
  const further = await sent.open(`/console/notices/${id}/cascade?unit=X1`);
  expect(further.text).toContain('Chi bộ thôn');
  const cell = await signIn(house, 'A');
  const own = await cell.open(`/console/notices/${id}/cascade`);
  expect(own.text).toContain('Chi bộ thôn X1-C');
  expect(own.text).not.toMatch(/xã Hai|Đảng bộ xã Một X1/);
  expect((await cell.open(`/console/notices/${id}/cascade?unit=X1`)).status).toBe(403);
  expect(tree.html.length).toBeLessThan(60_000);
});

test('the tree changes before the reader’s eyes', async () => {
  const sent = await signIn(house, officer);
  const id = await issue(sent);
  const response = await fetch(new URL(`/console/notices/${id}/cascade/live`, house.url), {
    headers: sent.headers(),
  });
  const lines = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let seen = '';
  const until = async (words: string) => {
    while (!seen.includes(words)) seen += (await lines.read()).value ?? '';
  };
  await until('0 trong 2 đã chuyển xuống');
  const { memberId } = { memberId: (await house.hub.people.memberByCode('G')).id };
  await house.hub.notices.cascade.passOn({ memberId, via: 'console' }, id, { unit: 'X1' });
  await until('1 trong 4 đã chuyển xuống');
  await lines.cancel();
});
