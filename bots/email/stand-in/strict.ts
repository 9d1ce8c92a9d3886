/** Why a server of today would not take these bytes; null where it would (RFC 5321, 5322, 2045). */
export function faultIn(raw: Buffer): string | null {
  const text = raw.toString('latin1');
  if (/(?<!\r)\n|\r(?!\n)/.test(text)) return 'a bare line feed';
  const lines = text.split('\r\n');
  if (lines.some((line) => line.length > 998)) return 'a line of more than 998 characters';
  const head = lines.slice(0, lines.indexOf(''));
  if (head.some((line) => /[^\t\x20-\x7e]/.test(line))) return 'a head that is not ASCII';
  const names = head.flatMap((line) => /^([\w-]+):/.exec(line)?.[1]?.toLowerCase() ?? []);
  for (const name of ['from', 'to', 'date', 'message-id', 'subject', 'mime-version']) {
    const count = names.filter((other) => other === name).length;
    if (count !== 1) return `${count} times ${name}`;
  }
  if (!/^message-id: *(?:\r\n )?<[^<>@\s]+@[^<>@\s]+>\r?$/im.test(head.join('\r\n')))
    return 'a wrong Message-ID';
  return null;
}
