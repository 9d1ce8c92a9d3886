import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Assets } from '../../hub/console/index.ts';
import type { Language, Say } from '../../hub/platform/locales.ts';

/** Everything of ours that a page refers to. */
export interface Look {
  say: Say;
  language: Language;
  assets: Assets;
}

/** A whole HTML document. Pages of the chat carry nothing of the console, so that they stay light. */
export function chatDocument(
  {
    title,
    body,
    live = false,
    scripts = [],
  }: { title: string; body: ComponentChildren; live?: boolean; scripts?: readonly string[] },
  { say, language, assets }: Look,
): string {
  const html = renderToString(
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta
          name="viewport"
          content="width=device-width, initial-scale=1, interactive-widget=resizes-content"
        />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light" />
        <meta name="theme-color" content="#8f1d1d" />
        <meta name="apple-mobile-web-app-title" content={say('webchat-app-name')} />
        <title>{title}</title>
        <link rel="manifest" href="/chat/manifest.webmanifest" />
        <link rel="icon" type="image/svg+xml" href={assets.url('mark.svg')} />
        <link rel="apple-touch-icon" href={assets.url('chat-icon-192.png')} />
        <link rel="stylesheet" href={assets.url('chat.css')} />
        {scripts.map((name) => (
          <script key={name} defer src={assets.url(name)} />
        ))}
      </head>
      <body class={live ? 'live' : undefined}>{body}</body>
    </html>,
  );
  return `<!doctype html>${html}`;
}

/** A page beside the conversation: one thing to read and one to do. */
export function Sheet({
  title,
  back,
  look: { say, assets },
  children,
}: {
  title: string;
  /** Is there a conversation to go back to? */
  back?: boolean;
  look: Look;
  children: ComponentChildren;
}) {
  return (
    <>
      <header class="top">
        <img src={assets.url('mark.svg')} alt="" width="36" height="36" />
        <span class="top-name">Cầu Nối</span>
        {back ? (
          <a class="top-link" href="/chat">
            {say('webchat-back')}
          </a>
        ) : null}
      </header>
      <main class="sheet">
        <h1>{title}</h1>
        {children}
      </main>
    </>
  );
}

/** What a phone keeps when the page is put on its home screen. */
export function manifest({ say, language, assets }: Look) {
  const icon = (name: string, sizes: string, purpose: string) => ({
    src: assets.url(name),
    sizes,
    type: 'image/png',
    purpose,
  });
  return {
    id: '/chat',
    name: say('webchat-app-name'),
    short_name: 'Cầu Nối',
    description: say('webchat-app-description'),
    lang: language,
    start_url: '/chat',
    scope: '/chat',
    display: 'standalone',
    orientation: 'portrait',
    background_color: '#f8f5ee',
    theme_color: '#8f1d1d',
    icons: [
      icon('chat-icon-192.png', '192x192', 'any'),
      icon('chat-icon-512.png', '512x512', 'any'),
      icon('chat-icon-maskable-512.png', '512x512', 'maskable'),
    ],
  };
}
