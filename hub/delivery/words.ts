import type { Say } from '../platform/locales.ts';
import { channelProblemWords } from './channel-problems.ts';
import type { ChannelHealth } from './health.ts';

interface StateWords {
  tone: 'plain' | 'good' | 'warning' | 'bad';
  name: (say: Say) => string;
  /** What somebody in an office does about it. */
  todo: (say: Say) => string;
}

const states = {
  off: {
    tone: 'plain',
    name: (say) => say('channel-state-off'),
    todo: (say) => say('channel-todo-off'),
  },
  blocked: {
    tone: 'warning',
    name: (say) => say('channel-state-blocked'),
    todo: (say) => say('channel-todo-blocked'),
  },
  open: {
    tone: 'bad',
    name: (say) => say('channel-state-open'),
    todo: (say) => say('channel-todo-open'),
  },
  half_open: {
    tone: 'warning',
    name: (say) => say('channel-state-trying'),
    todo: (say) => say('channel-todo-trying'),
  },
  closed: {
    tone: 'good',
    name: (say) => say('channel-state-well'),
    todo: (say) => say('channel-todo-well'),
  },
} satisfies Record<string, StateWords>;

/** What somebody in an office understands of how a channel stands. */
export function stateWords({
  on,
  blocked,
  state,
  needsPerson,
}: Pick<ChannelHealth, 'on' | 'state' | 'blocked' | 'needsPerson'>): StateWords {
  if (!on) return states.off;
  if (blocked) return states.blocked;
  if (needsPerson === null) return states[state];
  return {
    tone: 'bad',
    name: (say) => say('channel-state-needs-person'),
    todo: (say) => channelProblemWords(needsPerson, say).todo,
  };
}

const reasons: Record<string, { name: (say: Say) => string; todo: (say: Say) => string }> = {
  'no-channel': {
    name: (say) => say('dead-reason-no-channel'),
    todo: (say) => say('dead-todo-invite'),
  },
  'no-chat': { name: (say) => say('dead-reason-no-chat'), todo: (say) => say('dead-todo-invite') },
  blocked: { name: (say) => say('dead-reason-blocked'), todo: (say) => say('dead-todo-unblock') },
  returned: { name: (say) => say('dead-reason-returned'), todo: (say) => say('dead-todo-mailbox') },
  invalid: { name: (say) => say('dead-reason-invalid'), todo: (say) => say('dead-todo-tell') },
  'too-many-attempts': {
    name: (say) => say('dead-reason-too-many-attempts'),
    todo: (say) => say('dead-todo-resend'),
  },
  'in-doubt-and-stale': {
    name: (say) => say('dead-reason-in-doubt'),
    todo: (say) => say('dead-todo-tell'),
  },
  'channel-down': {
    name: (say) => say('dead-reason-channel-down'),
    todo: (say) => say('dead-todo-channel-back'),
  },
  'too-large': { name: (say) => say('dead-reason-too-large'), todo: (say) => say('dead-todo-tell') },
  closed: { name: (say) => say('dead-reason-closed'), todo: (say) => say('dead-todo-other-channel') },
  'closed: quota': { name: (say) => say('dead-reason-quota'), todo: (say) => say('dead-todo-month') },
  'closed: budget': { name: (say) => say('dead-reason-budget'), todo: (say) => say('dead-todo-month') },
  'closed: no-way': { name: (say) => say('dead-reason-window'), todo: (say) => say('dead-todo-write') },
  'closed: window-closed': {
    name: (say) => say('dead-reason-window'),
    todo: (say) => say('dead-todo-write'),
  },
  'no-content': { name: (say) => say('dead-reason-no-content'), todo: (say) => say('dead-todo-tell') },
};

/**
 * Why somebody did not get it, and what to do; a reason without words of its own is shown as it is.
 *
 * @param reason such as `closed: quota`, or its first word alone
 */
export function reasonWords(reason: string, say: Say): { name: string; todo: string } {
  const [kind = ''] = reason.split(':');
  const known = reasons[reason] ?? reasons[kind];
  if (known) return { name: known.name(say), todo: known.todo(say) };
  return { name: say('dead-reason-other', { reason: kind }), todo: say('dead-todo-resend') };
}
