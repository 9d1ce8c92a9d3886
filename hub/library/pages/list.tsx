import {
  Badge,
  Button,
  Buttons,
  Details,
  Empty,
  FormTo,
  LinkButton,
  More,
  Section,
  seeOther,
  useSay,
  type Console,
  type Visit,
} from '../../console/index.ts';
import type { Browsed, DocumentSummary } from '../port.ts';
import { browseUrl, filterIn, isNarrowed, type Browsing } from './list-filter.ts';
import { DocumentList } from './document-list.tsx';
import { LibrarySearch } from './search-form.tsx';
import { FoundPassages, foundPassages } from './found-passages.tsx';
import { incomingUrl, libraryUrl, newUrl, type LibraryPagesParts } from './urls.ts';

/** Where the page stands on which one asks; the assistant has it. */
const askUrl = '/console/ask';
const gapsUrl = `${libraryUrl}/gaps`;
/** Of what is new, before one asks for the rest. */
const freshAtMost = 5;
/** Of what a search finds by name, before what it finds inside. */
const namedAtMost = 5;

/** Thư viện văn bản: what is new, all there is, what a search finds. Every member's page. */
export function listPage(console: Console, parts: LibraryPagesParts): void {
  const { reading } = parts.library;

  console.page(libraryUrl, { needs: 'member' }, async (visit) => {
    const filter = filterIn(visit.query);
    const browsed = await reading.browse(visit.viewer.actor, filter);
    const isFirst = (filter.page ?? 1) === 1;
    const everything = filter.words === undefined && !isNarrowed(filter);
    return {
      title: visit.say('library-page-title'),
      styles: ['library.css'],
      body: (
        <>
          <LibrarySearch filter={filter} of={browsed} />
          {everything && isFirst ? await front(parts, visit) : null}
          {filter.words === undefined ? (
            <All of={browsed} filter={filter} />
          ) : (
            <>
              <Named of={browsed} filter={filter} />
              {isFirst && !filter.all ? (
                <FoundPassages of={await foundPassages(parts.library, visit.viewer.actor, filter)} />
              ) : null}
            </>
          )}
        </>
      ),
    };
  });

  console.form(`${libraryUrl}/seen`, { needs: 'member' }, async ({ viewer, say }) => {
    await reading.markSeen(viewer.memberId);
    return seeOther(libraryUrl, say('library-page-seen'));
  });
}

/** What one sees before one looks for anything: where to ask, what waits, what is new. */
async function front({ library: { keeping, reading } }: LibraryPagesParts, { viewer }: Visit) {
  const [fresh, desks, drafts] = await Promise.all([
    reading.whatsNew(viewer.memberId),
    viewer.holdsRole ? keeping.desks(viewer.actor) : [],
    viewer.holdsRole ? keeping.drafts(viewer.actor) : [],
  ]);
  return (
    <>
      <Doors keeps={desks.length > 0} />
      <Drafts of={drafts} />
      <Fresh of={fresh} />
    </>
  );
}

function Doors({ keeps }: { keeps: boolean }) {
  const say = useSay();
  return (
    <Buttons>
      <LinkButton href={askUrl} kind="primary">
        {say('library-page-ask')}
      </LinkButton>
      {keeps ? (
        <>
          <LinkButton href={newUrl}>{say('library-page-new')}</LinkButton>
          <LinkButton href={incomingUrl}>{say('library-page-incoming')}</LinkButton>
          <LinkButton href={gapsUrl}>{say('library-page-gaps')}</LinkButton>
        </>
      ) : null}
    </Buttons>
  );
}

function Drafts({ of }: { of: readonly DocumentSummary[] }) {
  const say = useSay();
  if (of.length === 0) return null;
  return (
    <Section title={say('library-page-drafts')}>
      <p>{say('library-page-drafts-lead')}</p>
      <DocumentList of={of} caption={say('library-page-drafts')} />
    </Section>
  );
}

function Fresh({ of }: { of: readonly DocumentSummary[] }) {
  const say = useSay();
  if (of.length === 0) return null;
  return (
    <Section title={say('library-page-fresh')}>
      <DocumentList of={of.slice(0, freshAtMost)} caption={say('library-page-fresh')} />
      {of.length > freshAtMost ? (
        <Details summary={say('library-page-fresh-more', { count: of.length - freshAtMost })}>
          <DocumentList of={of.slice(freshAtMost)} caption={say('library-page-fresh')} />
        </Details>
      ) : null}
      <FormTo action={`${libraryUrl}/seen`}>
        <Button kind="plain">{say('library-page-mark-seen')}</Button>
      </FormTo>
    </Section>
  );
}

function All({ of, filter }: { of: Browsed; filter: Browsing }) {
  const say = useSay();
  const narrowed = isNarrowed(filter);
  if (of.total === 0) return <Empty>{say(narrowed ? 'library-page-none-so' : 'library-page-empty')}</Empty>;
  return (
    <Section title={say(narrowed ? 'library-page-so' : 'library-page-all')}>
      <p>
        <Badge>{say('library-page-count', { count: of.total })}</Badge>
      </p>
      <DocumentList of={of.documents} caption={say('library-page-all')} />
      <Pages of={of} filter={filter} />
    </Section>
  );
}

/** Documents whose title, number or issuer has the words. */
function Named({ of, filter }: { of: Browsed; filter: Browsing }) {
  const say = useSay();
  if (of.total === 0) return null;
  const all = filter.all === true;
  const shown = all ? of.documents : of.documents.slice(0, namedAtMost);
  return (
    <Section title={say('library-page-named', { count: of.total })}>
      <DocumentList of={shown} caption={say('library-page-named', { count: of.total })} />
      {shown.length < of.total && !all ? (
        <p>
          <a href={browseUrl({ ...filter, all: true })}>{say('library-page-named-all')}</a>
        </p>
      ) : null}
      {all ? <Pages of={of} filter={filter} /> : null}
    </Section>
  );
}

function Pages({ of: { page, pages }, filter }: { of: Browsed; filter: Browsing }) {
  const say = useSay();
  return (
    <>
      {pages > 1 ? <p class="hint">{say('library-page-of-pages', { page, pages })}</p> : null}
      {page > 1 ? (
        <p class="more">
          <LinkButton href={browseUrl({ ...filter, page: page - 1 })}>
            {say('library-page-earlier')}
          </LinkButton>
        </p>
      ) : null}
      <More href={page < pages ? browseUrl({ ...filter, page: page + 1 }) : null} />
    </>
  );
}
