import type { Assistant } from '../../hub/assistant/index.ts';
import type { Attendance } from '../../hub/attendance/index.ts';
import type {
  Budget,
  Button,
  Channel,
  ChannelName,
  Inbound,
  Inbox,
  Usage,
} from '../../hub/channels/index.ts';
import type { Consultations } from '../../hub/consultations/index.ts';
import type { Feedback } from '../../hub/feedback/index.ts';
import type { Library } from '../../hub/library/index.ts';
import type { Calendar, Meetings } from '../../hub/meetings/index.ts';
import type { Notices } from '../../hub/notices/index.ts';
import type { People } from '../../hub/people/index.ts';
import type { Clock } from '../../hub/platform/clock.ts';
import { DomainError } from '../../hub/platform/errors.ts';
import type { Locales, Say } from '../../hub/platform/locales.ts';
import type { Log } from '../../hub/platform/log.ts';
import type { Reply } from './replies.ts';
import type { Intent } from './understand.ts';

export interface ConversationParts {
  inbox: Inbox;
  people: People;
  notices: Notices;
  meetings: Meetings;
  attendance: Attendance;
  feedback: Feedback;
  consultations: Consultations;
  library: Library;
  assistant: Assistant;
  channels: ReadonlyMap<ChannelName, Channel>;
  budget: Budget;
  usage: Usage;
  locales: Locales;
  /** Where an invitation can be used, by channel. */
  linksFor: (code: string) => Promise<Partial<Record<ChannelName, string>>>;
  /** The address of a sign-in link for the console; `to`: the page that it leads to. */
  signInUrl: (token: string, to?: string) => Promise<string>;
  /** Where people reach our pages. */
  publicUrl: () => Promise<string>;
  timeZone: string;
  /** Days off and lunar days. */
  calendar: () => Promise<Calendar>;
  clock: Clock;
  log: Log;
  onProblem: (work: string, error: unknown) => void;
}

/** Everything a handler needs to know about who is speaking. */
export interface Turn {
  event: Inbound;
  intent: Intent;
  say: Say;
  reply: Reply;
}

/**
 * Says something to a member who did not ask just now, in the first chat that takes it. False where none does.
 *
 * @param options.without a channel that is not asked
 */
export type Tell = (
  memberId: string,
  text: string,
  options?: { without?: ChannelName; buttons?: readonly Button[] },
) => Promise<boolean>;

/** A refusal is said in its words. Null then. */
export async function orRefuse<Result>(
  { say, reply }: Turn,
  work: () => Promise<Result>,
): Promise<Result | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    await reply.text(say(error.code.replaceAll('.', '-'), error.facts));
    return null;
  }
}
