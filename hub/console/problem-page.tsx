import type { Language, Locales } from '../platform/locales.ts';
import type { Assets } from './assets.ts';
import { Alert, LinkButton } from './components.tsx';
import { documentOf } from './document.tsx';

/** A refusal as a person reads it in a browser: what was wrong, and where to go from here. */
export function problemPage({ assets, locales }: { assets: Assets; locales: Locales }) {
  return ({
    language,
    status,
    title,
    detail,
    path,
  }: {
    language: Language;
    status: number;
    title: string;
    detail: string;
    path: string;
  }): string => {
    const say = locales(language);
    const body = (
      <>
        <Alert kind="problem">{detail}</Alert>
        <div class="buttons">
          {path.startsWith('/chat') ? (
            <LinkButton href="/chat" kind="primary">
              {say('problem-chat')}
            </LinkButton>
          ) : status === 401 || status === 410 ? (
            <LinkButton href="/signin" kind="primary">
              {say('problem-sign-in')}
            </LinkButton>
          ) : (
            <LinkButton href="/console" kind="primary">
              {say('problem-home')}
            </LinkButton>
          )}
        </div>
        <p class="hint">{say('problem-back')}</p>
      </>
    );
    const frame = { language, say, asset: (name: string) => assets.url(name), formToken: null };
    return documentOf({ title, body, status }, frame, null);
  };
}
