import { createRequire } from 'node:module';
import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';

/** A PDF with the Vietnamese letters of Tinos, as Word would print it. */
export async function madePdf(definition: Omit<TDocumentDefinitions, 'defaultStyle'>): Promise<Uint8Array> {
  const resolve = (name: string) =>
    createRequire(import.meta.url).resolve(`@expo-google-fonts/tinos/${name}`);
  const fonts = {
    Tinos: {
      normal: resolve('400Regular/Tinos_400Regular.ttf'),
      bold: resolve('700Bold/Tinos_700Bold.ttf'),
      italics: resolve('400Regular_Italic/Tinos_400Regular_Italic.ttf'),
      bolditalics: resolve('700Bold_Italic/Tinos_700Bold_Italic.ttf'),
    },
  };
  pdfmake.setFonts(fonts);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => Object.values(fonts.Tinos).includes(path));
  const bytes = await pdfmake
    .createPdf({
      pageSize: 'A4',
      pageMargins: [85, 57, 57, 57],
      defaultStyle: { font: 'Tinos', fontSize: 14 },
      ...definition,
    })
    .getBuffer();
  return new Uint8Array(bytes);
}
