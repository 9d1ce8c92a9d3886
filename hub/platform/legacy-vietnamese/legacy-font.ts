import { fromTcvn3 } from './tcvn3.ts';
import { hasUnicodeVietnamese, makesWords, shareOfVietnamese } from './recognise.ts';
import { fromVni } from './vni.ts';

/** Turns what stands in a run of a font into Unicode. */
export type FontReading = (text: string) => string;

/**
 * How text in a font is to be read, by the font's name: `.VnTime` and its kind hold TCVN3, those that end in H draw
 * capitals, `VNI-Times` and its kind hold VNI. Null: any other font, whose text is what it seems. Text that already is
 * Unicode Vietnamese stays, whatever its font is called.
 */
export function readingOfFont(name: string): FontReading | null {
  const bare = name.replace(/^[A-Z]{6}\+/, '').trim();
  if (/^\.?vn[a-z3]/i.test(bare) && !/^vni/i.test(bare)) {
    const capitals = /H(?:[-, ]?(?:Bold|Italic|Regular|Normal|BoldItalic))*$/.test(bare);
    return (text) => tcvn3Run(text, capitals);
  }
  return /^vni[- _]/i.test(bare) ? (text) => unlessUnicode(text, fromVni) : null;
}

function tcvn3Run(text: string, capitals: boolean): string {
  const read = unlessUnicode(text, fromTcvn3);
  return capitals ? read.toUpperCase() : read;
}

function unlessUnicode(text: string, read: FontReading): string {
  // Word keeps the codes of a font that it takes for one of symbols in the private area.
  const codes = text.replaceAll(/[\uf020-\uf0ff]/g, (code) =>
    String.fromCharCode(code.charCodeAt(0) - 0xf000),
  );
  return hasUnicodeVietnamese(codes) ? text : read(codes);
}

/** Whether what stands in such fonts is coded as they say: often only their names are left, and the text is Unicode. */
export function isCodedAsNamed(texts: readonly string[]): boolean {
  const text = texts.join(' ');
  return (shareOfVietnamese(text) ?? (hasUnicodeVietnamese(text) ? 1 : 0)) < 0.5;
}

/**
 * The text of a run in Unicode. `coded`: what the file's fonts say is true of it as a whole; where it is not, only a run
 * that is no Vietnamese otherwise is read by its font.
 */
export function readRun(text: string, font: string, coded: boolean): string {
  const read = readingOfFont(font);
  return read && (coded || makesWords(text, read)) ? read(text) : text;
}
