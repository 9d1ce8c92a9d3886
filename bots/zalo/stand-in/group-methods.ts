import type { Account } from './account.ts';
import type { Call, Done, Methods } from './call.ts';
import type { Events } from './events.ts';
import type { Groups } from './groups.ts';
import { contentOf, objectOf } from './message-content.ts';
import type { People } from './people.ts';
import { invalid, Refusal } from './refusal.ts';
import type { Uploads } from './uploads.ts';
import type { Webhook } from './webhook.ts';

type Deps = {
  clock: () => Date;
  account: Account;
  people: People;
  groups: Groups;
  uploads: Uploads;
  events: Events;
  webhook: Webhook;
};

/** Groups that belong to the account: no window, no buttons, no templates. */
export function groupMethods({ clock, account, people, groups, uploads, events, webhook }: Deps): Methods {
  function message({ parameters }: Call): Done {
    const group = groups.reachable(objectOf(parameters['recipient'], 'recipient')['group_id']);
    const { kind, ...content } = contentOf(parameters['message'], { uploads, buttons: false });
    const shown = group.screen.show({ ...content, from: account.id, fromAccount: true, at: clock() });
    webhook.tell(group.id, events.echoInGroup(group, shown, kind));
    const data = { message_id: shown.id, group_id: group.id, sent_time: String(clock().getTime()) };
    return { data, sent: { to: group.id, text: content.text, cost: 0 } };
  }

  function create({ parameters }: Call): Done {
    const { group_name: name, member_uids: members, asset_id: asset } = parameters;
    if (typeof name !== 'string' || name === '') throw invalid('group_name');
    if (typeof asset !== 'string') throw new Refusal(-238, 'Asset is invalid or already used');
    if (!Array.isArray(members) || members.length < 1 || members.length > 99) throw invalid('member_uids');
    const invited = members.map((id) => people.known(id).id);
    const group = groups.create(name, invited);
    webhook.tell(group.id, events.ofGroup('create_group', group, invited));
    return { data: groups.info(group) };
  }

  function list({ parameters }: Call): Done {
    const { offset = 0, count = 50 } = parameters as { offset?: number; count?: number };
    const all = groups.all();
    const wanted = all.slice(offset, offset + count);
    return {
      data: {
        total: all.length,
        offset,
        count: wanted.length,
        groups: wanted.map((group) => groups.info(group).group_info),
      },
    };
  }

  function members({ parameters }: Call): Done {
    const { group_id: id, offset = 0, count = 50 } = parameters as Record<string, never>;
    const { members: ids } = groups.reachable(id);
    const wanted = [...ids].slice(offset, offset + count);
    const named = wanted.map((userId) => ({
      user_id: userId,
      name: people.find(userId)?.name ?? '',
      avatar: '',
    }));
    return { data: { total: ids.size, offset, count: named.length, members: named } };
  }

  return {
    'POST /v3.0/oa/group/message': message,
    'POST /v3.0/oa/group/creategroupwithoa': create,
    'GET /v3.0/oa/group/getgroup': ({ parameters }) => ({
      data: groups.info(groups.reachable(parameters['group_id'])),
    }),
    'GET /v3.0/oa/group/getgroupsofoa': list,
    'GET /v3.0/oa/group/listmember': members,
  };
}
