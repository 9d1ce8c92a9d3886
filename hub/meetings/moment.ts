import type { Say } from '../platform/locales.ts';

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** As an invitation says it: "19 giờ 30, thứ Năm 03/12/2026". */
export function momentInWords(moment: Date, { say, timeZone }: { say: Say; timeZone: string }): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(moment);
  const value = (type: string) => parts.find((part) => part.type === type)!.value;
  const minutes = value('minute');
  const facts = { hours: Number(value('hour')), minutes, onTheHour: minutes === '00' ? 'yes' : 'no', moment };
  return say('meeting-moment', { ...facts, weekday: weekdays.indexOf(value('weekday')) });
}
