import { Alert, Details, useSay } from '../../console/index.ts';
import type { DocumentView, RelationView } from '../port.ts';
import { DocumentLink } from './badges.tsx';

/** What took the place of a document, said before anything else of it. */
export function ReplacedBy({ of }: { of: DocumentView }) {
  const say = useSay();
  if (of.status === 'in_force') return null;
  const by = of.relations.filter(
    (relation) => relation.state !== 'rejected' && takesItsPlace(relation, of.id),
  );
  return (
    <Alert kind="warning">
      <p>{say('library-page-status-said', { status: of.status, found: of.statusIsFound ? 'yes' : 'no' })}</p>
      {by.map((relation) => (
        <p key={relation.id}>
          {say('library-page-replaced-by')} <Other of={relation} than={of.id} />
        </p>
      ))}
    </Alert>
  );
}

function takesItsPlace({ kind, from }: RelationView, id: string): boolean {
  return from.id === id ? kind === 'replaced_by' : kind === 'replaces';
}

/** Both what a document says of others, and others of it. */
export function Relations({ of }: { of: DocumentView }) {
  const say = useSay();
  const shown = of.relations.filter(({ state }) => state !== 'rejected');
  if (shown.length === 0) return null;
  return (
    <Details summary={say('library-page-relations', { count: shown.length })}>
      <ul class="plain-list">
        {shown.map((relation) => (
          <li key={relation.id}>
            {directionInWords(relation, of.id, say)} <Other of={relation} than={of.id} />
            {relation.state === 'found' ? (
              <span class="hint block">{say('library-page-relation-found')}</span>
            ) : null}
            {relation.said === null ? null : (
              <blockquote class="quoted">
                <bdi>{relation.said}</bdi>
              </blockquote>
            )}
          </li>
        ))}
      </ul>
    </Details>
  );
}

/** How a relation reads from one of its two ends. */
export function directionInWords(
  { kind, from }: RelationView,
  id: string,
  say: ReturnType<typeof useSay>,
): string {
  return say('library-page-relation', { kind, side: from.id === id ? 'this' : 'other' });
}

/** The document at the other end, as far as the reader may know it. */
export function Other({ of: { from, target, number }, than }: { of: RelationView; than: string }) {
  if (from.id !== than) return <DocumentLink of={from} />;
  return target ? <DocumentLink of={target} /> : <bdi>{number}</bdi>;
}
