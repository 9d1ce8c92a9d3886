/**
 * A PDF by hand: the drawing of each page in Latin-1, and the names of its fonts F1, F2 and so on, whose codes are those of
 * WinAnsi.
 */
export function rawPdf(contents: readonly string[], fonts: readonly string[] = ['Helvetica']): Uint8Array {
  const first = 3 + fonts.length;
  const resources = fonts.map((_, index) => `/F${index + 1} ${3 + index} 0 R`).join('');
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${contents.length}/Kids[${contents.map((_, index) => `${first + 2 * index} 0 R`).join(' ')}]>>`,
    ...fonts.map((name) => `<</Type/Font/Subtype/Type1/BaseFont/${name}/Encoding/WinAnsiEncoding>>`),
    ...contents.flatMap((content, index) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<<${resources}>>>>` +
        `/Contents ${first + 2 * index + 1} 0 R>>`,
      `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    ]),
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const references = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`;
  const trailer = `trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF\n`;
  return Uint8Array.from(Buffer.from(`${file}${references}${trailer}`, 'latin1'));
}

/** Text at a place of a page, in points from its lower left corner. */
export function show(text: string, x: number, y: number, { font = 1, size = 12 } = {}): string {
  const escaped = text.replaceAll(/[\\()]/g, String.raw`\$&`);
  return `BT /F${font} ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escaped}) Tj ET\n`;
}
