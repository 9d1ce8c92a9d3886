import type { Echo, GroupChange, Inbound, Report } from '../../hub/channels/index.ts';
import type { ZaloEvent } from './events.ts';
import { filesIn } from './files.ts';
import { withoutMentions } from './mentions.ts';
import { referenceIn } from './taps.ts';

/** What an event means to us. */
export type Heard =
  /** A person did something. */
  | { kind: 'done'; event: Inbound }
  /** What became of messages of ours. */
  | { kind: 'reported'; reports: Report[] }
  | { kind: 'group'; change: GroupChange }
  /** A text of ours was shown to somebody. */
  | { kind: 'echoed'; echo: Echo }
  /** Nothing: everything we know no use for. */
  | { kind: 'nothing' };

const nothing: Heard = { kind: 'nothing' };

/** @param now what is dated later than this was done now: a clock that is ahead must not lengthen a reply window */
export function heardIn(event: ZaloEvent, now: Date): Heard {
  const at = new Date(Math.min(Number(event.timestamp), now.getTime()));
  const { event_name: name, message } = event;
  if (name === 'user_received_message' || name === 'user_seen_message') return reported(event, at);
  const group = groupChange(event);
  if (group) return { kind: 'group', change: group };
  const echo = echoIn(event, at);
  if (echo) return { kind: 'echoed', echo };
  const address = (event.sender ?? event.follower)?.id ?? event.user_id;
  if (address === undefined) return nothing;
  const key = message?.msg_id ?? `${name}:${event.timestamp}:${address}`;
  const base = {
    channel: 'zalo' as const,
    address,
    eventKey: key,
    text: '',
    payload: '',
    at: at.toISOString(),
  };
  switch (name) {
    case 'follow':
    case 'user_click_chatnow':
      return { kind: 'done', event: { ...base, kind: 'followed' } };
    case 'unfollow':
      return { kind: 'done', event: { ...base, kind: 'blocked' } };
    case 'user_withdraw':
      return { kind: 'done', event: { ...base, kind: 'withdrawn' } };
    case 'user_submit_info':
      return { kind: 'done', event: { ...base, kind: 'contact', text: event.info?.phone ?? '' } };
  }
  const said = saidIn(event);
  return said ? { kind: 'done', event: { ...base, ...said } } : nothing;
}

/** What was written, tapped or attached, to us alone or in a group. */
function saidIn(
  event: ZaloEvent,
): Pick<Inbound, 'kind' | 'text' | 'payload' | 'messageId' | 'group' | 'files'> | null {
  const { event_name: name, message } = event;
  if (!name.startsWith('user_send_') || !message?.msg_id) return null;
  const messageId = message.msg_id;
  const text = (message.text ?? '').normalize('NFC');
  if (name.startsWith('user_send_group_')) {
    const group = event.group_id ?? event.recipient?.id;
    if (typeof group !== 'string') return null;
    // A picture is nothing to answer, and all the same somebody was heard.
    return { kind: 'text', text: withoutMentions(text), payload: '', messageId, group };
  }
  if (name !== 'user_send_text') {
    const files = filesIn(event);
    return { kind: 'file', text, payload: '', messageId, ...(files.length > 0 ? { files } : {}) };
  }
  const payload = referenceIn(text);
  if (payload !== null) return { kind: 'tap', text: '', payload, messageId };
  return { kind: 'text', text, payload: '', messageId };
}

/** A message by telephone number is named as we named it, any other by Zalo's id. */
function reported({ event_name: name, message }: ZaloEvent, at: Date): Heard {
  const kind = name === 'user_seen_message' ? 'seen' : 'delivered';
  if (message?.tracking_id !== undefined) {
    const moment = Number(message.delivery_time);
    const trueAt = moment > 0 && moment < at.getTime() ? new Date(moment) : at;
    return { kind: 'reported', reports: [{ providerId: message.tracking_id, kind, at: trueAt }] };
  }
  const ids = message?.msg_ids ?? (message?.msg_id === undefined ? [] : [message.msg_id]);
  return { kind: 'reported', reports: ids.map((providerId) => ({ providerId, kind, at })) };
}

/** Of what the account said to one person; what an administrator typed there is none of ours. */
function echoIn({ event_name: name, sender, recipient, message }: ZaloEvent, at: Date): Echo | null {
  if (name !== 'oa_send_text' || sender?.admin_id !== undefined) return null;
  const { text = '', msg_id: providerId } = message ?? {};
  if (typeof recipient?.id !== 'string' || providerId === undefined || text === '') return null;
  return { address: recipient.id, providerId, text: text.normalize('NFC'), at };
}

/** Two notes on the platform name some of these differently: both are heard (channels.md 2.3). */
const came = new Set([
  'create_group',
  'user_join_group',
  'accept_request_join_group',
  'react_request_join_group_accept',
]);
const left = new Set(['user_out_group', 'user_leave_group']);

function groupChange({ event_name: name, group_id: group, users = [] }: ZaloEvent): GroupChange | null {
  if (group === undefined) return null;
  if (name === 'delete_group') return { kind: 'ended', group };
  const kind = came.has(name) ? 'came' : left.has(name) ? 'left' : null;
  return kind && { kind, group, people: users.map(({ id }) => id) };
}
