import { Table, useSay } from '../../console/index.ts';
import type { DocumentSummary } from '../port.ts';
import { DocumentLink, StatusBadge } from './badges.tsx';
import { dayInWords } from './words.ts';

/** Documents under each other: what each is, who issued it and when, whether it holds. */
export function DocumentList({ of, caption }: { of: readonly DocumentSummary[]; caption: string }) {
  const say = useSay();
  return (
    <Table
      caption={caption}
      keyOf={({ id }) => id}
      rows={of}
      compact
      columns={[
        {
          title: say('library-page-document'),
          cell: (document) => (
            <>
              <DocumentLink of={document} />
              {document.number === '' ? null : <span class="hint block">{document.title}</span>}
            </>
          ),
        },
        { title: say('library-page-issuer'), cell: ({ issuer }) => issuer },
        { title: say('library-page-date'), cell: ({ date }) => dayInWords(date, say) },
        { title: say('library-page-status-column'), cell: (document) => <StatusBadge of={document} /> },
      ]}
    />
  );
}
