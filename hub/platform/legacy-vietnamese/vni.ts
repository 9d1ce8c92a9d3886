const [grave, acute, hook, tilde, dot] = ['\u0300', '\u0301', '\u0309', '\u0303', '\u0323'];
const [breve, circumflex] = ['\u0306', '\u0302'];

/** The mark that follows a letter, by its code. */
const marks = new Map<string, string>([
  ['ø', grave],
  ['ù', acute],
  ['û', hook],
  ['õ', tilde],
  ['ï', dot],
  ['ê', breve],
  ['è', breve + grave],
  ['é', breve + acute],
  ['ú', breve + hook],
  ['ü', breve + tilde],
  ['ë', breve + dot],
  ['â', circumflex],
  ['à', circumflex + grave],
  ['á', circumflex + acute],
  ['å', circumflex + hook],
  ['ã', circumflex + tilde],
  ['ä', circumflex + dot],
]);
/** Letters that are one code. */
const letters = new Map<string, string>([
  ['ì', 'ì'],
  ['í', 'í'],
  ['æ', 'ỉ'],
  ['ó', 'ĩ'],
  ['ò', 'ị'],
  ['ô', 'ơ'],
  ['ö', 'ư'],
  ['î', 'ỵ'],
  ['ñ', 'đ'],
]);
const allowed: readonly (readonly [letters: string, marks: RegExp])[] = [
  ['a', /^[\u0306\u0302]|^[\u0300\u0301\u0303\u0309\u0323]$/u],
  ['eo', /^\u0302|^[\u0300\u0301\u0303\u0309\u0323]$/u],
  ['uyôö', /^[\u0300\u0301\u0303\u0309\u0323]$/u],
];
const coded = /([aeouyôö])([øùûõïêèéúüëâàáåãä])|[ìíæóòôöîñ]/giu;

/**
 * Text of a font such as VNI-Times, whose codes have been taken for those of Latin-1, in Unicode: a letter carries its
 * mark behind it, `Ñaûng` is `Đảng`.
 *
 * @source the table "VNI for Windows" of VNI Software, published with its fonts
 */
export function fromVni(text: string): string {
  return text.replace(coded, (code: string, base: string | undefined, mark: string | undefined) => {
    if (base === undefined || mark === undefined) return letter(code);
    const said = marks.get(mark.toLowerCase()) ?? '';
    const fits = allowed.some(([bases, those]) => bases.includes(base.toLowerCase()) && those.test(said));
    return fits ? `${letter(base)}${said}`.normalize('NFC') : `${letter(base)}${letter(mark)}`;
  });
}

function letter(code: string): string {
  const small = code.toLowerCase();
  const found = letters.get(small) ?? small;
  return code === small ? found : found.toUpperCase();
}

/** Whether all of a word has a meaning in VNI. */
export function isAllVni(text: string): boolean {
  return /^\p{ASCII}*$/u.test(text.replace(coded, ''));
}
