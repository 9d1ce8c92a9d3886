import { afterAll, beforeAll, expect, test } from 'vitest';
import { zaloStandIn, type ZaloStandIn } from '../../bots/zalo/stand-in/index.ts';
import { operator } from '../../hub/platform/audit.ts';
import { newId } from '../../hub/platform/ids.ts';
import { csv, memberHeader } from '../people/given.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { signIn } from './reader.ts';

const hourMs = 3_600_000;

let zalo: ZaloStandIn;
let house: TestHub;
beforeAll(async () => {
  zalo = zaloStandIn();
  const { apiRoot, businessRoot, oauthRoot } = await zalo.listen();
  house = await openTestHub({
    // Nobody sends: what is asked is only what it would cost.
    roles: ['web'],
    settings: {
      ZALO_APP_ID: zalo.app.id,
      ZALO_APP_SECRET: zalo.app.secret,
      ZALO_OA_SECRET: zalo.oaSecret,
      ZALO_API_ROOT: apiRoot,
      ZALO_BUSINESS_ROOT: businessRoot,
      ZALO_OAUTH_ROOT: oauthRoot,
      ZALO_MESSAGE_PRICE: '55',
      ZALO_MONTHLY_BUDGET: '17050',
    },
  });
}, 60_000);
afterAll(async () => {
  await house.close();
  await zalo.close();
});

/** So many new members of the cell of D, whose chats were heard so long ago; null: never. */
async function settle(count: number, chats: Partial<Record<'zalo' | 'web', number | null>>): Promise<void> {
  const codes = Array.from({ length: count }, () => `N${newId()}`);
  const lines = codes.map((code) => `${code},Lò Văn Mới,X2-C,,official,,,`);
  await house.hub.people.importMembers(operator, csv(memberHeader, ...lines));
  for (const [preference, [channel, silentHours]] of Object.entries(chats).entries()) {
    const heardAt = silentHours === null ? null : new Date(Date.now() - silentHours * hourMs);
    await house.hub.database.query(
      `insert into chat (id, channel, address, member_id, state, preference, heard_at, linked_at, changed_at)
       select gen_random_uuid(), $2::channel, code, id, 'active', $3, $4, now(), now() from member where code = any ($1::text[])`,
      [codes, channel, preference, heardAt],
    );
  }
}

test('before it is sent the page says in one sentence who goes how and for how much', async () => {
  await settle(1_240, { zalo: 1 });
  await settle(310, { zalo: 72 });
  await settle(95, { zalo: 400, web: null });
  const reader = await signIn(house, 'V');
  await reader.open('/console/notices/new');
  const written = { unit: 'X2-C', to: 'members', kind: 'notice', title: 'Họp', body: 'Mời họp', when: 'now' };
  const within = await reader.press('/console/notices/new', written);
  expect(within.text).toContain(
    '1.240 tin miễn phí, 310 tin trả phí (~17.050 đ), 95 chuyển sang Trò chuyện trên web.',
  );
  expect(within.text).not.toContain('chỉ còn');

  // One more than the month carries.
  await settle(1, { zalo: 72 });
  await reader.open('/console/notices/new');
  const over = await reader.press('/console/notices/new', written);
  expect(over.text).toContain(
    'Zalo chỉ còn 17.050 đ trong tháng này. Phần còn lại chuyển sang Trò chuyện trên web, nếu người nhận có kênh đó.',
  );
  expect(over.text).toMatch(/Hiện không gửi được/);
}, 60_000);
