import { attribute, markup } from './markup.ts';

type Style = { font: string | null; basedOn: string | null };

/** Fonts of a Word file, as far as its styles name them. */
export interface DocxFonts {
  /** Of a run: what it says itself, else its own style, else its paragraph's, else the default; empty: nobody says. */
  of(run: { font: string | null; runStyle: string | null; paragraphStyle: string | null }): string;
}

/** Reads `word/styles.xml`. */
export function docxFonts(stylesXml: string): DocxFonts {
  const styles = new Map<string, Style>();
  let open: Style = { font: null, basedOn: null };
  const byDefault = open;
  let usual: string | null = null;
  for (const piece of markup(stylesXml, false)) {
    if (piece.kind === 'text' || piece.closing) continue;
    const { name, attributes } = piece;
    if (name === 'style') {
      open = { font: null, basedOn: null };
      const id = attribute(attributes, 'styleId') ?? '';
      styles.set(id, open);
      if (
        /^(?:1|true|on)$/.test(attribute(attributes, 'default') ?? '') &&
        attribute(attributes, 'type') === 'paragraph'
      )
        usual = id;
    }
    if (name === 'basedOn') open.basedOn = attribute(attributes, 'val');
    if (name === 'rFonts') open.font ??= fontNamed(attributes);
  }
  const ofStyle = (id: string | null): string | null => {
    const seen = new Set<string>();
    for (let at = id; at !== null && !seen.has(at); at = styles.get(at)?.basedOn ?? null) {
      seen.add(at);
      const font = styles.get(at)?.font;
      if (font) return font;
    }
    return null;
  };
  return {
    of: ({ font, runStyle, paragraphStyle }) =>
      font ?? ofStyle(runStyle) ?? ofStyle(paragraphStyle ?? usual) ?? byDefault.font ?? '',
  };
}

/** The font that an element `rFonts` sets for letters beyond ASCII; null: none. */
export function fontNamed(attributes: string): string | null {
  return attribute(attributes, 'hAnsi') ?? attribute(attributes, 'ascii') ?? attribute(attributes, 'cs');
}
