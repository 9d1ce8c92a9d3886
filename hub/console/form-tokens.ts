import { Tokens } from '@fastify/csrf';
import type { Keys } from '../platform/keys.ts';

/** Proof that a form stood on a page we made for this very browser: the field `formToken` of every form that posts. */
export interface FormTokens {
  /** @param owner who the page was made for, such as a session's id. Two tokens of one owner look different. */
  create(owner: string): string;
  verify(owner: string, token: unknown): boolean;
}

/** Nothing is kept: the secret of an owner follows from the root key. */
export function openFormTokens(keys: Pick<Keys, 'fingerprint'>): FormTokens {
  const tokens = new Tokens({});
  const secretOf = (owner: string) => keys.fingerprint('form token', owner).toString('base64url');
  return {
    create: (owner) => tokens.create(secretOf(owner)),
    verify: (owner, token) => typeof token === 'string' && tokens.verify(secretOf(owner), token),
  };
}
