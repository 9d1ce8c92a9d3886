import { DomainError } from './errors.ts';

/**
 * How much of forms with files is in memory at once, of all requests together. What has not arrived yet takes no room: a
 * request that only says it will be large keeps nobody out.
 *
 * @param mostBytes beyond this a form is refused with 503
 */
export function uploadRoom(mostBytes: number) {
  let taken = 0;

  /** Room for one request. */
  return () => {
    let own = 0;
    let open = true;
    return {
      /** @throws {DomainError} there is no more room */
      take(bytes: number): void {
        if (taken + bytes > mostBytes) throw new DomainError('request.files-busy', { status: 503 });
        if (!open) return;
        own += bytes;
        taken += bytes;
      },
      release(): void {
        taken -= own;
        own = 0;
        open = false;
      },
    };
  };
}
