import { attribute } from '../../../platform/file-text/markup.ts';

/** Elements that begin a line. */
export const blocks: ReadonlySet<string> = new Set(
  (
    'address article blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);
/** Elements that hold nothing and are never closed. */
export const voids: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta source track wbr'.split(' '),
);
const asides = new Set(
  'head nav aside form button select noscript template svg iframe canvas audio video object'.split(' '),
);
const roles = /^(?:navigation|banner|contentinfo|search|complementary|menu|menubar|dialog)$/;

/** Whether an element holds what is not the page's subject, or what a reader does not see. */
export function isAside(name: string, attributes: string, inMain: boolean): boolean {
  if (asides.has(name) || ((name === 'header' || name === 'footer') && !inMain)) return true;
  if (/(?:^|\s)hidden(?=[\s=/]|$)/i.test(attributes)) return true;
  if (/display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribute(attributes, 'style') ?? '')) return true;
  return attribute(attributes, 'aria-hidden') === 'true' || roles.test(attribute(attributes, 'role') ?? '');
}
