import { acceptNamed, type NamedAudience } from '../delivery/index.ts';
import type { Sql } from '../platform/database/index.ts';
import { newId } from '../platform/ids.ts';
import type { Say } from '../platform/locales.ts';
import type { Asks } from './new-notice.ts';
import { supersede, whenToSend, type SendingParts } from './sending.ts';

/** A word to single persons, about their own duties or a meeting. */
export interface Digest {
  /** Default: one's duties. */
  about?: 'duties' | 'meeting';
  /** Units share a channel by turns: the one on whose behalf it is said. */
  unitId: string;
  /** The sender of what it is about. */
  senderId: string;
  memberIds: readonly string[];
  /** The same sender and key say it once, whatever the text. Any text of up to 300 characters. */
  key: string;
  /** A title of 1 to 300 characters, and the rest, in the language of those who read it. */
  text: (say: Say, language: string) => { title: string; body: string };
  /** Goes in quiet hours too. */
  urgent?: boolean;
  /** What can be pressed under it, and what to type instead where a channel has no buttons. */
  asks?: (say: Say) => Asks;
  /** Default: now, and so that nobody is woken by it. */
  sendAt?: Date;
  /** When it is no news any more. Default: in three days. */
  expiresAt?: Date;
  /** What has not gone of earlier words of this unit under this key goes no more; those of one call stand together. */
  subjectKey?: string;
  /** False: it goes no more when a later word supersedes it, but leaves earlier ones alone. */
  supersedes?: boolean;
}

/** A digest that was accepted: one notice for each language of its readers. */
export interface SaidDigest {
  key: string;
  noticeId: string;
  recipients: number;
}

export type Digests = ReturnType<typeof digests>;

/** What is not said by then is no news any more: three days. */
const freshForMs = 3 * 86_400_000;
/** Digests of one statement. */
const digestsAtOnce = 500;

/** One notice: a digest for its readers of one language. */
interface DigestNotice extends NamedAudience {
  kind: 'digest' | 'meeting';
  senderId: string;
  title: string;
  body: string;
  key: string;
  /** The key that whoever asked gave. */
  givenKey: string;
  asks: Asks | null;
  subjectKey: string | null;
  supersedes: boolean;
  createdAt: Date;
  recipients: number;
}

/**
 * Words to single persons, on the road of all notices: the same channels, quiet hours, ledger and retries. A digest
 * stands in no list of notices, asks for no acknowledgement and is read by nobody but the persons themselves.
 */
export function digests(
  parts: Pick<SendingParts, 'database' | 'queues' | 'clock' | 'quietHours' | 'timeZone' | 'locales'>,
) {
  const { database, queues, clock, locales } = parts;

  /** Accepts one digest; see {@link sendAll}. */
  async function send(digest: Digest, sql?: Sql): Promise<number> {
    return await sendAll([digest], sql);
  }

  /**
   * Accepts digests: each is one notice per language, said once per key however often it is asked for. Inside the
   * caller's transaction where `sql` is one; the caller rings `deliver` when that is done. Returns how many persons
   * are told, once for each digest.
   */
  async function sendAll(wanted: readonly Digest[], sql?: Sql): Promise<number> {
    const said = sql
      ? await accept(sql, wanted)
      : await database.transaction(async (own) => await accept(own, wanted), 60_000);
    if (!sql && said.length > 0) await queues.ring('deliver');
    return said.reduce((sum, { recipients }) => sum + recipients, 0);
  }

  /** Inside the caller's transaction. Returns what had not been said before; the caller rings `deliver` afterwards. */
  async function accept(sql: Sql, wanted: readonly Digest[]): Promise<SaidDigest[]> {
    const readers = await sql.query<{ id: string; language: string }>(
      'select id, language from member where id = any ($1::uuid[]) and erased_at is null',
      [[...new Set(wanted.flatMap(({ memberIds }) => memberIds))]],
    );
    const languages = new Map(readers.map(({ id, language }) => [id, language]));
    const notices = wanted.flatMap((digest) => noticesOf(digest, languages));
    const accepted: DigestNotice[] = [];
    for (let from = 0; from < notices.length; from += digestsAtOnce) {
      const some = notices.slice(from, from + digestsAtOnce);
      const fresh = await sql.query<{ id: string }>(insertNotices, [JSON.stringify(some)]);
      const ids = new Set(fresh.map(({ id }) => id));
      const taken = some.filter(({ noticeId }) => ids.has(noticeId));
      await acceptNamed(sql, taken);
      accepted.push(...taken);
    }
    for (const notice of accepted.filter(({ supersedes }) => supersedes)) {
      await supersede(
        sql,
        { ...notice, id: notice.noticeId, with: accepted.map((one) => one.noticeId) },
        clock(),
      );
    }
    return accepted.map(({ givenKey, noticeId, recipients }) => ({ key: givenKey, noticeId, recipients }));
  }

  function noticesOf(digest: Digest, languages: ReadonlyMap<string, string>): DigestNotice[] {
    const {
      unitId,
      senderId,
      urgent = false,
      about = 'duties',
      subjectKey = null,
      supersedes = true,
    } = digest;
    const now = clock();
    const { expiresAt = new Date(now.getTime() + freshForMs) } = digest;
    const sendAt = whenToSend(parts, { sendAt: digest.sendAt, urgent, expiresAt }, Math.random());
    const known = [...new Set(digest.memberIds)].filter((id) => languages.has(id));
    return [...Map.groupBy(known, (id) => languages.get(id)!)].map(([language, memberIds]) => ({
      noticeId: newId(),
      kind: about === 'meeting' ? ('meeting' as const) : ('digest' as const),
      unitId,
      senderId,
      memberIds,
      recipients: memberIds.length,
      // A space stands in no key of a sender's: theirs and ours never meet.
      key: `digest ${language} ${digest.key}`,
      givenKey: digest.key,
      asks: digest.asks?.(locales(language)) ?? null,
      // Neither does a sender's own key meet this one.
      subjectKey: subjectKey === null ? null : `digest ${subjectKey}`,
      supersedes: subjectKey !== null && supersedes,
      ...digest.text(locales(language), language),
      urgent,
      sendAt,
      expiresAt,
      createdAt: now,
    }));
  }

  /** Wipes what digests said of people, once it is no news any more; that something was said stays in the ledger. */
  async function forgetDigests(): Promise<void> {
    await database.query(
      `update notice set body = '' where kind in ('digest', 'meeting') and body <> '' and expires_at <= $1`,
      [clock()],
    );
  }

  return { send, sendAll, accept, forgetDigests };
}

const insertNotices = `
  insert into notice (id, unit_id, sender_id, kind, audience, title, body, wants_ack, urgent, send_at, expires_at,
    recipients, idempotency_key, created_at, asks, subject_key)
  select "noticeId", "unitId", "senderId", kind, 'named', title, body, false, urgent, "sendAt", "expiresAt",
    recipients, key, "createdAt", nullif(asks, 'null'), "subjectKey"
  from jsonb_to_recordset($1::jsonb) as digest ("noticeId" uuid, kind notice_kind, "unitId" uuid, "senderId" uuid,
    title text, body text, urgent boolean, "sendAt" timestamptz, "expiresAt" timestamptz, recipients int, key text,
    "createdAt" timestamptz, asks jsonb, "subjectKey" text)
  on conflict (sender_id, idempotency_key) do nothing returning id`;
