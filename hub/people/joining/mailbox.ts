import type { ChatState } from '../../../prisma/generated/enums.ts';
import type { Actor, Audit } from '../../platform/audit.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Sql } from '../../platform/database/index.ts';
import { DomainError } from '../../platform/errors.ts';
import type { Keys } from '../../platform/keys.ts';
import type { Language } from '../../platform/locales.ts';
import type { Charge } from '../members/charge.ts';
import type { Member, MemberDescription } from '../members/members.ts';
import { keepLink, type Invite, type LinkRequest } from './invites.ts';
import { openMailboxToken, signMailboxToken } from './mailbox-token.ts';

/** Whoever writes letters. */
export interface MailboxLetters {
  /** The address of a chat with this mailbox. */
  addressOf(mailbox: string): string;
  /** Asks whoever reads the mailbox whether letters may come there. False where nobody took it. */
  ask(letter: {
    mailbox: string;
    givenName: string;
    unit: string;
    language: Language;
    token: string;
    code: string | null;
  }): Promise<boolean>;
}

/** Whether a mailbox may be written to: asked by a letter, which proves by its link that it arrived. */
export interface MailboxQuestion {
  member: Member;
  /** Name of the member's unit; null for who belongs nowhere. */
  unit: string | null;
  /** Enough to tell one's own mailbox again. */
  hint: string;
}

const dayMs = 86_400_000;
const proofDays = 3;
/** Whoever says "yes" again and again fills nobody's mailbox. */
const betweenLettersMs = 10 * 60_000;

