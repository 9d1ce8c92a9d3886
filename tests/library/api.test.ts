import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { askingApi } from '../support/api.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { zip } from '../support/zip.ts';
import { cellRule, regulation } from './given-files.ts';

let house: TestHub;
let ask: ReturnType<typeof askingApi>['ask'];
let as: ReturnType<typeof askingApi>['as'];

beforeAll(async () => {
  house = await openTestHub({ roles: ['web'] });
});
afterAll(async () => await house.close());
beforeEach(async () => {
  await house.clear();
  // Tokens are forgotten too.
  ({ ask, as } = askingApi(() => house, '/api/v1/library'));
});

function form(
  text: string | Uint8Array<ArrayBuffer>,
  fields: Record<string, string> = {},
  name = 'trực nhà.md',
): FormData {
  const body = new FormData();
  for (const [key, value] of Object.entries(fields)) body.append(key, value);
  body.append('file', new File([text], name, { type: 'text/markdown' }));
  return body;
}

async function put(text: string, fields: Record<string, string> = {}, by = 'V'): Promise<string> {
  const { json } = await ask('POST', '/documents', { by, body: form(text, fields) });
  expect(json).toMatchObject({ status: 'indexed' });
  return json.document.id;
}

test('a document is put in, read, corrected, said to replace another, searched and taken out', async () => {
  const older = await put(regulation({ number: '05-QĐ/TW', date: '2021-05-07' }));
  const id = await put(regulation());
  const seen = await ask('GET', `/documents/${id}`, { by: 'B' });
  expect(seen.json).toMatchObject({ number: '12-QĐ/TW', status: 'in_force', mayKeep: false, revision: 0 });
  expect(seen.json).not.toHaveProperty('text');
  expect((await ask('GET', `/documents/${id}/text`, { by: 'B' })).json.text).toContain('Chi bộ giữ sổ tay');

  const { number, kind, issuer, date, effective, expires, saidStatus, readers, revision } = seen.json;
  const said = { number, kind, issuer, date, effective, expires, saidStatus, readers, title: 'Sổ tay' };
  const corrected = await ask('PUT', `/documents/${id}`, { by: 'V', body: { ...said, revision } });
  expect(corrected.json).toMatchObject({ title: 'Sổ tay', revision: 1, described: true });
  expect(await ask('PUT', `/documents/${id}`, { by: 'V', body: { ...said, revision } })).toMatchObject({
    status: 409,
    json: { code: 'library.moved-on', detail: expect.stringContaining('Đồng chí') },
  });

  const related = await ask('POST', `/documents/${id}/relations`, {
    by: 'V',
    body: { kind: 'replaces', target: older },
  });
  const [relation] = related.json.relations;
  expect(relation).toMatchObject({ state: 'confirmed', target: { id: older } });
  expect((await ask('GET', '/documents?status=replaced', { by: 'B' })).json.items).toMatchObject([
    { id: older },
  ]);
  const rejected = await ask('POST', `/documents/${id}/relations/${relation.id}`, {
    by: 'V',
    body: { state: 'rejected' },
  });
  expect(rejected.json.relations).toMatchObject([{ state: 'rejected' }]);
  expect((await ask('GET', '/documents?status=replaced', { by: 'B' })).json.items).toEqual([]);

  const search = async () =>
    (await ask('GET', '/search?q=so%20tay%20nha%20van%20hoa&limit=20', { by: 'B' })).json.passages as {
      document: { id: string };
    }[];
  await expect
    .poll(async () => (await search()).map(({ document }) => document.id), { timeout: 20_000 })
    .toContain(id);
  expect((await ask('DELETE', `/documents/${id}`, { by: 'V' })).status).toBe(204);
  expect(await ask('GET', `/documents/${id}`, { by: 'B' })).toMatchObject({
    status: 404,
    json: { code: 'library.unknown' },
  });
});

