/**
 * JSON with spaces behind it until it has so many bytes; what is longer stays as it is. JSON ends where its value ends, so
 * whoever reads it notices nothing, and a ciphertext of it tells nothing by its length.
 */
export function padded(json: string, bytes: number): string {
  return json + ' '.repeat(Math.max(0, bytes - Buffer.byteLength(json)));
}
