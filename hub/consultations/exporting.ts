import { sheetMediaTypes, writeSheet, type SheetCell } from '../platform/spreadsheet.ts';
import type { Say } from '../platform/locales.ts';
import type { ConsultationsParts } from './consultations.ts';
import type { Asking, ExportFormat, Results } from './port.ts';
import { resultsInWords, type QuestionInWords } from './result-words.ts';
import type { ReadResults } from './results.ts';

const mediaTypes: Record<ExportFormat, string> = {
  xlsx: sheetMediaTypes.xlsx,
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** Results to be opened elsewhere, with the very figures of the page. */
export function exporting(
  { people, audit, locales }: ConsultationsParts,
  read: ReadResults,
): Asking['exportResults'] {
  return async (by, id, format) => {
    const results = await read(by, id);
    const language = by.memberId === null ? 'vi' : (await people.member(by.memberId)).language;
    const say = locales(language);
    const content = await (format === 'xlsx' ? sheetOf(results, say) : letter(results, say));
    const deed = {
      action: 'consultation.exported',
      unitId: results.unit.id,
      subjectId: id,
      facts: { format },
    };
    await audit.record(by, deed);
    return { name: `lay-y-kien-${results.unit.code}.${format}`, mediaType: mediaTypes[format], content };
  };
}

/** Loaded by the few who need it: every command would wait for it. */
async function letter(results: Results, say: Say): Promise<Uint8Array> {
  const { letterOf } = await import('./letter.ts');
  return await letterOf(results, say);
}

async function sheetOf(results: Results, say: Say): Promise<Uint8Array> {
  const { title, lead, how, questions } = resultsInWords(results, say);
  const rows: SheetCell[][] = [[title], [lead], [how]];
  for (const question of questions) rows.push([], ...rowsOf(question));
  return await writeSheet(rows, 'xlsx');
}

function rowsOf({ heading, note, figures, texts, units }: QuestionInWords): SheetCell[][] {
  return [
    [heading],
    ...(note ? [[note]] : []),
    ...figures.map(({ name, value }): SheetCell[] => [name, value]),
    ...(units ? [units.head, ...units.rows.map(({ name, counts }): SheetCell[] => [name, ...counts])] : []),
    ...texts.map((text): SheetCell[] => [text]),
  ];
}
