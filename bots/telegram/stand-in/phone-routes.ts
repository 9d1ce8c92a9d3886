import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { phone, phoneList } from './phone-pages.ts';
import { bodyOf } from './script-routes.ts';
import type { ControlSurface } from './control.ts';

type PhoneRequest = FastifyRequest<{ Params: { id: string; fileId?: string } }>;

/** Pages on which a person plays the members' phones. Plain forms; every action leads back to the page. */
export function phoneRoutes(app: FastifyInstance, control: ControlSurface): void {
  app.get('/', async (_request, reply) => html(reply, phoneList(control.chats())));

  app.post('/phone', async (request, reply) => {
    const { chatId = '', name = '', code } = bodyOf(request);
    if (!/^[1-9]\d{0,14}$/.test(chatId)) return problem(reply, 'Số chat phải là một số nguyên dương.');
    const person = control.user(Number(chatId), name.trim() ? { first_name: name.trim() } : undefined);
    try {
      person.start(code?.trim() || undefined);
    } catch {
      return problem(reply, 'Mã mời chỉ gồm chữ không dấu, số, gạch nối, gạch dưới, dài nhất 64 ký tự.');
    }
    return reply.redirect(`/phone/${chatId}`, 303);
  });

  app.get('/phone/:id', async (request: PhoneRequest, reply) => {
    const person = personIn(request);
    if (!person) return problem(reply, 'Không có điện thoại này.', 404);
    control.read(person.id);
    const { id, name, blocked, keys, screen } = person;
    const still = 'still' in (request.query as object);
    const toast = control.freshToast(person);
    const view = { id, name, blocked, keys, messages: screen, toast, still, commands: control.commands() };
    return html(reply, phone(view));
  });

  action('say', (person, { text = '' }) => {
    if (text.trim() !== '') person.say(text.trim().replaceAll('\r\n', '\n'));
  });
  action('press', (person, { messageId, button = '' }) => void person.press(Number(messageId), button));
  action('block', (person) => person.block());
  action('unblock', (person) => person.unblock());

  app.get('/phone/:id/file/:fileId', async (request: PhoneRequest, reply) => {
    const file = control.file(request.params.fileId ?? '');
    if (!file) return problem(reply, 'Không có tệp này.', 404);
    const name = encodeURIComponent(file.document.file_name ?? 'tep');
    reply.header('content-disposition', `attachment; filename*=UTF-8''${name}`);
    return reply.type('application/octet-stream').send(file.bytes);
  });

  function action(
    name: string,
    act: (person: ReturnType<ControlSurface['user']>, form: Record<string, string | undefined>) => void,
  ): void {
    app.post(`/phone/:id/${name}`, async (request: PhoneRequest, reply) => {
      const person = personIn(request);
      if (!person) return problem(reply, 'Không có điện thoại này.', 404);
      const form = bodyOf(request);
      try {
        act(person, form);
      } catch {
        // The button was edited away, or the bot blocked, after the page was drawn: show the page as it is now.
      }
      return reply.redirect(`/phone/${person.id}${form.still ? '?still' : ''}`, 303);
    });
  }

  function personIn({ params }: PhoneRequest) {
    return control.known(Number(params.id)) ? control.user(Number(params.id)) : undefined;
  }

  function problem(reply: FastifyReply, words: string, status = 400): FastifyReply {
    return html(reply.code(status), phoneList(control.chats(), words));
  }
}

function html(reply: FastifyReply, page: string): FastifyReply {
  return reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(page);
}
