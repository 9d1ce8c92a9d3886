export function memberUrl(code: string): string {
  return `/console/people/members/${encodeURIComponent(code)}`;
}

export function unitUrl(code: string): string {
  return `/console/people/units/${encodeURIComponent(code)}`;
}
