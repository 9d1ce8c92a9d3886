import { lastOfMonth, mondayOf } from '../../meetings/index.ts';
import { says } from '../phrases.ts';
import { shiftDay } from '../../platform/shift-day.ts';

/** Calendar days, both included. */
export interface DaysAsked {
  from: string;
  until: string;
}

const week = 7;

const named: readonly (readonly [(typed: string) => boolean, (today: string) => DaysAsked])[] = [
  [says(['hôm nay', 'tối nay', 'chiều nay', 'sáng nay']), (today) => ({ from: today, until: today })],
  [says(['ngày mai', 'sáng mai', 'chiều mai', 'tối mai']), (today) => dayAfter(today)],
  [says(['tuần này']), (today) => weekOf(today)],
  [says(['tuần sau', 'tuần tới']), (today) => weekOf(shiftDay(today, week))],
  [says(['tháng này']), (today) => monthOf(today.slice(0, 7))],
  [says(['tháng sau', 'tháng tới']), (today) => monthOf(monthAfter(today.slice(0, 7)))],
];

/**
 * Which days a question about meetings names; null: none, what comes next is meant.
 *
 * @param typed shorthand spelt out
 * @param today a calendar day
 */
export function daysAsked(typed: string, today: string): DaysAsked | null {
  const found = named.find(([isNamed]) => isNamed(typed));
  if (found) return found[1](today);
  const month = Number(/th[aá]ng (?<month>\d{1,2})\b/u.exec(typed)?.groups?.['month'] ?? 0);
  if (month < 1 || month > 12) return null;
  const year = Number(today.slice(0, 4)) + (month < Number(today.slice(5, 7)) ? 1 : 0);
  return monthOf(`${year}-${String(month).padStart(2, '0')}`);
}

function dayAfter(today: string): DaysAsked {
  const day = shiftDay(today, 1);
  return { from: day, until: day };
}

function weekOf(day: string): DaysAsked {
  const monday = mondayOf(day);
  return { from: monday, until: shiftDay(monday, week - 1) };
}

function monthOf(month: string): DaysAsked {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return { from: `${month}-01`, until: lastOfMonth(year, number) };
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
