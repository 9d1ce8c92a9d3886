import decode from 'qr/decode.js';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { operator } from '../../hub/platform/audit.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { signIn, type Reader } from './reader.ts';

// V keeps the office of the province; A is the secretary of X1-C with B and E; D is in X2-C.
let house: TestHub;
let secretary: Reader;
let officer: Reader;
beforeAll(async () => {
  house = await openTestHub({ roles: ['web'] });
}, 60_000);
afterAll(() => house.close());
beforeEach(async () => {
  await house.clear();
  secretary = await signIn(house, 'A');
  officer = await signIn(house, 'V');
});

const member = '/console/people/members';
const reason = 'Quyết định số 12-QĐ/ĐU';
const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());

async function linked(code: string, channel: 'telegram' | 'zalo', address: string): Promise<void> {
  const { people } = house.hub;
  const { inviteId } = await people.openInvite((await people.invite(operator, code)).code);
  await people.link({ inviteId, channel, address, consentText: 'Tôi đồng ý.', language: 'vi' });
}

/** What the button with these words would send. */
function valueOf(html: string, words: string): string {
  const buttons = [...html.matchAll(/<button[^>]* value="([^"]*)"[^>]*>(.*?)<\/button>/g)];
  return buttons.find(([, , inside = '']) => inside.replaceAll(/<[^>]+>/g, '') === words)![1]!;
}

/** What a camera reads from the first picture of a code on the page: our drawing, as dots. */
function seenByCamera(html: string): string {
  const [, side = '0', path = ''] =
    /viewBox="0 0 (\d+) \d+"[\s\S]*?<path stroke="#000" d="([^"]+)"/.exec(html) ?? [];
  const scale = 4;
  const width = Number(side) * scale;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [, row = '', steps = ''] of path.matchAll(/M0 (\d+)\.5((?:[hm][\d ]+)*)/g)) {
    let x = 0;
    for (const [, kind, length = ''] of steps.matchAll(/([hm])(\d+)/g)) {
      if (kind === 'h') ink(x, Number(row), Number(length));
      x += Number(length);
    }
  }
  return decode({ width, height: width, data });

  function ink(x: number, y: number, length: number): void {
    for (let dot = y * scale; dot < (y + 1) * scale; dot += 1) {
      for (let across = x * scale; across < (x + length) * scale; across += 1) {
        data.fill(0, (dot * width + across) * 4, (dot * width + across) * 4 + 3);
      }
    }
  }
}

