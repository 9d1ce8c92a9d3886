import type { Say } from '../platform/locales.ts';
import { wordLine, wordTable, writeWordFile } from '../platform/word-file.ts';
import type { Results } from './port.ts';
import { resultsInWords, type QuestionInWords } from './result-words.ts';

/** Results as a Word file, for who reads on paper. */
export async function letterOf(results: Results, say: Say): Promise<Uint8Array> {
  const { title, lead, how, questions } = resultsInWords(results, say);
  return await writeWordFile(title, [
    wordLine(title, { bold: true, centered: true }),
    wordLine(lead, { centered: true }),
    ...questions.flatMap(ofQuestion),
    wordLine(how, { italics: true, size: 24 }),
  ]);
}

function ofQuestion({ heading, note, figures, texts, units }: QuestionInWords) {
  const table = (rows: readonly { name: string; value: string | number }[]) =>
    rows.length > 0 ? [wordTable(rows.map(({ name, value }) => [name, String(value)]))] : [];
  return [
    wordLine(heading, { bold: true }),
    ...(note ? [wordLine(note, { italics: true })] : []),
    ...table(figures),
    ...(units?.rows ?? []).flatMap(({ name, counts }) => [
      wordLine(name),
      ...table(counts.map((value, column) => ({ name: units!.head[column + 1]!, value }))),
    ]),
    ...texts.map((text) => wordLine(`– ${text}`)),
  ];
}
