import { zip } from '../support/zip.ts';

const start = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** An Excel file whose first sheet holds these `<row>`s; style 1 is a date, 2 is seven digits with leading zeros. */
export function workbook(rows: string, others: Record<string, string> = {}): Uint8Array {
  return zip(
    {
      'xl/workbook.xml': `${start}<workbook ${main} xmlns:r="${office}"><sheets><sheet name="Danh sách" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `${start}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
      'xl/styles.xml': `${start}<styleSheet ${main}><numFmts count="1"><numFmt numFmtId="164" formatCode="0000000"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`,
      'xl/worksheets/sheet1.xml': `${start}<worksheet ${main}><sheetData>${rows}</sheetData></worksheet>`,
      ...others,
    },
    { deflate: true },
  );
}

/** A row of text cells, and of cells written out as XML with `@` in the place of their address. */
export function row(number: number, ...cells: readonly string[]): string {
  const written = cells.map((cell, index) => {
    const address = `${String.fromCharCode(65 + index)}${number}`;
    return cell.startsWith('<')
      ? cell.replace('@', address)
      : `<c r="${address}" t="inlineStr"><is><t>${cell}</t></is></c>`;
  });
  return `<row r="${number}">${written.join('')}</row>`;
}
