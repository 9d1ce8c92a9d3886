import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { operator } from '../../hub/platform/audit.ts';
import { csv, memberHeader, unitHeader } from '../people/given.ts';
import { chromiumPath, openBrowser, overflowOf } from '../support/browser.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { sitDown } from './console.ts';

// A month of a commune as its secretary reads it on a phone: sitDown holds each page to 360 px and 60 KB.

let house: TestHub;
let browser: Browser;
let now = new Date('2026-11-02T09:00+07:00');
const cells = 12;
const members = 7;

beforeAll(async () => {
  if (!chromiumPath) return;
  [house, browser] = await Promise.all([openTestHub({ roles: ['web'], clock: () => now }), openBrowser()]);
  const { people, feedback, figures } = house.hub;
  const all = Array.from({ length: cells }, (_, cell) => `XA-${cell}`);
  const name = (cell: string) => `Chi bộ bản Nậm Mười Khau Phạ Tà Xùa số ${cell}`;
  const units = ['XA,Đảng bộ xã An,commune,T', ...all.map((cell) => `${cell},${name(cell)},cell,XA`)];
  await people.importUnits(operator, csv(unitHeader, ...units));
  const rows = all.flatMap((cell) =>
    Array.from({ length: members }, (_, n) => `${cell}-${n},Lò Văn ${n},${cell},,official,,,`),
  );
  await people.importMembers(
    operator,
    csv(memberHeader, 'XA-S,Đinh Văn Sơn,XA,secretary,official,,,', ...rows),
  );
  const topics: string[] = [];
  for (const topic of ['Đường giao thông nội bản', 'Nước sinh hoạt hợp vệ sinh', 'Sinh hoạt chi bộ'])
    topics.push((await feedback.answering.addTopic(operator, 'XA', { name: topic })).id);
  const kinds = ['proposal', 'question', 'opinion'] as const;
  for (const [place, unit] of all.entries())
    for (let n = 0; n < members; n += 1) {
      const { id } = await people.memberByCode(`${unit}-${n}`);
      const said = { topicId: topics[place % 3], kind: kinds[place % 3]!, text: `Đề nghị số ${n}` };
      await feedback.saying.say(id, { unit, level: 'named', ...said }, 'chat');
    }
  now = new Date('2026-12-05T09:00+07:00');
  await figures.work();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

describe.skipIf(!chromiumPath)('what was said in a month', { timeout: 120_000 }, () => {
  test.each(['phone', 'computer'] as const)('fits on a %s', async (screen) => {
    const desk = await sitDown(browser, { screen, scripts: screen === 'computer' });
    const { token } = await house.hub.people.signInLink(operator, 'XA-S');
    const { cookie } = (await house.hub.people.openSession(token, 'Chrome · Android'))!;
    await desk.context.addCookies([{ name: 'caunoi_console', value: cookie, url: house.url }]);
    await desk.open(`${house.url}/console/reports/feedback?unit=XA`);
    await desk.reads('Đã nhận', 'Theo đơn vị', 'Chi bộ bản Nậm Mười Khau Phạ Tà Xùa số XA-1', 'Trả lời');
    await desk.page.locator('details summary').first().click();
    expect(await overflowOf(desk.page)).toBe(0);
    await desk.leave();
  });
});
