import { renderToString } from 'preact-render-to-string';
import {
  Alert,
  Badge,
  Buttons,
  Card,
  Empty,
  FrameContext,
  LinkButton,
  Live,
  useSay,
  type Console,
} from '../../console/index.ts';
import { openStream } from '../../platform/event-stream.ts';
import type { Incoming } from '../port.ts';
import { documentUrl, incomingUrl, libraryUrl, needs, newUrl, type LibraryPagesParts } from './urls.ts';

const lookAgainMs = 1_000;
/** After so long the browser connects again, and is asked again who it is. */
const longestMs = 15 * 60_000;

/** What becomes of the files one has put in: read so far, taken, or why not and what to do. */
export function incomingPages(console: Console, { library: { keeping } }: LibraryPagesParts): void {
  console.page(incomingUrl, { needs }, async ({ viewer, say }) => {
    const files = await keeping.incoming(viewer.actor);
    const reading = files.some(({ state }) => state === 'reading');
    return {
      title: say('library-page-incoming'),
      trail: [{ href: libraryUrl, words: say('library-page-title') }],
      styles: ['library.css'],
      body: (
        <>
          {reading ? (
            <>
              <Live from={`${incomingUrl}/live`}>
                <Files of={files} />
              </Live>
              <Buttons>
                <LinkButton href={incomingUrl}>{say('library-page-look-again')}</LinkButton>
              </Buttons>
            </>
          ) : (
            <Files of={files} />
          )}
          <Buttons>
            <LinkButton href={newUrl}>{say('library-page-more-files')}</LinkButton>
            <LinkButton href={libraryUrl}>{say('library-page-to-library')}</LinkButton>
          </Buttons>
        </>
      ),
    };
  });

  console.stream(`${incomingUrl}/live`, { needs }, async ({ viewer, request, reply }) => {
    const frame = console.frameFor(viewer.language);
    // What cannot be answered is refused before the stream is opened.
    await keeping.incoming(viewer.actor);
    const stream = openStream(request, reply);
    let open = true;
    let timer: NodeJS.Timeout | null = null;
    const until = setTimeout(() => stream.close(), longestMs);
    stream.onClose(() => {
      open = false;
      clearTimeout(until);
      if (timer) clearTimeout(timer);
    });
    const look = async () => {
      const files = await keeping.incoming(viewer.actor);
      if (!open) return;
      const html = renderToString(
        <FrameContext.Provider value={frame}>
          <Files of={files} />
        </FrameContext.Provider>,
      );
      stream.send({ data: html });
      if (files.some(({ state }) => state === 'reading')) {
        timer = setTimeout(() => void look().catch(() => stream.close()), lookAgainMs);
      } else {
        stream.send({ event: 'end', data: '1' });
        stream.close();
      }
    };
    await look();
  });
}

function Files({ of }: { of: readonly Incoming[] }) {
  const say = useSay();
  if (of.length === 0) return <Empty>{say('library-page-incoming-none')}</Empty>;
  return (
    <ul class="plain-list">
      {of.map((file) => (
        <li key={file.id}>
          <Card tone={file.state === 'refused' || file.state === 'failed' ? 'attention' : 'plain'}>
            <h2>
              <bdi>{file.fileName}</bdi>
            </h2>
            <p>
              <Badge tone={toneOf(file)}>
                {say('library-page-incoming-state', {
                  state: file.reason === 'unchanged' ? 'unchanged' : file.state,
                })}
              </Badge>
            </p>
            <Outcome of={file} />
          </Card>
        </li>
      ))}
    </ul>
  );
}

function toneOf({ state }: Incoming) {
  return state === 'done' ? 'good' : state === 'reading' ? 'plain' : 'bad';
}

function Outcome({ of: { state, reason, done, total, documentId } }: { of: Incoming }) {
  const say = useSay();
  if (state === 'reading')
    return (
      <>
        <p>{total > 0 ? say('library-page-read-pages', { done, total }) : say('library-page-read-begun')}</p>
        {total > 0 ? (
          <progress value={done} max={total} aria-label={say('library-page-read-pages', { done, total })} />
        ) : null}
      </>
    );
  if (reason !== null && reason !== 'unchanged')
    return (
      <Alert kind="warning">
        <p>{say('library-page-refused', { reason })}</p>
        <p>{say('library-page-refused-advice', { reason })}</p>
      </Alert>
    );
  if (documentId === null) return null;
  return reason === 'unchanged' ? (
    <LinkButton href={documentUrl(documentId)}>{say('library-page-open')}</LinkButton>
  ) : (
    <LinkButton href={documentUrl(documentId, '/description')} kind="primary">
      {say('library-page-look-at-found')}
    </LinkButton>
  );
}
