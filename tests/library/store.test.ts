import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Described, DocumentView } from '../../hub/library/index.ts';
import { operator } from '../../hub/platform/audit.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { cellRule, given, regulation } from './given-files.ts';

let house: TestHub;

beforeAll(async () => {
  house = await openTestHub({ roles: ['web', 'worker'] });
}, 60_000);
afterAll(async () => await house.close());
beforeEach(async () => await house.clear());

const keeping = () => house.hub.library.keeping;
const reading = () => house.hub.library.reading;

async function actor(code: string) {
  return { memberId: (await house.hub.people.memberByCode(code)).id, via: 'console' as const };
}

/** Put into the unit, released; @returns its id */
async function put(text: string, { unit = 'T', name = 'van-ban.md' } = {}): Promise<string> {
  const added = await keeping().add(operator, given(name, text), { unit, release: true });
  expect(added.status).toBe('indexed');
  return added.document!.id;
}

const view = async (id: string) => await reading().document(operator, id);

function saidOf({
  number,
  kind,
  issuer,
  date,
  effective,
  expires,
  title,
  saidStatus,
  readers,
}: DocumentView) {
  return { number, kind, issuer, date, effective, expires, title, saidStatus, readers } satisfies Described;
}

async function correct(id: string, changed: Partial<Described>): Promise<void> {
  const before = await view(id);
  await keeping().describe(operator, id, { ...saidOf(before), ...changed }, before.revision);
}

/** Waits until what was put in is found. */
async function found(typed: string, by = operator) {
  const [row] = await house.hub.database.query<{ version: number }>('select version from library_version');
  await house.hub.library.finding.until(row!.version);
  return await house.hub.library.passages(by, typed, 5);
}

test('what is put in is found, browsed, opened and downloaded', async () => {
  const file = given('so-tay.md', regulation());
  const added = await keeping().add(operator, file, { release: true });
  expect(added).toMatchObject({ status: 'indexed', document: { number: '12-QĐ/TW', date: '2026-02-03' } });
  const { id } = added.document!;
  expect((await found('giu so tay tai nha van hoa'))[0]?.text).toContain('Chi bộ giữ sổ tay');
  expect(await reading().browse(operator, { words: 'so tay' })).toMatchObject({
    total: 1,
    kinds: [{ name: 'Quy định', count: 1 }],
    years: [{ name: '2026', count: 1 }],
  });
  expect(await view(id)).toMatchObject({ status: 'in_force', mayKeep: true, file: { name: 'so-tay.md' } });
  const { content } = await reading().original(operator, id);
  expect(Buffer.from(content).equals(Buffer.from(file.content))).toBe(true);
});

test('the same file is unchanged; another of the same name takes its place, and what a person said stays', async () => {
  const id = await put(regulation());
  expect(await keeping().add(operator, given('khac.md', regulation()), { release: true })).toMatchObject({
    status: 'unchanged',
    document: { id },
  });
  await correct(id, { title: 'Sổ tay chi bộ, bản đã sửa tên' });
  const again = regulation({ first: 'Chi bộ giữ sổ tay tại trụ sở.' });
  expect(await keeping().add(operator, given('moi.md', again), { release: true })).toMatchObject({
    status: 'indexed',
    document: { id },
  });
  expect(await view(id)).toMatchObject({ title: 'Sổ tay chi bộ, bản đã sửa tên', file: { name: 'moi.md' } });
  expect((await view(id)).text).toContain('trụ sở');
  expect(await reading().browse(operator, {})).toMatchObject({ total: 1 });
  // In another unit it is another document.
  expect(await keeping().add(operator, given('a.md', again), { unit: 'X1', release: true })).toMatchObject({
    status: 'indexed',
  });
});

test('what is put in at once by several is one document', async () => {
  const put = async (first: string) =>
    await keeping().add(operator, given('a.md', regulation({ first })), { release: true });
  const same = await Promise.all([put('Giữ sổ.'), put('Giữ sổ.'), put('Giữ sổ.')]);
  expect(same.map(({ status }) => status).toSorted()).toEqual(['indexed', 'unchanged', 'unchanged']);
  await Promise.all([put('Giữ sổ một.'), put('Giữ sổ hai.'), put('Giữ sổ ba.')]);
  expect(await reading().browse(operator, {})).toMatchObject({ total: 1 });
});

