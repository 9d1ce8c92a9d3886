import type { Prefilled } from './content.ts';
import type { MeetingFacts } from './facts.ts';
import { motionLines } from './motion-lines.ts';
import { peopleLines } from './people-lines.ts';
import type { QualityScale } from './quality-scale.ts';
import { scoreLines } from './quality-scale.ts';
import { momentInWords, shortDay } from './vietnamese-form.ts';

/** What is known of a meeting, in the parts of its minutes. */
export function prefillMinutes(facts: MeetingFacts, scale: QualityScale): Prefilled[] {
  const parts: Record<string, string[]> = {
    'time-place': timeAndPlace(facts),
    people: peopleLines(facts),
    content: facts.items.map(({ title, rapporteur }, index) =>
      rapporteur ? `${index + 1}. ${title} (${rapporteur}).` : `${index + 1}. ${title}.`,
    ),
    opinions: opinionLines(facts),
    conclusions: conclusionLines(facts),
    motions: motionLines(facts.motions),
    tasks: taskLines(facts),
    quality: facts.quality ? scoreLines(scale, facts.quality) : [],
    closing: closing(facts),
  };
  return Object.entries(parts).map(([key, lines]) => ({ key, text: lines.join('\n') }));
}

function timeAndPlace({ meeting: { startsAt, place, link } }: MeetingFacts): string[] {
  const where = [place, link ? 'họp trực tuyến' : null].filter(Boolean).join(', ');
  return [`Thời gian: ${momentInWords(startsAt)}.`, `Địa điểm: ${where ? `${where}.` : '…'}`];
}

/** By item, each with who said it; what belongs to no item stands last. */
function opinionLines({ items, opinions }: MeetingFacts): string[] {
  const sayings = (itemId: string | null) =>
    opinions
      .filter((opinion) => opinion.itemId === itemId)
      .map(({ author, text }) => `- ${author ? `Đồng chí ${author}` : 'Có ý kiến'}: ${inOneLine(text)}`);
  const about = items.flatMap(({ id, title }, index) => {
    const lines = sayings(id);
    return lines.length > 0 ? [`${index + 1}. ${title}:`, ...lines] : [];
  });
  return [...about, ...sayings(null)];
}

export function conclusionLines({ items }: Pick<MeetingFacts, 'items'>): string[] {
  return items.flatMap(({ title, conclusion }, index) =>
    conclusion ? [`${index + 1}. ${title}: ${inOneLine(conclusion)}`] : [],
  );
}

export function taskLines({ tasks }: Pick<MeetingFacts, 'tasks'>): string[] {
  return tasks.map(
    ({ what, who, dueOn }, index) =>
      `${index + 1}. ${what}. Người thực hiện: ${who}.${dueOn ? ` Hạn: ${shortDay(dueOn)}.` : ''}`,
  );
}

function closing({ meeting: { closedAt }, taker }: MeetingFacts): string[] {
  const end = closedAt ? momentInWords(closedAt) : '…';
  const reader = taker ? `đồng chí ${taker.fullName}` : 'thư ký';
  return [
    `Buổi sinh hoạt kết thúc lúc ${end}. Biên bản đã được ${reader} đọc lại cho chi bộ nghe và được nhất trí thông qua.`,
  ];
}

function inOneLine(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return /[.!?…]$/.test(line) ? line : `${line}.`;
}
