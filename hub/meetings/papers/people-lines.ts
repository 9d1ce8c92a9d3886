import type { RollRow } from '../../attendance/index.ts';
import type { MeetingFacts } from './facts.ts';

/** Who was there and who was not, in the lines of minutes (domain.md 1.5: names and reasons of absentees). */
export function peopleLines({ roll, base, meeting, chair, taker }: MeetingFacts): string[] {
  const there = roll.filter(isThere);
  const called = roll.filter(({ summoned }) => summoned);
  const late = there.filter(({ mark }) => mark === 'late').length;
  const left = (why: MeetingFacts['base']['left'][number]['why']) =>
    base.left.filter((person) => person.why === why);
  const probationary = left('probationary').length;
  const excused = called.filter(({ mark }) => mark === 'excused');
  const absent = called.filter(({ mark }) => mark === 'absent');
  // Whoever gave a reason was not absent without one, even where nobody has decided about it.
  const undecided = absent.filter(({ excuse }) => excuse !== null);
  const unexcused = absent.filter(({ excuse }) => excuse === null);
  return [
    `Tổng số ${base.official + probationary} đảng viên, trong đó chính thức ${base.official}, dự bị ${probationary}.`,
    `Có mặt: ${there.length} đồng chí${late > 0 ? `, trong đó đến muộn ${late}` : ''}.`,
    `Vắng có lý do: ${excused.length} đồng chí${excused.length > 0 ? ':' : '.'}`,
    ...listed(excused),
    ...(undecided.length > 0 ? [`Vắng, có báo lý do, chưa xem xét: ${undecided.length} đồng chí:`] : []),
    ...listed(undecided),
    `Vắng không có lý do: ${unexcused.length} đồng chí${unexcused.length > 0 ? ':' : '.'}`,
    ...listed(unexcused),
    ...unmarked(called),
    ...named('Được miễn sinh hoạt', left('exempt')),
    ...named('Sinh hoạt tạm thời nơi khác', left('away')),
    ...named('Đảng viên sinh hoạt tạm thời tại chi bộ', left('visiting')),
    ...(meeting.guests ? [`Khách mời: ${meeting.guests}.`] : []),
    `Chủ trì: ${chair ? `đồng chí ${withOffice(chair)}.` : '…'}`,
    `Thư ký: ${taker ? `đồng chí ${taker.fullName}.` : '…'}`,
  ];
}

export function isThere({ mark }: Pick<RollRow, 'mark'>): boolean {
  return mark === 'present' || mark === 'late';
}

function listed(rows: readonly RollRow[]): string[] {
  return rows.map(({ fullName, reason }) => `- Đồng chí ${fullName}${reason ? `: ${reason}` : ''}`);
}

/** Before the meeting is closed nobody says yet what they were. */
function unmarked(called: readonly RollRow[]): string[] {
  const count = called.filter(({ mark }) => mark === null).length;
  return count > 0 ? [`Chưa điểm danh: ${count} đồng chí.`] : [];
}

function named(what: string, people: readonly { name: string }[]): string[] {
  return people.length > 0
    ? [`${what}: ${people.length} đồng chí (${people.map(({ name }) => name).join(', ')}).`]
    : [];
}

function withOffice({ fullName, role }: NonNullable<MeetingFacts['chair']>): string {
  if (role === null) return fullName;
  return `${fullName}, ${role === 'secretary' ? 'bí thư' : 'phó bí thư'}`;
}
