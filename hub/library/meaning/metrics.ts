import type { Database } from '../../platform/database/index.ts';
import type { Metrics } from '../../platform/metrics.ts';

/** What an operator sees of vectors: how many there are, and whether their server answers this process. */
export function watchMeaning(
  metrics: Metrics,
  { database, model, isUnwell }: { database: Database; model: string; isUnwell: () => boolean },
): void {
  metrics.watch({
    name: 'caunoi_library_vectors',
    help: 'Passages that can be found by their meaning',
    labelNames: [],
    async read() {
      const [row] = await database.query<{ count: number }>(
        'select count(*) as count from library_vector where model = $1',
        [model],
      );
      return [{ labels: {}, value: row?.count ?? 0 }];
    },
  });
  metrics.watch({
    name: 'caunoi_embeddings_unwell',
    help: '1: the server of embeddings did not answer this process, which finds by words alone',
    labelNames: [],
    read: async () => [{ labels: {}, value: isUnwell() ? 1 : 0 }],
  });
}
