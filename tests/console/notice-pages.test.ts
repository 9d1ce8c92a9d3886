import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { operator } from '../../hub/platform/audit.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { signIn, type Reader } from './reader.ts';

let house: TestHub;
beforeAll(async () => {
  house = await openTestHub({ roles: ['web', 'bots', 'worker'] });
}, 60_000);
afterAll(async () => {
  await house.close();
});
beforeEach(async () => {
  await house.clear();
});
afterEach(async () => {
  await house.hub.database.query('delete from notice_draft');
});

const written = {
  unit: 'X1-C',
  to: 'members',
  kind: 'notice',
  title: 'Họp chi bộ tháng 12',
  body: 'Mời đồng chí dự họp lúc 19h30.',
  ack: 'yes',
  when: 'now',
};

/** The notice's page once every recipient has come to a state of its own. */
async function settled(reader: Reader, url: string) {
  for (let look = 0; look < 100; look += 1) {
    const page = await reader.open(url);
    if (!page.html.includes('bar-created')) return page;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the notice is still on its way');
}

async function send(reader: Reader, fields: Record<string, string> = {}) {
  await reader.open('/console/notices/new');
  const preview = await reader.press('/console/notices/new', { ...written, ...fields });
  return await reader.press(`${preview.url}/sending`);
}

test('a quiet day says so', async () => {
  const reader = await signIn(house, 'A');
  const page = await reader.open('/console');
  expect(page.text).toContain('Chào đồng chí An.');
  expect(page.text).toContain('Hôm nay không có việc chờ đồng chí.');
});

describe('writing', () => {
  test('from the form over the preview to the page of the notice, without scripts', async () => {
    await house.join('B');
    const reader = await signIn(house, 'A');
    const form = await reader.open('/console/notices/new');
    expect(form.text).toContain('Chi bộ thôn (X1-C)');
    expect(form.html, 'only units within reach are offered').not.toContain('value="X1"');

    const file = new File(['Kế hoạch tháng 12'], 'Kế hoạch.txt', { type: 'text/plain' });
    const preview = await reader.press('/console/notices/new', {
      ...written,
      dueDay: '25/12/2099',
      dueTime: '17h30',
      file: [file],
    });
    expect(preview.url).toMatch(/^\/console\/notices\/drafts\//);
    for (const words of [
      'Chưa gửi.',
      '3 đồng chí: toàn thể đảng viên của Chi bộ thôn (X1-C)',
      'Telegram 1',
      'Chưa có kênh nào 2',
      'Phạm Thị Én (E, X1-C)',
      'Kính gửi đồng chí Nguyễn Văn An,',
      'Hạn: 17:30 ngày 25/12/2099.',
      'Kế hoạch.txt',
      'Gửi tới 3 đồng chí',
    ]) {
      expect(preview.text).toContain(words);
    }
    expect(await house.hub.database.query('select from notice')).toEqual([]);

    const sent = await reader.press(`${preview.url}/sending`);
    expect(sent.text).toContain('Đã nhận để gửi tới 3 đồng chí.');
    const page = await settled(reader, sent.url);
    expect(page.text).toContain('0 trong 3 đồng chí đã nắm.');
    expect(page.text).toMatch(/Đã giao kênh 1 .*Không liên lạc được 2 .*Cộng: 3 đồng chí/);
    const link = /href="([^"]+\/files\/[^"]+)"/.exec(page.html)![1]!;
    expect(await reader.download(link)).toMatchObject({ status: 200, name: 'Kế hoạch.txt' });
    expect((await reader.download(link)).content.toString()).toBe('Kế hoạch tháng 12');
    expect(await house.hub.database.query('select from notice_draft_file')).toEqual([]);
  });

  test('pressed twice, at once or after going back, it is sent once', async () => {
    const reader = await signIn(house, 'A');
    await reader.open('/console/notices/new');
    const preview = await reader.press('/console/notices/new', written);
    const pages = await Promise.all([
      reader.press(`${preview.url}/sending`),
      reader.press(`${preview.url}/sending`),
    ]);
    expect(new Set(pages.map(({ url }) => url)).size).toBe(1);
    expect((await reader.open(preview.url)).url, 'going back leads to the notice').toBe(pages[0]?.url);
    expect(await house.hub.database.query('select from notice')).toHaveLength(1);
  });

  test('what is wrong is said beside its field, and what was typed stays', async () => {
    const reader = await signIn(house, 'A');
    await reader.open('/console/notices/new');
    const page = await reader.press('/console/notices/new', { ...written, title: '', dueDay: '31/2/2027' });
    expect([page.status, page.url]).toEqual([422, '/console/notices/new']);
    expect(page.text).toContain('Viết tiêu đề.');
    expect(page.text).toContain('Ngày chưa đúng. Viết ngày trước, tháng sau: 25/11/2026.');
    expect(page.html).toContain('Mời đồng chí dự họp lúc 19h30.');
    expect(page.html).toMatch(/id="title"[^>]*aria-invalid="true"|aria-invalid="true"[^>]*id="title"/);
  });

  test('files are kept when one goes back to change a word, and can be left out', async () => {
    const reader = await signIn(house, 'A');
    await reader.open('/console/notices/new');
    const files = ['Một.txt', 'Hai.txt'].map((name) => new File([name], name, { type: 'text/plain' }));
    const preview = await reader.press('/console/notices/new', { ...written, file: files });
    const draft = preview.url.split('/').at(-1)!;
    const again = await reader.open(`/console/notices/new?draft=${draft}`);
    const [first] = /name="keep" value="([^"]+)"/.exec(again.html)!.slice(1);
    const changed = await reader.press('/console/notices/new', {
      ...written,
      title: 'Đổi ngày họp',
      keep: first!,
    });
    expect(changed.url).toBe(preview.url);
    expect(changed.text).toContain('Đổi ngày họp');
    expect(changed.text).toContain('Một.txt');
    expect(changed.text).not.toContain('Hai.txt');

    const other = await signIn(house, 'V');
    expect((await other.open(preview.url)).status, 'somebody else’s draft').toBe(410);
  });

  test('a classified paper is refused and leaves nothing; a cell’s secretary cannot write to another unit', async () => {
    const reader = await signIn(house, 'A');
    await reader.open('/console/notices/new');
    const file = new File(['TUYỆT MẬT\nKế hoạch'], 'kh.txt', { type: 'text/plain' });
    const refused = await reader.press('/console/notices/new', { ...written, file: [file] });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Tệp kèm có đóng dấu “TUYỆT MẬT”');
    expect(await house.hub.database.query('select from notice_draft')).toEqual([]);

    await reader.open('/console/notices/new');
    const beyond = await reader.press('/console/notices/new', { ...written, unit: 'X2-C' });
    expect(beyond.text).toContain('Đồng chí không có quyền làm việc này');
    expect(await house.hub.database.query('select from notice_draft')).toEqual([]);
  });

  test('sent at a time of its own, it waits on the page and among what today brings', async () => {
    const reader = await signIn(house, 'A');
    const page = await send(reader, { when: 'at', sendDay: '1/12/2099', sendTime: '8h' });
    expect(page.text).toContain('Chưa gửi: hẹn gửi lúc 08:00 ngày 01/12/2099.');
    expect(page.text).toContain('Tạo, chưa giao kênh 3');
    expect((await reader.open('/console')).text).toContain(
      'Sẽ gửi lúc 08:00 ngày 01/12/2099 tới 3 đồng chí.',
    );

    const confirm = await reader.open(`${page.url}/cancellation`);
    expect(confirm.text).toContain('3 đồng chí sẽ không nhận tin này.');
    const cancelled = await reader.press(`${page.url}/cancellation`);
    expect(cancelled.text).toContain('Đã hủy: 3 đồng chí sẽ không nhận tin.');
    expect(cancelled.text).toContain('Đã hủy lúc');
    expect((await reader.open('/console')).text).toContain('Hôm nay không có việc');
  });
});

