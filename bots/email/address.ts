import type { Keys } from '../../hub/platform/keys.ts';

/**
 * The address of a chat is sealed, so that no table of chats is a list of mailboxes; each sealing is another, so that
 * two members may share a mailbox.
 */
export function sealAddress(keys: Keys, mailbox: string): string {
  return keys.seal('email-address', 'email', mailbox).toString('base64url');
}

/** The inverse of {@link sealAddress}; null for anything else. */
export function openAddress(keys: Keys, address: string): string | null {
  try {
    return keys.open('email-address', 'email', Buffer.from(address, 'base64url'));
  } catch {
    return null;
  }
}
