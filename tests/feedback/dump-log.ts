import fs from 'node:fs';

/** The hub logs to standard error, a line at a time. */
export function catchLog(): { lines: readonly string[]; stop(): void } {
  const lines: string[] = [];
  const { writeSync } = fs;
  const caught = (descriptor: number, said: unknown, ...rest: unknown[]): number => {
    if (descriptor !== 2) return Reflect.apply(writeSync, fs, [descriptor, said, ...rest]) as number;
    const line = typeof said === 'string' ? said : Buffer.from(said as Uint8Array).toString('utf8');
    lines.push(...line.split('\n'));
    return Buffer.byteLength(line);
  };
  fs.writeSync = caught;
  return { lines, stop: () => void (fs.writeSync = writeSync) };
}
