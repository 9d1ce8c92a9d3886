import { createServer } from 'node:http';
import { StartupError } from './errors.ts';
import type { Metrics } from './metrics.ts';

export interface HealthListener {
  close(): Promise<void>;
}

/**
 * `/live`, `/ready` and `/metrics` of a process that serves nothing else, without a web framework.
 *
 * @param ready false or an error: this process cannot work now
 * @throws {StartupError} when the address is taken or not allowed
 */
export async function listenForHealth(
  { host, port }: { host: string; port: number },
  { ready, metrics }: { ready: () => Promise<boolean>; metrics: Pick<Metrics, 'registry'> },
): Promise<HealthListener> {
  const answers: Record<string, () => Promise<{ status: number; type: string; body: string }>> = {
    '/live': async () => json(200, { live: true }),
    '/ready': async () => {
      const well = await ready().catch(() => false);
      return json(well ? 200 : 503, { ready: well });
    },
    '/metrics': async () => {
      const { registry } = metrics;
      return { status: 200, type: registry.contentType, body: await registry.metrics() };
    },
  };
  const server = createServer((request, response) => {
    const answer = request.method === 'GET' ? answers[request.url ?? ''] : undefined;
    void (answer?.() ?? Promise.resolve(json(404, { error: 'not-found' })))
      .catch(() => json(500, { error: 'failed' }))
      .then(({ status, type, body }) => response.writeHead(status, { 'content-type': type }).end(body));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', ({ code }: NodeJS.ErrnoException) => {
      reject(
        new StartupError(`Cannot listen on ${host}:${port} (${code}). Choose another METRICS_PORT or HOST.`),
      );
    });
    server.listen(port, host, resolve);
  });
  return {
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function json(status: number, body: object) {
  return { status, type: 'application/json', body: JSON.stringify(body) };
}
