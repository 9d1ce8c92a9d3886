import type { FastifyInstance } from 'fastify';
import { telegramWebhook } from '../bots/telegram/routes.ts';
import type { Hub } from './compose.ts';
import { noticeRoutes } from './notices/routes.ts';
import { joinPage } from './people/join-page.ts';
import { peopleRoutes } from './people/routes.ts';
import { openHttp } from './platform/http.ts';

/** Everything this hub answers over HTTP, without listening yet. */
export async function openWeb(hub: Hub): Promise<FastifyInstance> {
  const { log, metrics, locales, people, notices, linksFor, telegram, database, clock } = hub;
  const app = await openHttp({
    log,
    metrics,
    locales,
    publicUrl: hub.config.PUBLIC_URL,
    identify: (token) => people.memberOfToken(token),
    ready: async () => (await database.query('select 1')).length === 1,
  });
  await noticeRoutes(app, { notices, people });
  await peopleRoutes(app, { people, linksFor, database, clock });
  await joinPage(app, { linksFor });
  if (telegram) await telegramWebhook(app, telegram);
  return app;
}
