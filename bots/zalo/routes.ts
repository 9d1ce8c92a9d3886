import type { FastifyReply } from 'fastify';
import type { App } from '../../hub/platform/http.ts';
import type { ZaloOfficialAccount } from './official-account.ts';

/**
 * Where Zalo posts events. The answer is always 200: the console stores an address only where its unsigned check gets
 * one, and nothing else would be tried again.
 */
export async function zaloWebhook(
  app: App,
  account: Pick<ZaloOfficialAccount, 'takeWebhook'>,
): Promise<void> {
  await app.register(async (scope) => {
    // The signature is over the bytes as they came.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    scope.setErrorHandler(async (_error, _request, reply: FastifyReply) => await reply.code(200).send({}));
    scope.post('/webhooks/zalo', async ({ headers, body }) => {
      await account.takeWebhook({
        body: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
        signature: one(headers['x-zevent-signature']),
        timestamp: one(headers['x-zevent-timestamp']),
      });
      return {};
    });
  });
}

function one(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : header?.[0];
}
