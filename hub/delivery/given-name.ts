/** The given name: in Vietnamese the last word of a full name. */
export function givenNameOf(fullName: string): string {
  return fullName.slice(fullName.lastIndexOf(' ') + 1);
}
