import {
  Alert,
  Buttons,
  Facts,
  LinkButton,
  useSay,
  type Console,
  type Page,
  type Visit,
} from '../../console/index.ts';
import type { Say } from '../../platform/locales.ts';
import { readFrontMatter } from '../reading/front-matter.ts';
import type { Span } from '../reading/sentences.ts';
import type { DocumentView } from '../port.ts';
import { DocumentText } from './document-text.tsx';
import { Outline } from './outline-list.tsx';
import { Relations, ReplacedBy } from './relations.tsx';
import { partAt, textParts } from './text-parts.ts';
import { documentUrl, libraryUrl, type LibraryPagesParts } from './urls.ts';
import { StatusBadge } from './badges.tsx';
import { dayInWords, nameInWords, readersInWords } from './words.ts';

/** A document, read part by part; a citation leads to its words, marked. */
export function documentPages(console: Console, { library: { reading } }: LibraryPagesParts): void {
  console.page(documentUrl(':id'), { needs: 'member' }, async ({ viewer, say, params, query }) => {
    const document = await reading.document(viewer.actor, params['id'] ?? '');
    return pageOf(document, query, say);
  });

  console.page(documentUrl(':id', '/original'), { needs: 'member' }, async ({ viewer, params }) => {
    const { name: fileName, mediaType, content } = await reading.original(viewer.actor, params['id'] ?? '');
    return { fileName, mediaType, content };
  });
}

/** More than any passage has: who types an address gets no whole document on one page. */
const mostMarked = 3_000;

/** @param typed `START-END`; null for what is no place of the text */
function spanIn(typed: string | undefined, text: string): Span | null {
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(typed ?? '') ?? [];
  const span = { start: Number(start), end: Math.min(Number(end), Number(start) + mostMarked, text.length) };
  return start !== undefined && span.start < span.end ? span : null;
}

function pageOf(document: DocumentView, query: Visit['query'], say: Say): Page {
  const { text, outline } = document;
  const at = spanIn(query['at'], text);
  const place = at?.start ?? (/^\d{1,9}$/.test(query['from'] ?? '') ? Number(query['from']) : null);
  const { bodyStart } = readFrontMatter(text);
  const parts = textParts(
    text,
    outline.map(({ start }) => start),
    bodyStart,
  );
  const asked = Math.trunc(Number(query['part'] ?? '1')) || 1;
  const index = place === null ? Math.min(Math.max(asked, 1), parts.length) - 1 : partAt(parts, place);
  const part = parts[index]!;
  // What is marked stands on one page, also where the next part begins within it.
  const shown = at ? { start: part.start, end: Math.max(part.end, at.end) } : part;
  // Whoever comes to a place reads on from there; what is known of the document stands behind it.
  const reads = place !== null || index > 0;
  return {
    title: nameInWords(document, say),
    trail: [{ href: libraryUrl, words: say('library-page-title') }],
    styles: ['library.css'],
    body: (
      <>
        {reads ? null : <About of={document} />}
        {reads ? <ReplacedBy of={document} /> : null}
        {outline.length > 1 ? <Outline of={document} parts={parts} /> : null}
        <PartPaging id={document.id} index={index} count={parts.length} />
        <DocumentText text={text} part={shown} outline={outline} at={at} />
        <PartPaging id={document.id} index={index} count={parts.length} />
        {reads ? <About of={document} again /> : null}
      </>
    ),
  };
}

/** What is known of it, and where one goes from here. */
function About({ of, again = false }: { of: DocumentView; again?: boolean }) {
  const say = useSay();
  const { id, title, issuer, date, effective, expires, unit, readers, file } = of;
  const facts: [string, string][] = [
    [say('library-page-issuer'), issuer],
    [say('library-page-date'), dayInWords(date, say)],
    [say('library-page-effective'), dayInWords(effective, say)],
    [say('library-page-expires'), dayInWords(expires, say)],
    [say('library-page-readers'), of.mayKeep ? readersInWords(readers, unit.name, say) : ''],
    [say('library-page-file'), of.mayKeep ? file.name : ''],
  ];
  return (
    <>
      {of.number === '' ? null : <p class="lead">{title}</p>}
      <p>
        <StatusBadge of={of} />
      </p>
      {again ? null : <ReplacedBy of={of} />}
      {of.state === 'draft' ? <Alert kind="warning">{say('library-page-draft-note')}</Alert> : null}
      <Facts of={facts.filter(([, value]) => value !== '')} />
      <Relations of={of} />
      <Buttons>
        <LinkButton href={documentUrl(id, '/original')} download>
          {say('library-page-download')}
        </LinkButton>
        {of.relations.length > 0 ? (
          <LinkButton href={documentUrl(id, '/chain')}>{say('library-page-chain')}</LinkButton>
        ) : null}
        {of.mayKeep ? (
          <>
            <LinkButton href={documentUrl(id, '/description')}>{say('library-page-correct')}</LinkButton>
            <LinkButton href={documentUrl(id, '/removal')} kind="danger">
              {say('library-page-remove')}
            </LinkButton>
          </>
        ) : null}
      </Buttons>
    </>
  );
}

function PartPaging({ id, index, count }: { id: string; index: number; count: number }) {
  const say = useSay();
  if (count < 2) return null;
  const href = (part: number) => `${documentUrl(id)}?part=${part}`;
  return (
    <p class="part-paging">
      {index > 0 ? (
        <a href={href(index)} rel="prev">
          {say('library-page-part-before')}
        </a>
      ) : null}
      <span>{say('library-page-part', { part: index + 1, count })}</span>
      {index + 1 < count ? (
        <a href={href(index + 2)} rel="next">
          {say('library-page-part-after')}
        </a>
      ) : null}
    </p>
  );
}
