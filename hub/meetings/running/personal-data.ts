import type { PersonalData } from '../../people/index.ts';

/**
 * What a person said in meetings, as noted. Erased, what was said stays in the record and is nobody's; the name goes
 * from ballots and counting boards, whose approved minutes stay as they are.
 */
export const runningData: PersonalData = {
  async tell(sql, { memberId }) {
    return {
      opinionsInMeetings: await sql.query(selectOpinions, [memberId]),
      handsInMeetings: await sql.query(selectHands, [memberId]),
    };
  },

  async erase(sql, { memberId }) {
    const opinions = await sql.query(
      'update meeting_opinion set author_id = null where author_id = $1 returning id',
      [memberId],
    );
    const hands = await sql.query('delete from hand where member_id = $1 returning id', [memberId]);
    const ballots = await sql.query(unnameBallots, [memberId]);
    const boards = await sql.query(unnameBoards, [memberId]);
    return {
      opinionsUnnamed: opinions.length,
      hands: hands.length,
      ballotNames: ballots.length + boards.length,
    };
  },
};

const selectOpinions = `
  select meeting.title as meeting, meeting.starts_at as "startsAt", opinion.text, opinion.noted_at as "notedAt"
  from meeting_opinion opinion join meeting on meeting.id = opinion.meeting_id
  where opinion.author_id = $1 order by opinion.id`;

const selectHands = `
  select meeting.title as meeting, hand.raised_at as "raisedAt", hand.spoke
  from hand join meeting on meeting.id = hand.meeting_id where hand.member_id = $1 order by hand.id`;

// A namesake loses the name too: better one name too few than the one that should be gone.
const unnameBallots = `
  update motion_choice choice set name = replace(choice.name, member.full_name, '…') from member
  where member.id = $1 and position(member.full_name in choice.name) > 0 returning choice.motion_id`;

const unnameBoards = `
  update motion set counting_board = array(
    select replace(name, member.full_name, '…')
    from unnest(counting_board) with ordinality as board (name, place) order by place)
  from member
  where member.id = $1 and position(member.full_name in array_to_string(counting_board, ', ')) > 0
  returning motion.id`;
