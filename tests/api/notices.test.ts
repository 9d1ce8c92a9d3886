import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { form, holder, openOffice, type Office } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, 60_000);
afterAll(() => office.close());

const officer = holder('officer', 'SLT');
const secretary = holder('secretary', 'SLT-01-CB01');
const cell = { unit: 'SLT-01-CB01', title: 'Họp chi bộ tháng 11', body: 'Mời các đồng chí dự họp.' };
const post = (url: string, headers: Record<string, string>, payload?: object) =>
  office.app.inject({ method: 'POST', url, headers, ...(payload ? { payload } : {}) });
const get = (url: string, headers: Record<string, string>) => office.app.inject({ url, headers });

describe('sending', () => {
  test('accepts a notice for everyone of the unit, in the name of the token’s member', async () => {
    const caller = await office.as(secretary);
    const reply = await post('/api/v1/notices', caller, {
      ...cell,
      ack: true,
      dueAt: '2026-11-10T17:00+07:00',
    });
    expect(reply.statusCode).toBe(201);
    const { id, recipients } = reply.json<{ id: string; recipients: number }>();
    expect(recipients).toBe(23);
    expect(reply.headers.location).toBe(`/api/v1/notices/${id}`);
    const [row] = await office.database.query<{ code: string; dueAt: Date; wantsAck: boolean }>(
      `select code, due_at as "dueAt", wants_ack as "wantsAck" from notice join member on member.id = sender_id
       where notice.id = $1`,
      [id],
    );
    expect(row).toEqual({ code: secretary.code, dueAt: new Date('2026-11-10T10:00:00Z'), wantsAck: true });

    const status = await get(`/api/v1/notices/${id}`, caller);
    expect(status.json()).toEqual({
      id,
      recipients: 23,
      byStatus: expect.objectContaining({ created: 23, acknowledged: 0, cancelled: 0 }),
      byChannel: {},
      inDoubt: 0,
      duplicates: 0,
      inPerson: 0,
      unreachable: [],
      failed: [],
    });
  });

  test('cannot be done in another member’s name', async () => {
    const reply = await post('/api/v1/notices', await office.as(secretary), { ...cell, from: officer.code });
    expect([reply.statusCode, reply.json().code]).toEqual([403, 'token.sender']);
  });

  test('the same key sends once; another content under it is refused', async () => {
    const caller = { ...(await office.as(secretary)), 'idempotency-key': 'thang-11' };
    const first = await post('/api/v1/notices', caller, cell);
    const again = await post('/api/v1/notices', caller, cell);
    expect(again.json()).toEqual(first.json());
    const other = await post('/api/v1/notices', caller, { ...cell, title: 'Họp chi bộ tháng 12' });
    expect([other.statusCode, other.json().code]).toEqual([409, 'notice.idempotency-conflict']);
  });

  test('a form carries files, with Vietnamese names and to the byte', async () => {
    const bytes = Buffer.from([0, 255, 13, 10, 45, 45, 1]);
    const { headers, payload } = await form({
      notice: JSON.stringify({ ...cell, title: 'Tài liệu kèm theo' }),
      file: [
        new File([bytes], 'ảnh bìa.png', { type: 'image/png' }),
        new File(['Nội dung'], 'Kế hoạch số 27.txt'.normalize('NFD'), { type: 'text/plain' }),
      ],
    });
    const reply = await post('/api/v1/notices', { ...(await office.as(secretary)), ...headers }, payload);
    expect(reply.statusCode, reply.body).toBe(201);
    const files = await office.database.query<{ name: string; type: string; content: Buffer }>(
      'select name, media_type as type, content from attachment where notice_id = $1 order by media_type',
      [reply.json().id],
    );
    expect(files.map(({ name, type }) => [name, type])).toEqual([
      ['ảnh bìa.png', 'image/png'],
      ['Kế hoạch số 27.txt', 'text/plain'],
    ]);
    expect(files[0]!.content.equals(bytes)).toBe(true);
  });

  test('what is marked as a state secret is refused in the text and in a file, and nothing is kept', async () => {
    const caller = await office.as(secretary);
    const count = async () => (await office.database.query('select from notice')).length;
    const before = await count();
    const marked = { ...cell, body: 'TUYỆT MẬT\n\nKế hoạch…' };
    const inText = await post('/api/v1/notices', caller, marked);
    const { headers, payload } = await form({
      notice: JSON.stringify(cell),
      file: new File([marked.body], 'van-ban.txt', { type: 'text/plain' }),
    });
    const inFile = await post('/api/v1/notices', { ...caller, ...headers }, payload);
    for (const reply of [inText, inFile]) {
      expect([reply.statusCode, reply.json().code]).toEqual([422, 'notice.classified']);
    }
    expect(await count()).toBe(before);
  });

  test('says what is wrong field by field, in the language of the member', async () => {
    const wrong = { unit: 'SLT-01-CB01', title: 7, kind: 'poem', dueAt: 'mai', wantsAck: true };
    const caller = await office.as(secretary);
    const reply = await post('/api/v1/notices', caller, wrong);
    expect(reply.statusCode).toBe(400);
    expect(reply.json()).toMatchObject({ code: 'request.invalid', title: 'Yêu cầu chưa đúng' });
    expect(reply.json().errors).toEqual([
      { field: 'kind', message: 'Chỉ nhận một trong các giá trị: notice, directive.' },
      { field: 'title', message: 'Giá trị chưa đúng kiểu.' },
      { field: 'dueAt', message: 'Giá trị chưa đúng dạng.' },
      { field: 'wantsAck', message: 'Không có mục nào mang tên này.' },
    ]);
    const { unit: _, ...incomplete } = cell;
    expect((await post('/api/v1/notices', caller, incomplete)).json().errors).toEqual([
      { field: 'unit', message: 'Còn thiếu mục này.' },
    ]);
    const empty = await post('/api/v1/notices', caller, { ...cell, title: ' ' });
    expect([empty.statusCode, empty.json().code]).toEqual([422, 'notice.invalid']);
  });
});

