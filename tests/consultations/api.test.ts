import { afterAll, beforeAll, expect, test } from 'vitest';
import { operator } from '../../hub/platform/audit.ts';
import { csv, memberHeader } from '../people/given.ts';
import { askingApi } from '../support/api.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';

let house: TestHub;
beforeAll(async () => {
  house = await openTestHub({ roles: ['web'] });
  const more = Array.from({ length: 10 }, (_, n) => `N${n},Nguyễn Văn Số ${n},X1-C,,official,,,`);
  await house.hub.people.importMembers(operator, csv(memberHeader, ...more));
}, 120_000);
afterAll(() => house.close(), 60_000);

const { as, ask } = askingApi(() => house, '/api/v1/consultations');

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const survey = {
  unit: 'X1-C',
  kind: 'survey',
  level: 'named',
  title: 'Giờ sinh hoạt',
  questions: [
    { form: 'one', wording: 'Giờ họp có hợp không?', options: ['Hợp', 'Chưa hợp'] },
    { form: 'text', wording: 'Nên đổi thế nào?', required: false, onlyIf: { question: 1, options: [1] } },
  ],
};
const given = (more: object = {}) => ({ ...survey, closesAt: inDays(5), ...more });

async function opened(more: object = {}): Promise<string> {
  const { id } = (await ask('POST', '', { body: given(more) })).json;
  expect((await ask('POST', `/${id}/opening`)).json).toEqual({ id, eligible: 13 });
  return id;
}

test('one is prepared, changed, opened, answered, followed, extended and closed', async () => {
  const saved = await ask('POST', '', { body: given() });
  expect([saved.status, saved.json]).toEqual([201, { id: expect.any(String), revision: expect.any(Number) }]);
  const { id, revision } = saved.json;
  const changed = await ask('POST', '', { body: given({ id, revision, title: 'Giờ họp' }) });
  expect(changed.json.id).toBe(id);
  expect((await ask('POST', '', { body: given({ id, revision }) })).json.code).toBe('consultation.moved-on');
  expect((await ask('GET', `/${id}`)).json).toMatchObject({
    state: 'preparing',
    title: 'Giờ họp',
    introduction: '',
    eligible: null,
    questions: [{ form: 'one', required: true, most: null }, { onlyIf: { question: 1, options: [1] } }],
  });
  expect((await ask('GET', `/mine/${id}`, { by: 'B' })).status).toBe(404);
  expect((await ask('POST', `/${id}/opening`)).json).toEqual({ id, eligible: 13 });
  expect((await ask('POST', '', { body: given({ id }) })).json.code).toBe('consultation.not-being-prepared');

  const { items } = (await ask('GET', '/mine', { by: 'B' })).json;
  expect(items).toMatchObject([{ id, title: 'Giờ họp', answers: null, drawn: false, state: 'open' }]);
  const missing = await ask('PUT', `/mine/${id}/answers`, { by: 'B', body: { answers: { 2: 'Tối' } } });
  expect([missing.status, missing.json.code]).toEqual([422, 'consultation.answers-invalid']);
  const answers = { 1: 1, 2: 'Buổi tối' };
  const answered = await ask('PUT', `/mine/${id}/answers`, { by: 'B', body: { answers } });
  expect([answered.status, answered.json.answers]).toEqual([200, answers]);
  expect((await ask('GET', `/mine/${id}`, { by: 'B' })).json.answers).toEqual(answers);

  expect((await ask('GET', `/${id}/answers`)).json).toEqual({
    items: [{ code: 'B', fullName: 'Trần Thị Bình', unit: expect.any(String), answers }],
  });
  expect((await ask('GET', `/${id}/answers`, { by: 'V' })).status).toBe(404);
  const { silent, answered: count } = (await ask('GET', `/${id}`)).json;
  expect([silent.length, count]).toEqual([12, 1]);
  expect((await ask('GET', `/${id}`, { by: 'V' })).json.silent).toBeNull();
  expect((await ask('POST', `/${id}/reminders`)).json).toEqual({ id, reminded: expect.any(Number) });
  expect((await ask('POST', `/${id}/reminders`)).status).toBe(429);

  const later = inDays(9);
  const extended = await ask('POST', `/${id}/extension`, { body: { closesAt: later } });
  expect(new Date(extended.json.closesAt)).toEqual(new Date(later));
  expect((await ask('POST', `/${id}/closing`)).json.state).toBe('closed');
  const again = await ask('PUT', `/mine/${id}/answers`, { by: 'B', body: { answers } });
  expect(again.json.code).toBe('consultation.over');
  const results = (await ask('GET', `/${id}/results`)).json;
  expect(results).toMatchObject({ id, final: true, eligible: 13, smallest: 5 });
  for (const [format, type] of [
    ['xlsx', 'spreadsheetml.sheet'],
    ['docx', 'wordprocessingml.document'],
  ]) {
    const file = await ask('GET', `/${id}/export?format=${format}`);
    expect([file.status, file.headers.get('content-type')]).toEqual([200, expect.stringContaining(type!)]);
    expect(file.headers.get('content-disposition')).toContain(`.${format}`);
  }
});

