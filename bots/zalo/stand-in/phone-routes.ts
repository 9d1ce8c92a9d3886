import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GroupRecord, Groups } from './groups.ts';
import type { People, PersonRecord } from './people.ts';
import type { Person } from './person.ts';
import { groupPage, phone, phoneList } from './phone-pages.ts';

export type Phones = {
  people: People;
  groups: Groups;
  clock: () => Date;
  /** What this person can do. */
  as: (record: PersonRecord) => Person;
  /** The stand-in's clock goes on by so much at once. */
  advance: (ms: number) => void;
};

type PhoneRequest = FastifyRequest<{ Params: { id: string; group?: string } }>;
type Form = Record<string, string | undefined>;

const dayMs = 86_400_000;

/** Pages on which one plays the members' telephones. Plain forms; every action leads back to the page. */
export function phoneRoutes(server: FastifyInstance, { people, groups, clock, as, advance }: Phones): void {
  /** How many messages of the account each person has looked at. */
  const looked = new Map<string, number>();
  const ofAccount = ({ screen }: PersonRecord) => screen.messages.filter(({ fromAccount }) => fromAccount);
  const unread = (record: PersonRecord) => ofAccount(record).slice(looked.get(record.id) ?? 0);

  const list = (reply: FastifyReply, problem = '') => {
    const entries = [...people.all()].map((record) => ({ record, unread: unread(record).length }));
    return html(reply, phoneList(entries, { now: clock(), problem }));
  };

  server.get('/', async (_request, reply) => list(reply));

  server.post('/time', async (request, reply) => {
    const days = Number(formOf(request)['days']);
    if (days > 0 && days <= 31) advance(days * dayMs);
    return reply.redirect('/', 303);
  });

  server.post('/phone', async (request, reply) => {
    const { name = '', phone: number = '' } = formOf(request);
    if (name.trim() === '') return list(reply.code(400), 'Phải có họ tên.');
    const profile = { name: name.trim(), ...(number.trim() && { phone: number.trim() }) };
    const record = people.person([...people.all()].length + 1, profile);
    return reply.redirect(`/phone/${record.id}`, 303);
  });

  server.get('/phone/:id', async (request: PhoneRequest, reply) => {
    const record = people.find(request.params.id);
    if (!record) return list(reply.code(404), 'Không có điện thoại này.');
    // Whoever opens the chat has it on the screen, and Zalo tells.
    for (const message of unread(record)) {
      as(record).receive(message);
      as(record).read(message);
    }
    looked.set(record.id, ofAccount(record).length);
    return html(reply, phone(record, { groups: groupsOf(record), still: isStill(request) }));
  });

  server.get('/phone/:id/groups/:group', async (request: PhoneRequest, reply) => {
    const record = people.find(request.params.id);
    const group = record && groupsOf(record).find(({ id }) => id === request.params.group);
    if (!group) return list(reply.code(404), 'Không có nhóm này.');
    const nameOf = (id: string) => people.find(id)?.name ?? 'Tài khoản Zalo';
    return html(reply, groupPage(group, record, { nameOf, still: isStill(request) }));
  });

  server.post('/phone/:id/groups/:group/say', async (request: PhoneRequest, reply) => {
    const record = people.find(request.params.id);
    const group = record && groupsOf(record).find(({ id }) => id === request.params.group);
    const text = formOf(request)['text']?.trim();
    if (group && text) as(record).sayIn({ id: group.id, record: group }, text);
    return reply.redirect(`/phone/${request.params.id}/groups/${request.params.group}`, 303);
  });

  action('say', (person, { text = '' }) => {
    if (text.trim() !== '') person.say(text.trim().replaceAll('\r\n', '\n'));
  });
  action('tap', (person, { message: id, button = '' }) => {
    const message = person.screen.find((each) => each.id === id);
    if (message) person.tap(message, button);
  });
  action('follow', (person) => person.follow());
  action('unfollow', (person) => person.unfollow());
  action('share', (person) => person.shareInfo());
  action('withdraw', (person) => person.withdraw());
  action('refuse-templates', (person) => void (person.refusesTemplates = true));
  action('accept-templates', (person) => void (person.refusesTemplates = false));

  function action(name: string, act: (person: Person, form: Form) => void): void {
    server.post(`/phone/:id/${name}`, async (request: PhoneRequest, reply) => {
      const record = people.find(request.params.id);
      if (!record) return list(reply.code(404), 'Không có điện thoại này.');
      const form = formOf(request);
      act(as(record), form);
      return reply.redirect(`/phone/${record.id}${form['still'] ? '?still' : ''}`, 303);
    });
  }

  function groupsOf({ id }: PersonRecord): GroupRecord[] {
    return groups.all().filter(({ members }) => members.has(id));
  }
}

function isStill({ query }: FastifyRequest): boolean {
  return 'still' in (query as object);
}

function formOf({ body }: FastifyRequest): Form {
  return Object.fromEntries(new URLSearchParams((body as Buffer | undefined)?.toString() ?? ''));
}

function html(reply: FastifyReply, page: string): FastifyReply {
  return reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(page);
}
