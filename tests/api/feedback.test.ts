import { afterAll, beforeAll, expect, test } from 'vitest';
import { operator } from '../../hub/platform/audit.ts';
import { csv, memberHeader } from '../people/given.ts';
import { askingApi } from '../support/api.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';

let house: TestHub;
beforeAll(async () => {
  house = await openTestHub({ roles: ['web'] });
  const officers = csv(memberHeader, 'G,Giàng Thị Gấm,X1,secretary,official,,,');
  await house.hub.people.importMembers(operator, officers);
}, 120_000);
afterAll(() => house.close(), 60_000);

const { as, ask } = askingApi(() => house, '/api/v1/feedback');

const said = {
  unit: 'X1-C',
  kind: 'proposal',
  level: 'named',
  topic: 'Đường thôn',
  text: 'Đề nghị sửa đường.',
};

test('a member says something, an officer takes, answers and closes it', async () => {
  const headers = { 'idempotency-key': 'duong' };
  const receipt = await ask('POST', '', { by: 'B', body: said, headers });
  expect([receipt.status, receipt.json]).toEqual([
    201,
    {
      number: expect.any(String),
      level: 'named',
      unit: expect.objectContaining({ code: 'X1-C' }),
      dueOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    },
  ]);
  const again = await ask('POST', '', { by: 'B', body: said, headers });
  expect(again.json.number).toBe(receipt.json.number);

  const { items } = (await ask('GET', '?state=open&unit=X1-C&late=false')).json;
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({
    topic: 'Đường thôn',
    text: said.text,
    author: { code: 'B' },
    revision: 0,
  });
  const { id } = items[0] as { id: string };
  const taken = await ask('POST', `/${id}/taking`, { body: { revision: 0 } });
  expect(taken.json).toMatchObject({ state: 'taken', takenBy: { fullName: 'Nguyễn Văn An' }, revision: 1 });
  expect((await ask('DELETE', `/${id}/taking`)).json).toMatchObject({ state: 'new', takenBy: null });
  expect((await ask('POST', `/${id}/taking`)).status).toBe(200);
  await ask('POST', `/${id}/notes`, { body: { text: 'Hỏi xã.' } });
  const stale = await ask('POST', `/${id}/replies`, { body: { text: 'Xong.', revision: 0 } });
  expect([stale.status, stale.json.code]).toEqual([409, 'feedback.moved-on']);
  const replied = await ask('POST', `/${id}/replies`, { body: { text: 'Sẽ làm trong tháng.' } });
  expect([replied.status, replied.json]).toEqual([201, { id, state: 'answered' }]);
  expect((await ask('POST', `/${id}/closing`)).json.state).toBe('closed');
  expect((await ask('GET', `/${id}`)).json).toMatchObject({
    saidTo: { code: 'X1-C' },
    entries: [
      { kind: 'took' },
      { kind: 'released' },
      { kind: 'took' },
      { kind: 'note', text: 'Hỏi xã.', by: { fullName: 'Nguyễn Văn An' } },
      { kind: 'reply', text: 'Sẽ làm trong tháng.' },
      { kind: 'closed', text: null },
    ],
  });
  expect((await ask('GET', '/mine', { by: 'B' })).json.items).toMatchObject([
    { number: receipt.json.number, state: 'closed', replies: [{ text: 'Sẽ làm trong tháng.' }] },
  ]);
});

test('is passed on with a reason, and gone for who passed it on', async () => {
  await ask('POST', '', { by: 'E', body: { ...said, text: 'Cầu hỏng.' } });
  const { items } = (await ask('GET', '?state=new')).json;
  const { id } = items[0] as { id: string };
  const body = { unit: 'X1', reason: 'Việc của xã.' };
  expect((await ask('POST', `/${id}/forwardings`, { body })).json).toMatchObject({ unit: { code: 'X1' } });
  expect((await ask('GET', `/${id}`)).status).toBe(404);
  expect((await ask('GET', `/${id}`, { by: 'G' })).json).toMatchObject({ text: 'Cầu hỏng.', state: 'new' });
});

