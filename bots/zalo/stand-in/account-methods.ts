import { pay, type Account } from './account.ts';
import type { Call, Done, Methods } from './call.ts';
import type { Events } from './events.ts';
import { contentOf, objectOf } from './message-content.ts';
import type { People, PersonRecord } from './people.ts';
import { invalid, Refusal } from './refusal.ts';
import type { ScreenMessage } from './screen.ts';
import type { Templates } from './templates.ts';
import type { Uploads } from './uploads.ts';
import type { Webhook } from './webhook.ts';

const freeMs = 48 * 3_600_000;
const paidMs = 7 * 86_400_000;
/** What an ordinary message costs after 48 hours, in đồng. */
const messageCost = 55;

type Deps = {
  clock: () => Date;
  account: Account;
  people: People;
  templates: Templates;
  uploads: Uploads;
  events: Events;
  webhook: Webhook;
};

/** Messages to single persons, what is known of them, and the account itself. */
export function accountMethods({
  clock,
  account,
  people,
  templates,
  uploads,
  events,
  webhook,
}: Deps): Methods {
  /** @throws {Refusal} the person takes nothing */
  function reachable(id: unknown): PersonRecord {
    const person = people.known(id);
    if (person.blocked) throw new Refusal(-217, 'User has blocked invitations of the Official Account');
    if (person.inactive) throw new Refusal(-227, 'User is banned or has been inactive for 45 days');
    return person;
  }

  function consultation({ parameters }: Call): Done {
    const person = reachable(objectOf(parameters['recipient'], 'recipient')['user_id']);
    const content = contentOf(parameters['message'], { uploads, buttons: account.takesButtons });
    const { quota, cost } = charge(person);
    const { kind, ...shown } = content;
    const message = person.screen.show({ ...shown, from: account.id, fromAccount: true, at: clock() });
    webhook.tell(person.id, events.echo(person, message, kind));
    return { data: receipt(message, person, quota), sent: { to: person.id, text: content.text, cost } };
  }

  /** What a message to this person is charged to, now. @throws {Refusal} outside the window, or nobody pays */
  function charge(person: PersonRecord): { quota: object | null; cost: number } {
    if (!person.interactedAt) return { quota: { quota_type: 'welcome_msg' }, cost: 0 };
    const silentMs = clock().getTime() - person.interactedAt.getTime();
    if (silentMs <= freeMs) return { quota: { quota_type: 'reply' }, cost: 0 };
    if (silentMs > paidMs) throw new Refusal(-230, 'User has not interacted with the OA in the past 7 days');
    if (account.planMessages > 0) {
      account.planMessages -= 1;
      return { quota: { quota_type: 'sub_quota' }, cost: 0 };
    }
    pay(account, messageCost);
    return { quota: null, cost: messageCost };
  }

  function receipt({ id }: ScreenMessage, person: PersonRecord, quota: object | null) {
    return {
      message_id: id,
      user_id: person.id,
      sent_time: String(clock().getTime()),
      ...(quota && { quota }),
    };
  }

  function template({ parameters }: Call): Done {
    const person = reachable(parameters['user_id']);
    if (person.refusesTemplates) throw new Refusal(-244, 'User has restricted this type of message');
    const definition = templates.find(parameters['template_id']);
    if (!definition || (definition.status ?? 'ENABLE') !== 'ENABLE') throw invalid('template_id');
    if (definition.userCost === null) throw new Refusal(-249, 'Template cannot be sent by user id');
    templates.requireHour(definition);
    const codes = { missing: -201, tooLong: -210 };
    const { text, data } = templates.fill(definition, parameters['template_data'], codes);
    pay(account, definition.userCost);
    const message = person.screen.show({
      from: account.id,
      fromAccount: true,
      at: clock(),
      text,
      template: { id: definition.id, data },
    });
    const sent = { to: person.id, text, cost: definition.userCost };
    return { data: receipt(message, person, null), sent };
  }

  function detail({ parameters }: Call): Done {
    const { id, idByApp, name, follows, interactedAt, shared } = people.known(parameters['user_id']);
    const data = {
      user_id: id,
      user_id_by_app: idByApp,
      display_name: name,
      user_alias: '',
      is_sensitive: false,
      user_is_follower: follows,
      user_last_interaction_date: interactedAt ? inVietnam(interactedAt) : '',
      avatar: '',
      tags_and_notes_info: { notes: [], tag_names: [] },
      ...(shared && { shared_info: shared }),
    };
    return { data };
  }

  function list({ parameters }: Call): Done {
    const { offset = 0, count = 50, is_follower: follower } = parameters;
    if (typeof offset !== 'number' || offset < 0 || offset > 9951) throw invalid('offset');
    if (typeof count !== 'number' || count < 1 || count > 50) throw invalid('count');
    const met = [...people.all()].filter((person) => person.follows || person.interactedAt);
    const wanted =
      follower === undefined ? met : met.filter(({ follows }) => follows === (follower === 'true'));
    const users = wanted.slice(offset, offset + count).map(({ id }) => ({ user_id: id }));
    return { data: { total: wanted.length, count: users.length, offset, users } };
  }

  function quota({ parameters }: Call): Done {
    const { interactedAt } = people.known(parameters['user_id']);
    return { data: { last_interaction: String(interactedAt?.getTime() ?? 0), quota_type: 'reply' } };
  }

  function getOa(): Done {
    const data = {
      oa_id: account.id,
      name: account.name,
      description: '',
      oa_type: 4,
      is_verified: account.verified,
      num_follower: [...people.all()].filter(({ follows }) => follows).length,
      package_name: account.plan,
      package_valid_through_date: '31/12/2027',
      linked_ZCA: account.cloudAccount ? '5000000000000000001' : '',
    };
    return { data };
  }

  return {
    'POST /v3.0/oa/message/cs': consultation,
    'POST /v3.0/oa/message/template': template,
    'GET /v3.0/oa/user/detail': detail,
    'GET /v3.0/oa/user/getlist': list,
    'POST /v3.0/oa/quota/message': quota,
    'GET /v2.0/oa/getoa': getOa,
    'POST /v2.0/oa/upload/file': async ({ form }) => ({ data: { token: await uploads.keep('file', form) } }),
    'POST /v2.0/oa/upload/image': async ({ form }) => ({
      data: { attachment_id: await uploads.keep('image', form) },
    }),
    'POST /v2.0/oa/upload/gif': async ({ form }) => ({
      data: { attachment_id: await uploads.keep('gif', form) },
    }),
  };
}

/** `DD/MM/YYYY`, by the day in Vietnam. */
function inVietnam(instant: Date): string {
  const [year, month, day] = new Date(instant.getTime() + 7 * 3_600_000)
    .toISOString()
    .slice(0, 10)
    .split('-');
  return `${day}/${month}/${year}`;
}
