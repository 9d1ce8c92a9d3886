import { Alert, Buttons, LinkButton, useSay } from '../../console/index.ts';
import { nameInWords, placeUrl } from '../../library/index.ts';
import { masked } from '../gaps/masking.ts';
import type { RefusedReply } from '../port.ts';
import { answerUrl } from './urls.ts';

/** Why nothing is claimed, what was looked for, what is near, and who could know. */
export function RefusedView({ of }: { of: RefusedReply }) {
  const say = useSay();
  const { id, why, missing, lookedFor, near, canHandOver } = of;
  return (
    <section class="answer">
      <Alert kind="note">
        <p>
          <b>{say('assistant-page-refused', { why })}</b>
        </p>
        {missing.length > 0 ? (
          <p>{say('assistant-page-missing', { documents: missing.join('; ') })}</p>
        ) : null}
        {lookedFor.length > 0 ? (
          <p>{say('assistant-page-looked-for', { words: lookedFor.join(', ') })}</p>
        ) : null}
      </Alert>
      {near.length > 0 ? (
        <>
          <h2>{say('assistant-page-near')}</h2>
          <ul>
            {near.map((document) => (
              <li key={document.id}>
                <a href={placeUrl(document.id, document.start)}>
                  <bdi>{[nameInWords(document, say), document.locator].filter(Boolean).join(', ')}</bdi>
                </a>
                {document.number === '' ? null : <span class="hint block">{document.title}</span>}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <Buttons>
        {canHandOver ? (
          <LinkButton href={answerUrl(id, '/handing-over')} kind="primary">
            {say('assistant-page-hand-over')}
          </LinkButton>
        ) : null}
        <LinkButton href={lookedFor.length > 0 ? searchUrl(lookedFor) : '/console/library'}>
          {say('assistant-page-search')}
        </LinkButton>
      </Buttons>
    </section>
  );
}

/** Addresses are kept by browsers and proxies: what tells of whom it is asked does not stand in one. */
function searchUrl(asked: readonly string[]): string {
  const words = masked(asked.join(' '))
    ?.replaceAll(/[…\s]+/gu, ' ')
    .trim();
  return words ? `/console/library?${new URLSearchParams({ words }).toString()}` : '/console/library';
}
