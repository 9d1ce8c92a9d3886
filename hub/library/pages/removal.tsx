import { Alert, Button, Buttons, FormTo, LinkButton, seeOther, type Console } from '../../console/index.ts';
import { MayNot } from '../../people/index.ts';
import { documentUrl, libraryUrl, needs, type LibraryPagesParts } from './urls.ts';
import { nameInWords } from './words.ts';

/** Takes a document out for good, after a page that says what that means. */
export function removalPages(console: Console, { library: { keeping, reading } }: LibraryPagesParts): void {
  const url = documentUrl(':id', '/removal');

  console.page(url, { needs }, async ({ viewer, say, params }) => {
    const document = await reading.document(viewer.actor, params['id'] ?? '');
    if (!document.mayKeep) throw new MayNot();
    return {
      title: say('library-page-remove'),
      trail: [
        { href: libraryUrl, words: say('library-page-title') },
        { href: documentUrl(document.id), words: nameInWords(document, say) },
      ],
      body: (
        <>
          <p class="lead">
            <bdi>{nameInWords(document, say)}</bdi>
          </p>
          {document.number === '' ? null : <p>{document.title}</p>}
          <Alert kind="warning">{say('library-page-remove-what')}</Alert>
          <p>{say('library-page-remove-instead')}</p>
          <FormTo action={documentUrl(document.id, '/removal')}>
            <Buttons>
              <Button kind="danger">{say('library-page-remove-yes')}</Button>
              <LinkButton href={documentUrl(document.id)}>{say('library-page-remove-no')}</LinkButton>
            </Buttons>
          </FormTo>
        </>
      ),
    };
  });

  console.form(url, { needs }, async ({ viewer, say, params }) => {
    await keeping.remove(viewer.actor, params['id'] ?? '');
    return seeOther(libraryUrl, say('library-page-removed'));
  });
}
