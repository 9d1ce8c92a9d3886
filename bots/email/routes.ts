import type { FastifyRequest } from 'fastify';
import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Assets } from '../../hub/console/index.ts';
import type { Notices } from '../../hub/notices/index.ts';
import type { People } from '../../hub/people/index.ts';
import { DomainError } from '../../hub/platform/errors.ts';
import type { App } from '../../hub/platform/http.ts';
import type { Locales } from '../../hub/platform/locales.ts';
import type { Secret } from '../../hub/platform/secret.ts';
import { acknowledgingPages } from './acknowledging.tsx';
import { joiningPages } from './joining.tsx';
import type { Returns } from './returns.ts';
import { stoppingPages } from './stopping.tsx';
import type { MailTokens } from './tokens.ts';

export interface PageParts {
  tokens: MailTokens;
  people: Pick<People, 'chats' | 'mailbox' | 'member'>;
  notices: Pick<Notices, 'acknowledge' | 'askedOf' | 'deliverMissed'>;
  locales: Locales;
  assets: Assets;
}

/** The pages behind the links of letters. Whoever has the letter has the link: nobody signs in. */
export function emailPages(app: App, parts: PageParts): void {
  app.addHook('onRequest', async ({ url }, reply) => {
    if (url.startsWith('/email/')) void reply.header('cache-control', 'no-store');
  });
  acknowledgingPages(app, parts);
  stoppingPages(app, parts);
  joiningPages(app, parts);
}

/** A report with the letter in it, which is read as far as its head. */
const longestLetter = 30_000_000;

const Event = z
  .object({
    token: z.string().max(1_000).optional(),
    recipient: z.string().max(1_000).optional(),
    event: z.string().max(100),
    status: z.string().max(100).optional(),
  })
  .transform(({ token, recipient, ...event }) => ({ ...event, token: token ?? recipient ?? '' }));

/** Where letters that came back are posted: as they are, or what a provider says of them. */
export function returnsWebhook(app: App, { returns, secret }: { returns: Returns; secret: Secret }): void {
  app.post(
    '/webhooks/email',
    { config: { alsoTakes: { 'message/rfc822': z.string() } }, bodyLimit: longestLetter },
    async (request) => {
      if (!isFrom(request, secret)) throw new DomainError('webhook.refused', { status: 401 });
      if (Buffer.isBuffer(request.body)) return { taken: await returns.takeLetter(request.body) };
      const event = Event.safeParse(request.body);
      if (!event.success) throw new DomainError('request.invalid');
      return { taken: await returns.takeEvent(event.data) };
    },
  );
}

function isFrom({ headers }: FastifyRequest, secret: Secret): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${secret.reveal()}`));
}
