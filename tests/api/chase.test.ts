import { afterAll, beforeAll, expect, test } from 'vitest';
import { form, holder, openOffice, type Office } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, 60_000);
afterAll(() => office.close());

const secretary = holder('secretary', 'SLT-01-CB01');
const cell = {
  unit: 'SLT-01-CB01',
  title: 'Họp chi bộ tháng 11',
  body: 'Mời các đồng chí dự họp.',
  ack: true,
};

async function call(method: 'GET' | 'POST', url: string, payload?: object) {
  const headers = await office.as(secretary);
  return await office.app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
}

async function send(payload: object): Promise<string> {
  const reply = await call('POST', '/api/v1/notices', payload);
  expect(reply.statusCode).toBe(201);
  return `/api/v1/notices/${reply.json<{ id: string }>().id}/chase`;
}

interface Chase {
  steps: { action: string; dueAt: string; state: string; doneAt: string | null; people: number | null }[];
}
const steps = async (url: string) => (await call('GET', url)).json<Chase>().steps;

test('a notice is chased as its sender says: by a plan of ours, at hours of his own, or not at all', async () => {
  expect((await steps(await send(cell))).map(({ action, dueAt }) => [action, dueAt])).toEqual([
    ['remind', '2026-11-03T02:00:00.000Z'],
    ['remind_elsewhere', '2026-11-04T02:00:00.000Z'],
    // At fourteen o'clock in Hà Nội, in working time.
    ['list', '2026-11-05T07:00:00.000Z'],
    ['tell_above', '2026-11-07T07:00:00.000Z'],
  ]);
  expect(await steps(await send({ ...cell, chase: [1, 2.5] }))).toEqual([
    { action: 'remind', dueAt: '2026-11-02T03:00:00.000Z', state: 'waiting', doneAt: null, people: null },
    {
      action: 'remind_elsewhere',
      dueAt: '2026-11-02T04:30:00.000Z',
      state: 'waiting',
      doneAt: null,
      people: null,
    },
  ]);
  expect((await steps(await send({ ...cell, chase: 'gentle' }))).map(({ action }) => action)).toEqual([
    'remind',
    'list',
  ]);
  expect(await steps(await send({ ...cell, chase: 'none' }))).toEqual([]);
  expect(await steps(await send({ ...cell, ack: false }))).toEqual([]);
});

test('the plan goes with files too, and belongs to what an idempotency key stands for', async () => {
  const { headers, payload } = await form({
    notice: JSON.stringify({ ...cell, chase: [3], idempotencyKey: 'nhac' }),
    file: new File(['Kèm'], 'a.txt', { type: 'text/plain' }),
  });
  const reply = await office.app.inject({
    method: 'POST',
    url: '/api/v1/notices',
    headers: { ...(await office.as(secretary)), ...headers },
    payload,
  });
  expect(reply.statusCode).toBe(201);
  expect(await steps(`/api/v1/notices/${reply.json<{ id: string }>().id}/chase`)).toHaveLength(1);
  const other = await call('POST', '/api/v1/notices', { ...cell, chase: [4], idempotencyKey: 'nhac' });
  expect([other.statusCode, other.json().code]).toEqual([409, 'notice.idempotency-conflict']);
});

test('a plan that makes no sense is refused and nothing is sent', async () => {
  const wrong = [
    { ...cell, chase: [48, 24] },
    { ...cell, chase: [0] },
    { ...cell, chase: [24, 200], dueAt: '2026-11-05T17:00:00+07:00' },
    { ...cell, chase: [24], ack: false },
    { ...cell, chase: 'gentle', ack: false },
  ];
  const before = await office.database.query('select from notice');
  for (const payload of wrong) {
    const reply = await call('POST', '/api/v1/notices', payload);
    expect([reply.statusCode, reply.json()], JSON.stringify(payload)).toMatchObject([
      422,
      { code: 'notice.invalid', detail: expect.stringContaining('Cách nhắc lại chưa đúng') },
    ]);
  }
  for (const chase of ['often', [], [1, 2, 3, 4, 5], '24h'])
    expect((await call('POST', '/api/v1/notices', { ...cell, chase })).statusCode, String(chase)).toBe(400);
  expect(await office.database.query('select from notice')).toHaveLength(before.length);
});

test('chasing is stopped once and for all', async () => {
  const url = await send(cell);
  const id = url.split('/').at(-2);
  expect((await call('POST', `${url}/stopping`)).json()).toEqual({ id, stopped: 4 });
  expect((await call('POST', `${url}/stopping`)).json()).toEqual({ id, stopped: 0 });
  expect((await steps(url)).map(({ state }) => state)).toEqual(Array(4).fill('cancelled'));
  expect((await call('GET', '/api/v1/notices/nonsense/chase')).statusCode).toBe(404);
});
