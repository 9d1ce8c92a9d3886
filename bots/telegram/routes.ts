import { z } from 'zod';
import { DomainError } from '../../hub/platform/errors.ts';
import type { App } from '../../hub/platform/http.ts';
import type { TelegramBot } from './bot.ts';

/** Where Telegram posts updates. It is answered once they are stored: what was not comes again. */
export async function telegramWebhook(app: App, bot: Pick<TelegramBot, 'takeWebhook'>): Promise<void> {
  const schema = {
    headers: z.looseObject({ 'x-telegram-bot-api-secret-token': z.string().optional() }),
    body: z.looseObject({}),
  };
  app.post('/webhooks/telegram', { schema }, async (request) => {
    const secret = request.headers['x-telegram-bot-api-secret-token'];
    if (!(await bot.takeWebhook(request.body, secret)))
      throw new DomainError('webhook.refused', { status: 401 });
    return {};
  });
}