describe('units and members', () => {
  test('stand in a tree as far as one reaches, with their numbers', async () => {
    const all = await officer.open('/console/people');
    expect(all.text).toContain('Đảng bộ tỉnh 6 đảng viên, 6 chưa có kênh');
    expect(all.html).toContain('<details open');
    const mine = await secretary.open('/console/people');
    expect(mine.text).toContain('Chi bộ thôn 3 đảng viên');
    expect(mine.text).not.toContain('Đảng bộ tỉnh');
  });

  test('are searched without accents; nobody found is said', async () => {
    const found = await officer.open('/console/people?search=binh%20tran');
    expect(found.text).toContain('Tìm thấy 1 đồng chí');
    expect(found.html).toContain(`href="${member}/B"`);
    const nobody = await secretary.open('/console/people?search=Cương');
    expect(nobody.text).toContain('Không có ai khớp với “Cương”');
  });

  test('a unit shows its roll, who has no channel, and in which order channels are tried', async () => {
    await linked('B', 'telegram', '1');
    const unit = await secretary.open('/console/people/units/X1-C');
    expect(unit.text).toContain('Trực thuộc Đảng bộ tỉnh › Đảng bộ xã Một');
    expect(unit.text).toContain('2 đảng viên chưa có kênh nào');
    expect(unit.text).toContain('Trần Thị Bình B chính thức – Telegram');
    const without = await secretary.open('/console/people/units/X1-C?channel=none');
    expect(without.text).toContain('Phạm Thị Én');
    expect(without.text).not.toContain('Trần Thị Bình');
    const above = await officer.open('/console/people/units/X1');
    expect(above.text).toContain('Chi bộ thôn');
    expect(above.text).toContain('Không có đảng viên nào sinh hoạt trực tiếp tại đây.');

    // The usual order, then its own, then that of the level above again.
    const order = '/console/people/units/X1-C/channels';
    expect(unit.html).toContain(`href="${order}"`);
    const usual = await secretary.open(order);
    expect(usual.text).toContain('Đang theo thứ tự thường dùng.');
    const ordered = await secretary.press(order, { order: valueOf(usual.html, 'Lên – Zalo (bot)') });
    expect(ordered.text).toMatch(
      /Tổ chức này đặt thứ tự riêng\..* Zalo \(bot\) Xuống – Zalo \(bot\) Zalo Lên/,
    );
    const inherited = await secretary.press(`${order}/inheriting`);
    expect(inherited.text).toContain('Đang theo thứ tự thường dùng.');
    expect(inherited.html).not.toContain('/inheriting');
    expect((await officer.open('/console/audit')).text).toContain('Xếp thứ tự kênh của tổ chức');
  });

  test('of others are refused in a page', async () => {
    for (const path of [
      '/console/people/units/X2-C',
      `${member}/D`,
      '/console/people/units/X2-C/invitations',
    ]) {
      const page = await secretary.open(path);
      expect([page.status, page.text]).toEqual([403, expect.stringContaining('không có quyền')]);
    }
    expect((await secretary.open(`${member}/nobody`)).status).toBe(404);
  });
});

