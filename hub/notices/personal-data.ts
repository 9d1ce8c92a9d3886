import type { PersonalData } from '../people/index.ts';

/** What a person wrote, and where we named the person. What was sent stays with its recipients; what was not, goes. */
export const noticeData: PersonalData = {
  async tell(sql, { memberId }) {
    return { sent: await sql.query(sent, [memberId]), drafts: await sql.query(drafts, [memberId]) };
  },

  async erase(sql, { memberId }) {
    const gone = await sql.query('delete from notice_draft where member_id = $1 returning id', [memberId]);
    const named = await sql.query(unname, [memberId]);
    return { noticeDrafts: gone.length, digests: named.length };
  },
};

// A namesake in the same list loses the name too, for the three days until it is wiped anyhow.
const unname = `
  update notice set body = replace(body, member.full_name, '…') from member
  where member.id = $1 and notice.kind in ('digest', 'meeting') and position(member.full_name in body) > 0 returning notice.id`;

const sent = `
  select notice.title, notice.number, unit.name as unit, notice.recipients, notice.created_at as "createdAt"
  from notice join unit on unit.id = notice.unit_id
  where notice.sender_id = $1 and notice.reminds_id is null and notice.kind not in ('digest', 'meeting') order by notice.id`;

const drafts = `
  select fields, created_at as "createdAt" from notice_draft where member_id = $1 order by id`;
