import { fastify, type FastifyError, type FastifyInstance } from 'fastify';
import { botApiRoutes } from './bot-api.ts';
import { uploadLimitBytes } from './files.ts';
import { phoneRoutes } from './phone-routes.ts';
import { scriptRoutes } from './script-routes.ts';
import type { ControlSurface } from './control.ts';
import type { UpdateQueue } from './updates.ts';
import type { WebhookCourier } from './webhook.ts';

type BotApiDeps = Omit<Parameters<typeof botApiRoutes>[1], 'latencyMs'>;
type Deps = BotApiDeps & {
  port: number;
  control: ControlSurface;
  latency: { ms: number };
  updates: UpdateQueue;
  webhook: WebhookCourier;
};

/** Room for the form around the largest file. */
const bodyLimitBytes = uploadLimitBytes + 1024 * 1024;

/** The HTTP side of the stand-in; it can be closed and opened again, like an outage. */
export function standInServer(deps: Deps) {
  let { port } = deps;
  let app: FastifyInstance | undefined;

  /** @returns the address for `apiRoot`, without a slash at the end */
  async function listen(): Promise<{ url: string }> {
    app = await build();
    const url = await app.listen({ host: '127.0.0.1', port });
    port = Number(new URL(url).port);
    deps.webhook.resume();
    return { url };
  }

  async function build(): Promise<FastifyInstance> {
    const fresh = fastify({
      forceCloseConnections: true,
      bodyLimit: bodyLimitBytes,
      routerOptions: { maxParamLength: 500 },
    });
    fresh.removeAllContentTypeParsers();
    fresh.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    fresh.setNotFoundHandler((_request, reply) =>
      reply.code(404).send({ ok: false, error_code: 404, description: 'Not Found' }),
    );
    fresh.setErrorHandler((error: FastifyError, _request, reply) => {
      const status = error.statusCode ?? 500;
      const description = status === 413 ? 'Request Entity Too Large' : `Bad Request: ${error.message}`;
      return reply.code(status).send({ ok: false, error_code: status, description });
    });
    botApiRoutes(fresh, { ...deps, latencyMs: () => deps.latency.ms });
    scriptRoutes(fresh, deps.control);
    phoneRoutes(fresh, deps.control);
    return fresh;
  }

  async function close(): Promise<void> {
    deps.updates.interrupt('terminated by other getUpdates request');
    deps.webhook.pause();
    await app?.close();
    app = undefined;
  }

  return { listen, close };
}
