import type { GroupRecord } from './groups.ts';
import type { PersonRecord } from './people.ts';
import type { ScreenMessage } from './screen.ts';
import type { SentKind } from './sent-files.ts';
import type { ZaloEvent } from './webhook.ts';

export type Events = ReturnType<typeof events>;

/** What Zalo tells the app, in its own words (channels.md 2.3). */
export function events({ appId, accountId, clock }: { appId: string; accountId: string; clock: () => Date }) {
  const event = (name: string, rest: object): ZaloEvent => ({
    app_id: appId,
    event_name: name,
    timestamp: String(clock().getTime()),
    ...rest,
  });
  const fromPerson = ({ id, idByApp }: PersonRecord) => ({
    user_id_by_app: idByApp,
    sender: { id },
    recipient: { id: accountId },
  });
  const toPerson = ({ id, idByApp }: PersonRecord) => ({
    user_id_by_app: idByApp,
    sender: { id: accountId },
    recipient: { id },
  });

  return {
    sent: (person: PersonRecord, { id, text }: ScreenMessage) =>
      event('user_send_text', { ...fromPerson(person), message: { text, msg_id: id } }),
    sentFile: (person: PersonRecord, { id, file, text }: ScreenMessage, kind: SentKind, url: string) =>
      event(`user_send_${kind}`, {
        ...fromPerson(person),
        message: {
          msg_id: id,
          text,
          attachments: [
            {
              type: kind,
              payload:
                kind === 'file'
                  ? {
                      size: String(file?.size ?? 0),
                      name: file?.name ?? '',
                      checksum: '',
                      type: file?.name.split('.').at(-1) ?? '',
                      url,
                    }
                  : { url, ...(kind === 'image' && { thumbnail: url }) },
            },
          ],
        },
      }),
    /** Of anything the account sent, by a call or by an administrator in the chat itself. */
    echo: (person: PersonRecord, { id, text }: ScreenMessage, kind: string, adminId?: string) => {
      const base = toPerson(person);
      const sender = { ...base.sender, ...(adminId && { admin_id: adminId }) };
      return event(`oa_send_${kind}`, { ...base, sender, message: { text, msg_id: id } });
    },
    received: (person: PersonRecord, messageId: string) =>
      event('user_received_message', { ...toPerson(person), message: { msg_id: messageId } }),
    seen: (person: PersonRecord, messageIds: readonly string[]) =>
      event('user_seen_message', { ...toPerson(person), message: { msg_ids: messageIds } }),
    /** By telephone the receipt names our own tracking id, and the person by number. */
    receivedByPhone: (phone: string, message: { id: string; trackingId: string }) =>
      event('user_received_message', {
        sender: { id: accountId },
        recipient: { id: phone },
        message: {
          msg_id: message.id,
          tracking_id: message.trackingId,
          delivery_time: String(clock().getTime()),
        },
      }),
    follow: ({ id, idByApp }: PersonRecord) =>
      event('follow', {
        oa_id: accountId,
        follower: { id },
        user_id_by_app: idByApp,
        source: 'oa_profile',
      }),
    unfollow: ({ id, idByApp }: PersonRecord) =>
      event('unfollow', {
        oa_id: accountId,
        follower: { id },
        user_id_by_app: idByApp,
        source: 'oa_profile',
      }),
    submitted: (person: PersonRecord, info: Record<string, string>) =>
      event('user_submit_info', { ...fromPerson(person), info }),
    withdrew: (person: PersonRecord) =>
      event('user_withdraw', { oa_id: accountId, user_id: person.id, ...fromPerson(person) }),
    reacted: (person: PersonRecord, messageId: string, icon: string) =>
      event('user_reacted_message', {
        ...fromPerson(person),
        message: { msg_id: messageId, react_icon: icon },
      }),
    sentInGroup: (group: GroupRecord, person: PersonRecord, { id, text }: ScreenMessage) =>
      event('user_send_group_text', {
        oa_id: accountId,
        sender: { id: person.id },
        recipient: { id: group.id },
        message: { text, msg_id: id },
      }),
    echoInGroup: (group: GroupRecord, { id, text }: ScreenMessage, kind: string) =>
      event(`oa_send_group_${kind}`, {
        oa_id: accountId,
        sender: { id: accountId },
        recipient: { id: group.id },
        message: { text, msg_id: id },
      }),
    /** `create_group`, `user_join_group`, `user_out_group`, `delete_group` and the like. */
    ofGroup: (name: string, group: GroupRecord, userIds: readonly string[]) =>
      event(name, {
        oa_id: accountId,
        group_id: group.id,
        group_name: group.name,
        users: userIds.map((id) => ({ id })),
      }),
  };
}
