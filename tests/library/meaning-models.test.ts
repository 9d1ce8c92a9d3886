import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { readDocument } from '../../hub/library/document.ts';
import { openMeaning } from '../../hub/library/meaning/meaning.ts';
import type { Meaning } from '../../hub/library/meaning/port.ts';
import type { FoundInLibrary, KnownDocument } from '../../hub/library/port.ts';
import { indexLibrary } from '../../hub/library/search/library-index.ts';
import { librarySearch } from '../../hub/library/search/search.ts';
import { operator } from '../../hub/platform/audit.ts';
import { systemClock } from '../../hub/platform/clock.ts';
import type { Database } from '../../hub/platform/database/index.ts';
import { openEmbeddings } from '../../hub/platform/embeddings.ts';
import { newId } from '../../hub/platform/ids.ts';
import { openMetrics } from '../../hub/platform/metrics.ts';
import { testDatabase } from '../support/database.ts';
import { embeddingsStandIn } from '../support/embeddings-stand-in.ts';
import { openTestHub } from '../support/hub.ts';
import { given, regulation } from './given-files.ts';

const server = embeddingsStandIn();
let root: string;
let database: Database;
let document: KnownDocument;

beforeAll(async () => {
  root = await server.listen();
  database = await testDatabase();
});
afterAll(async () => {
  await database.close();
  await server.close();
});
beforeEach(async () => {
  server.diesAfter(Infinity);
  await database.query('delete from library_vector');
  await database.query('delete from library_document');
  const articles = Array.from(
    { length: 300 },
    (_, at) => `Điều ${at + 1}. Việc thứ ${at + 1}\n\n1. Nội dung số ${at}.`,
  );
  const text = [...articles, 'Điều 301. Lồng kính\n\n1. Côn trùng phát sáng thì giữ lại.'].join('\n\n');
  document = {
    ...readDocument('quy-che.md', text),
    id: newId(),
    number: '1-QC/TW',
    title: 'Quy chế',
    inForce: true,
    unitId: newId(),
    readers: { who: 'members', roles: [] },
    status: 'in_force',
    replacedBy: [],
  };
  await database.query(
    `insert into library_document (id, unit_id, readers, reader_roles, state, number, kind, issuer, title, says_expired,
       described, text, page_starts, passages, file_name, media_type, file_bytes, file_sha256, added_at, version)
     values ($1, $2, 'members', '{}', 'released', '1-QC/TW', '', '', 'Quy chế', false, false, $3, '{}', $4, 'a.md',
       'text/markdown', 1, '', now(), 1)`,
    [document.id, document.unitId, text, document.passages.length],
  );
  await database.query('update library_version set version = version + 1');
});

/** A process of its own that holds the one document. */
function openWith(model: string): Meaning {
  const embeddings = openEmbeddings({ root, key: undefined, model });
  const meaning = openMeaning({
    embeddings,
    database,
    clock: systemClock,
    metrics: openMetrics(),
    documentOf: () => document,
    onProblem: () => {},
  })!;
  const holding = meaning.hold();
  meaning.put([document]);
  onTestFinished(async () => {
    await holding.stop();
    await embeddings.close();
  });
  return meaning;
}

async function foundBy(meaning: Meaning): Promise<string> {
  const search = librarySearch(indexLibrary([document]));
  const byWords = (): FoundInLibrary => search('đom đóm');
  const reader = { key: 'all', mayRead: () => true };
  const [best] = (await meaning.search(reader, 'đom đóm', byWords)).statements;
  return best ? document.text.slice(best.statement.start, best.statement.end) : '';
}

const models = async () =>
  await database.query('select model, count(*) as count from library_vector group by model order by model');
const never = new AbortController().signal;
const withinSeconds = { timeout: 15_000 };

test('another model’s vectors are made beside those before, never compared with them, and take their place when whole', async () => {
  const count = document.passages.length;
  const first = openWith('cu');
  await first.embedMissing(never);
  await expect.poll(() => foundBy(first), withinSeconds).toContain('Côn trùng');
  expect(await models()).toEqual([{ model: 'cu', count }]);

  const second = openWith('moi');
  // A word to try it, and two batches.
  server.diesAfter(3);
  const stopping = new AbortController();
  const begun = second.embedMissing(stopping.signal);
  await expect.poll(models, withinSeconds).toHaveLength(2);
  stopping.abort();
  await begun;
  expect(await models()).toContainEqual({ model: 'cu', count });
  expect(await foundBy(second)).not.toContain('Côn trùng');

  server.diesAfter(Infinity);
  const third = openWith('moi');
  const before = server.texts().length;
  await third.embedMissing(never);
  expect(await models()).toEqual([{ model: 'moi', count }]);
  // What the one before had made was not asked for again.
  expect(server.texts().length - before).toBeLessThan(count);
  await expect.poll(() => foundBy(third), withinSeconds).toContain('Côn trùng');
});

test('without a model nothing is asked of anybody', async () => {
  const house = await openTestHub({ roles: ['web', 'worker'], settings: { OPENAI_BASE_URL: root } });
  onTestFinished(async () => await house.close());
  const { keeping, finding } = house.hub.library;
  const before = server.asked.length;
  await keeping.add(operator, given('so-tay.md', regulation()), { release: true });
  const [row] = await house.hub.database.query<{ version: number }>('select version from library_version');
  await finding.until(row!.version);
  const { statements, wordScores } = await finding.search(await finding.readerOf(operator), 'giữ sổ tay');
  expect(statements.length).toBeGreaterThan(0);
  expect(wordScores).toBe(undefined);
  expect(finding.warning()).toBe(null);
  expect(server.asked.length).toBe(before);
});
