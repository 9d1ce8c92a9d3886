import type { Events } from './events.ts';
import type { GroupRecord, Groups } from './groups.ts';
import type { Webhook } from './webhook.ts';

type Deps = { events: Events; webhook: Webhook; groups: Groups };

/** Zalo's names for coming and going differ between two descriptions; a test may want either. */
export type LeaveName = 'user_out_group' | 'user_leave_group';
export type AcceptName = 'accept_request_join_group' | 'react_request_join_group_accept';

export type Group = ReturnType<typeof group>;

/** A group of the account's, as whoever is in it sees it. */
export function group(record: GroupRecord, { events, webhook, groups }: Deps) {
  const tell = (name: string, userIds: readonly string[]) =>
    webhook.tell(record.id, events.ofGroup(name, record, userIds));

  return {
    id: record.id,
    record,
    get name() {
      return record.name;
    },
    get members() {
      return [...record.members];
    },
    /** What was written in it, oldest first. */
    get screen() {
      return [...record.screen.messages];
    },
    /** What the account wrote in it. */
    get inbox() {
      return record.screen.messages.filter(({ fromAccount }) => fromAccount);
    },
    next: record.screen.next,
    until: record.screen.until,
    join(person: { id: string }) {
      record.members.add(person.id);
      tell('user_join_group', [person.id]);
    },
    /** Somebody who asked to join is let in. */
    accept(person: { id: string }, name: AcceptName = 'accept_request_join_group') {
      record.members.add(person.id);
      tell(name, [person.id]);
    },
    leave(person: { id: string }, name: LeaveName = 'user_out_group') {
      record.members.delete(person.id);
      tell(name, [person.id]);
    },
    /** Nobody pays for it any more. */
    expire() {
      record.expired = true;
    },
    remove() {
      groups.remove(record.id);
      tell('delete_group', [...record.members]);
    },
  };
}
