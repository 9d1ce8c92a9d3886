import { randomBytes } from 'node:crypto';
import { Refusal } from './refusal.ts';
import { screen, type Screen } from './screen.ts';

/** A group that belongs to the account (GMF). */
export type GroupRecord = {
  id: string;
  name: string;
  members: Set<string>;
  admins: Set<string>;
  /** What pays for it has lapsed (−237). */
  expired: boolean;
  screen: Screen;
};

export type Groups = ReturnType<typeof groups>;

export function groups({ keepMessages }: { keepMessages: number }) {
  const byId = new Map<string, GroupRecord>();

  function create(name: string, members: readonly string[]): GroupRecord {
    const id = `g${randomBytes(9).toString('hex')}`;
    const group: GroupRecord = {
      id,
      name,
      members: new Set(members),
      admins: new Set(members.slice(0, 1)),
      expired: false,
      screen: screen({ keep: keepMessages, name }),
    };
    byId.set(id, group);
    return group;
  }

  /** The group a call is for. @throws {Refusal} unknown, gone, or not paid for */
  function reachable(id: unknown): GroupRecord {
    const group = typeof id === 'string' ? byId.get(id) : undefined;
    if (!group) throw new Refusal(-403, 'Official Account is not in this group');
    if (group.expired) throw new Refusal(-237, 'Group is disabled because its asset has expired');
    return group;
  }

  function info({ id, name, members, admins, expired }: GroupRecord) {
    return {
      group_info: {
        group_id: id,
        name,
        group_link: `https://zalo.me/g/${id}`,
        status: expired ? 'disabled' : 'enabled',
        total_member: members.size + 1,
        max_member: 100,
      },
      group_setting: { lock_send_msg: false },
      admin_uids: [...admins],
    };
  }

  return {
    create,
    reachable,
    info,
    remove: (id: string) => void byId.delete(id),
    all: () => [...byId.values()],
  };
}
