const vietnam = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short' });

/**
 * The calendar day in Vietnam, `2026-11-01`: the day on which memberships, statuses and roles hold.
 * At one in the morning in Hà Nội, UTC still says yesterday.
 */
export function calendarDay(instant: Date): string {
  return vietnam.format(instant);
}

/**
 * `2026-05-19`, or the day first: `19/5/2026`, `19.05.2026`. Null for what is no day since the Party was founded.
 */
export function readDay(text: string): string | null {
  const iso = /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/.exec(text);
  const { year, month, day } =
    (iso ?? /^(?<day>\d{1,2})([/.-])(?<month>\d{1,2})\2(?<year>\d{4})$/.exec(text))?.groups ?? {};
  if (!year || !month || !day || Number(year) < 1930) return null;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written) ? written : null;
}