test('a number that returns in another term is another document', async () => {
  const earlier = await put(regulation({ date: '2016-05-01' }));
  const later = await put(regulation({ date: '2026-02-03' }));
  expect(later).not.toBe(earlier);
  const naming = regulation({
    number: '30-QĐ/TW',
    date: '2026-03-01',
    last: 'Quy định này thay thế Quy định số 12-QĐ/TW.',
  });
  const [relation] = (await view(await put(naming))).relations;
  expect(relation).toMatchObject({ kind: 'replaces', number: '12-QĐ/TW', target: null, state: 'found' });
  expect(relation!.candidates.map(({ id }) => id)).toEqual([later, earlier]);
  expect(relation!.said).toContain('thay thế Quy định số 12-QĐ/TW');
  expect(await view(later)).toMatchObject({ status: 'in_force' });
  await keeping().decide(operator, relation!.from.id, {
    id: relation!.id,
    state: 'confirmed',
    target: earlier,
  });
  expect(await view(earlier)).toMatchObject({ status: 'replaced', statusIsFound: false });
  expect(await view(later)).toMatchObject({ status: 'in_force' });
});

test('the day beside a number tells which one is meant', async () => {
  const earlier = await put(regulation({ date: '2016-05-01' }));
  await put(regulation({ date: '2021-02-03' }));
  const last = 'Quy định này thay thế Quy định số 12-QĐ/TW, ngày 01/5/2016.';
  const naming = await put(regulation({ number: '30-QĐ/TW', date: '2026-03-01', last }));
  expect((await view(naming)).relations[0]).toMatchObject({ target: { id: earlier } });
});

describe('how a document stands', () => {
  const older = regulation({ number: '05-QĐ/TW', date: '2021-05-07' });
  const newer = regulation({ last: 'Quy định này thay thế Quy định số 05-QĐ/TW, ngày 07/5/2021.' });

  test.each([
    ['the older first', [older, newer]],
    ['the older later', [newer, older]],
  ])('is read from another: %s', async (_, texts) => {
    const ids: string[] = [];
    for (const text of texts) ids.push(await put(text));
    const replaced = ids[texts.indexOf(older)]!;
    expect(await view(replaced)).toMatchObject({ status: 'replaced', statusIsFound: true });
    const [passage] = await found('quy dinh 05-QĐ/TW');
    expect(passage?.document.number).toBeDefined();
    const { finding } = house.hub.library;
    const known = finding.document(await finding.readerOf(operator), replaced);
    expect(known).toMatchObject({
      inForce: false,
      replacedBy: [{ id: ids[texts.indexOf(newer)], number: '12-QĐ/TW', confirmed: false }],
    });
  });

  test('is what a person says, before anything else', async () => {
    const id = await put(older);
    await put(newer);
    await correct(id, { saidStatus: 'in_force' });
    expect(await view(id)).toMatchObject({ status: 'in_force', statusIsFound: false });
  });

  test('rejected it counts no more, confirmed it is a fact; taken out it is gone', async () => {
    const id = await put(older);
    const says = await put(newer);
    const [relation] = (await view(says)).relations;
    await keeping().decide(operator, says, { id: relation!.id, state: 'rejected' });
    expect(await view(id)).toMatchObject({ status: 'in_force' });
    await keeping().decide(operator, says, { id: relation!.id, state: 'confirmed' });
    expect(await view(id)).toMatchObject({ status: 'replaced', statusIsFound: false });
    await keeping().remove(operator, says);
    expect(await view(id)).toMatchObject({ status: 'in_force', relations: [] });
  });

  test('expires on its day', async () => {
    const id = await put(older);
    await correct(id, { expires: '2022-01-01' });
    expect(await view(id)).toMatchObject({ status: 'expired', statusIsFound: false });
    await correct(id, { expires: '2199-01-01' });
    expect(await view(id)).toMatchObject({ status: 'in_force' });
  });

  test('a note that it holds no more is only read until somebody has looked', async () => {
    const id = await put(regulation({ note: 'hết hiệu lực' }));
    expect(await view(id)).toMatchObject({ status: 'expired', statusIsFound: true });
    await correct(id, {});
    expect(await view(id)).toMatchObject({ status: 'expired', statusIsFound: false });
  });

  test('what a cell says of a document from above changes nothing for others', async () => {
    const id = await put(older);
    const rule = cellRule({ last: 'Quy định này thay thế Quy định số 05-QĐ/TW, ngày 07/5/2021.' });
    const says = await put(rule, { unit: 'X1-C' });
    expect(await view(id)).toMatchObject({ status: 'in_force' });
    expect((await reading().document(await actor('D'), id)).relations).toEqual([]);
    expect((await reading().document(await actor('B'), says)).relations).toMatchObject([{ target: { id } }]);
  });

  test('a chain holds what came before and after, the newest first, and not what one may not read', async () => {
    const oldest = await put(regulation({ number: '01-QĐ/TW', date: '2012-01-01' }));
    const last = 'Quy định này thay thế Quy định số 01-QĐ/TW.';
    const middle = await put(regulation({ number: '05-QĐ/TW', date: '2021-05-07', last }));
    const newest = await put(newer);
    const amends = cellRule({
      last: 'Quy định này sửa đổi, bổ sung Quy định số 12-QĐ/TW.',
      date: '2026-05-01',
    });
    const own = await put(amends, { unit: 'X1-C' });
    const chain = async (code: string) => (await reading().chain(await actor(code), middle)).documents;
    expect((await chain('B')).map(({ id }) => id)).toEqual([own, newest, middle, oldest]);
    expect((await chain('D')).map(({ id, isThis }) => [id, isThis])).toEqual([
      [newest, false],
      [middle, true],
      [oldest, false],
    ]);
  });
});

