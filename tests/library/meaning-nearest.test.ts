import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readDocument } from '../../hub/library/document.ts';
import { embeddedText } from '../../hub/library/meaning/embedded-text.ts';
import { nearestInDatabase } from '../../hub/library/meaning/nearest-in-database.ts';
import { nearestInMemory } from '../../hub/library/meaning/nearest-in-memory.ts';
import { canCompare, tableOf } from '../../hub/library/meaning/vector-table.ts';
import { dropOfNoDocument, keepVectors } from '../../hub/library/meaning/vectors.ts';
import type { KnownDocument } from '../../hub/library/port.ts';
import type { Sql } from '../../hub/platform/database/index.ts';

const dimension = 24;
const model = 'nghia';

function unit(numbers: readonly number[]): Float32Array {
  const length = Math.hypot(...numbers) || 1;
  return Float32Array.from(numbers, (number) => number / length);
}

/** Some way from nought in each direction, the same for the same seed. */
function direction(seed: number, size = dimension): Float32Array {
  return unit(
    Array.from({ length: size }, (_, at) => (Math.sin(seed * 12.9898 + at * 78.233) * 43.7585) % 1),
  );
}

function knownDocument(id: string, articles: number): KnownDocument {
  const text = Array.from(
    { length: articles },
    (_, at) => `Điều ${at + 1}. Việc thứ ${at + 1} của ${id}`,
  ).join('\n\n');
  return {
    ...readDocument(`${id}.md`, text),
    id,
    inForce: true,
    unitId: 'unit',
    readers: { who: 'members', roles: [] },
    status: 'in_force',
    replacedBy: [],
  };
}

const idOf = (number: number) => `00000000-0000-0000-0000-${String(number).padStart(12, '0')}`;
const documents = [3, 5, 1, 8].map((articles, at) => knownDocument(idOf(at + 1), articles));
const vectorsOf = (document: KnownDocument) =>
  document.passages.map((_, place) => direction(documents.indexOf(document) * 100 + place));

/** What comparing each by hand gives. */
function byHand(question: Float32Array, open: readonly KnownDocument[]) {
  return open
    .flatMap((document) =>
      vectorsOf(document).map((one, place) => ({
        at: `${document.id} ${place}`,
        nearness: one.reduce((sum, number, at) => sum + number * question[at]!, 0),
      })),
    )
    .toSorted((a, b) => b.nearness - a.nearness);
}

const placed = ({
  document,
  passage,
}: {
  document: KnownDocument;
  passage: KnownDocument['passages'][number];
}) => `${document.id} ${document.passages.indexOf(passage)}`;