describe('following', () => {
  test('who has not answered is reminded, told in person, and that taken back', async () => {
    const person = await house.join('B');
    const reader = await signIn(house, 'A');
    const sent = await send(reader);
    await person.next();
    const page = await settled(reader, sent.url);
    expect(page.text).toContain('Nhắc 1 đồng chí chưa xác nhận');
    const reminded = await reader.press(`${sent.url}/reminders`);
    expect(reminded.text).toContain('Đang nhắc 1 đồng chí.');
    expect((await person.next()).text).toContain('Nhắc đồng chí: Họp chi bộ tháng 12');
    const soon = await reader.press(`${sent.url}/reminders`);
    expect([soon.status, soon.text]).toEqual([
      409,
      expect.stringContaining('Vừa nhắc xong. Có thể nhắc lại từ'),
    ]);

    expect((await reader.open('/console')).text).toContain('2 đồng chí không liên lạc được qua kênh nào');
    await reader.open(sent.url);
    const told = await reader.press(`${sent.url}/tellings`, { member: ['A', 'E'] });
    expect(told.text).toContain('Đã ghi: báo trực tiếp 2 đồng chí.');
    expect(told.text).toContain('2 trong 3 đồng chí đã nắm.');
    expect(told.text).toContain('Ghi đã báo trực tiếp một đồng chí');

    const people = await reader.open(`${sent.url}/people?status=acknowledged`);
    expect(people.text).toContain('Phạm Thị Én');
    expect(people.text).not.toContain('Trần Thị Bình');
    const undone = await reader.press(`${sent.url}/tellings/E/withdrawal`);
    expect(undone.text).toContain('Đã rút lại: đồng chí E chưa được báo trực tiếp.');
    expect((await reader.open(sent.url)).text).toContain('1 trong 3 đồng chí đã nắm.');
  });

  test('the numbers change while one looks, for each reader their own, and the line ends with the hub', async () => {
    const person = await house.join('B');
    const officer = await signIn(house, 'V');
    const sent = await send(officer, { unit: 'X1' });
    const message = await person.next();
    await settled(officer, sent.url);
    const secretary = await signIn(house, 'A');
    const closing = new AbortController();
    const live = async (reader: Reader) => {
      const { body, status } = await fetch(new URL(`${sent.url}/live`, house.url), {
        headers: reader.headers(),
        signal: closing.signal,
      });
      expect(status).toBe(200);
      return body!.pipeThrough(new TextDecoderStream()).getReader();
    };
    const [whole, part] = [await live(officer), await live(secretary)];
    const until = async (line: ReadableStreamDefaultReader<string>, words: string) => {
      for (let heard = ''; !heard.includes(words);) {
        const { value, done } = await line.read();
        if (done) throw new Error(`the line ended before ${words}`);
        heard += value;
      }
    };
    await until(whole, '0 trong 4 đồng chí đã nắm.');
    await until(part, '0 trong 3 đồng chí đã nắm.');
    person.press(message, message.buttons[0]!.data!);
    await until(whole, '1 trong 4 đồng chí đã nắm.');
    await until(part, '1 trong 3 đồng chí đã nắm.');
    closing.abort();
  });

  test('a notice from above shows a secretary her own people, and nothing to press that she may not', async () => {
    const officer = await signIn(house, 'V');
    const sent = await send(officer, { unit: 'T' });
    const whole = await settled(officer, sent.url);
    expect(whole.text).toContain('Cộng: 6 đồng chí');
    expect((await officer.open(`${sent.url}/units`)).text).toMatch(/Đảng bộ tỉnh .*Chi bộ thôn .*Chi bộ bản/);

    const secretary = await signIn(house, 'A');
    const part = await secretary.open(sent.url);
    expect(part.text).toContain('Văn bản của cấp trên, gửi tới 6 đồng chí.');
    expect(part.text).toContain('Cộng: 3 đồng chí');
    expect(part.text).not.toContain('Lò Văn Cương');
    expect(part.html).not.toContain('/reminders"');
    expect(part.html).not.toContain('/cancellation"');
    expect((await secretary.open('/console/notices')).text).toContain('Họp chi bộ tháng 12');
    expect((await secretary.open('/console')).text).toContain('3 trong 3 đồng chí chưa xác nhận.');
    expect((await secretary.open(`${sent.url}/cancellation`)).status).toBe(403);
    await secretary.open(sent.url);
    expect((await secretary.press(`${sent.url}/tellings`, { member: ['D'] })).status).toBe(403);
    await secretary.open(sent.url);
    expect((await secretary.press(`${sent.url}/tellings`, { member: ['E'] })).status).toBe(200);

    const cell = await send(officer, { unit: 'X2-C' });
    for (const path of [
      '',
      '/people',
      '/units',
      '/text',
      '/live',
      '/recipients.csv',
      '/files/x',
      '/cancellation',
    ]) {
      expect((await secretary.open(`${cell.url}${path}`)).status, path).toBe(403);
    }
  });

  test('the list as a file, its taking on the record, and the audit as a file too', async () => {
    const reader = await signIn(house, 'A');
    const sent = await send(reader);
    await settled(reader, sent.url);
    const { content, name } = await reader.download(`${sent.url}/recipients.csv`);
    expect(name).toBe('Danh sách người nhận.csv');
    expect(content.toString()).toContain('E,Phạm Thị Én,X1-C,Không liên lạc được');
    expect((await reader.download(`${sent.url}/recipients.xlsx`)).content.subarray(0, 2).toString()).toBe(
      'PK',
    );

    const audit = await reader.open('/console/audit');
    expect(audit.text).toContain('Tải danh sách người nhận, 3 dòng');
    expect(audit.text).toContain('Gửi thông báo tới 3 đồng chí');
    expect(audit.text).toContain('Nguyễn Văn An (A) Trang điều hành');
    const taken = await reader.download('/console/audit.csv');
    expect(taken.content.toString()).toContain('Gửi thông báo tới 3 đồng chí,Họp chi bộ tháng 12,X1-C');
    expect((await reader.open('/console/audit')).text).toContain('Tải nhật ký,');
  });
});

