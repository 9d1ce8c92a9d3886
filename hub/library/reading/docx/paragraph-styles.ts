import { attribute, markup } from '../../../platform/file-text/markup.ts';

/** What a style says of its paragraphs; null: nothing. */
export interface ParagraphStyle {
  list: string | null;
  level: number | null;
  /** From 0; 9 is body text. */
  outline: number | null;
  centred: boolean | null;
  hidden: boolean | null;
  /** A line of a table of contents. */
  contents: boolean;
}

/** The paragraph styles of `word/styles.xml` by their ids, each with what it takes over from the one it is based on. */
export function paragraphStyles(xml: string): (id: string | null) => ParagraphStyle {
  const own = new Map<string, Partial<ParagraphStyle> & { basedOn?: string | null }>();
  let open: Partial<ParagraphStyle> & { basedOn?: string | null } = {};
  let usual: string | null = null;
  for (const piece of markup(xml, false)) {
    if (piece.kind === 'text' || piece.closing) continue;
    const { name, attributes } = piece;
    const value = attribute(attributes, 'val');
    if (name === 'style') {
      open = {};
      const id = attribute(attributes, 'styleId') ?? '';
      own.set(id, open);
      const isDefault = /^(?:1|true|on)$/.test(attribute(attributes, 'default') ?? '');
      if (isDefault && attribute(attributes, 'type') === 'paragraph') usual = id;
    }
    if (name === 'name') open.contents = /^toc \d/i.test(value ?? '');
    if (name === 'basedOn') open.basedOn = value;
    if (name === 'numId') open.list = value;
    if (name === 'ilvl') open.level = Number(value);
    if (name === 'outlineLvl') open.outline = Number(value);
    if (name === 'jc') open.centred = value === 'center';
    if (name === 'vanish') open.hidden = !/^(?:0|false|off)$/.test(value ?? '');
  }
  return (id) => {
    const found: ParagraphStyle = {
      list: null,
      level: null,
      outline: null,
      centred: null,
      hidden: null,
      contents: false,
    };
    const seen = new Set<string>();
    for (let at = id ?? usual; at !== null && !seen.has(at); at = own.get(at)?.basedOn ?? null) {
      seen.add(at);
      const style = own.get(at);
      found.list ??= style?.list ?? null;
      found.level ??= style?.level ?? null;
      found.outline ??= style?.outline ?? null;
      found.centred ??= style?.centred ?? null;
      found.hidden ??= style?.hidden ?? null;
      found.contents ||= style?.contents ?? false;
    }
    return found;
  };
}
