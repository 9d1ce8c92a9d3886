/**
 * In a group Zalo takes `[@id]` in a text for somebody called by name, and `[@group]` for everybody. What was written
 * elsewhere must not call anyone.
 */
export function withoutMentions(text: string): string {
  return text.replaceAll(/\[@[^\]\n]{0,64}\] ?/g, '').trim();
}