test('of the audit a secretary reads the own unit’s, an officer all of it, page by page', async () => {
  const [officer, secretary] = [await signIn(house, 'V'), await signIn(house, 'A')];
  const ofCell = await send(secretary, { title: 'Của chi bộ' });
  const ofProvince = await send(officer, { unit: 'T', title: 'Của tỉnh' });
  const own = await secretary.open('/console/audit');
  expect(own.text).toContain('Của chi bộ');
  expect(own.text).not.toContain('Của tỉnh');
  expect((await officer.open('/console/audit')).text).toMatch(/Của tỉnh .*Của chi bộ/);
  expect([ofCell.status, ofProvince.status]).toEqual([200, 200]);

  const { audit, people } = house.hub;
  const { id: unitId } = await people.unitByCode('X1-C');
  for (let entry = 0; entry < 60; entry += 1) {
    await audit.record(operator, {
      action: 'notice.sent',
      unitId,
      facts: { recipients: 1000 + entry, kind: 'notice' },
    });
  }
  const first = await secretary.open('/console/audit');
  expect(first.text.match(/Gửi thông báo tới/g)).toHaveLength(50);
  const next = /href="(\/console\/audit\?before=[^"]+)"/.exec(first.html)![1]!;
  const second = await secretary.open(next);
  expect(second.text).toContain('tới 1.000 đồng chí');
  expect(second.text).not.toContain('tới 1.059 đồng chí');
});

test('a device that is signed out elsewhere is out at once; this one is asked about first', async () => {
  const [here, there] = [await signIn(house, 'A'), await signIn(house, 'A')];
  const page = await here.open('/console/devices');
  expect(page.text).toContain('máy này');
  const other = /action="(\/console\/devices\/sessions\/[^"]+\/ending)"/.exec(page.html)![1]!;
  expect((await here.press(other)).text).toContain('Đã đăng xuất máy ấy.');
  expect((await there.open('/console')).status).toBe(401);
  expect((await here.open('/console/devices/this/ending')).text).toContain('liên kết mới');
  await here.press('/console/sign-out');
  expect((await here.open('/console')).status).toBe(401);
});
