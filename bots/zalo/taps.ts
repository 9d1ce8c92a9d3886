/**
 * Zalo tells of a tap as if the person had written the button's reference. The mark tells it from what is typed; it
 * begins as it does so that a tap also passes where an account lets only commands through ("Lọc cú pháp").
 */
const mark = '#caunoi:';
/** The longest reference a button of ours has. */
const longest = 64;

export function textOfTap(reference: string): string {
  return mark + reference;
}

/** The reference of a tapped button; null for what was typed. Whoever knows the mark can type it: it only refers. */
export function referenceIn(text: string): string | null {
  const reference = text.startsWith(mark) ? text.slice(mark.length) : '';
  return reference === '' || reference.length > longest ? null : reference;
}
