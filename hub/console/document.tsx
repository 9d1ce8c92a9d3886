import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Alert } from './components.tsx';
import { FrameContext, type Frame } from './context.ts';

/** A page above another. */
export interface Step {
  href: string;
  words: string;
}

/** What a handler answers with: the frame around it is ours. */
export interface Page {
  title: string;
  /** The pages above it, outermost first. */
  trail?: readonly Step[];
  body: ComponentChildren;
  /** HTTP status; default 200. */
  status?: number;
  /** Names of scripts to load besides the console's own. */
  scripts?: readonly string[];
  /** Names of style sheets besides the console's own. */
  styles?: readonly string[];
  /** Address of the manifest by which a phone keeps the page on its home screen. */
  manifest?: string;
  /** Where no script runs, the page is loaded again after so many seconds. */
  reloadAfter?: number;
  /** Sheets for paper carry no navigation. */
  bare?: boolean;
}

export interface Reader {
  fullName: string;
  /** Path of the page, to mark where one is. */
  path: string;
  /** Their first page. */
  home: string;
  /** Without a role there is only what every member has. */
  holdsRole: boolean;
  /** Said once, after something was done. */
  notice: string | null;
}

/** A whole HTML document. `reader` is null where nobody is signed in. */
export function documentOf(page: Page, frame: Frame, reader: Reader | null): string {
  const { say, asset, language } = frame;
  const html = renderToString(
    <FrameContext.Provider value={frame}>
      <html lang={language}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="robots" content="noindex" />
          <meta name="color-scheme" content="light" />
          <title>{`${page.title} – Cầu Nối`}</title>
          <link rel="icon" type="image/svg+xml" href={asset('mark.svg')} />
          {page.manifest ? <link rel="manifest" href={page.manifest} /> : null}
          {['console.css', ...(page.styles ?? [])].map((name) => (
            <link key={name} rel="stylesheet" href={asset(name)} />
          ))}
          {page.reloadAfter ? (
            <noscript>
              <meta http-equiv="refresh" content={String(page.reloadAfter)} />
            </noscript>
          ) : null}
          {['console.js', ...(page.scripts ?? [])].map((name) => (
            <script key={name} type="module" src={asset(name)} />
          ))}
        </head>
        <body class={page.bare ? 'bare' : undefined}>
          {page.bare ? null : (
            <>
              <a class="skip" href="#main">
                {say('console-skip')}
              </a>
              <header class="top">
                <a class="brand" href={reader?.home ?? '/'}>
                  <img src={asset('mark.svg')} alt="" width="32" height="32" />
                  Cầu Nối
                </a>
                {reader ? <Account reader={reader} frame={frame} /> : null}
              </header>
              {reader ? (
                <Navigation path={reader.path} say={say} to={reader.holdsRole ? places : placesOfMembers} />
              ) : null}
            </>
          )}
          <main id="main" tabindex={-1}>
            {reader?.notice ? <Alert kind="done">{reader.notice}</Alert> : null}
            {page.trail ? <Trail of={page.trail} say={say} /> : null}
            <h1>{page.title}</h1>
            {page.body}
          </main>
        </body>
      </html>
    </FrameContext.Provider>,
  );
  return `<!doctype html>${html}`;
}

interface Place {
  path: string;
  /** Of other pages that belong to it. */
  also?: string;
  word: (say: Frame['say']) => string;
}

const libraryPlace: Place = {
  path: '/console/library',
  word: (say: Frame['say']) => say('nav-library'),
};

/** For those who hold no role. */
const placesOfMembers: readonly Place[] = [
  { path: '/console/consultations/mine', word: (say) => say('nav-asked') },
  libraryPlace,
  { path: '/console/ask', word: (say) => say('nav-ask') },
];

const places: readonly Place[] = [
  { path: '/console', word: (say: Frame['say']) => say('nav-today') },
  { path: '/console/notices', word: (say: Frame['say']) => say('nav-notices') },
  { path: '/console/meetings', word: (say: Frame['say']) => say('nav-meetings') },
  {
    path: '/console/feedback',
    also: '/console/consultations',
    word: (say: Frame['say']) => say('nav-feedback'),
  },
  { ...libraryPlace, also: '/console/ask' },
  { path: '/console/people', word: (say: Frame['say']) => say('nav-people') },
  { path: '/console/audit', word: (say: Frame['say']) => say('nav-audit') },
];

function Navigation({ path, say, to }: { path: string; say: Frame['say']; to: readonly Place[] }) {
  const isIn = (top: string | undefined) => path === top || path.startsWith(`${top}/`);
  const here = to.findLast((place) => isIn(place.path) || isIn(place.also));
  return (
    <nav class="places" aria-label={say('nav-label')}>
      <ul>
        {to.map((place) => (
          <li key={place.path}>
            <a href={place.path} aria-current={place === here ? 'page' : undefined}>
              {place.word(say)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Trail({ of, say }: { of: readonly Step[]; say: Frame['say'] }) {
  return (
    <nav class="trail" aria-label={say('nav-trail')}>
      <ol>
        {of.map(({ href, words }) => (
          <li key={href}>
            <a href={href}>{words}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Account({ reader, frame: { say, formToken, language } }: { reader: Reader; frame: Frame }) {
  return (
    <details class="account">
      <summary>{reader.fullName}</summary>
      <div class="account-menu">
        {reader.holdsRole ? (
          <>
            <a href="/console/channels">{say('nav-channels')}</a>
            <a href="/console/devices">{say('nav-devices')}</a>
          </>
        ) : null}
        <form method="post" action="/console/language">
          <input type="hidden" name="formToken" value={formToken ?? ''} />
          <input type="hidden" name="back" value={reader.path} />
          <button
            name="language"
            value={language === 'vi' ? 'en' : 'vi'}
            lang={language === 'vi' ? 'en' : 'vi'}
          >
            {language === 'vi' ? 'English' : 'Tiếng Việt'}
          </button>
        </form>
        <form method="post" action="/console/sign-out">
          <input type="hidden" name="formToken" value={formToken ?? ''} />
          <button>{say('nav-sign-out')}</button>
        </form>
      </div>
    </details>
  );
}
