import type { Clock } from './clock.ts';
import type { Database, Sql } from './database/index.ts';
import { newId } from './ids.ts';

/** The road by which something was asked of the hub. */
export type Via = 'console' | 'api' | 'command' | 'chat' | 'system';

/**
 * On whose behalf something is done. Without a member it is the operator at the command line, or the hub itself:
 * both may everything.
 */
export interface Actor {
  memberId: string | null;
  via: Via;
}

/** Whoever can start commands on the machine can also read its database. */
export const operator: Actor = { memberId: null, via: 'command' };

/** What is written down: ids, counts, days and words of our own, never names, texts or contacts of people. */
export interface Deed {
  /** Such as `member.moved`; worded for people by the catalogue's `audit-member-moved`. */
  action: string;
  /** Where it counts: who may read the audit of this unit, or of one above, sees it. */
  unitId?: string | null;
  /** The member, unit or notice it was done to. */
  subjectId?: string | null;
  facts?: Record<string, string | number | boolean | null>;
}

export type Audit = ReturnType<typeof openAudit>;

/** What was done by whom. Entries are only ever added; the database refuses to change or remove one. */
export function openAudit({ database, clock }: { database: Database; clock: Clock }) {
  /** Inside the caller's transaction where `sql` is one: the deed and its entry stand or fall together. */
  async function record(by: Actor, deed: Deed, sql: Sql = database): Promise<void> {
    const { action, unitId = null, subjectId = null, facts = {} } = deed;
    await sql.query(insertEntry, [
      newId(),
      clock(),
      by.memberId,
      by.via,
      action,
      unitId,
      subjectId,
      JSON.stringify(facts),
    ]);
  }

  return { record };
}

const insertEntry = `
  insert into audit_entry (id, at, actor_id, via, action, unit_id, subject_id, facts)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`;
