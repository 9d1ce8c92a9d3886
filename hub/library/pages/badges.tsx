import { Badge, useSay } from '../../console/index.ts';
import type { DocumentName, DocumentSummary } from '../port.ts';
import { documentUrl } from './urls.ts';
import { nameInWords } from './words.ts';

export function DocumentLink({ of }: { of: DocumentName }) {
  const say = useSay();
  return (
    <a href={documentUrl(of.id)}>
      <bdi>{nameInWords(of, say)}</bdi>
    </a>
  );
}

/** Whether it holds, in words; one that is not released yet says that instead. */
export function StatusBadge({ of }: { of: Pick<DocumentSummary, 'state' | 'status' | 'statusIsFound'> }) {
  const say = useSay();
  if (of.state === 'draft') return <Badge tone="warning">{say('library-page-draft')}</Badge>;
  const tone = of.status === 'in_force' ? 'good' : of.statusIsFound ? 'warning' : 'bad';
  return (
    <Badge tone={tone}>
      {say('library-page-status', { status: of.status, found: of.statusIsFound ? 'yes' : 'no' })}
    </Badge>
  );
}
