import { Alert, Button, useSay } from '../../console/index.ts';
import type { DocumentSummary, DocumentView } from '../port.ts';
import { DocumentLink, StatusBadge } from './badges.tsx';

/** In the form of a draft: the id of the document whose place it takes. */
export const takesPlaceField = 'takes-place-of';

/** The one of the same unit, issuer and day. */
export function holderAmong(
  namesakes: readonly DocumentSummary[],
  { unit, issuer, date }: DocumentView,
): DocumentSummary | null {
  const isSame = (other: DocumentSummary) =>
    other.unit.id === unit.id && other.date === date && other.issuer.toLowerCase() === issuer.toLowerCase();
  return (date !== null && namesakes.find(isSame)) || null;
}

/** What becomes of the earlier file, before one gives it up. */
export function TakingPlace({ of }: { of: DocumentSummary }) {
  const say = useSay();
  return (
    <Alert kind="warning">
      <p>
        {say('library-page-name-held')} <DocumentLink of={of} />
      </p>
      <p>{say('library-page-take-place-what')}</p>
    </Alert>
  );
}

/** Other documents of the same number: it may be one of them. */
export function Namesakes({ of }: { of: readonly DocumentSummary[] }) {
  const say = useSay();
  if (of.length === 0) return null;
  return (
    <Alert kind="warning">
      <p>{say('library-page-namesakes')}</p>
      <ul>
        {of.map((document) => (
          <li key={document.id}>
            <DocumentLink of={document} /> {document.issuer} <StatusBadge of={document} />
          </li>
        ))}
      </ul>
    </Alert>
  );
}

export function TakePlaceButton({ of }: { of: DocumentSummary }) {
  const say = useSay();
  return (
    <Button kind="danger" name={takesPlaceField} value={of.id}>
      {say('library-page-take-place')}
    </Button>
  );
}