describe('what is corrected', () => {
  test('is refused where somebody else was quicker, another has that name, or it makes no sense', async () => {
    const id = await put(regulation());
    const other = await put(regulation({ number: '13-QĐ/TW' }));
    const before = await view(id);
    await correct(id, { title: 'Một tên khác' });
    const late = keeping().describe(operator, id, saidOf(before), before.revision);
    await expect(late).rejects.toMatchObject({ code: 'library.moved-on' });
    await expect(correct(other, { number: '12-QĐ/TW' })).rejects.toMatchObject({
      code: 'library.identity-taken',
    });
    await expect(correct(id, { date: '2026-02-31' })).rejects.toMatchObject({ facts: { field: 'date' } });
    await expect(correct(id, { title: ' ' })).rejects.toMatchObject({ facts: { field: 'title' } });
    const nobody = correct(id, { readers: { who: 'roles', roles: [] } });
    await expect(nobody).rejects.toMatchObject({ facts: { field: 'readers' } });
  });

  test('is found under its new number', async () => {
    const older = await put(regulation({ number: '50-QĐ/TW', date: '2021-05-07' }));
    const newer = await put(regulation({ last: 'Quy định này thay thế Quy định số 05-QĐ/TW.' }));
    expect((await view(newer)).relations[0]).toMatchObject({ target: null });
    await correct(older, { number: '05-QĐ/TW' });
    expect((await view(newer)).relations[0]).toMatchObject({ target: { id: older } });
    expect(await view(older)).toMatchObject({ status: 'replaced', statusIsFound: true });
  });

  test('a relation of one’s own needs a document', async () => {
    const id = await put(regulation());
    const other = await put(regulation({ number: '13-QĐ/TW' }));
    await keeping().relate(operator, id, { kind: 'replaces', target: other });
    expect(await view(other)).toMatchObject({ status: 'replaced', statusIsFound: false });
    const itself = keeping().relate(operator, id, { kind: 'replaces', target: id });
    await expect(itself).rejects.toMatchObject({ code: 'library.relation-invalid' });
  });
});

test('what waits as a draft is for who keeps it, until it is released', async () => {
  const secretary = await actor('A');
  const { ids } = await keeping().receive(secretary, [given('truc.md', cellRule())], {
    unit: 'X1-C',
    readers: { who: 'members', roles: [] },
  });
  await expect
    .poll(async () => (await keeping().incoming(secretary)).map(({ id, state }) => [id, state]), {
      timeout: 20_000,
    })
    .toEqual([[ids[0], 'done']]);
  const [draft] = await keeping().drafts(secretary);
  expect(draft).toMatchObject({ number: '05-NQ/CB', state: 'draft' });
  await expect(reading().document(await actor('B'), draft!.id)).rejects.toMatchObject({
    code: 'library.unknown',
  });
  expect(await reading().browse(secretary, {})).toMatchObject({ total: 0 });
  const opened = await reading().document(secretary, draft!.id);
  await keeping().describe(secretary, draft!.id, saidOf(opened), opened.revision);
  expect(await reading().document(await actor('B'), draft!.id)).toMatchObject({ state: 'released' });
  expect(await keeping().drafts(secretary)).toEqual([]);
  expect((await reading().whatsNew((await actor('B')).memberId)).map(({ id }) => id)).toEqual([draft!.id]);
  await reading().markSeen((await actor('B')).memberId);
  expect(await reading().whatsNew((await actor('B')).memberId)).toEqual([]);
});

