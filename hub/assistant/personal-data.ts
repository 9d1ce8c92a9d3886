import type { PersonalData } from '../people/index.ts';
import type { Keys } from '../platform/keys.ts';
import { sealing } from './sealing.ts';

/** What a member asked in the last thirty days: told to the member alone, wiped with everything else of the member's. */
export function assistantData(keys: Keys): PersonalData {
  const { open } = sealing(keys);

  return {
    async tell(sql, { memberId }, reader) {
      if (reader !== 'member') return {};
      const rows = await sql.query<{ id: string; askedAt: Date; content: Uint8Array }>(selectOwn, [memberId]);
      return {
        questions: rows.map(({ id, askedAt, content }) => {
          // What was answered are the words of documents, which may be for others by now.
          const { question, reply } = open(id, content);
          return { askedAt, question, answered: reply.kind };
        }),
      };
    },

    async erase(sql, { memberId }) {
      const gone = await sql.query('delete from assistant_answer where member_id = $1 returning id', [
        memberId,
      ]);
      return { questions: gone.length };
    },
  };
}

const selectOwn = `
  select id, asked_at as "askedAt", content from assistant_answer where member_id = $1 order by asked_at`;
