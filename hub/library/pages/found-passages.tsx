import { Alert, Empty, Section, useSay } from '../../console/index.ts';
import type { Actor } from '../../platform/audit.ts';
import { LibraryNotReady } from '../errors.ts';
import type { BrowseFilter, FoundPassage, Library } from '../port.ts';
import { isNarrowed } from './list-filter.ts';
import { glimpseOf, Marked, placesOfWords } from './marked.tsx';
import { passageUrl } from './urls.ts';
import { nameInWords } from './words.ts';

const shownAtMost = 10;
/** Asked for where some are left out afterwards. */
const askedAtMost = 50;

export type FoundInside =
  | { ready: true; words: string; passages: readonly FoundPassage[] }
  | { ready: false; done: number; total: number };

/** Passages that have to do with the words, best first, of documents as they are narrowed. */
export async function foundPassages(
  { passages, finding }: Pick<Library, 'passages' | 'finding'>,
  by: Actor,
  filter: BrowseFilter,
): Promise<FoundInside> {
  const { words = '' } = filter;
  try {
    const found = await passages(by, words, isNarrowed(filter) ? askedAtMost : shownAtMost);
    const kept = found.filter((passage) => isOf(passage, filter)).slice(0, shownAtMost);
    return { ready: true, words, passages: kept };
  } catch (error) {
    if (!(error instanceof LibraryNotReady)) throw error;
    const { passages: done, total } = finding.state();
    return { ready: false, done, total };
  }
}

function isOf({ document }: FoundPassage, { kind, issuer, year, status }: BrowseFilter): boolean {
  return (
    (kind === undefined || document.kind === kind) &&
    (issuer === undefined || document.issuer === issuer) &&
    (year === undefined || document.date?.startsWith(`${year}-`) === true) &&
    (status === undefined || document.status === status)
  );
}

export function FoundPassages({ of }: { of: FoundInside }) {
  const say = useSay();
  if (!of.ready)
    return (
      <Alert kind="note">
        {of.total > 0
          ? say('library-page-reading-of', { percent: Math.floor((of.done * 100) / of.total) })
          : say('library-page-reading')}
      </Alert>
    );
  return (
    <Section title={say('library-page-inside')}>
      {of.passages.length === 0 ? <Empty>{say('library-page-nothing-inside')}</Empty> : null}
      <ol class="plain-list passages">
        {of.passages.map((passage) => (
          <li key={`${passage.document.id}-${passage.start}`}>
            <h3>
              <a href={passageUrl(passage.document.id, passage)}>
                <bdi>{[nameInWords(passage.document, say), passage.locator].filter(Boolean).join(', ')}</bdi>
              </a>
            </h3>
            {passage.document.status === 'in_force' ? null : (
              <p class="hint">
                {say('library-page-status', { status: passage.document.status, found: 'no' })}
              </p>
            )}
            <Glimpse of={passage.text} words={of.words} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Glimpse({ of, words }: { of: string; words: string }) {
  const places = placesOfWords(of, words);
  const piece = glimpseOf(of, places);
  return (
    <p class="as-written">
      {piece.start > 0 ? '… ' : ''}
      <Marked text={of} piece={piece} places={places} />
      {piece.end < of.length ? ' …' : ''}
    </p>
  );
}