describe('in memory', () => {
  test('the nearest are those that comparing each by hand finds, of what is open, whatever came and went before', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer(),
        fc.array(fc.nat({ max: 3 }), { maxLength: 12 }),
        fc.subarray([0, 1, 2, 3]),
        async (seed, churn, openPlaces) => {
          const memory = nearestInMemory();
          for (const document of documents) memory.set(document, document.passages, vectorsOf(document));
          for (const place of churn) {
            const document = documents[place]!;
            memory.delete(document.id);
            memory.set(document, document.passages, vectorsOf(document));
          }
          const open = openPlaces.map((place) => documents[place]!);
          const question = direction(seed);
          const { passages, compared } = await memory.nearest(question, 5, (document) =>
            open.includes(document),
          );
          const wanted = byHand(question, open);
          expect(compared).toBe(wanted.length);
          expect(passages).toHaveLength(Math.min(5, wanted.length));
          for (const [at, found] of passages.entries()) {
            expect(found.nearness).toBeCloseTo(wanted[at]!.nearness, 1.9);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  test('only vectors of the question’s size are compared, and a document has one size at a time', async () => {
    const memory = nearestInMemory();
    const [first, second] = documents;
    memory.set(first!, first!.passages, vectorsOf(first!));
    memory.set(second!, second!.passages, vectorsOf(second!));
    expect((await memory.nearest(direction(1, 48), 5, () => true)).compared).toBe(0);
    memory.set(first!, first!.passages.slice(0, 1), [direction(1, 48)]);
    const near = await memory.nearest(direction(1, 48), 5, () => true);
    expect(near.compared).toBe(1);
    expect(near.passages[0]?.nearness).toBeCloseTo(1, 2);
    expect((await memory.nearest(direction(1), 50, () => true)).compared).toBe(second!.passages.length);
  });

  test('where most is gone the rest is still itself', async () => {
    const memory = nearestInMemory();
    const many = Array.from({ length: 1_500 }, (_, at) => knownDocument(`m${at}`, 1));
    const hundredfold = (document: KnownDocument) => Array.from({ length: 100 }, () => document.passages[0]!);
    for (const [at, document] of many.entries()) {
      memory.set(
        document,
        hundredfold(document),
        Array.from({ length: 100 }, () => direction(at, 16)),
      );
    }
    for (const document of many.slice(0, 1_400)) memory.delete(document.id);
    const { passages, compared } = await memory.nearest(direction(1_450, 16), 1, () => true);
    expect(compared).toBe(10_000);
    expect(passages[0]).toMatchObject({ document: { id: 'm1450' } });
    expect(passages[0]!.nearness).toBeCloseTo(1, 2);
  });
});

describe('in a database with pgvector', () => {
  let pglite: PGlite;
  const sql = (): Sql & { transaction<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result> } => {
    // As our own driver does, which gives bytes as buffers.
    const asOurs = (row: unknown) =>
      Object.fromEntries(
        Object.entries(row as object).map(([name, value]) => [
          name,
          value instanceof Uint8Array ? Buffer.from(value) : value,
        ]),
      );
    const query = async <Row>(text: string, values?: unknown[]) =>
      (await pglite.query(text, values)).rows.map(asOurs) as Row[];
    return {
      query,
      async transaction(work) {
        await query('begin');
        const result = await work({ query });
        await query('commit');
        return result;
      },
    };
  };
  const byId = new Map(documents.map((document) => [document.id, document]));

  beforeAll(async () => {
    pglite = await PGlite.create({ extensions: { vector } });
    await pglite.exec(`
      create table library_document (id uuid primary key, version bigint, state text);
      create table library_vector (document_id uuid, model text, dimension int, start int, "end" int, text_hash bytea,
        vector bytea, primary key (document_id, model, start))`);
  });
  afterAll(async () => await pglite.close());
  beforeEach(async () => {
    await pglite.exec('delete from library_vector; delete from library_document');
    for (const { id } of documents)
      await pglite.query(`insert into library_document values ($1, 1, 'released')`, [id]);
  });

  async function keep(document: KnownDocument): Promise<void> {
    const given = document.passages.map((passage, place) => ({
      ...embeddedText(document, passage, ''),
      vector: vectorsOf(document)[place]!,
    }));
    await keepVectors(sql(), { model, documentId: document.id, version: 1 }, given);
  }

  test('the nearest are those that comparing each by hand finds, of what is open', async () => {
    expect(await canCompare(sql())).toBe(true);
    const vectors = nearestInDatabase({ database: sql(), model, prefix: '' }, byId);
    expect((await vectors.nearest(direction(1), 5, () => true)).passages).toEqual([]);
    for (const document of documents) {
      await keep(document);
      await vectors.copy(document.id, dimension);
    }
    for (const open of [documents, documents.slice(1, 3), []]) {
      const { passages, mean, deviation } = await vectors.nearest(direction(7), 4, (document) =>
        open.includes(document),
      );
      const wanted = byHand(direction(7), open);
      expect(passages.map(placed)).toEqual(wanted.slice(0, 4).map(({ at }) => at));
      const usual = wanted.reduce((sum, { nearness }) => sum + nearness, 0) / Math.max(1, wanted.length);
      expect(mean).toBeCloseTo(usual, 4);
      expect(deviation >= 0).toBe(true);
    }
  });

  test('the copy follows what is kept, and goes with its document and its model', async () => {
    const vectors = nearestInDatabase({ database: sql(), model, prefix: '' }, byId);
    const [first, second] = documents;
    for (const document of [first!, second!]) {
      await keep(document);
      await vectors.copy(document.id, dimension);
    }
    await sql().query('delete from library_vector where document_id = $1 and start = $2', [
      first!.id,
      first!.passages[1]!.start,
    ]);
    await vectors.copy(first!.id, dimension);
    expect((await vectors.nearest(direction(1), 50, (document) => document === first)).passages).toHaveLength(
      2,
    );
    await sql().query(`update library_document set state = 'removed' where id = $1`, [first!.id]);
    await sql().query('create table if not exists meaning.passage_of_yore (id int)');
    await dropOfNoDocument(sql());
    await vectors.clean();
    const left = await sql().query<{ id: string }>(
      `select distinct document_id as id from ${tableOf(model, dimension)}`,
    );
    expect(left).toEqual([{ id: second!.id }]);
    const tables = await sql().query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'meaning'`,
    );
    expect(tables).toHaveLength(1);
  });

  test('what changed since is not found by what it was', async () => {
    const changed = new Map(byId);
    const [document] = documents;
    changed.set(document!.id, { ...document!, title: 'Tên khác' });
    const vectors = nearestInDatabase({ database: sql(), model, prefix: '' }, changed);
    await keep(document!);
    await vectors.copy(document!.id, dimension);
    expect((await vectors.nearest(direction(1), 50, ({ id }) => id === document!.id)).passages).toEqual([]);
  });

  test('the index brings them too, where much is open', async () => {
    const table = tableOf(model, dimension);
    const vectors = nearestInDatabase({ database: sql(), model, prefix: '' }, byId);
    for (const document of documents) {
      await keep(document);
      await vectors.copy(document.id, dimension);
    }
    const [plan] = await sql().query<{ definition: string }>(
      `select indexdef as definition from pg_indexes where schemaname || '.' || tablename = $1 and indexdef like '%hnsw%'`,
      [table],
    );
    expect(plan?.definition).toContain('vector_ip_ops');
    const crowd = new Map(byId);
    const many = knownDocument(idOf(99), 1);
    // So many passages are known that the index is asked; the table holds a handful.
    crowd.set(many.id, { ...many, passages: Array.from({ length: 6_000 }, () => many.passages[0]!) });
    const found = await nearestInDatabase({ database: sql(), model, prefix: '' }, crowd).nearest(
      direction(7),
      3,
      () => true,
    );
    expect(found.passages.map(placed)).toEqual(
      byHand(direction(7), documents)
        .slice(0, 3)
        .map(({ at }) => at),
    );
  });
});
