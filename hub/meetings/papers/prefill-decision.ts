import { calendarDay } from '../../people/index.ts';
import type { Prefilled } from './content.ts';
import type { MeetingFacts } from './facts.ts';
import { voteOn } from './motion-lines.ts';
import { isThere } from './people-lines.ts';
import { conclusionLines, taskLines } from './prefill-minutes.ts';
import type { QualityScale } from './quality-scale.ts';
import { scoreLines } from './quality-scale.ts';
import { dayInWords, lowerFirst } from './vietnamese-form.ts';

/** The same for a resolution or conclusion: what a person must say of the month is left open with the words of the form. */
export function prefillDecision(
  kind: 'resolution' | 'conclusion',
  facts: MeetingFacts,
  scale: QualityScale,
): Prefilled[] {
  const parts: Record<string, string[]> = {
    opening: opening(kind, facts),
    'last-month': lastMonth(facts),
    conclusions: conclusionLines(facts),
    'next-month': taskLines(facts),
    'carrying-out': [carryingOut[kind]],
    quality: facts.quality ? scoreLines(scale, facts.quality) : [],
    passed: passed(kind, facts),
    recipients: recipients(facts),
  };
  return Object.entries(parts).map(([key, lines]) => ({ key, text: lines.join('\n') }));
}

const named = { resolution: 'nghị quyết', conclusion: 'kết luận' };
const carryingOut = {
  resolution:
    'Các đồng chí đảng viên căn cứ nhiệm vụ được phân công tổ chức thực hiện nghị quyết này và báo cáo kết quả tại kỳ sinh hoạt sau.',
  conclusion:
    'Các đồng chí đảng viên căn cứ nhiệm vụ được phân công tổ chức thực hiện kết luận này và báo cáo kết quả tại kỳ sinh hoạt sau.',
};

function opening(kind: keyof typeof named, { meeting, roll, unit }: MeetingFacts): string[] {
  const day = dayInWords(calendarDay(meeting.startsAt));
  const called = roll.filter(({ summoned }) => summoned).length;
  const there = roll.filter(isThere).length;
  return [
    `Ngày ${day.slice('ngày '.length)}, ${lowerFirst(unit.name)} ${lowerFirst(meeting.title)}; có mặt ${there}/${called} đảng viên được triệu tập.`,
    kind === 'resolution'
      ? 'Sau khi thảo luận, chi bộ thống nhất ra nghị quyết như sau:'
      : 'Sau khi thảo luận, chi bộ thống nhất kết luận như sau:',
  ];
}

function lastMonth({ last }: MeetingFacts): string[] {
  const done = last?.tasks.filter((task) => task.done) ?? [];
  const open = last?.tasks.filter((task) => !task.done) ?? [];
  const results = last
    ? [
        `3. Kết quả thực hiện nghị quyết trước: đã xong ${done.length}/${last.tasks.length} việc.`,
        ...open.map(({ what, who }) => `- Chưa xong: ${what} (${who}).`),
      ]
    : ['3. Kết quả thực hiện nghị quyết trước: …'];
  return [
    '1. Tình hình tư tưởng của đảng viên, quần chúng: …',
    '2. Kết quả thực hiện nhiệm vụ: …',
    ...results,
    '4. Biểu dương, nhắc nhở: …',
    '5. Hạn chế, nguyên nhân: …',
  ];
}

function passed(kind: keyof typeof named, { motions, meeting }: MeetingFacts): string[] {
  const name = named[kind];
  const day = dayInWords(calendarDay(meeting.startsAt));
  const vote = voteOn(name, motions);
  if (vote && !vote.passed)
    return [`Biểu quyết ${day}: ${vote.votes}, ${vote.outcome} nên ${name} này chưa được thông qua.`];
  const votes = vote?.votes ?? '…/… đồng ý';
  return [
    `${name[0]!.toLocaleUpperCase('vi')}${name.slice(1)} này được chi bộ biểu quyết thông qua ${day}, ${votes}.`,
  ];
}

function recipients({ unit }: MeetingFacts): string[] {
  const above = unit.parent ? [`- ${unit.parent.replace(/^Đảng bộ/, 'Đảng ủy')} (để báo cáo),`] : [];
  return [...above, '- Các đồng chí đảng viên chi bộ,', '- Lưu Chi bộ.'];
}
