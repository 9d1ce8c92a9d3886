/** Bytes of a file, counted from 0; both are among them. */
export interface ByteRange {
  from: number;
  to: number;
}

/**
 * The one part of a file that a browser asks for: that of iPhones plays no sound of which it cannot have parts. Null
 * where all is asked for, or several parts at once, which nobody has to answer.
 *
 * @param asked the header `range`, such as `bytes=0-1`, `bytes=100-` or `bytes=-5`
 * @returns `beyond`: it begins behind the end
 * @source RFC 9110, 14.1.2 and 14.2
 */
export function byteRange(asked: string | undefined, length: number): ByteRange | 'beyond' | null {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(asked ?? '') ?? [];
  if (first === '' && last === '') return null;
  const isTail = first === '';
  const from = isTail ? Math.max(0, length - Number(last)) : Number(first);
  const to = isTail || last === '' ? length - 1 : Math.min(Number(last), length - 1);
  if (!isTail && last !== '' && Number(last) < Number(first)) return null;
  return from >= length ? 'beyond' : { from, to };
}
