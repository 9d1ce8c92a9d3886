/** The first day of a day's month: what is kept without a person keeps nothing finer, or the day would lead to who asked. */
export function monthOf(day: string): string {
  return `${day.slice(0, 7)}-01`;
}
