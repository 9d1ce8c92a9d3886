/** What stands on a letter, before it has a form: one sheet, of which the plain and the HTML part are made. */
export interface Sheet {
  language: string;
  /** Who writes, number and date: small lines at the top. */
  head: readonly string[];
  title: string;
  /** An empty line apart; within one, lines as they were written. */
  paragraphs: readonly string[];
  /** What is asked of the reader, by when. */
  asked: readonly string[];
  button: { label: string; url: string; hint: string } | null;
  lists: readonly { title: string; items: readonly string[] }[];
  /** Why this came, and whom to ask: small lines at the end. */
  foot: readonly string[];
  stop: { label: string; url: string } | null;
}

/** For whoever reads letters without pictures and colours, and for screens read aloud. */
export function asText(sheet: Sheet): string {
  const { head, title, paragraphs, asked, button, lists, foot, stop } = sheet;
  const blocks = [
    head.join('\n'),
    title,
    ...paragraphs,
    asked.join('\n'),
    ...(button ? [`${button.label}: ${button.hint}\n${button.url}`] : []),
    ...lists.map((list) => [`${list.title}:`, ...list.items.map((item) => `- ${item}`)].join('\n')),
    // Two hyphens and a space: programs show what follows as a foot.
    ['-- ', ...foot, ...(stop ? [`${stop.label}: ${stop.url}`] : [])].join('\n'),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}
