import { Alert, Badge, Details, useSay } from '../../console/index.ts';
import { nameInWords, passageUrl } from '../../library/index.ts';
import type { Citation, FoundReply, Remark, Sentence } from '../port.ts';

/** An answer: sentences, each with the places that stand behind it, which open where they are. */
export function FoundView({ of: { mode, sentences, citations, more, remarks } }: { of: FoundReply }) {
  const say = useSay();
  return (
    <>
      {remarks.map((remark, index) => (
        <Alert kind={remark.kind === 'no-model' || remark.kind === 'budget' ? 'note' : 'warning'} key={index}>
          <RemarkWords of={remark} />
        </Alert>
      ))}
      {mode === 'quote' ? (
        <Quotations of={sentences} citations={citations} />
      ) : (
        <Written of={sentences} citations={citations} />
      )}
      {more.length > 0 ? (
        <Details summary={say('assistant-page-more', { count: more.length })}>
          <ol class="plain-list">
            {more.map((citation) => (
              <li key={`${citation.document.id}-${citation.start}`}>
                <Source of={citation} />
                <Quote of={citation.quote} />
              </li>
            ))}
          </ol>
        </Details>
      ) : null}
    </>
  );
}

/** Without a model an answer is the words of documents, each under where it stands. */
function Quotations({ of, citations }: { of: readonly Sentence[]; citations: readonly Citation[] }) {
  const say = useSay();
  return (
    <section class="answer">
      <h2>{say('assistant-page-quoted')}</h2>
      <ol class="plain-list">
        {of.map(({ text, citations: places }, index) => (
          <li key={index} class="card">
            <Quote of={text} />
            {places.map((place) => {
              const citation = citations[place];
              return citation ? <Source key={place} of={citation} /> : null;
            })}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Written({ of, citations }: { of: readonly Sentence[]; citations: readonly Citation[] }) {
  const say = useSay();
  return (
    <section class="answer">
      <h2>{say('assistant-page-written')}</h2>
      <div class="card">
        {of.map(({ text, citations: places }, index) => (
          <p key={index}>
            {text}
            {places.map((place) => {
              const citation = citations[place];
              return citation ? (
                <>
                  {' '}
                  <a
                    class="citation"
                    href={passageUrl(citation.document.id, citation)}
                    aria-label={say('assistant-page-citation', { number: place + 1 })}
                  >
                    [{place + 1}]
                  </a>
                </>
              ) : null;
            })}
          </p>
        ))}
      </div>
      <h2>{say('assistant-page-sources')}</h2>
      <ol>
        {citations.map((citation, place) => (
          <li key={place}>
            <Source of={citation} />
            <Quote of={citation.quote} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Quote({ of }: { of: string }) {
  return (
    <blockquote class="quoted as-written" dir="auto">
      {of}
    </blockquote>
  );
}

/** Where something stands: pressed, it is read there. */
function Source({ of: { document, locator, start, end, replacedBy } }: { of: Citation }) {
  const say = useSay();
  return (
    <p class="block">
      <a href={passageUrl(document.id, { start, end })}>
        <bdi>{[locator, nameInWords(document, say), document.issuer].filter(Boolean).join(', ')}</bdi>
      </a>{' '}
      {document.status === 'in_force' ? null : (
        <Badge tone="warning">{say('assistant-page-status', { status: document.status })}</Badge>
      )}
      {replacedBy.map(({ number, confirmed }) => (
        <span class="hint block" key={number}>
          {say('assistant-page-replaced-by', { number, confirmed: confirmed ? 'yes' : 'no' })}
        </span>
      ))}
    </p>
  );
}

function RemarkWords({ of }: { of: Remark }) {
  const say = useSay();
  if (of.kind === 'replaced') {
    const { number, by, confirmed } = of;
    return (
      <p>{say('assistant-page-remark-replaced', { number, by, confirmed: confirmed ? 'yes' : 'no' })}</p>
    );
  }
  if (of.kind === 'expired') return <p>{say('assistant-page-remark-expired', { number: of.number })}</p>;
  return <p>{say('assistant-page-remark', { kind: of.kind })}</p>;
}
