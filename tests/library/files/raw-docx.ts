import { zip } from '../../support/zip.ts';

/** A DOCX from the inside of its body, with other parts by their names below `word/`. */
export function rawDocx(body: string, parts: Record<string, string> = {}): Uint8Array {
  const others = Object.fromEntries(Object.entries(parts).map(([name, xml]) => [`word/${name}`, xml]));
  const document = `<?xml version="1.0"?><w:document><w:body>${body}</w:body></w:document>`;
  return zip(
    { '[Content_Types].xml': '<Types/>', 'word/document.xml': document, ...others },
    { deflate: true },
  );
}

/** A run, with properties such as `<w:rFonts w:hAnsi=".VnTime"/>`. */
export function run(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A paragraph of runs, with properties such as `<w:jc w:val="center"/>`. */
export function paragraph(runs: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${runs.startsWith('<') ? runs : run(runs)}</w:p>`;
}

/** One on a level of list 1. */
export function listed(text: string, level: number, list = 1): string {
  return paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
}

export function font(name: string): string {
  return `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`;
}

/** A table of rows of cells, each its paragraphs or `[properties, paragraphs]`. */
export function table(rows: readonly (readonly (string | readonly [string, string])[])[]): string {
  const cell = (content: string | readonly [string, string]) => {
    const [properties, text] = typeof content === 'string' ? ['', content] : content;
    const paragraphs = text.split('\n').map((line) => paragraph(run(line)));
    return `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraphs.join('')}</w:tc>`;
  };
  return `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}
