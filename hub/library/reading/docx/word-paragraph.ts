import { readRun } from '../../../platform/legacy-vietnamese/legacy-font.ts';

/** A paragraph while it is read. */
export interface WordParagraph {
  /** Runs of one font put together: in VNI a letter and its mark may stand in two. */
  runs: { font: string; text: string; capitals: boolean }[];
  style: string | null;
  list: string | null;
  level: number | null;
  outline: number | null;
  centred: boolean | null;
  /** Its end was deleted: the next one goes on in the same line. */
  goesOn: boolean;
  /** Ids of the notes it refers to, `footnote 1`. */
  notes: string[];
  /** Lines of the text boxes that hang on it. */
  boxes: string[];
}

export function newParagraph(): WordParagraph {
  return {
    runs: [],
    style: null,
    list: null,
    level: null,
    outline: null,
    centred: null,
    goesOn: false,
    notes: [],
    boxes: [],
  };
}

export function addText(paragraph: WordParagraph, run: { font: string; text: string; capitals: boolean }) {
  const last = paragraph.runs.at(-1);
  if (last?.font === run.font && last.capitals === run.capitals) last.text += run.text;
  else paragraph.runs.push(run);
}

/** The text with its breaks and tabs. `coded`: fonts of the time before Unicode hold what their names promise. */
export function textOf({ runs }: WordParagraph, coded: boolean): string {
  return runs
    .map(({ font, text, capitals }) => {
      const read = readRun(text, font, coded);
      return capitals ? read.toUpperCase() : read;
    })
    .join('');
}
