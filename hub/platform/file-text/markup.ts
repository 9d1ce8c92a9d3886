type Piece =
  | { kind: 'text'; text: string }
  | { kind: 'tag'; name: string; closing: boolean; attributes: string };

/** Tags and texts of HTML or XML in their order, each character looked at once. Names come without prefix in XML. */
export function* markup(source: string, html: boolean): Generator<Piece> {
  for (let at = 0; at < source.length;) {
    const open = source.indexOf('<', at);
    const until = open < 0 ? source.length : open;
    if (until > at) yield { kind: 'text', text: source.slice(at, until) };
    if (open < 0) return;
    const end = endOfMarkup(source, open);
    if (end === open + 1) yield { kind: 'text', text: '<' };
    else if (source.startsWith('<![CDATA[', open) && !html) {
      yield { kind: 'text', text: source.slice(open + 9, end - 3).replaceAll('&', '&amp;') };
    }
    const [, slash, prefixed = ''] =
      /^<(\/?)([^\s/>]*)/.exec(source.slice(open, Math.min(end, open + 100))) ?? [];
    at = end;
    if (!/^[a-z_]/i.test(prefixed)) continue;
    const name = html ? prefixed.toLowerCase() : prefixed.slice(prefixed.indexOf(':') + 1);
    yield {
      kind: 'tag',
      name,
      closing: slash === '/',
      attributes: source.slice(open + 1 + prefixed.length, end - 1),
    };
    if (html && slash === '' && (name === 'script' || name === 'style')) at = endOfRawText(source, end, name);
  }
}

function endOfMarkup(source: string, open: number) {
  if (source.startsWith('<!--', open)) return after(source, '-->', open + 2);
  if (source.startsWith('<![CDATA[', open)) return after(source, ']]>', open);
  if (/^<[!?]/.test(source.slice(open, open + 2))) return after(source, '>', open);
  if (!/^<\/?[a-z_]/i.test(source.slice(open, open + 3))) return open + 1;
  let quote = '';
  let lastSeen = '';
  for (let at = open + 1; at < source.length; at += 1) {
    const character = source[at] ?? '';
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '>') return at + 1;
    // A stray quote does not open a value; taking it for one would hide the text after the tag.
    else if ((character === '"' || character === "'") && lastSeen === '=') quote = character;
    if (!/\s/.test(character)) lastSeen = character;
  }
  return source.length;
}

function after(source: string, end: string, from: number) {
  const at = source.indexOf(end, from);
  return at < 0 ? source.length : at + end.length;
}

function endOfRawText(source: string, from: number, name: string) {
  const closing = new RegExp(`</${name}`, 'gi');
  closing.lastIndex = from;
  return closing.exec(source)?.index ?? source.length;
}

/** The value of an attribute by its local name; null: it is not there. */
export function attribute(attributes: string, name: string): string | null {
  const found = attributePattern(name).exec(attributes);
  const value = found?.[1] ?? found?.[2] ?? found?.[3];
  return value === undefined ? null : decodeEntities(value);
}

function attributePattern(name: string): RegExp {
  const quoted = String.raw`"([^"]*)"|'([^']*)'|([^\s"'>=]+)`;
  return new RegExp(String.raw`(?:^|[\s:])${name}\s*=\s*(?:${quoted})`);
}

const latinEntities =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute ' +
  'micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring ' +
  'AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml ' +
  'times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil ' +
  'egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ' +
  'ugrave uacute ucirc uuml yacute thorn yuml';
const entities = new Map<string, string>([
  ...latinEntities.split(' ').map((name, index) => [name, String.fromCodePoint(160 + index)] as const),
  ...Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    Tab: '\t',
    NewLine: '\n',
    vert: '|',
  }),
  ...Object.entries({ ensp: '\u2002', emsp: '\u2003', thinsp: '\u2009', zwnj: '\u200c', zwj: '\u200d' }),
  ...Object.entries({ ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', hellip: '…' }),
  ...Object.entries({
    bull: '•',
    lsqb: '[',
    rsqb: ']',
    lpar: '(',
    rpar: ')',
    colon: ':',
    ast: '*',
    hyphen: '‐',
  }),
  ...Object.entries({
    Dstrok: 'Đ',
    dstrok: 'đ',
    Abreve: 'Ă',
    abreve: 'ă',
    Itilde: 'Ĩ',
    itilde: 'ĩ',
    Utilde: 'Ũ',
  }),
]);

/** Text with its entities replaced by what they stand for; unknown ones stay. */
export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#x0*([0-9a-f]{1,6})|#0*(\d{1,7})|([a-z][a-z0-9]{1,31}));?/gi,
    (whole, hexadecimal?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return entities.get(name) ?? whole;
      const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
    },
  );
}
