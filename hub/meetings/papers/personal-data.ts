import type { PersonalData } from '../../people/index.ts';

/**
 * What a person approved, and where drafts name the person. Erased, a draft names nobody; an approved paper stays as it
 * is: it is the record of the cell, kept by duty (domain.md 1.5, 4).
 */
export const paperData: PersonalData = {
  async tell(sql, { memberId }) {
    return { papersApproved: await sql.query(selectApproved, [memberId]) };
  },

  async erase(sql, { memberId }) {
    const drafts = await sql.query(unnameDrafts, [memberId]);
    const tasks = await sql.query(unnameTasks, [memberId]);
    return { paperDrafts: drafts.length, meetingTasks: tasks.length };
  },
};

const selectApproved = `
  select kind, number, term, content #>> '{frame,subject}' as subject, approved_at as "approvedAt"
  from meeting_paper where approved_by = $1 order by approved_at`;

// A namesake loses the name too: who wrote the draft sees it and writes it anew. The name as JSON has it inside a text.
const unnameDrafts = `
  update meeting_paper paper
  set content = replace(paper.content::text, trim(both '"' from to_jsonb(member.full_name)::text), '…')::jsonb,
    revision = paper.revision + 1
  from member
  where member.id = $1 and paper.approved_at is null
    and position(trim(both '"' from to_jsonb(member.full_name)::text) in paper.content::text) > 0
  returning paper.id`;

const unnameTasks = `
  update meeting_task task set who = replace(task.who, member.full_name, '…'), what = replace(task.what, member.full_name, '…')
  from member
  where member.id = $1 and position(member.full_name in task.who || ' ' || task.what) > 0
  returning task.id`;