describe('who may', () => {
  test('a cell’s secretary sends neither to another cell nor to the committee above', async () => {
    const caller = await office.as(secretary);
    for (const unit of ['SLT-01-CB02', 'SLT-01', 'SLT']) {
      const reply = await post('/api/v1/notices', caller, { ...cell, unit });
      expect([reply.statusCode, reply.json().code]).toEqual([403, 'may.not']);
    }
  });

  test('a plain member sends nothing, and nobody sends to a unit that is not there', async () => {
    expect((await post('/api/v1/notices', await office.as(holder('', 'SLT-01-CB01')), cell)).statusCode).toBe(
      403,
    );
    const reply = await post('/api/v1/notices', await office.as(officer), { ...cell, unit: 'NOWHERE' });
    expect([reply.statusCode, reply.json().code]).toEqual([404, 'unit.unknown']);
  });

  test('only the unit that issued a notice, and those above it, see the whole and steer it', async () => {
    const province = await office.as(officer);
    const sent = await post('/api/v1/notices', province, { ...cell, unit: 'SLT', ack: true });
    const url = `/api/v1/notices/${sent.json().id}`;
    const below = await office.as(secretary);
    for (const reply of [await post(`${url}/cancellation`, below), await post(`${url}/reminders`, below)]) {
      expect([reply.statusCode, reply.json().code]).toEqual([403, 'may.not']);
    }

    // A secretary sees her own people of a notice from above, and nobody else's.
    expect((await get(url, below)).json()).toMatchObject({ recipients: 23, byStatus: { created: 23 } });
    const { items } = (await get(`${url}/recipients`, below)).json<{ items: { unit: string }[] }>();
    expect(items.map(({ unit }) => unit)).toEqual(Array.from({ length: 23 }, () => cell.unit));
    const elsewhere = await get(`${url}/recipients?unit=SLT-01-CB02`, below);
    expect(elsewhere.json()).toEqual({ items: [], next: null });
    expect((await get(`${url}/recipients?unit=SLT-01-CB02`, province)).json().items).not.toEqual([]);
    const member = await office.as(holder('', 'SLT-01-CB01'));
    for (const reply of [await get(url, member), await get(`${url}/recipients`, member)]) {
      expect([reply.statusCode, reply.json().code]).toEqual([403, 'may.not']);
    }

    const ofCell = await post('/api/v1/notices', below, cell);
    expect((await get(`/api/v1/notices/${ofCell.json().id}`, province)).statusCode).toBe(200);
    const neighbour = await office.as(holder('secretary', 'SLT-01-CB02'));
    expect((await get(`/api/v1/notices/${ofCell.json().id}`, neighbour)).statusCode).toBe(403);
  });

  test('a token does no more than its scopes', async () => {
    const reader = await office.as(secretary, ['notices:read']);
    const reply = await post('/api/v1/notices', reader, cell);
    expect([reply.statusCode, reply.json().code]).toEqual([403, 'token.scope']);
    const writer = await office.as(secretary, ['notices:write']);
    const sent = await post('/api/v1/notices', writer, cell);
    expect(sent.statusCode).toBe(201);
    expect((await get(`/api/v1/notices/${sent.json().id}`, writer)).statusCode).toBe(403);
  });
});

