import { afterEach, beforeEach, expect, test } from 'vitest';
import { zaloStandIn, type ZaloStandIn } from '../../bots/zalo/stand-in/index.ts';

let zalo: ZaloStandIn;
let url: string;
beforeEach(async () => {
  zalo = zaloStandIn();
  ({ url } = await zalo.listen());
});
afterEach(() => zalo.close());

const page = async (path: string) => await (await fetch(url + path)).text();
const submit = async (path: string, fields: Record<string, string> = {}) =>
  await (await fetch(url + path, { method: 'POST', body: new URLSearchParams(fields) })).text();

test('a person plays the telephones on plain pages', async () => {
  const opened = await submit('/phone', { name: 'Bà <Lan>', phone: '0912 345 678' });
  expect(opened).toMatch(/<meta http-equiv=refresh content=3>.*Zalo của Bà &lt;Lan&gt;/s);
  const lan = zalo.person(1);
  const at = `/phone/${lan.id}`;
  expect(lan.phone).toBe('84912345678');
  await submit(`${at}/follow`);
  await submit(`${at}/say`, { text: ' Chào <đồng chí> ' });
  expect(await page(at)).toContain('Chào &lt;đồng chí&gt;');
  const button = { label: 'Đã nắm', kind: 'hidden-query' as const, payload: '#caunoi:ack:1' };
  const shown = zalo.people.person(1).screen.show({
    from: zalo.account.id,
    fromAccount: true,
    at: zalo.now(),
    text: 'Hỏi',
    buttons: [button],
  });
  expect(await page('/')).toContain('1 tin chưa đọc');
  expect(await page(`${at}?still`)).not.toMatch(/http-equiv|<script/);
  expect(await page('/')).not.toContain('chưa đọc');
  await submit(`${at}/tap`, { message: shown.id, button: 'Đã nắm' });
  // What a tap says stands on no screen.
  expect(lan.screen.map(({ text }) => text)).toEqual(['Chào <đồng chí>', 'Hỏi']);
  await submit(`${at}/refuse-templates`);
  expect(zalo.people.person(1).refusesTemplates).toBe(true);
});

test('time is wound on, and whoever does not exist has no telephone', async () => {
  const before = zalo.now().getTime();
  await submit('/time', { days: '3' });
  expect(zalo.now().getTime() - before).toBeGreaterThanOrEqual(3 * 86_400_000);
  await submit('/time', { days: '-3' });
  expect(zalo.now().getTime()).toBeGreaterThan(before);
  expect((await fetch(`${url}/phone/404`)).status).toBe(404);
  expect((await fetch(`${url}/phone`, { method: 'POST' })).status).toBe(400);
});

test('in a group everybody reads what anybody writes', async () => {
  const [lan, tu] = [zalo.person(1, { name: 'Lan' }), zalo.person(2, { name: 'Tư' })];
  const group = zalo.group('Chi bộ 1', [lan, tu]);
  expect(await page(`/phone/${lan.id}`)).toContain('Nhóm Chi bộ 1');
  await submit(`/phone/${lan.id}/groups/${group.id}/say`, { text: 'Chào cả nhà' });
  expect(await page(`/phone/${tu.id}/groups/${group.id}`)).toMatch(/<strong>Lan<\/strong>.*Chào cả nhà/s);
  const outside = zalo.person(3, { name: 'Người ngoài' });
  expect((await fetch(`${url}/phone/${outside.id}/groups/${group.id}`)).status).toBe(404);
});
