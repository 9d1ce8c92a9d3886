import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Described, DocumentView } from '../../hub/library/index.ts';
import { operator } from '../../hub/platform/audit.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { given, regulation } from './given-files.ts';

let house: TestHub;
beforeAll(async () => {
  house = await openTestHub({ roles: ['web', 'worker'] });
}, 60_000);
afterAll(async () => await house.close());
beforeEach(async () => await house.clear());

const keeping = () => house.hub.library.keeping;
const view = async (id: string) => await house.hub.library.reading.document(operator, id);

async function put(text: string, release = true, unit = 'T'): Promise<string> {
  const { document } = await keeping().add(operator, given('van-ban.md', text), { unit, release });
  return document!.id;
}

function saidOf(view: DocumentView, changed: Partial<Described> = {}): Described {
  const { number, kind, issuer, date, effective, expires, title, saidStatus, readers } = view;
  return { number, kind, issuer, date, effective, expires, title, saidStatus, readers, ...changed };
}

async function correct(id: string, changed: Partial<Described>): Promise<void> {
  const before = await view(id);
  await keeping().describe(operator, id, saidOf(before, changed), before.revision);
}

async function takePlace(draft: string, takesPlaceOf: string): Promise<void> {
  const before = await view(draft);
  await keeping().describe(operator, draft, saidOf(before), before.revision, { takesPlaceOf });
}

const replacing = 'Quy định này thay thế Quy định số 05-QĐ/TW.';

test('a draft of a name that is taken says whose, and takes its place: id, links and readers stay', async () => {
  const id = await put(regulation());
  const guide = await put(
    regulation({
      number: '20-HD/TW',
      date: '2026-04-01',
      last: 'Hướng dẫn này hướng dẫn thực hiện Quy định số 12-QĐ/TW.',
    }),
  );
  await correct(id, { readers: { who: 'roles', roles: ['secretary'] }, expires: '2040-01-01' });
  const before = await view(id);
  const draft = await put(regulation({ first: 'Chi bộ giữ sổ tay tại trụ sở.' }), false);
  await expect(correct(draft, {})).rejects.toMatchObject({
    code: 'library.identity-taken',
    document: id,
  });
  await takePlace(draft, id);
  const after = await view(id);
  expect(after.text).toContain('trụ sở');
  expect(after).toMatchObject({
    state: 'released',
    expires: '2040-01-01',
    readers: { who: 'roles', roles: ['secretary'] },
    releasedAt: before.releasedAt,
  });
  expect((await view(guide)).relations).toMatchObject([{ kind: 'guides', target: { id } }]);
  const { content } = await house.hub.library.reading.original(operator, id);
  expect(Buffer.from(content).toString()).toContain('trụ sở');
  await expect(view(draft)).rejects.toMatchObject({ code: 'library.unknown' });
  expect(await house.hub.database.query('select distinct document_id from library_file_part')).toHaveLength(
    2,
  );
  const [row] = await house.hub.database.query<{ version: number }>('select version from library_version');
  await house.hub.library.finding.until(row!.version);
  const found = await house.hub.library.passages(operator, 'giữ sổ tay tại trụ sở', 1);
  expect(found[0]?.document.id).toBe(id);
});

test('relations are those of the new text; what was decided of them stays', async () => {
  const older = await put(regulation({ number: '05-QĐ/TW', date: '2021-05-07' }));
  const amended = await put(regulation({ number: '06-QĐ/TW', date: '2021-06-07' }));
  const last = `${replacing} Quy định này sửa đổi, bổ sung Quy định số 06-QĐ/TW.`;
  const id = await put(regulation({ last }));
  for (const { id: relation, number } of (await view(id)).relations) {
    const state = number === '05-QĐ/TW' ? 'rejected' : 'confirmed';
    await keeping().decide(operator, id, { id: relation, state });
  }
  const draft = await put(regulation({ last: replacing }), false);
  await keeping().relate(operator, draft, { kind: 'guides', target: older });
  // Of the one whose place it takes, which would then speak of itself.
  await keeping().relate(operator, draft, { kind: 'replaces', target: id });
  const [drafted] = (await view(draft)).relations.filter(({ kind }) => kind === 'replaces');
  await takePlace(draft, id);
  const { relations } = await view(id);
  expect(
    relations
      .toSorted((one, other) => one.kind.localeCompare(other.kind))
      .map(({ kind, state, said, target }) => [kind, state, said !== null, target?.id]),
  ).toEqual([
    ['amends', 'confirmed', false, amended],
    ['guides', 'confirmed', false, older],
    ['replaces', 'rejected', true, older],
  ]);
  expect(relations.map(({ id: relation }) => relation)).toContain(drafted!.id);
  expect(await view(older)).toMatchObject({ status: 'in_force' });
});

