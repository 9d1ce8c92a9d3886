import { randomInt } from 'node:crypto';

/** Codes that people read on paper, say aloud and type: eight characters, about 38 bits, shown as `ABCD-2345`. */
const digits = '23456789';
// Neither 0 and O nor 1, I and L can be told apart on paper, and U is heard as V.
const alphabet = `ABCDEFGHJKMNPQRSTVWXYZ${digits}`;
const length = 8;
/** Two digits keep ordinary words out. */
const pattern = new RegExp(`^(?=(?:.*[${digits}]){2})[${alphabet}]{${length}}$`);
const separators = /[\s\-‐‑–—]/g;

/** With 20,000 codes in use, one guess in twenty million finds one. */
export function drawCode(): string {
  for (;;) {
    let code = '';
    while (code.length < length) code += alphabet[randomInt(alphabet.length)];
    if (pattern.test(code)) return code;
  }
}

export function shownCode(code: string): string {
  return `${code.slice(0, length / 2)}-${code.slice(length / 2)}`;
}

/** The eight characters of a code as typed, in lower case, with or without dash and spaces; null for what cannot be one. */
export function readCode(text: string): string | null {
  const code = text.replaceAll(separators, '').toUpperCase();
  return pattern.test(code) ? code : null;
}

/** True where a message can only be meant as a code. */
export function looksLikeCode(text: string): boolean {
  return /^\S{4}[-‐‑–—]?\S{4}$/.test(text.trim()) && readCode(text) !== null;
}