test('a file whose process fell silent has failed, and is forgotten after a day', async () => {
  const secretary = await actor('A');
  const insert = `insert into library_incoming (id, member_id, unit_id, file_name, bytes, state, done, total, started_at, seen_at)
    select gen_random_uuid(), $1, id, 'a.pdf', 1, 'reading', 0, 0, now() - $2::interval, now() - $2::interval from unit where code = 'X1-C'`;
  await house.hub.database.query(insert, [secretary.memberId, '1 minute']);
  await house.hub.database.query(insert, [secretary.memberId, '25 hours']);
  await house.hub.library.work(AbortSignal.timeout(10_000));
  expect(await keeping().incoming(secretary)).toMatchObject([{ state: 'failed', reason: 'interrupted' }]);
  expect(await house.hub.database.query('select from library_incoming')).toHaveLength(1);
});

describe('of a file that is refused', () => {
  const word = 'bimatkhongduoclo';

  test('nothing is kept anywhere', async () => {
    const secretary = await actor('A');
    const marked = cellRule({ first: `Nội dung ${word}.`, title: `Đề án ${word}` });
    const text = `---\nnumber: "07-NQ/CB"\n---\n\nMẬT\n\n${marked}`;
    expect(await keeping().add(operator, given(`${word}.md`, text), { release: true })).toEqual({
      status: 'refused',
      document: null,
      passages: 0,
      reason: 'classified',
    });
    await keeping().receive(secretary, [given('a.md', text)], {
      unit: 'X1-C',
      readers: { who: 'members', roles: [] },
    });
    await expect
      .poll(async () => await keeping().incoming(secretary), { timeout: 20_000 })
      .toMatchObject([{ state: 'refused', reason: 'classified', documentId: null, fileName: '.md' }]);
    expect(await rowsWith(word)).toEqual([]);
    expect(filesWith(house.hub.config.DATA_DIR, word)).toEqual([]);
    expect(await deeds()).toContain('library.refused');
  });

  test.each([
    ['a mark in its name', 'TỐI MẬT.md', cellRule(), 'classified'],
    ['nothing', 'a.md', '', 'empty'],
    ['only signs', 'a.md', '---\n\n***\n', 'empty'],
    ['a program', 'a.docx', 'MZ\u0090\0\u0003\0\0\0', 'unknown-format'],
  ])('%s is why', async (_, name, text, reason) => {
    const added = await keeping().add(operator, given(name, text), { release: true });
    expect(added).toMatchObject({ status: 'refused', reason, document: null });
    expect(await house.hub.database.query("select from library_document where state <> 'removed'")).toEqual(
      [],
    );
  });
});

test('what is taken out leaves nothing to read, and who did it is written down', async () => {
  const id = await put(regulation({ first: 'Một câu riêng biệt về xeđạp.' }));
  await keeping().remove(operator, id);
  await expect(view(id)).rejects.toMatchObject({ code: 'library.unknown' });
  expect(await found('xeđạp')).toEqual([]);
  expect(await rowsWith('xeđạp')).toEqual([]);
  expect((await deeds()).slice(-2)).toEqual(['library.added', 'library.removed']);
});

test('who may not keep documents of a unit changes nothing there', async () => {
  const id = await put(cellRule(), { unit: 'X1-C' });
  const member = await actor('B');
  const stranger = await actor('D');
  const file = given('b.md', regulation());
  const into = { unit: 'X1-C', release: true };
  await expect(keeping().add(member, file, into)).rejects.toMatchObject({ code: 'may.not' });
  await expect(keeping().remove(member, id)).rejects.toMatchObject({ code: 'may.not' });
  await expect(keeping().remove(stranger, id)).rejects.toMatchObject({ code: 'library.unknown' });
  await expect(keeping().add(await actor('A'), file, { release: true })).rejects.toMatchObject({
    code: 'may.not',
  });
  expect(await keeping().desks(await actor('A'))).toMatchObject([{ code: 'X1-C' }]);
  expect(await keeping().desks(member)).toEqual([]);
});

/** Tables with a row in which a word stands, in whatever column. */
async function rowsWith(sought: string): Promise<string[]> {
  const { database } = house.hub;
  const tables = await database.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public'`,
  );
  const holding: string[] = [];
  for (const { name } of tables) {
    const rows = await database.query(
      `select from "${name}" t where t::text like '%' || $1 || '%' or t::text like '%' || $2 || '%'`,
      [sought, Buffer.from(sought).toString('hex')],
    );
    if (rows.length > 0) holding.push(name);
  }
  return holding;
}

function filesWith(folder: string, sought: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && readFileSync(path).includes(sought));
}

async function deeds(): Promise<string[]> {
  const rows = await house.hub.database.query<{ action: string }>(
    `select action from audit_entry where action like 'library.%' order by at, id`,
  );
  return rows.map(({ action }) => action);
}
