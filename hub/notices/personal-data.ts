import type { PersonalData } from '../people/index.ts';

/** What a person wrote. What was sent stays with its recipients; what was not, goes. */
export const noticeData: PersonalData = {
  async tell(sql, { memberId }) {
    return { sent: await sql.query(sent, [memberId]), drafts: await sql.query(drafts, [memberId]) };
  },

  async erase(sql, { memberId }) {
    const gone = await sql.query('delete from notice_draft where member_id = $1 returning id', [memberId]);
    return { noticeDrafts: gone.length };
  },
};

const sent = `
  select notice.title, notice.number, unit.name as unit, notice.recipients, notice.created_at as "createdAt"
  from notice join unit on unit.id = notice.unit_id
  where notice.sender_id = $1 and notice.reminds_id is null order by notice.id`;

const drafts = `
  select fields, created_at as "createdAt" from notice_draft where member_id = $1 order by id`;
