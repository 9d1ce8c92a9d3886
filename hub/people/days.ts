const vietnam = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short' });

/**
 * The calendar day in Vietnam, `2026-11-01`: the day on which memberships, statuses and roles hold.
 * At one in the morning in Hà Nội, UTC still says yesterday.
 */
export function calendarDay(instant: Date): string {
  return vietnam.format(instant);
}
