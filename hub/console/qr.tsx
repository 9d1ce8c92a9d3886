import encode from 'qr';

/** Modules of white around a code, without which cameras do not find it. */
const quiet = 4;

/**
 * A QR code as one stroke per line of modules: a third of the size of a drawn square for each, and sharp on any
 * printer.
 *
 * @param label what somebody hears who cannot see it
 */
export function QrCode({ text, label }: { text: string; label: string }) {
  const modules = encode(text, 'raw', { ecc: 'medium', border: quiet });
  const side = modules.length;
  return (
    <svg
      class="qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${side} ${side}`}
      shape-rendering="crispEdges"
    >
      <rect width={side} height={side} fill="#fff" />
      <path stroke="#000" d={modules.map(stroke).join('')} />
    </svg>
  );
}

/** `M0 7.5m4 0h7m2 0h1`: dark modules drawn, light ones stepped over. */
function stroke(line: readonly boolean[], row: number): string {
  let path = `M0 ${row + 0.5}`;
  for (let start = 0; start < line.length;) {
    let end = start;
    while (end < line.length && line[end] === line[start]) end += 1;
    path += line[start] ? `h${end - start}` : `m${end - start} 0`;
    start = end;
  }
  return path;
}
