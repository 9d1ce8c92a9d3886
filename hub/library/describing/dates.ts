const spoken = /ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/giu;
const written = /(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)/g;

/** The first date of a text, `ngày 26 tháng 5 năm 2025` or `26/5/2025`, as `2025-05-26`; null where there is none. */
export function firstDate(text: string): string | null {
  const dates = [...text.matchAll(spoken), ...text.matchAll(written)]
    .map((found) => ({
      index: found.index,
      date: isoDate(Number(found[3]), Number(found[2]), Number(found[1])),
    }))
    .filter(({ date }) => date !== null)
    .toSorted((a, b) => a.index - b.index);
  return dates[0]?.date ?? null;
}

function isoDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}
