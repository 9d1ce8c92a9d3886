import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ControlSurface } from './control.ts';

type ChatRequest = FastifyRequest<{ Params: { id: string } }>;

/** The control surface as JSON, for tests and scripts in other processes. */
export function scriptRoutes(app: FastifyInstance, control: ControlSurface): void {
  app.get('/stand-in/chats', async () => control.chats());

  app.get('/stand-in/stats', async (request) => {
    const { perChat } = request.query as { perChat?: string };
    const stats = control.stats();
    if (perChat === undefined || perChat === 'false') return stats;
    return { ...stats, perChat: control.deliveredPerChat() };
  });

  app.get('/stand-in/chats/:id/messages', async (request: ChatRequest) => personIn(request).screen);

  app.post('/stand-in/chats/:id/start', async (request: ChatRequest, reply) =>
    attempt(reply, () => {
      const { payload, name } = bodyOf(request);
      const person = control.user(chatId(request), name ? { first_name: name } : undefined);
      return { messageId: person.start(payload || undefined) };
    }),
  );

  app.post('/stand-in/chats/:id/say', async (request: ChatRequest, reply) =>
    attempt(reply, () => ({ messageId: personIn(request).say(bodyOf(request).text ?? '') })),
  );

  app.post('/stand-in/chats/:id/press', async (request: ChatRequest, reply) =>
    attempt(reply, () => {
      const { button = '', messageId } = bodyOf(request);
      const person = personIn(request);
      const newest = person.inbox.findLast(({ buttons }) => buttons.some(matches(button)));
      return { queryId: person.press(messageId ? Number(messageId) : (newest?.id ?? 0), button) };
    }),
  );

  function personIn(request: ChatRequest) {
    return control.user(chatId(request));
  }
}

/** The body of a script's JSON or a page's form. */
export function bodyOf(request: FastifyRequest): Record<string, string | undefined> {
  const body = request.body as Buffer | undefined;
  if (!body || body.length === 0) return {};
  const content = body.toString();
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded');
  return isForm ? Object.fromEntries(new URLSearchParams(content)) : JSON.parse(content);
}

function chatId(request: ChatRequest): number {
  return Number(request.params.id);
}

function matches(button: string) {
  return ({ text, data }: { text: string; data?: string }) => text === button || data === button;
}

function attempt(reply: FastifyReply, action: () => object): object {
  try {
    return action();
  } catch (error) {
    return reply.code(409).send({ error: error instanceof Error ? error.message : String(error) });
  }
}
