import { afterAll, beforeAll, expect, test } from 'vitest';
import { askingApi } from '../support/api.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';

let house: TestHub;
beforeAll(async () => (house = await openTestHub({ roles: ['web', 'worker'] })), 60_000);
afterAll(() => house.close(), 60_000);

const { as, ask } = askingApi(() => house, '/api/v1/meetings');

const startsAt = new Date(Date.now() + 10 * 86_400_000).toISOString();
const meeting = { unit: 'X1-C', startsAt, place: 'Nhà văn hóa' };

test('calls with documents, once per key, in the name of the token’s member', async () => {
  const form = new FormData();
  form.append('meeting', JSON.stringify({ ...meeting, items: [{ title: 'Thảo luận', minutes: 30 }] }));
  form.append('file', new File(['Dự thảo nghị quyết'], 'dự thảo.txt', { type: 'text/plain' }));
  const headers = { 'idempotency-key': 'thang-12' };
  const called = await ask('POST', '', { body: form, headers });
  expect([called.status, called.json]).toEqual([201, { id: expect.any(String), invited: 3, warnings: [] }]);
  const { id } = called.json as { id: string };
  expect(called.headers.get('location')).toBe(`/api/v1/meetings/${id}`);
  const again = await ask('POST', '', { body: form, headers });
  expect(again.json.id).toBe(id);
  const other = await ask('POST', '', { body: meeting, headers });
  expect([other.status, other.json.code]).toEqual([409, 'meeting.idempotency-conflict']);
  expect((await ask('POST', '', { by: 'B', body: meeting })).json.code).toBe('may.not');
  expect((await ask('POST', '', { body: { ...meeting, from: 'B' } })).json.code).toBe('token.sender');

  const view = (await ask('GET', `/${id}`, { by: 'B' })).json;
  expect(view).toMatchObject({ id, startsAt, state: 'called', items: [{ title: 'Thảo luận', minutes: 30 }] });
  const [document] = view.documents;
  const file = await ask('GET', `/${id}/documents/${document.id}`, { by: 'B' });
  expect(file.text).toBe('Dự thảo nghị quyết');
  expect(file.headers.get('content-disposition')).toContain(encodeURIComponent('dự thảo.txt'));
  expect((await ask('GET', `/${id}/documents/${document.id}`, { by: 'D' })).status).toBe(403);
  expect((await ask('DELETE', `/${id}/documents/${document.id}`)).status).toBe(204);
  expect((await ask('GET', `/${id}/documents/${document.id}`)).status).toBe(404);
});

test('is followed from the first answer to the last mark', async () => {
  const { id } = (await ask('POST', '', { body: { ...meeting, kind: 'extraordinary' } })).json;
  const noted = await ask('POST', `/${id}/answers`, {
    body: { member: 'B', answer: 'no', reason: 'công tác' },
  });
  expect(noted.json).toEqual({ kind: 'noted', changed: true, answer: 'no', excuse: 'asked' });
  expect((await ask('PATCH', `/${id}`, { body: { place: 'Trường học' } })).json).toEqual({ id, told: 3 });
  expect((await ask('PUT', `/${id}/agenda`, { body: { items: [{ title: 'Việc gấp' }] } })).status).toBe(204);
  expect((await ask('POST', `/${id}/reminders`)).json).toEqual({ id, told: 2 });
  expect((await ask('POST', `/${id}/reminders`)).json).toEqual({ id, told: 0 });
  expect((await ask('POST', `/${id}/opening`)).json).toEqual({
    id,
    checkInCode: expect.stringMatching(/^\d{6}$/),
  });
  const at = new Date().toISOString();
  const marks = [{ member: 'A', mark: 'present', at }];
  expect((await ask('POST', `/${id}/marks`, { body: { marks } })).json).toEqual({ taken: 1, conflicts: [] });
  const older = [{ member: 'A', mark: 'absent', at: new Date(Date.now() - 60_000).toISOString() }];
  expect((await ask('POST', `/${id}/marks`, { body: { marks: older } })).json.conflicts).toHaveLength(1);
  const roll = (await ask('GET', `/${id}/roll`)).json.items;
  expect(roll.map((row: { code: string; mark: string }) => [row.code, row.mark])).toContainEqual([
    'A',
    'present',
  ]);
  expect((await ask('GET', `/${id}/roll`, { by: 'V' })).status).toBe(403);
  expect((await ask('GET', `/${id}/status`, { by: 'V' })).json).toMatchObject({
    rsvp: { no: 1, unknown: 2 },
    attendance: { present: 1 },
  });
  expect((await ask('POST', `/${id}/closing`)).json).toEqual({ id });
  const listed = (await ask('GET', '?unit=X1-C', { by: 'V' })).json.items;
  expect(listed.map((line: { state: string }) => line.state).toSorted()).toEqual(['called', 'closed']);
  const coming = (await ask('GET', '', { by: 'E' })).json.items;
  expect(coming.map((line: { state: string }) => line.state)).toEqual(['called']);
  expect((await ask('GET', '', { by: 'D' })).json.items).toEqual([]);
});

test('is cancelled, and asked again stays so', async () => {
  const { id } = (await ask('POST', '', { body: meeting })).json;
  expect((await ask('POST', `/${id}/cancellation`, { body: { reason: 'bão' } })).json.told).toBe(3);
  expect((await ask('POST', `/${id}/cancellation`)).json.told).toBe(0);
  expect((await ask('GET', `/${id}`)).json).toMatchObject({ state: 'cancelled', cancelReason: 'bão' });
});

test('takes no more than the scopes of a token allow, and nothing that is no meeting', async () => {
  const reading = await as('A', ['meetings:read']);
  expect((await ask('POST', '', { body: meeting, headers: reading })).json.code).toBe('token.scope');
  expect((await ask('GET', '/x1')).json.code).toBe('meeting.unknown');
  expect((await ask('POST', '', { body: { ...meeting, startsAt: 'mai' } })).status).toBe(400);
  expect((await ask('POST', '', { body: { ...meeting, remind: [1, 2, 3, 4, 5, 6] } })).status).toBe(400);
});

test('is described, with examples', async () => {
  const { paths } = await (await fetch(`${house.url}/api/openapi.json`)).json();
  const ours = Object.entries<Record<string, { summary?: string; responses: object }>>(paths)
    .filter(([path]) => path.startsWith('/api/v1/meetings'))
    .flatMap(([, methods]) => Object.values(methods));
  expect(ours.length).toBeGreaterThanOrEqual(16);
  for (const { summary, responses } of ours) {
    expect(summary).toMatch(/^[A-Z].{10,}/);
    expect(JSON.stringify(responses)).toContain('example');
  }
});
