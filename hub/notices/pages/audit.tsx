import { Empty, LinkButton, More, type Console } from '../../console/index.ts';
import { sheetMediaTypes } from '../../platform/spreadsheet.ts';
import type { NoticePagesParts } from './pages.tsx';
import { rowsOnPage } from './paging.ts';
import { Trail, trailCells } from './trail-view.tsx';

/** What was done by whom, in the units whose audit the reader may read. */
export function auditPages(console: Console, { notices }: NoticePagesParts): void {
  console.page('/console/audit', { needs: 'audit.read' }, async ({ viewer, say, query }) => {
    const entries = await notices.auditTrail(viewer.actor, { before: query['before'], limit: rowsOnPage });
    const last = entries.length === rowsOnPage ? entries.at(-1) : undefined;
    return {
      title: say('audit-title'),
      body: (
        <>
          <p>{say('audit-lead')}</p>
          {entries.length === 0 ? (
            <Empty>{say('audit-nothing')}</Empty>
          ) : (
            <>
              <div class="buttons">
                <LinkButton href="/console/audit.csv" download>
                  {say('audit-export')}
                </LinkButton>
              </div>
              <Trail entries={entries} of="everything" />
            </>
          )}
          <More href={last ? `/console/audit?before=${last.id}` : null} />
        </>
      ),
    };
  });

  console.page('/console/audit.csv', { needs: 'audit.read' }, async ({ viewer }) => {
    const { fileName, content } = await notices.exportTrail(viewer.actor, 'csv', trailCells);
    return { fileName, mediaType: sheetMediaTypes.csv, content };
  });
}
