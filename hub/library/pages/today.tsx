import { Card, LinkButton, useSay } from '../../console/index.ts';
import type { Actor } from '../../platform/audit.ts';
import type { DocumentSummary, Library } from '../port.ts';
import { documentUrl } from './urls.ts';
import { nameInWords } from './words.ts';

/** For the page Hôm nay: documents that were read and wait for somebody to look at what was found. */
export function libraryTasks({
  library: { keeping },
}: {
  library: { keeping: Pick<Library['keeping'], 'drafts'> };
}) {
  return async function tasksOf(by: Actor & { memberId: string }) {
    const drafts = await keeping.drafts(by);
    return drafts.map((draft) => <Waiting key={draft.id} of={draft} />);
  };
}

function Waiting({ of }: { of: DocumentSummary }) {
  const say = useSay();
  return (
    <Card>
      <h2>
        <bdi>{nameInWords(of, say)}</bdi>
      </h2>
      <p>{say('today-library', { unit: of.unit.name })}</p>
      <LinkButton href={documentUrl(of.id, '/description')}>{say('library-page-look-at-found')}</LinkButton>
    </Card>
  );
}
