import type { FastifyReply, FastifyRequest } from 'fastify';
import { Alert, documentOf, LinkButton, type Assets, type Page } from '../../hub/console/index.ts';
import { languages, type Language, type Locales, type Say } from '../../hub/platform/locales.ts';
import { preferredLanguage } from '../../hub/platform/problems.ts';

/** Behind one link in a minute: a whole office may come from one address. */
export const rateLimit = {
  max: 30,
  timeWindow: 60_000,
  allowList: [],
  keyGenerator: ({ ip, url }: FastifyRequest) => `${ip} ${url}`,
};

/** A token as it stands in an address. */
export type WithToken = { Params: { token: string } };

export interface Look {
  language: Language;
  say: Say;
}

/** Shows pages to whoever followed a link out of a letter. */
export function showing({ assets, locales }: { assets: Assets; locales: Locales }) {
  return {
    /** As the member reads; before it is known who that is, as the browser asks. */
    look(
      request: FastifyRequest,
      language: string = preferredLanguage(request.headers['accept-language']),
    ): Look {
      const known = languages.find((name) => name === language) ?? 'vi';
      return { language: known, say: locales(known) };
    },

    async show(reply: FastifyReply, page: Page, { language, say }: Look): Promise<FastifyReply> {
      const frame = { language, say, asset: (name: string) => assets.url(name), formToken: null };
      return await reply
        .code(page.status ?? 200)
        .type('text/html; charset=utf-8')
        .send(documentOf(page, frame, null));
    },
  };
}

/** A link that is too old, cut off or of somebody else's making: in kind words, and where to go from here. */
export function overPage(say: Say, words: string): Page {
  return {
    title: say('email-over-title'),
    status: 410,
    body: (
      <>
        <Alert kind="note">{words}</Alert>
        <ToChat say={say} />
      </>
    ),
  };
}

/** Everything else is done in a conversation. */
export function ToChat({ say }: { say: Say }) {
  return (
    <div class="buttons">
      <LinkButton href="/chat">{say('email-to-chat')}</LinkButton>
    </div>
  );
}
