import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import {
  indexLibrary,
  librarySearch,
  readDocument,
  type Found,
  type MayRead,
  type Searchable,
} from '../../hub/library/index.ts';
import { openIndex } from '../../hub/library/search/living-index.ts';

const words = [
  'Chi bộ',
  'đảng viên',
  'họp',
  'mỗi tháng',
  'nộp đảng phí',
  'được kết nạp',
  'giữ sổ',
  'báo cáo',
];
const sentence = fc
  .array(fc.constantFrom(...words), { minLength: 2, maxLength: 6 })
  .map((said) => `${said.join(' ')}.`);
const document = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    number: fc.constantFrom('57-NQ/TW', '24-QĐ/TW', ''),
    inForce: fc.boolean(),
    sentences: fc.array(sentence, { maxLength: 5 }),
  })
  .map(({ id, number, inForce, sentences }): Searchable => {
    const text = sentences.map((said, place) => `${place + 1}. ${said}`).join('\n');
    return { ...readDocument('van-ban.md', text), id, number, title: `Văn bản ${id}`, inForce };
  });
const change = fc.oneof(
  { weight: 3, arbitrary: fc.array(document, { minLength: 1, maxLength: 3 }) },
  { weight: 1, arbitrary: fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 3 }) },
);
const question = fc
  .array(fc.constantFrom(...words, 'là gì', 'họpp', 'nghị quyết 57', '24-QĐ/TW', 'dang phi', 'lạ lùng'), {
    minLength: 1,
    maxLength: 5,
  })
  .map((said) => said.join(' '));

test('whatever came, changed and went in whatever order, it finds as an index of what is there, built whole', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(change, fc.boolean()), { maxLength: 25 }),
      fc.array(question, { minLength: 1, maxLength: 5 }),
      async (changes, questions) => {
        const living = opened();
        const standing = new Map<string, Searchable>();
        const begun: Promise<void>[] = [];
        for (const [change, waits] of changes) {
          if (isOfDocuments(change)) for (const document of change) standing.set(document.id, document);
          else for (const id of change) standing.delete(id);
          begun.push(isOfDocuments(change) ? living.put(change) : living.remove(change));
          if (waits) await begun.at(-1);
        }
        await Promise.all(begun);
        const whole = librarySearch(indexLibrary([...standing.values()]));
        for (const asked of questions) {
          expect(seen(living.search(asked))).toEqual(seen(whole(asked)));
          expect(seen(living.search(asked, oddOnes))).toEqual(seen(whole(asked, oddOnes)));
        }
        await living.settled();
        for (const asked of questions) expect(seen(living.search(asked))).toEqual(seen(whole(asked)));
        expect(living.size.documents).toBe(standing.size);
        for (const id of ['a', 'b']) expect(living.document(id)).toBe(standing.get(id) ?? null);
        living.close();
      },
    ),
    { numRuns: 150 },
  );
});

test('an earlier text is found until the later one is, and never both', async () => {
  const living = opened();
  const first = about('Chi bộ họp mỗi quý.');
  const second = about('Chi bộ họp mỗi tháng.');
  await living.put([first]);
  const changed = living.put([second]);
  const found = new Set<Searchable>();
  let isDone = false;
  void changed.then(() => (isDone = true));
  while (!isDone) {
    const { statements } = living.search('chi bộ họp');
    expect(statements).toHaveLength(1);
    found.add(statements[0]!.document);
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect([...found].filter((document) => document !== second)).toEqual([first]);
  expect(living.search('chi bộ họp').statements.map(({ document }) => document)).toEqual([second]);
});

test('what was removed is not found from then on, nor what waits to be taken in', async () => {
  const living = opened();
  await living.put([about('Chi bộ họp mỗi quý.')]);
  const coming = living.put([about('Chi bộ họp mỗi tháng.')]);
  const going = living.remove(['a', 'unknown']);
  expect(living.search('chi bộ họp').statements).toEqual([]);
  await Promise.all([coming, going]);
  expect(living.search('chi bộ họp').statements).toEqual([]);
  expect(living.size).toEqual({ documents: 0, passages: 0 });
});

test('of what may not be read nothing shows', async () => {
  const living = opened();
  await living.put([
    { ...about('Chi bộ họp mỗi tháng theo lịch kín.'), number: '57-NQ/TW', title: 'Nghị quyết về họp kín' },
    { ...about('Chi bộ giữ sổ.'), id: 'b', number: '24-QĐ/TW' },
  ]);
  const found = living.search('Nghị quyết 57 nói gì về lịch kín của chi bộ?', ({ id }) => id !== 'a');
  expect(found.statements.map(({ document }) => document.id)).toEqual(['b']);
  expect([...found.named.documents]).toEqual([]);
  expect(found.named.missing).toEqual(['nghi quyet 57']);
  expect(JSON.stringify(found)).not.toContain('họp kín');
});

test('what goes on in pieces leaves room between them, and is dropped when it is closed', async () => {
  const living = opened();
  const many = Array.from({ length: 300 }, (_, at) => ({
    ...about(
      Array.from({ length: 100 }, (_, place) => `${place + 1}. Chi bộ ${at} giữ sổ ${place}.`).join('\n'),
    ),
    id: String(at),
  }));
  const put = living.put(many);
  await living.put([{ ...about('Một việc nhỏ.'), id: 'small' }]);
  expect(living.search('việc nhỏ').statements[0]?.document.id).toBe('small');
  expect(living.size.documents).toBeLessThan(301);
  living.close();
  await put;
});

function opened() {
  const living = openIndex<Searchable>({
    onProblem: (error) => {
      throw error;
    },
  });
  onTestFinished(() => living.close());
  return living;
}

function about(text: string): Searchable {
  return { ...readDocument('van-ban.md', text), id: 'a', title: 'Văn bản', inForce: true };
}

const oddOnes: MayRead = ({ id }) => 'ace'.includes(id);

function isOfDocuments(change: readonly Searchable[] | readonly string[]): change is readonly Searchable[] {
  return typeof change[0] === 'object';
}

function seen({ statements, named, ...rest }: Found) {
  return {
    ...rest,
    named: [...named.documents].map(({ id }) => id).toSorted(),
    missing: named.missing,
    statements: statements.map(({ document: { id }, statement: { start }, score, coverage, defines }) => ({
      id,
      start,
      score,
      coverage,
      defines,
    })),
  };
}
