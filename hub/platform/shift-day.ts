const dayMs = 86_400_000;

/** Of calendar days: `2026-12-01` with `by` −1 is `2026-11-30`. */
export function shiftDay(day: string, by: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * dayMs).toISOString().slice(0, 10);
}
