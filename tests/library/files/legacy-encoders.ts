import { fromTcvn3 } from '../../../hub/platform/legacy-vietnamese/tcvn3.ts';
import { fromVni } from '../../../hub/platform/legacy-vietnamese/vni.ts';

const codes = Array.from({ length: 0xff - 0xa0 }, (_, index) => String.fromCharCode(0xa1 + index));
const tcvn3 = new Map(
  codes.map((code) => [fromTcvn3(code), code] as const).filter(([letter, code]) => letter !== code),
);
const vni = new Map(
  ['', ...'aeouyôöAEOUYÔÖ'].flatMap((base) =>
    codes
      .map((code) => [fromVni(`${base}${code}`), `${base}${code}`] as const)
      .filter(([letter, code]) => letter.length === 1 && letter !== code),
  ),
);

/** As somebody typed it in .VnTime; capitals that it lacks as their small letters, as for .VnTimeH. */
export function toTcvn3(text: string): string {
  return [...text.normalize('NFC')]
    .map(
      (letter) =>
        tcvn3.get(letter) ??
        tcvn3.get(letter.toLowerCase()) ??
        (letter > '~' ? letter.toLowerCase() : letter),
    )
    .join('');
}

/** As somebody typed it in VNI-Times. */
export function toVni(text: string): string {
  return [...text.normalize('NFC')].map((letter) => vni.get(letter) ?? letter).join('');
}
