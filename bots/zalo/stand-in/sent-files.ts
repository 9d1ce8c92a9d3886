import type { FastifyInstance } from 'fastify';

/** What a person sends: Zalo keeps it under an address of its own, and tells only that. */
export type SentKind = 'file' | 'image' | 'audio';

export type SentFiles = ReturnType<typeof sentFiles>;

/** Files that people sent, each at an address that anybody may open for as long as it is there. */
export function sentFiles() {
  const byId = new Map<string, Buffer>();
  let root = 'https://files.example.invalid';

  return {
    /** From now on they are found below there. */
    servedAt: (url: string) => void (root = url),
    keep: (id: string, bytes: Uint8Array) => void byId.set(id, Buffer.from(bytes)),
    /** Zalo keeps them no more. */
    forget: () => byId.clear(),
    urlOf: (id: string) => `${root}/sent/${id}`,

    routes(server: FastifyInstance): void {
      server.get('/sent/:id', async (request, reply) => {
        const bytes = byId.get((request.params as { id: string }).id);
        if (!bytes) return await reply.code(404).send();
        return await reply.type('application/octet-stream').send(bytes);
      });
    },
  };
}
