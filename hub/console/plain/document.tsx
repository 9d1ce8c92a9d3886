import { renderToString } from 'preact-render-to-string';
import type { Language, Say } from '../../platform/locales.ts';
import { FrameContext, type Frame } from '../context.ts';
import type { Page } from '../document.tsx';
import { style } from './style.ts';

export type PlainPage = Pick<Page, 'title' | 'body' | 'status'>;

/** A whole document that needs no other: no script, no picture, nothing that a browser would ask for besides. */
export function plainDocument({ title, body }: PlainPage, language: Language, say: Say): string {
  const frame: Frame = { language, say, asset: noAssets, formToken: null };
  const html = renderToString(
    <FrameContext.Provider value={frame}>
      <html lang={language}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="robots" content="noindex" />
          <title>{`${title} – Cầu Nối`}</title>
          <link rel="icon" href="data:," />
          <style dangerouslySetInnerHTML={{ __html: style }} />
        </head>
        <body>
          <main>
            <h1>{title}</h1>
            {body}
          </main>
        </body>
      </html>
    </FrameContext.Provider>,
  );
  return `<!doctype html>${html}`;
}

function noAssets(name: string): never {
  throw new Error(`${name} would be asked for from elsewhere`);
}
