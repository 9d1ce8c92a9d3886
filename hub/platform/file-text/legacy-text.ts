import { isUtf8 } from 'node:buffer';
import { legacyReadingOf, shareOfVietnamese } from '../legacy-vietnamese/recognise.ts';

/**
 * Bytes that are Vietnamese in an encoding before Unicode (Windows-1258, TCVN3, VNI), as Unicode; null: they are
 * something else, or too few to tell.
 */
export function legacyText(content: Uint8Array): string | null {
  if (isUtf8(content) || content.includes(0)) return null;
  const vietnamese = new TextDecoder('windows-1258').decode(content).normalize('NFC');
  if ((shareOfVietnamese(vietnamese) ?? 0) > 0.8) return vietnamese;
  const western = Buffer.from(content).toString('latin1');
  return legacyReadingOf(western)?.(western) ?? null;
}