describe('a member', () => {
  test('is corrected by the form on the page', async () => {
    const page = await secretary.open(`${member}/E`);
    expect(page.text).toContain('Hiện nay: nhận thông báo · được triệu tập họp · có quyền biểu quyết');
    const fields = {
      fullName: 'Phạm Thị Ên',
      phone: '0912 345 678',
      email: '',
      joinedOn: '2019-05-19',
      language: 'vi',
    };
    const saved = await secretary.press(`${member}/E/details`, fields);
    expect(saved.text).toContain('Đã lưu thông tin.');
    expect(saved.text).toContain('Phạm Thị Ên');
    expect(saved.text).toContain('0912345678');
    expect(saved.text).toContain('19/05/2019');
    await secretary.open(`${member}/E`);
    const wrong = await secretary.press(`${member}/E/details`, { ...fields, phone: '12' });
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('Số điện thoại không đúng')]);
  });

  test('gets a status and is rid of it', async () => {
    await secretary.open(`${member}/E`);
    const wanted = { status: 'exempt', from: '01/05/2026', until: '', reason };
    const page = await secretary.press(`${member}/E/statuses`, wanted);
    expect(page.text).toContain('Đã ghi tình trạng: miễn công tác và sinh hoạt.');
    expect(page.text).toContain('miễn công tác và sinh hoạt từ ngày 01/05/2026');
    expect(page.text).toContain('không phải triệu tập họp');
    expect(page.text).toContain('Nguyễn Văn An ghi');
    const action = /action="([^"]+\/statuses\/[^"]+\/end)"/.exec(page.html)![1]!;
    const ended = await secretary.press(action, { on: today(), reason: 'Xin sinh hoạt lại' });
    expect(ended.text).toContain('Đã ghi: hết hiệu lực từ ngày');
    expect(ended.text).toContain('Đã qua (1)');
  });

  test('is asked about again before he or she leaves the list', async () => {
    await officer.open(`${member}/C`);
    const wanted = { status: 'resigned', from: today(), reason: 'Có đơn' };
    const asked = await officer.press(`${member}/C/statuses`, wanted);
    expect(asked.text).toContain('Ghi là ra khỏi Đảng?');
    expect((await house.hub.people.profile(operator, 'C')).standing.isMember).toBe(true);
    const left = await officer.press(`${member}/C/statuses`);
    expect(left.text).toContain('Hiện nay: không còn là đảng viên.');
    const found = await officer.open('/console/people?search=cuong');
    expect(found.text).toContain('đã ra khỏi danh sách');
    const { statuses } = await house.hub.people.profile(operator, 'C');
    const id = statuses.find(({ status }) => status === 'resigned')!.id;
    await house.hub.people.endStatus(operator, 'C', id, { on: today(), reason: 'Thử' });
  });

  test('moves for a time, and the move is called off', async () => {
    await officer.open(`${member}/D`);
    const later = '2027-01-15';
    const wanted = { kind: 'temporary', to: 'X1-C', from: later, until: '', reason };
    const moved = await officer.press(`${member}/D/moves`, wanted);
    expect(moved.text).toContain('Đã ghi: sinh hoạt tại Chi bộ thôn từ ngày 15/01/2027.');
    expect(moved.text).toContain('Chi bộ thôn (tạm thời) từ ngày 15/01/2027 sắp tới');
    const action = /action="([^"]+\/memberships\/[^"]+\/end)"/.exec(moved.html)![1]!;
    const off = await officer.press(action, { reason: 'Không đi nữa' });
    expect(off.text).toContain('đã bỏ');
    const refused = await officer.press(`${member}/D/moves`, { ...wanted, from: '45/01/2027' });
    expect([refused.status, refused.text]).toEqual([
      422,
      expect.stringContaining('Ngày “45/01/2027” không đúng'),
    ]);
  });

  test('offers a secretary no moves and no roles, and refuses them', async () => {
    const page = await secretary.open(`${member}/B`);
    expect(page.html).not.toMatch(/\/moves"|\/roles"/);
    expect(page.html).toContain(`action="${member}/B/statuses"`);
    const token = /name="formToken" value="([^"]+)"/.exec(page.html)![1]!;
    const body = new URLSearchParams({ formToken: token, kind: 'home', to: 'X2-C', from: today(), reason });
    const url = `${house.url}${member}/B/moves`;
    const forged = await fetch(url, {
      method: 'POST',
      body,
      headers: secretary.headers(),
      redirect: 'manual',
    });
    expect(forged.status).toBe(403);
  });

  test('is given a role and loses it; the last officer at the top keeps it', async () => {
    await officer.open(`${member}/B`);
    const given = await officer.press(`${member}/B/roles`, {
      role: 'deputy',
      unit: 'X1-C',
      from: today(),
      reason,
    });
    expect(given.text).toContain('phó bí thư, Chi bộ thôn');
    const action = /action="([^"]+\/roles\/[^"]+\/end)"/.exec(given.html)![1]!;
    const ended = await officer.press(action, { on: today(), reason: 'Nhầm' });
    expect(ended.text).toContain('Đã ghi: hết hiệu lực');
    const self = await officer.open(`${member}/V`);
    const own = /action="([^"]+\/roles\/[^"]+\/end)"/.exec(self.html)![1]!;
    const refused = await officer.press(own, { on: today(), reason: 'Nghỉ' });
    expect([refused.status, refused.text]).toEqual([
      409,
      expect.stringContaining('Hãy giao cho người khác trước'),
    ]);
  });

  test('has channels in an order, which is changed row by row and given up again; one is unlinked after a question', async () => {
    await linked('B', 'telegram', '1');
    await linked('B', 'zalo', '2');
    const page = await secretary.open(`${member}/B`);
    expect(page.text).toMatch(/Zalo đang dùng .* Telegram đang dùng/);
    expect(page.html).toContain(`href="${member}/B/chats"`);
    const order = await secretary.open(`${member}/B/chats`);
    expect(order.text).toMatch(/Đang theo thứ tự của tổ chức.* Zalo Xuống – Zalo Telegram Lên – Telegram/);
    const pressed = valueOf(order.html, 'Lên – Telegram');
    const changed = await secretary.press(`${member}/B/chats`, { order: pressed });
    expect(changed.text).toMatch(/đã được chọn riêng.* Telegram Xuống – Telegram Zalo Lên – Zalo/);
    // Pressed twice by a shaky thumb it is the same.
    const again = await secretary.press(`${member}/B/chats`, { order: pressed });
    expect(again.text).toMatch(/Telegram Xuống – Telegram Zalo Lên – Zalo/);
    const followed = await secretary.press(`${member}/B/chats/following`);
    expect(followed.text).toMatch(/Zalo Xuống – Zalo Telegram Lên – Telegram/);
    expect((await secretary.press(`${member}/B/chats`, { order: 'x' })).status).toBe(422);

    await linked('A', 'telegram', '3');
    expect((await secretary.open('/console/devices')).html).toContain(`href="${member}/A/chats"`);
    const own = await secretary.open(`${member}/A/chats`);
    expect(own.text).toContain('Thứ tự kênh của đồng chí');
    expect(own.html).not.toContain('name="order"');

    const unlinking = /href="([^"]+\/unlinking)"/.exec(page.html)![1]!;
    const asked = await secretary.open(unlinking);
    expect(asked.text).toContain('Trần Thị Bình sẽ không nhận thông báo qua Zalo nữa.');
    const unlinked = await secretary.press(unlinking);
    expect(unlinked.text).toContain('Đã hủy kết nối kênh.');
    expect(unlinked.text).not.toContain('Zalo đang dùng');
    expect((await secretary.open(unlinking)).status).toBe(404);
  });

  test('is invited with a code and a picture of it', async () => {
    await secretary.open(`${member}/B`);
    const card = await secretary.press(`${member}/B/invites`);
    const code = /invitation-code">([A-Z2-9]{4}-[A-Z2-9]{4})</.exec(card.html)![1]!;
    expect((await house.hub.people.openInvite(code)).member.code).toBe('B');
    expect(card.html).toContain(
      '<svg class="qr" role="img" aria-label="Mã QR kết nối của đồng chí Trần Thị Bình"',
    );
    const address = `/join/${code.replace('-', '')}`;
    expect(card.text).toContain(address);
    expect(seenByCamera(card.html)).toBe(`${house.url}${address}`);
    expect((await secretary.open(`${member}/B`)).text).toContain('Mã mời gần nhất cấp ngày');
  });
});

