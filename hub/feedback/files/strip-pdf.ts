import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFRef, PDFStream } from '@cantoo/pdf-lib';
import type { PDFContext, PDFObject } from '@cantoo/pdf-lib';
import { strippedPicture } from './strip-picture.ts';

/**
 * The pages as they are, in a file that says nothing of its making: without Info and XMP, what programs put by, names
 * and dates of remarks, signatures, attached files and scripts. What no page needs, such as an earlier version of the
 * text, is left out.
 *
 * @throws broken, encrypted, or without a page
 */
export async function strippedPdf(content: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.load(content, {
    updateMetadata: false,
    throwOnInvalidObject: true,
    capNumbers: true,
  });
  const { context, catalog } = document;
  if (document.isEncrypted || context.trailerInfo.Encrypt) throw new Error('encrypted');
  if (document.getPageCount() === 0) throw new Error('without a page');
  delete context.trailerInfo.Info;
  delete context.trailerInfo.ID;
  for (const key of ['Perms', 'DSS', 'OpenAction']) catalog.delete(PDFName.of(key));
  const needed = stripFrom(context.trailerInfo.Root, context);
  for (const [ref] of context.enumerateIndirectObjects())
    if (!needed.has(ref.toString())) context.delete(ref);
  return await document.save({ rewrite: true, addDefaultPage: false, updateFieldAppearances: false });
}

/** Never of use to who reads: whatever holds them. */
const dropped = 'Metadata PieceInfo LastModified AF EF AA JavaScript JS EmbeddedFiles XFA'.split(' ');
/** Of a remark: who made it and when. A field of a form goes by `T`, and keeps it. */
const ofRemark = 'T M CreationDate NM'.split(' ');

/** Strips all that can be reached from there, and says which objects these are. */
function stripFrom(root: PDFObject | undefined, context: PDFContext): Set<string> {
  const reached = new Set<string>();
  const seen = new Set<PDFObject>();
  const open: (PDFObject | undefined)[] = [root];
  while (open.length > 0) {
    const next = open.pop();
    if (next instanceof PDFRef) {
      if (reached.has(next.toString())) continue;
      reached.add(next.toString());
      const object = context.lookup(next);
      if (object instanceof PDFRawStream) context.assign(next, withoutExif(object));
      open.push(context.lookup(next));
    } else if (next && !seen.has(next)) {
      seen.add(next);
      if (next instanceof PDFArray) for (const each of next.asArray()) open.push(each);
      const dict = next instanceof PDFStream ? next.dict : next;
      if (dict instanceof PDFDict) {
        strip(dict);
        for (const each of dict.values()) open.push(each);
      }
    }
  }
  return reached;
}

function strip(dict: PDFDict): void {
  const is = (key: string, value: string) => dict.get(PDFName.of(key)) === PDFName.of(value);
  const gone = [...dropped];
  if (dict.has(PDFName.of('Rect')) && !is('Subtype', 'Widget')) gone.push(...ofRemark);
  if (is('FT', 'Sig')) gone.push('V');
  for (const key of gone) dict.delete(PDFName.of(key));
}

/** A photo lies in a PDF as the camera wrote it. */
function withoutExif(stream: PDFRawStream): PDFRawStream {
  const filter = stream.dict.get(PDFName.of('Filter'));
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.get(0) : filter;
  if (only !== PDFName.of('DCTDecode')) return stream;
  const stripped = strippedPicture(stream.contents);
  if (!stripped) throw new Error('a picture that cannot be looked into');
  return PDFRawStream.of(stream.dict, stripped);
}
