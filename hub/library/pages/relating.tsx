import {
  Button,
  Buttons,
  Field,
  FormTo,
  LinkButton,
  Problem,
  Radios,
  refusedIn,
  seeOther,
  Select,
  useSay,
  word,
  type Console,
  type Page,
  type Refused,
} from '../../console/index.ts';
import { MayNot } from '../../people/index.ts';
import type { Say } from '../../platform/locales.ts';
import { relationKinds, type DocumentSummary, type DocumentView } from '../port.ts';
import { documentUrl, libraryUrl, needs, type LibraryPagesParts } from './urls.ts';
import { nameInWords } from './words.ts';

interface Edited {
  document: DocumentView;
  kind: string;
  number: string;
  /** Several of that number: one is chosen. */
  several: readonly DocumentSummary[];
  refused?: Pick<Refused, 'words' | 'status'>;
}

/** Adds what the text of a document does not say: which other it replaces, amends or guides. */
export function relatingPages(console: Console, { library: { keeping, reading } }: LibraryPagesParts): void {
  const url = documentUrl(':id', '/relations');

  console.page(url, { needs }, async ({ viewer, say, params }) => {
    const document = await reading.document(viewer.actor, params['id'] ?? '');
    if (!document.mayKeep) throw new MayNot();
    return formPage({ document, kind: 'replaces', number: '', several: [] }, say);
  });

  console.form(url, { needs }, async ({ viewer, say, params, fields }) => {
    const document = await reading.document(viewer.actor, params['id'] ?? '');
    if (!document.mayKeep) throw new MayNot();
    const kind = relationKinds.find((one) => one === word(fields, 'kind')) ?? 'replaces';
    const number = word(fields, 'number');
    const again = { document, kind, number, several: [] };
    try {
      const chosen = word(fields, 'target');
      const named = chosen === '' ? await ofNumber(viewer.actor, number, document.id) : [];
      const target = chosen || (named.length === 1 ? named[0]!.id : '');
      if (target === '') {
        const words = say(named.length === 0 ? 'library-page-none-of-number' : 'library-page-several');
        return formPage({ ...again, several: named, refused: { words, status: 422 } }, say);
      }
      await keeping.relate(viewer.actor, document.id, { kind, target });
    } catch (error) {
      return formPage({ ...again, refused: refusedIn(error, say) }, say);
    }
    return seeOther(documentUrl(document.id, '/description'), say('library-page-related'));
  });

  async function ofNumber(by: Parameters<typeof reading.browse>[0], number: string, not: string) {
    if (number === '') return [];
    const { documents } = await reading.browse(by, { words: number });
    const others = documents.filter(({ id }) => id !== not);
    const exact = others.filter((other) => other.number.toLowerCase() === number.toLowerCase());
    return exact.length > 0 ? exact : others;
  }
}

function formPage(edited: Edited, say: Say): Page {
  const { document } = edited;
  return {
    title: say('library-page-relate'),
    trail: [
      { href: libraryUrl, words: say('library-page-title') },
      { href: documentUrl(document.id), words: nameInWords(document, say) },
    ],
    status: edited.refused?.status ?? 200,
    body: <Form of={edited} />,
  };
}

function Form({ of: { document, kind, number, several, refused } }: { of: Edited }) {
  const say = useSay();
  return (
    <>
      <Problem words={refused?.words} />
      <FormTo action={documentUrl(document.id, '/relations')}>
        <Radios
          legend={say('library-page-relate-kind')}
          name="kind"
          choices={relationKinds.map((one) => ({
            value: one,
            label: say('library-page-relation', { kind: one, side: 'this' }),
          }))}
          value={kind}
        />
        <Field
          label={say('library-page-relate-number')}
          hint={say('library-page-relate-number-hint')}
          name="number"
          value={number}
          maxlength={60}
          required
        />
        {several.length > 0 ? (
          <Select
            label={say('library-page-relation-which')}
            name="target"
            choices={several.map((one) => ({
              value: one.id,
              label: [nameInWords(one, say), one.issuer].filter(Boolean).join(', '),
            }))}
            required
          />
        ) : null}
        <Buttons>
          <Button>{say('library-page-relate-button')}</Button>
          <LinkButton href={documentUrl(document.id, '/description')}>{say('library-page-back')}</LinkButton>
        </Buttons>
      </FormTo>
    </>
  );
}