describe('invitations on paper', () => {
  const path = '/console/people/units/X1-C/invitations';

  test('are explained first, then made: a card for each member without a channel', async () => {
    await linked('B', 'telegram', '1');
    const before = await house.hub.people.invite(operator, 'E');
    const asked = await secretary.open(path);
    expect(asked.text).toContain('Tạo thư mời cho 2 đảng viên');
    expect(asked.text).toContain('Các mã đã cấp trước đây mà chưa dùng sẽ không còn hiệu lực.');
    expect((await house.hub.people.openInvite(before.code)).member.code).toBe('E');
    const sheet = await secretary.press(path);
    const codes = [...sheet.html.matchAll(/invitation-code">([^<]+)</g)].map(([, code]) => code!);
    const opened = await Promise.all(codes.map((code) => house.hub.people.openInvite(code)));
    expect(opened.map((one) => one.member.code)).toEqual(['A', 'E']);
    await expect(house.hub.people.openInvite(before.code)).rejects.toMatchObject({ code: 'invite.revoked' });
    expect(sheet.html.match(/<svg class="qr"/g)).toHaveLength(2);
    expect(sheet.html).not.toMatch(/<style|style="/);
  });

  test('nobody to invite is said', async () => {
    for (const [index, code] of ['A', 'B', 'E'].entries()) await linked(code, 'telegram', `${index + 10}`);
    expect((await secretary.open(path)).text).toContain('không cần thư mời nào');
  });
});

test('the pages speak English too', async () => {
  await house.hub.people.setLanguage((await house.hub.people.memberByCode('V')).id, 'en');
  const page = await officer.open(`${member}/B`);
  expect(page.text).toContain(
    'At present: gets notices · is called to meetings · may vote · counts in votes.',
  );
  expect((await officer.open('/console/people/units/X1-C')).text).toContain('Members here (3)');
});
