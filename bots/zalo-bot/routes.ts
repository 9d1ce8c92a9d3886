import { z } from 'zod';
import { DomainError } from '../../hub/platform/errors.ts';
import type { App } from '../../hub/platform/http.ts';
import type { ZaloBot } from './bot.ts';

/** Where the Bot Platform posts updates. It is answered once they are stored. */
export async function zaloBotWebhook(app: App, bot: Pick<ZaloBot, 'takeWebhook'>): Promise<void> {
  const schema = {
    headers: z.looseObject({ 'x-bot-api-secret-token': z.string().optional() }),
    body: z.looseObject({}),
  };
  app.post('/webhooks/zalo-bot', { schema }, async (request) => {
    const secret = request.headers['x-bot-api-secret-token'];
    if (!(await bot.takeWebhook(request.body, secret)))
      throw new DomainError('webhook.refused', { status: 401 });
    return {};
  });
}
