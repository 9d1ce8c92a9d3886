import { decodeEntities, markup } from './markup.ts';

const blocks = new Set(
  (
    'address article aside blockquote body br button caption center dd details dialog dir div dl dt fieldset ' +
    'figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html input legend li main ' +
    'menu nav noscript ol optgroup option p pre search section select summary table tbody textarea tfoot thead ' +
    'title tr ul'
  ).split(' '),
);

/** The words of a page as a browser lays them out: a line for each block, a tab for each cell. */
export function htmlText(source: string): string {
  const output: string[] = [];
  let preformatted = 0;
  for (const piece of markup(source, true)) {
    if (piece.kind === 'text') {
      const text = preformatted > 0 ? piece.text : piece.text.replace(/[ \t\r\n\f]+/g, ' ');
      const continued = preformatted === 0 && /[ \n\t]/.test((output.at(-1) ?? '\n').slice(-1));
      const shown = continued ? text.replace(/^ /, '') : text;
      if (shown !== '') output.push(decodeEntities(shown));
    } else {
      if (piece.name === 'pre') preformatted = Math.max(0, preformatted + (piece.closing ? -1 : 1));
      if (/^t[dh]$/.test(piece.name)) output.push(piece.closing ? '' : '\t');
      else if (blocks.has(piece.name)) output.push('\n');
    }
  }
  return output.join('');
}