/** The mailbox that stands in the list: nothing goes there before its reader has agreed. */
export function mailboxes({
  database,
  keys,
  clock,
  audit,
  letters,
  emailOf,
  member,
  describeMember,
  invite,
  openInvite,
  link,
  replaceOthers,
  memberFor,
}: {
  database: Database;
  keys: Keys;
  clock: Clock;
  audit: Audit;
  /** Null while there is no e-mail. */
  letters: () => MailboxLetters | null;
  emailOf: (memberId: string) => Promise<string | null>;
  member: (id: string) => Promise<Member>;
  describeMember: (memberId: string) => Promise<MemberDescription>;
  invite: (by: Actor, memberCode: string) => Promise<Invite>;
  openInvite: (code: string) => Promise<{ inviteId: string; member: Member }>;
  link: (request: LinkRequest) => Promise<Member>;
  replaceOthers: (channel: 'email', memberId: string, address: string) => Promise<string[]>;
} & Pick<Charge, 'memberFor'>) {
  /** When somebody was asked last; of this process alone, which is enough against an impatient thumb. */
  const askedAt = new Map<string, number>();

  /**
   * The member's mailbox, so that it can be told again, where it may be asked whether to write there; else null.
   *
   * @param orReturned also one from which letters came back
   */
  async function offer(memberId: string, { orReturned = false } = {}): Promise<string | null> {
    if (!letters()) return null;
    const mailbox = await emailOf(memberId);
    const chat = mailbox === null ? null : await chatOf(memberId);
    const isFree = chat === null || (orReturned && chat.state === 'blocked');
    return mailbox !== null && isFree ? hinted(mailbox) : null;
  }

  /** The member wants letters: one goes to the mailbox and asks. False where none went, or one did just now. */
  async function ask(memberId: string): Promise<boolean> {
    const now = clock().getTime();
    if (now - (askedAt.get(memberId) ?? -Infinity) < betweenLettersMs) return false;
    if ((await offer(memberId, { orReturned: true })) === null) return false;
    askedAt.set(memberId, now);
    const sent = await write(await member(memberId), {
      code: null,
      until: new Date(now + proofDays * dayMs),
    });
    if (!sent) askedAt.delete(memberId);
    return sent;
  }

  /**
   * Invites a member by a letter, to whatever channel they choose. Earlier codes not yet used stop working.
   *
   * @throws {UnknownMember | MayNot}
   * @throws {DomainError} `mailbox.off`, `mailbox.none`, or `mailbox.not-sent`: then the code was made and went nowhere
   */
  async function inviteByLetter(by: Actor, memberCode: string): Promise<Invite> {
    const { member: invited, unit } = await memberFor(by, 'member.invite', memberCode);
    if (!letters()) throw new DomainError('mailbox.off', { status: 409 });
    if ((await emailOf(invited.id)) === null) throw new DomainError('mailbox.none', { status: 409 });
    const made = await invite(by, memberCode);
    if (!(await write(invited, { code: made.code, until: made.expiresAt })))
      throw new DomainError('mailbox.not-sent', { status: 409 });
    const deed = { action: 'member.invited-by-letter', unitId: unit?.id ?? null, subjectId: invited.id };
    await audit.record(by, deed);
    return made;
  }

  async function write(
    { id, language }: Member,
    { code, until }: { code: string | null; until: Date },
  ): Promise<boolean> {
    const mailbox = await emailOf(id);
    const writer = letters();
    if (mailbox === null || !writer) return false;
    const { givenName, unit } = await describeMember(id);
    const token = signMailboxToken(keys, { memberId: id, mailbox, until, code });
    return await writer.ask({ mailbox, givenName, unit: unit ?? '', language, token, code });
  }

  /**
   * What a letter's link asks. It changes nothing: mail programs and scanners open links too.
   *
   * @throws {DomainError} `mailbox.link-over`: too old, not of ours, or another mailbox stands in the list by now
   */
  async function question(token: string): Promise<MailboxQuestion> {
    const { memberId, mailbox } = await opened(token);
    const { unit } = await describeMember(memberId);
    return { member: await member(memberId), unit, hint: hinted(mailbox) };
  }

  /**
   * The reader of the mailbox has agreed: from now on letters come. Twice is once.
   *
   * @throws as {@link question}
   * @throws {InviteRefused} of an invitation that was taken back, or is over
   */
  async function agree(
    token: string,
    { consentText, language }: Pick<LinkRequest, 'consentText' | 'language'>,
  ): Promise<Member> {
    const { memberId, mailbox, code } = await opened(token);
    const address = letters()!.addressOf(mailbox);
    const chat = { channel: 'email' as const, address, consentText, language };
    const invited = code !== null && (await linkInvited(code, chat, memberId));
    if (!invited) await database.transaction((sql) => linkProven(sql, { memberId, ...chat }));
    return await member(memberId);
  }

  /** False where the code linked a chat of the member already: the letter has proved the mailbox all the same. */
  async function linkInvited(
    code: string,
    chat: Omit<LinkRequest, 'inviteId'>,
    memberId: string,
  ): Promise<boolean> {
    try {
      const { inviteId } = await openInvite(code);
      await link({ inviteId, ...chat });
    } catch (error) {
      if (error instanceof DomainError && error.code === 'invite.used') return false;
      throw error;
    }
    await replaceOthers('email', memberId, chat.address);
    return true;
  }

  async function linkProven(sql: Sql, chat: Parameters<typeof keepLink>[1]): Promise<void> {
    const { memberId } = chat;
    const living = 'select from member where id = $1 and erased_at is null for no key update';
    if ((await sql.query(living, [memberId])).length === 0) throw linkOver();
    const [former] = await sql.query<{ state: ChatState }>(selectChat, [memberId]);
    if (former?.state === 'active') return;
    await endMailboxes(sql, [memberId], clock());
    await keepLink(sql, chat, clock());
  }

  async function opened(token: string) {
    const content = openMailboxToken(keys, token);
    if (!content || content.until <= clock() || !letters()) throw linkOver();
    const mailbox = await emailOf(content.memberId);
    if (mailbox === null || !content.isOf(mailbox)) throw linkOver();
    return { ...content, mailbox };
  }

  /** The chat with the member's mailbox, with its address; null where there is none. */
  async function chatOf(memberId: string): Promise<{ address: string; state: ChatState } | null> {
    const [chat] = await database.query<{ address: string; state: ChatState }>(selectChat, [memberId]);
    return chat ?? null;
  }

  /** There is no such mailbox: a letter sent at `sentAt` came back. A chat that was linked since is left alone. */
  async function gone(memberId: string, sentAt: Date): Promise<void> {
    await database.query(blockSince, [memberId, sentAt, clock()]);
  }

  return {
    mailbox: { isOn: () => letters() !== null, offer, ask, question, agree, chatOf, gone },
    inviteByLetter,
  };
}

/** Another mailbox stands in the list, or none: the chat was with the reader of the former one. */
export async function endMailboxes(sql: Sql, memberIds: readonly string[], now: Date): Promise<void> {
  if (memberIds.length > 0) await sql.query(endChats, [memberIds, now]);
}

const linkOver = () => new DomainError('mailbox.link-over', { status: 410 });

/** `l***@example.vn`. */
function hinted(mailbox: string): string {
  const at = mailbox.lastIndexOf('@');
  return `${[...mailbox][0]}***${mailbox.slice(at)}`;
}

const selectChat = `
  select address, state from chat where member_id = $1 and channel = 'email' and state <> 'ended'
  order by linked_at desc limit 1`;

const blockSince = `
  update chat set state = 'blocked', changed_at = $3
  where member_id = $1 and channel = 'email' and state = 'active' and linked_at <= $2`;

const endChats = `
  update chat set state = 'ended', changed_at = $2
  where member_id = any ($1::uuid[]) and channel = 'email' and state <> 'ended'`;