describe('following', () => {
  /** A notice whose recipients stand as the engine would have left them. */
  async function delivered() {
    const caller = await office.as(secretary);
    const sent = await post('/api/v1/notices', caller, { ...cell, ack: true });
    const { id } = sent.json<{ id: string }>();
    await office.database.query(
      `insert into delivery (notice_id, member_id, unit_id, state, handed_over_at, channel, reason)
       select $1, m.id, u.id, (case when m.code = $2 then 'unreachable' else 'handed_over' end)::delivery_state,
         case when m.code <> $2 then now() end, (case when m.code <> $2 then 'telegram' end)::channel, null
       from unit u join membership s on s.unit_id = u.id join member m on m.id = s.member_id
       where u.code = $3`,
      [id, secretary.code, cell.unit],
    );
    await office.database.query('delete from audience_slice where notice_id = $1', [id]);
    await office.database.query('delete from dispatch where notice_id = $1', [id]);
    return { caller, id, url: `/api/v1/notices/${id}` };
  }

  test('lists recipients by name, page by page, and by status', async () => {
    const { caller, url } = await delivered();
    const names: string[] = [];
    for (let after: string | null = ''; after !== null;) {
      const page = await get(`${url}/recipients?limit=10&after=${after}`, caller);
      const { items, next } = page.json<{ items: { member: string }[]; next: string | null }>();
      names.push(...items.map(({ member }) => member));
      after = next;
    }
    expect(names).toHaveLength(23);
    expect(names).toEqual([...new Set(names)].toSorted());

    const unreachable = await get(`${url}/recipients?status=unreachable`, caller);
    expect(unreachable.json()).toEqual({
      items: [
        {
          member: secretary.code,
          fullName: secretary.full_name,
          unit: cell.unit,
          status: 'unreachable',
          channel: null,
          reason: null,
          inPerson: false,
        },
      ],
      next: null,
    });
    expect((await get(`${url}/recipients?status=asleep`, caller)).statusCode).toBe(400);
  });

  test('records who was told in person, reminds the others, and stops the rest', async () => {
    const { caller, id, url } = await delivered();
    const told = await post(`${url}/tellings`, caller, { member: secretary.code });
    expect(told.json()).toEqual({ id, member: secretary.code });
    const again = await post(`${url}/tellings`, caller, { member: secretary.code });
    expect([again.statusCode, again.json().code]).toEqual([409, 'notice.already-acknowledged']);

    // Programs say "JSON" also where there is no body.
    const json = { ...caller, 'content-type': 'application/json' };
    expect((await post(`${url}/reminders`, json)).json()).toEqual({ id, reminded: 22 });
    expect((await post(`${url}/cancellation`, caller)).json()).toEqual({ id, cancelled: 0 });
    expect((await get(url, caller)).json()).toMatchObject({
      byStatus: { acknowledged: 1, handed_over: 22 },
      byChannel: { telegram: 22 },
      inPerson: 1,
    });
  });

  test('an id that is none answers as one that is not known', async () => {
    const caller = await office.as(officer);
    for (const id of ['1', '01990d3e-7c1a-7b54-9d6a-3f0c8a51e2b7']) {
      const reply = await get(`/api/v1/notices/${id}`, caller);
      expect([reply.statusCode, reply.json().code]).toEqual([404, 'notice.unknown']);
    }
  });
});