test('the original comes as it was given, under its own name, and no browser shows it', async () => {
  const id = await put(cellRule(), { unit: 'X1-C' }, 'A');
  const { status, headers, text } = await ask('GET', `/documents/${id}/original`, { by: 'B' });
  expect(status).toBe(200);
  expect(text).toBe(cellRule());
  expect(headers.get('content-type')).toBe('application/octet-stream');
  expect(headers.get('content-disposition')).toBe(
    `attachment; filename*=UTF-8''${encodeURIComponent('trực nhà.md')}`,
  );
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect((await ask('GET', `/documents/${id}/original`, { by: 'D' })).status).toBe(404);
  expect((await ask('GET', '/documents/khong-phai-ma/original', { by: 'B' })).status).toBe(404);
});

test('what waits as a draft is released by correcting it', async () => {
  const { json } = await ask('POST', '/documents', {
    by: 'A',
    body: form(cellRule(), { unit: 'X1-C', release: 'false', readers: 'secretary, deputy' }),
  });
  const path = `/documents/${json.document.id}`;
  expect((await ask('GET', path, { by: 'B' })).status).toBe(404);
  const { number, kind, issuer, date, effective, expires, title, revision } = (
    await ask('GET', path, { by: 'A' })
  ).json;
  const body = { number, kind, issuer, date, effective, expires, title, revision };
  expect((await ask('PUT', path, { by: 'A', body })).json).toMatchObject({ state: 'released' });
  expect((await ask('GET', path, { by: 'B' })).status).toBe(200);
});

test('what is wrong is refused in words', async () => {
  const empty = new FormData();
  empty.append('unit', 'X1-C');
  expect(await ask('POST', '/documents', { body: empty })).toMatchObject({
    status: 422,
    json: { code: 'library.invalid' },
  });
  expect((await ask('POST', '/documents', { body: form('a', { release: 'vâng' }) })).status).toBe(400);
  expect(
    await ask('POST', '/documents', { body: form(`MẬT\n\n${cellRule()}`, { unit: 'X1-C' }) }),
  ).toMatchObject({
    status: 200,
    json: { status: 'refused', reason: 'classified', document: null },
  });
  expect(
    (await ask('POST', '/documents', { body: form(cellRule(), { unit: 'X1-C', readers: 'vua' }) })).status,
  ).toBe(422);
  expect(
    (await ask('POST', '/documents', { by: 'B', body: form(cellRule(), { unit: 'X1-C' }) })).status,
  ).toBe(403);
  expect((await ask('POST', '/documents', { body: form(cellRule(), { unit: 'KHONG' }) })).status).toBe(404);
});

test('a file of 45 megabytes goes in and comes back whole, one of 60 does not', async () => {
  const large = zip({
    'word/document.xml':
      '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>' +
      '<w:p><w:r><w:t>QUY ĐỊNH</w:t></w:r></w:p><w:p><w:r><w:t>Điều 1. Giữ sổ</w:t></w:r></w:p></w:body></w:document>',
    'word/media/image1.bmp': Buffer.alloc(45_000_000, 'picture'),
  });
  const { status, json } = await ask('POST', '/documents', {
    body: form(large, { unit: 'X1-C' }, 'quy-dinh.docx'),
  });
  expect({ status, json }).toMatchObject({ status: 200, json: { status: 'indexed' } });
  const back = await fetch(`${house.url}/api/v1/library/documents/${json.document.id}/original`, {
    headers: await as('A'),
  });
  expect(Buffer.from(await back.arrayBuffer()).equals(Buffer.from(large))).toBe(true);
  const huge = new Uint8Array(60_000_000);
  expect((await ask('POST', '/documents', { body: form(huge, { unit: 'X1-C' }) })).status).toBe(413);
}, 180_000);

test('of a text without end nothing is kept', async () => {
  const text = 'Điều 1. Giữ sổ tay tại nhà văn hóa.\n'.repeat(150_000);
  expect(await ask('POST', '/documents', { body: form(text, { unit: 'X1-C' }) })).toMatchObject({
    json: { status: 'refused', reason: 'too-large' },
  });
});
