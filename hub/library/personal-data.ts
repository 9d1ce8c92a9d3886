import type { PersonalData } from '../people/index.ts';

/** When a member was shown what is new; which documents were put in stays, without who did it. */
export function libraryData(): PersonalData {
  return {
    async tell(sql, { memberId }) {
      const rows = await sql.query<{ seenAt: Date }>(
        'select seen_at as "seenAt" from library_seen where member_id = $1',
        [memberId],
      );
      return { libraryShownUpTo: rows[0]?.seenAt ?? null };
    },

    async erase(sql, { memberId }) {
      await sql.query('delete from library_seen where member_id = $1', [memberId]);
      await sql.query('delete from library_incoming where member_id = $1', [memberId]);
      await sql.query('update library_document set added_by_id = null where added_by_id = $1', [memberId]);
      return {};
    },
  };
}
