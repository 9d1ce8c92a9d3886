import { readDay, readTime } from '../../hub/notices/index.ts';

/** "25/12", "25/12 17h", "17h 25/12": until the end of the day where no time is named. */
export function momentIn(text: string, now: Date): Date | null {
  const words = text.trim().split(/\s+/);
  const tries: [day: string, time: string][] = [
    [text, '23:59'],
    [words.slice(0, -1).join(' '), words.at(-1) ?? ''],
    [words.slice(1).join(' '), words[0] ?? ''],
  ];
  for (const [dayText, timeText] of tries) {
    const [day, time] = [readDay(dayText, now), readTime(timeText)];
    if (day && time) return new Date(`${day}T${time}:00+07:00`);
  }
  return null;
}
