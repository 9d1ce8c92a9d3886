import { afterAll, beforeAll, expect, test } from 'vitest';
import { zaloBotStandIn } from '../../bots/zalo-bot/stand-in/index.ts';
import { operator } from '../../hub/platform/audit.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';

const standIn = zaloBotStandIn();
const port = 20_000 + (process.pid % 20_000);
let house: TestHub;
beforeAll(async () => {
  const { url } = await standIn.listen();
  const settings = {
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    ZALO_BOT_TOKEN: standIn.token,
    ZALO_BOT_API_ROOT: url,
    ZALO_BOT_RATE: 'unlimited',
    ZALO_BOT_WEBHOOK_SECRET: 'mot-bi-mat',
  };
  house = await openTestHub({ roles: ['web', 'bots', 'worker'], settings });
}, 60_000);
afterAll(async () => {
  await house.close();
  await standIn.close();
}, 60_000);

test('a hub with a webhook tells the platform where it is, hears everybody, and counts what is not for it', async () => {
  await expect.poll(() => standIn.calls['setWebhook'], { timeout: 15_000 }).toBe(1);
  const binh = standIn.person('binh');
  binh.say('@bot da nam', { group: 'nhom' });
  binh.say((await house.hub.people.invite(operator, 'B')).code, { times: 2 });
  expect((await binh.next({ timeoutMs: 15_000 })).text).toContain('1. Đồng ý');
  binh.say('dong y');
  await binh.next({ timeoutMs: 15_000, matching: 'Cảm ơn đồng chí Bình' });
  expect(standIn.calls['getUpdates']).toBeUndefined();
  expect(standIn.webhookAnswers).toEqual([200, 200, 200, 200]);
  const metrics = await (await fetch(`${house.url}/metrics`)).text();
  expect(metrics).toContain('caunoi_inbound_events_total{channel="zalo_bot",result="skipped-group"} 1');
  expect(metrics).toContain('caunoi_inbound_events_total{channel="zalo_bot",result="repeated"} 1');
  // It is found by the name under which the platform knows it.
  await expect.poll(async () => (await house.hub.accounts.names()).zalo_bot).toBe(standIn.name);
  const { code } = await house.hub.people.invite(operator, 'C');
  expect(await (await fetch(`${house.url}/join/${code}`)).text()).toContain(
    `<strong>${standIn.name}</strong>`,
  );
});