test('a draft’s text becomes passages, and branches of the questions after it still lead where they led', async () => {
  const more = ' Trường hợp trùng ngày lễ, ngày Tết thì chi ủy chọn ngày khác và báo trước ba ngày.';
  const draft = `Điều 1. Chi bộ họp vào ngày 3.${more}\nĐiều 2. Đảng phí nộp trước ngày 10.${more}`;
  const { id } = (await ask('POST', '', { body: given({ kind: 'draft', draft }) })).json;
  const { questions } = (await ask('GET', `/${id}`)).json;
  expect(questions.map(({ form }: { form: string }) => form)).toEqual(['passage', 'passage', 'one', 'text']);
  expect(questions[3].onlyIf).toEqual({ question: 3, options: [1] });
  expect((await ask('DELETE', `/${id}`)).status).toBe(204);
  expect((await ask('GET', `/${id}`)).status).toBe(404);
});

test('without names: a paper is drawn with a token, and answered without one; nothing of the caller is looked at', async () => {
  const id = await opened({ level: 'unnamed', shared: true });
  const drawn = await ask('POST', `/mine/${id}/paper`, { by: 'B' });
  expect([drawn.status, drawn.headers.get('cache-control')]).toEqual([201, 'no-store']);
  const { paper } = drawn.json as { paper: string };
  expect((await ask('POST', `/mine/${id}/paper`, { by: 'B' })).json.code).toBe('consultation.paper-drawn');
  expect((await ask('GET', `/mine/${id}`, { by: 'B' })).json).toMatchObject({ drawn: true, answers: null });

  const post = async (path: string, body: object, headers: Record<string, string> = {}) => {
    const reply = await fetch(`${house.url}/api/v1/papers/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return {
      status: reply.status,
      headers: reply.headers,
      json: (await reply.json()) as Record<string, unknown>,
    };
  };
  // A token that nobody has refuses nothing: it is not looked at.
  const asked = await post('asked', { paper }, { authorization: 'Bearer cn_none' });
  expect([asked.status, asked.json['title']]).toEqual([200, 'Giờ sinh hoạt']);
  expect(asked.headers.get('set-cookie')).toBeNull();
  expect((await post('asked', { paper: 'không có phiếu này' })).json['code']).toBe(
    'consultation.paper-unknown',
  );
  expect((await post('answers', { paper, answers: {} })).json['code']).toBe('consultation.answers-invalid');
  const answered = await post('answers', { paper, answers: { 1: 0 } });
  expect([answered.status, answered.json]).toEqual([200, { answered: true }]);
  expect((await post('answers', { paper, answers: { 1: 0 } })).status).toBe(404);
  expect((await ask('GET', `/mine/${id}/results`, { by: 'B' })).json.code).toBe('consultation.not-closed');
  const { drawn: papers, answered: back } = (await ask('GET', `/${id}`)).json;
  expect([papers, back]).toEqual([expect.toBeOneOf([1, null]), null]);
});

test('what is confidential is changed until it is closed, called off with a reason, and refused in too small a company', async () => {
  const id = await opened({ level: 'confidential' });
  for (const answers of [{ 1: 0 }, { 1: 1 }]) {
    const answered = await ask('PUT', `/mine/${id}/answers`, { by: 'B', body: { answers } });
    expect(answered.json.answers).toEqual(answers);
  }
  expect((await ask('GET', `/${id}/results`)).json.code).toBe('consultation.not-closed');
  expect((await ask('GET', `/${id}/answers`)).status).toBe(404);
  const cancelled = await ask('POST', `/${id}/cancellation`, { body: { reason: 'Viết lại' } });
  expect(cancelled.json.state).toBe('cancelled');
  expect((await ask('GET', `/mine/${id}`, { by: 'B' })).json).toMatchObject({
    state: 'cancelled',
    answers: null,
  });

  const few = given({ unit: 'X2-C', level: 'confidential' });
  const small = (await ask('POST', '', { by: 'V', body: few })).json;
  const refused = await ask('POST', `/${small.id}/opening`, { by: 'V' });
  expect([refused.status, refused.json.code]).toEqual([422, 'consultation.too-few']);
});

test('bodies that are none are refused by field, and tokens without the scope', async () => {
  const wrong = await ask('POST', '', { body: { ...given(), kind: 'vote', closesAt: 'tomorrow', extra: 1 } });
  expect(wrong.status).toBe(400);
  expect(wrong.json.errors.map(({ field }: { field: string }) => field).toSorted()).toEqual([
    'closesAt',
    'extra',
    'kind',
  ]);
  const branch = given({ questions: [{ ...survey.questions[1], wording: 'Vì sao?' }] });
  expect((await ask('POST', '', { body: branch })).json).toMatchObject({
    code: 'consultation.invalid',
    detail: expect.stringContaining('Câu 1'),
  });
  const narrow = await as('A', ['consultations:read']);
  expect((await ask('POST', '', { body: given(), headers: narrow })).json.code).toBe('token.scope');
  expect((await ask('GET', '', { headers: narrow })).status).toBe(200);
});