test('only a draft takes a place, only that of what is released, and only by who keeps both', async () => {
  const id = await put(regulation());
  const other = await put(regulation({ number: '13-QĐ/TW' }));
  await expect(takePlace(other, id)).rejects.toMatchObject({ code: 'library.moved-on' });
  const draft = await put(regulation({ first: 'Một.' }), false);
  const another = await put(regulation({ number: '14-QĐ/TW' }), false);
  await expect(takePlace(draft, another)).rejects.toMatchObject({ code: 'library.moved-on' });
  // A third has that name already.
  await expect(takePlace(draft, other)).rejects.toMatchObject({ code: 'library.identity-taken' });
  const cells = await put(regulation({ first: 'Hai.' }), false, 'X1-C');
  const secretary = { memberId: (await house.hub.people.memberByCode('A')).id, via: 'console' as const };
  const seen = await house.hub.library.reading.document(secretary, cells);
  const reaching = keeping().describe(secretary, cells, saidOf(seen), seen.revision, { takesPlaceOf: id });
  await expect(reaching).rejects.toMatchObject({ code: 'may.not' });
  expect((await view(id)).text).toContain('nhà văn hóa');
});

test('a file that still says the name it had is known, whatever a person made of it', async () => {
  const id = await put(regulation());
  await correct(id, { number: '21-QĐ/TW', issuer: 'Bộ Chính trị', date: '2026-02-05', title: 'Sổ tay' });
  expect(await put(regulation({ first: 'Chi bộ giữ sổ tay tại trụ sở.' }))).toBe(id);
  expect(await view(id)).toMatchObject({ number: '21-QĐ/TW', date: '2026-02-05', title: 'Sổ tay' });
  // And one that says the corrected name is known as well.
  const said = { number: '21-QĐ/TW', issuer: 'Bộ Chính trị', date: '2026-02-05' };
  expect(await put(regulation({ ...said, first: 'Chi bộ giữ sổ tay.' }))).toBe(id);
});

test('what is called so now goes before what was called so once', async () => {
  const once = await put(regulation());
  await correct(once, { number: '21-QĐ/TW' });
  const now = await put(regulation({ number: '22-QĐ/TW' }));
  await correct(now, { number: '12-QĐ/TW' });
  expect(await put(regulation({ first: 'Chi bộ giữ sổ tay tại trụ sở.' }))).toBe(now);
  expect((await view(once)).text).toContain('nhà văn hóa');
});

test('without a number it is known by the title it had', async () => {
  const id = await put(regulation({ number: '' }));
  await correct(id, { title: 'Sổ tay chi bộ' });
  expect(await put(regulation({ number: '', first: 'Chi bộ giữ sổ tay.' }))).toBe(id);
  expect(await put(regulation({ number: '', title: 'Quy định về hội trường' }))).not.toBe(id);
});

test('the day on which it holds no more is read; a person has the last word', async () => {
  const until = 'Quy định này có hiệu lực từ ngày ký đến hết ngày 31/12/2025.';
  const id = await put(regulation({ date: '2022-02-03', last: until }));
  expect(await view(id)).toMatchObject({ expires: '2026-01-01', status: 'expired', statusIsFound: true });
  await correct(id, { expires: null });
  expect(await view(id)).toMatchObject({ expires: null, status: 'in_force' });
  const again = regulation({ date: '2022-02-03', last: until, first: 'Chi bộ giữ sổ tay tại trụ sở.' });
  expect(await put(again)).toBe(id);
  expect(await view(id)).toMatchObject({ expires: null, status: 'in_force' });
});

test('what was decided of words that stand there no more holds without them', async () => {
  await put(regulation({ number: '05-QĐ/TW', date: '2021-05-07' }));
  const id = await put(regulation({ last: replacing }));
  const [relation] = (await view(id)).relations;
  await keeping().decide(operator, id, { id: relation!.id, state: 'confirmed' });
  await put(regulation({ first: 'Chi bộ giữ sổ tay tại trụ sở.' }));
  expect((await view(id)).relations).toMatchObject([{ state: 'confirmed', said: null }]);
});
