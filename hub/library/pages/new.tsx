import {
  Alert,
  Button,
  Empty,
  Field,
  FormTo,
  Problem,
  refusedIn,
  seeOther,
  Select,
  useSay,
  word,
  type Console,
  type Page,
  type Refused,
} from '../../console/index.ts';
import type { Say } from '../../platform/locales.ts';
import type { UnitName } from '../port.ts';
import { fileBytes } from '../taking.ts';
import { readersFrom, typedReaders, type TypedReaders } from './readers-typed.ts';
import { ReadersFields } from './readers-fields.tsx';
import { incomingUrl, libraryUrl, needs, newUrl, type LibraryPagesParts } from './urls.ts';

/** All files of one form together, with some room for what else stands in it. */
const formBytes = fileBytes + 100_000;

interface Begun {
  desks: readonly UnitName[];
  unit: string;
  readers: TypedReaders;
  refused?: Refused | { words: string; status: number };
}

/** Putting documents in: whose they are, who may read them, their files. They are drafts until somebody looked at them. */
export function newPages(console: Console, { library: { keeping } }: LibraryPagesParts): void {
  console.page(newUrl, { needs }, async ({ viewer, say }) => {
    const desks = await keeping.desks(viewer.actor);
    if (desks.length === 0)
      return {
        title: say('library-page-new'),
        status: 403,
        body: <Empty>{say('library-page-no-desk')}</Empty>,
      };
    return formPage({ desks, unit: desks[0]!.code, readers: { who: 'members', roles: [] } }, say);
  });

  console.form(newUrl, { needs, files: { bytes: formBytes } }, async ({ viewer, say, fields, uploads }) => {
    const begun: Begun = {
      desks: await keeping.desks(viewer.actor),
      unit: word(fields, 'unit'),
      readers: typedReaders(fields),
    };
    if (uploads.length === 0)
      return formPage({ ...begun, refused: { words: say('library-page-no-file'), status: 422 } }, say);
    try {
      await keeping.receive(viewer.actor, uploads, { unit: begun.unit, readers: readersFrom(begun.readers) });
    } catch (error) {
      return formPage({ ...begun, refused: refusedIn(error, say) }, say);
    }
    return seeOther(incomingUrl);
  });
}

function formPage(begun: Begun, say: Say): Page {
  return {
    title: say('library-page-new'),
    trail: [{ href: libraryUrl, words: say('library-page-title') }],
    status: begun.refused?.status ?? 200,
    body: <Form of={begun} />,
  };
}

function Form({ of: { desks, unit, readers, refused } }: { of: Begun }) {
  const say = useSay();
  return (
    <>
      <p class="lead">{say('library-page-new-lead')}</p>
      <Alert kind="warning">{say('library-page-classified-note')}</Alert>
      <Problem words={refused?.words} />
      <FormTo action={newUrl} upload>
        <Select
          label={say('library-page-unit')}
          hint={say('library-page-unit-hint')}
          name="unit"
          choices={desks.map(({ code, name }) => ({ value: code, label: name }))}
          value={unit}
          required
        />
        <ReadersFields typed={readers} />
        <Field
          label={say('library-page-files')}
          hint={say('library-page-files-hint')}
          name="file"
          type="file"
          accept=".docx,.pdf,.html,.htm,.md,.txt"
          multiple
          required
        />
        <Button>{say('library-page-receive')}</Button>
      </FormTo>
    </>
  );
}
