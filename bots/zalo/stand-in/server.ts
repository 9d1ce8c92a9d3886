import { fastify, type FastifyInstance } from 'fastify';
import type { OAuth } from './oauth-routes.ts';
import { hostRoutes } from './hosts.ts';
import { phoneRoutes, type Phones } from './phone-routes.ts';
import type { SentFiles } from './sent-files.ts';

type Deps = Parameters<typeof hostRoutes>[1] & {
  oauth: OAuth;
  phones: Phones;
  files: SentFiles;
  port: number;
};

/** Zalo's three hosts on one port, each under a path of its own. */
export type Roots = { url: string; apiRoot: string; businessRoot: string; oauthRoot: string };

const bodyLimitBytes = 8 * 1_048_576;

/** The HTTP side of the stand-in; it can be closed and opened again, like an outage. */
export function standInServer(deps: Deps) {
  let { port } = deps;
  let server: FastifyInstance | undefined;

  async function listen(): Promise<Roots> {
    server = fastify({ forceCloseConnections: true, bodyLimit: bodyLimitBytes });
    server.removeAllContentTypeParsers();
    server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    hostRoutes(server, deps);
    deps.oauth.routes(server);
    phoneRoutes(server, deps.phones);
    deps.files.routes(server);
    const url = await server.listen({ host: '127.0.0.1', port });
    port = Number(new URL(url).port);
    deps.files.servedAt(url);
    return { url, apiRoot: `${url}/openapi`, businessRoot: `${url}/business`, oauthRoot: `${url}/oauth` };
  }

  async function close(): Promise<void> {
    await server?.close();
    server = undefined;
  }

  return { listen, close };
}