test('files go in with a form and are read by who answers', async () => {
  const form = new FormData();
  form.append('feedback', JSON.stringify({ ...said, unit: 'X1', text: 'Kèm tệp.' }));
  form.append('file', new File(['Số liệu đo đường'], 'so-lieu.txt', { type: 'text/plain' }));
  expect((await ask('POST', '', { by: 'B', body: form })).status).toBe(201);
  const { items } = (await ask('GET', '?level=named', { by: 'G' })).json;
  const { id } = items.find(({ text }: { text: string }) => text === 'Kèm tệp.') as { id: string };
  const { attachments } = (await ask('GET', `/${id}`, { by: 'G' })).json;
  const path = `/${id}/files/${attachments[0].id}`;
  const file = await ask('GET', path, { by: 'G' });
  expect([file.status, file.text]).toEqual([200, 'Số liệu đo đường']);
  expect(file.headers.get('content-disposition')).toMatch(/^attachment/);
  expect((await ask('GET', path, { by: 'A' })).status).toBe(404);
});

test('what is said in confidence is with its author at once, with readers later, and with them without a name', async () => {
  const body = { ...said, level: 'confidential', text: 'Nói kín với chi bộ.' };
  const { status, json } = await ask('POST', '', { by: 'E', body });
  expect([status, json.level]).toEqual([201, 'confidential']);
  expect((await ask('GET', '')).text).not.toContain('Nói kín');
  const own = (await ask('GET', '/mine', { by: 'E' })).json.items as { number: string }[];
  expect(own.map(({ number }) => number)).toContain(json.number);
  expect((await ask('GET', '/mine', { by: 'B' })).text).not.toContain(json.number);
});

test.each([
  [
    'a complaint',
    { ...said, text: 'Tôi khiếu nại quyết định kỷ luật của chi bộ đối với tôi.' },
    422,
    'feedback.signed-door-needed',
  ],
  ['no words', { ...said, text: ' ' }, 422, 'feedback.invalid'],
  ['a unit that is not above', { ...said, unit: 'X2' }, 403, 'may.not'],
  ['no level there is', { ...said, level: 'unlinkable' }, 400, 'request.invalid'],
])('refuses %s', async (_, body, status, code) => {
  const answer = await ask('POST', '', { by: 'B', body });
  expect([answer.status, answer.json.code]).toEqual([status, code]);
});

test('a token does what it is good for, for a member who answers', async () => {
  const scoped = await as('A', ['feedback:read']);
  const refused = await ask('POST', '', { body: said, headers: scoped });
  expect([refused.status, refused.json.code]).toEqual([403, 'token.scope']);
  expect((await ask('GET', '', { by: 'B' })).json).toEqual({ items: [] });
  expect((await ask('GET', '?unit=X1-C', { by: 'G' })).json.code).toBe('may.not');
  expect((await ask('GET', '/khong-co')).json.code).toBe('feedback.unknown');
});

test('is described, with an example of all that goes in and comes out', async () => {
  const { paths } = (await (await fetch(`${house.url}/api/openapi.json`)).json()) as {
    paths: Record<string, Record<string, Operation>>;
  };
  const operations = Object.entries(paths)
    .filter(([path]) => path.startsWith('/api/v1/feedback'))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, rest]) => ({ name: `${method} ${path}`, ...rest })),
    );
  expect(operations.length).toBeGreaterThanOrEqual(11);
  for (const { name, summary, requestBody, responses } of operations) {
    expect(summary, name).toMatch(/^[A-Z].{10,}/);
    for (const { content = {} } of [requestBody ?? {}, ...Object.values(responses)]) {
      for (const [type, { schema, example, examples }] of Object.entries(content)) {
        expect(example ?? examples ?? schema.examples, `${name} ${type}`).toBeDefined();
      }
    }
  }
});

interface Described {
  content?: Record<string, { schema: { examples?: unknown[] }; example?: unknown; examples?: object }>;
}
interface Operation {
  summary?: string;
  requestBody?: Described;
  responses: Record<string, Described>;
}
