import type { PersonalData } from '../people/index.ts';
import type { Keys } from '../platform/keys.ts';

/** What a member asked, for the member alone. */
export function assistantData(_keys: Keys): PersonalData {
  return {
    async tell() {
      return { questions: [] };
    },

    async erase(sql, { memberId }) {
      const gone = await sql.query('delete from assistant_answer where member_id = $1 returning id', [
        memberId,
      ]);
      return { questions: gone.length };
    },
  };
}
