import { Badge, Buttons, Empty, LinkButton, useSay, type Console } from '../../console/index.ts';
import type { Chain } from '../port.ts';
import { directionInWords, Other } from './relations.tsx';
import { documentUrl, libraryUrl, type LibraryPagesParts } from './urls.ts';
import { DocumentLink, StatusBadge } from './badges.tsx';
import { nameInWords } from './words.ts';

/** What came before a document and after it, the newest first, with what each says of the others. */
export function chainPage(console: Console, { library: { reading } }: LibraryPagesParts): void {
  console.page(documentUrl(':id', '/chain'), { needs: 'member' }, async ({ viewer, say, params }) => {
    const id = params['id'] ?? '';
    const chain = await reading.chain(viewer.actor, id);
    const self = chain.documents.find(({ isThis }) => isThis);
    return {
      title: say('library-page-chain'),
      trail: [
        { href: libraryUrl, words: say('library-page-title') },
        ...(self ? [{ href: documentUrl(self.id), words: nameInWords(self, say) }] : []),
      ],
      styles: ['library.css'],
      body: (
        <>
          <p class="lead">{say('library-page-chain-lead')}</p>
          {chain.documents.length > 1 ? null : <Empty>{say('library-page-chain-alone')}</Empty>}
          <Line of={chain} />
          <Buttons>
            <LinkButton href={documentUrl(id)}>{say('library-page-back')}</LinkButton>
          </Buttons>
        </>
      ),
    };
  });
}

function Line({ of: { documents, relations } }: { of: Chain }) {
  const say = useSay();
  return (
    <ol class="chain">
      {documents.map((document) => (
        <li key={document.id} class={document.isThis ? 'chain-this' : undefined}>
          <p class="chain-day">
            {document.date === null
              ? say('library-page-no-date')
              : say('library-page-day', { day: document.date })}
          </p>
          <p class="block">
            <DocumentLink of={document} /> <StatusBadge of={document} />{' '}
            {document.isThis ? <Badge>{say('library-page-chain-this')}</Badge> : null}
          </p>
          {document.number === '' ? null : <p class="hint">{document.title}</p>}
          <ul>
            {relations
              .filter(({ from, state }) => from.id === document.id && state !== 'rejected')
              .map((relation) => (
                <li key={relation.id}>
                  {directionInWords(relation, document.id, say)} <Other of={relation} than={document.id} />
                  {relation.state === 'found' ? ` (${say('library-page-relation-found')})` : ''}
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
