import { renderToString } from 'preact-render-to-string';
import { FrameContext, type Console } from '../../console/index.ts';
import { openStream } from '../../platform/event-stream.ts';
import { sheetMediaTypes } from '../../platform/spreadsheet.ts';
import { Figures } from './figures.tsx';
import type { NoticePagesParts } from './pages.tsx';

/** After so long the browser connects again, and is asked again who it is. */
const longestMs = 15 * 60_000;

/** What a notice's page leads to besides pages: its files, its lists, its numbers as they change. */
export function noticeFiles(console: Console, { notices }: NoticePagesParts): void {
  console.page('/console/notices/:id/files/:file', { needs: 'notice.read' }, async ({ viewer, params }) => {
    const file = await notices.attachment(viewer.actor, params['id'] ?? '', params['file'] ?? '');
    return { fileName: file.name, mediaType: file.mediaType, content: file.content };
  });

  console.page('/console/notices/:id/text', { needs: 'notice.read' }, async ({ viewer, params }) => {
    const { title, body } = await notices.open(viewer.actor, params['id'] ?? '');
    return { title, body: <p class="as-written">{body}</p> };
  });

  for (const format of ['csv', 'xlsx'] as const) {
    console.page(
      `/console/notices/:id/recipients.${format}`,
      { needs: 'notice.export' },
      async ({ viewer, params }) => {
        const { fileName, content } = await notices.exportRecipients(
          viewer.actor,
          params['id'] ?? '',
          format,
        );
        return { fileName, mediaType: sheetMediaTypes[format], content };
      },
    );
  }

  console.stream(
    '/console/notices/:id/live',
    { needs: 'notice.read' },
    async ({ viewer, request, reply, params }) => {
      const frame = console.frameFor(viewer.language);
      // The right is asked before the stream is opened: a refusal is an answer like any other.
      let tell: ((html: string) => void) | null = null;
      let first: string | null = null;
      const unfollow = await notices.follow(viewer.actor, params['id'] ?? '', (figures) => {
        const html = renderToString(
          <FrameContext.Provider value={frame}>
            <Figures of={figures} />
          </FrameContext.Provider>,
        );
        if (tell) tell(html);
        else first = html;
      });
      const stream = openStream(request, reply);
      tell = (html) => stream.send({ data: html });
      if (first) tell(first);
      const timer = setTimeout(() => stream.close(), longestMs);
      stream.onClose(() => {
        clearTimeout(timer);
        unfollow();
      });
    },
  );
}
