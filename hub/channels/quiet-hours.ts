/** Minutes after local midnight; may run over midnight. */
export interface QuietHours {
  fromMinute: number;
  toMinute: number;
}

const minuteMs = 60_000;
const eveningMinute = 21 * 60 + 30;

/**
 * When an ordinary notice meant for `wanted` may go. In quiet hours it moves to their end, with up to
 * `jitterMs` of delay so that not everybody's phone rings at six; where that would be too late for `deadline`
 * it goes the evening before at 21:30, or, when that has passed, at once.
 *
 * @param random a number in [0, 1)
 */
export function earliestSend(options: {
  wanted: Date;
  now: Date;
  deadline: Date | null;
  quiet: QuietHours | null;
  timeZone: string;
  random: number;
  jitterMs?: number;
}): Date {
  const { wanted, now, deadline, quiet, timeZone, random, jitterMs = 10 * minuteMs } = options;
  if (!quiet) return wanted;
  const minute = minuteOfDay(wanted, timeZone);
  if (!isWithin(minute, quiet)) return wanted;
  const untilEnd = (quiet.toMinute - minute + 1440) % 1440;
  const morning = new Date(
    startOfMinute(wanted).getTime() + untilEnd * minuteMs + Math.floor(random * jitterMs),
  );
  if (!deadline || morning < deadline) return morning;
  const sinceEvening = (minute - eveningMinute + 1440) % 1440;
  const evening = new Date(startOfMinute(wanted).getTime() - sinceEvening * minuteMs);
  return evening > now ? evening : now;
}

function isWithin(minute: number, { fromMinute, toMinute }: QuietHours): boolean {
  return fromMinute <= toMinute
    ? minute >= fromMinute && minute < toMinute
    : minute >= fromMinute || minute < toMinute;
}

function minuteOfDay(moment: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(moment);
  const value = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return value('hour') * 60 + value('minute');
}

function startOfMinute(moment: Date): Date {
  return new Date(Math.floor(moment.getTime() / minuteMs) * minuteMs);
}
