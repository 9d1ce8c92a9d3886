import {
  Button,
  Buttons,
  FormTo,
  LinkButton,
  Problem,
  refusedIn,
  seeOther,
  useSay,
  word,
  type Console,
  type Page,
  type Refused,
} from '../../console/index.ts';
import { MayNot } from '../../people/index.ts';
import type { Actor } from '../../platform/audit.ts';
import type { Say } from '../../platform/locales.ts';
import { IdentityTaken } from '../errors.ts';
import type { DocumentSummary, DocumentView } from '../port.ts';
import { DescriptionFields } from './description-fields.tsx';
import {
  describedBy,
  descriptionOf,
  typedDescription,
  type DescriptionFaults,
  type TypedDescription,
} from './description-typed.ts';
import { holderAmong, Namesakes, TakePlaceButton, takesPlaceField, TakingPlace } from './namesakes.tsx';
import { decisionsIn, ownRelations, RelationFields } from './relation-fields.tsx';
import { documentUrl, libraryUrl, needs, type LibraryPagesParts } from './urls.ts';
import { nameInWords } from './words.ts';

interface Edited {
  document: DocumentView;
  revision: number;
  /** Other documents of the same number: it may be one of them. */
  namesakes: readonly DocumentSummary[];
  /** Of a draft: the one in the library that has its name already. */
  holder: DocumentSummary | null;
  typed: TypedDescription;
  faults: DescriptionFaults;
  refused?: Pick<Refused, 'words' | 'status'>;
}

/** What was found of a document beside where it was found, to be corrected; a draft is released by it. */
export function descriptionPages(
  console: Console,
  { library: { keeping, reading } }: LibraryPagesParts,
): void {
  const url = documentUrl(':id', '/description');

  console.page(url, { needs }, async ({ viewer, say, params }) => {
    const document = await keptBy(viewer.actor, params['id'] ?? '');
    const { revision } = document;
    const namesakes = await namesakesOf(viewer.actor, document);
    const typed = descriptionOf(document, say);
    const holder = document.state === 'draft' ? holderAmong(namesakes, document) : null;
    return formPage({ document, revision, namesakes, holder, typed, faults: {} }, say);
  });

  console.form(url, { needs }, async ({ viewer, say, params, fields }) => {
    const document = await keptBy(viewer.actor, params['id'] ?? '');
    const revision = Number(word(fields, 'revision'));
    const typed = typedDescription(fields);
    const { described, faults } = describedBy(typed, say);
    const takesPlaceOf = word(fields, takesPlaceField) || undefined;
    const again = { document, revision, namesakes: [], holder: null, typed, faults };
    if (Object.keys(faults).length > 0)
      return formPage({ ...again, refused: { words: say('compose-wrong'), status: 422 } }, say);
    try {
      await keeping.describe(viewer.actor, document.id, described, revision, { takesPlaceOf });
      for (const decision of decisionsIn(fields, ownRelations(document)))
        await keeping.decide(viewer.actor, takesPlaceOf ?? document.id, decision);
    } catch (error) {
      const holder = await holderIn(error, viewer.actor, document);
      return formPage({ ...again, holder, refused: refusedIn(error, say) }, say);
    }
    if (takesPlaceOf !== undefined)
      return seeOther(documentUrl(takesPlaceOf), say('library-page-took-place'));
    const isDraft = document.state === 'draft';
    return seeOther(documentUrl(document.id), say(isDraft ? 'library-page-released' : 'library-page-saved'));
  });

  /** @throws {DocumentUnknown} @throws {MayNot} it may be read, not kept */
  async function keptBy(by: Actor, id: string): Promise<DocumentView> {
    const document = await reading.document(by, id);
    if (!document.mayKeep) throw new MayNot();
    return document;
  }

  async function namesakesOf(by: Actor, { id, number }: DocumentView): Promise<DocumentSummary[]> {
    if (number === '') return [];
    const { documents } = await reading.browse(by, { words: number });
    return documents.filter((other) => other.id !== id && other.number === number);
  }

  /** Which document has the name that was typed, where a draft was refused for that. */
  async function holderIn(error: unknown, by: Actor, { state }: DocumentView): Promise<DocumentView | null> {
    if (state !== 'draft' || !(error instanceof IdentityTaken)) return null;
    return await reading.document(by, error.document);
  }
}

function formPage(edited: Edited, say: Say): Page {
  const { document } = edited;
  return {
    title: say(document.state === 'draft' ? 'library-page-look-at' : 'library-page-correct'),
    trail: [
      { href: libraryUrl, words: say('library-page-title') },
      { href: documentUrl(document.id), words: nameInWords(document, say) },
    ],
    status: edited.refused?.status ?? 200,
    styles: ['library.css'],
    body: <Form of={edited} />,
  };
}

function Form({ of: { document, revision, namesakes, holder, typed, faults, refused } }: { of: Edited }) {
  const say = useSay();
  const relations = ownRelations(document);
  const isDraft = document.state === 'draft';
  return (
    <>
      <p class="lead">{say(isDraft ? 'library-page-look-at-lead' : 'library-page-correct-lead')}</p>
      <Problem words={refused?.words} />
      <Namesakes of={namesakes} />
      <FormTo action={documentUrl(document.id, '/description')}>
        <input type="hidden" name="revision" value={String(revision)} />
        <DescriptionFields of={document} typed={typed} faults={faults} />
        {relations.length > 0 ? <RelationFields of={document} relations={relations} /> : null}
        <p>
          <a href={documentUrl(document.id, '/relations')}>{say('library-page-relate')}</a>
        </p>
        {holder ? <TakingPlace of={holder} /> : null}
        <Buttons>
          <Button>{say(isDraft ? 'library-page-release' : 'library-page-save')}</Button>
          {holder ? <TakePlaceButton of={holder} /> : null}
          <LinkButton href={documentUrl(document.id)}>{say('library-page-read')}</LinkButton>
          <LinkButton href={documentUrl(document.id, '/removal')} kind="danger">
            {say('library-page-remove')}
          </LinkButton>
        </Buttons>
      </FormTo>
    </>
  );
}
