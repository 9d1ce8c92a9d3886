import { scrypt } from 'node:crypto';
import type { Keys } from '../../platform/keys.ts';
import { inTurns } from '../../platform/in-turns.ts';
import { TooManyAtOnce } from './errors.ts';

/** What stands in the database for a receipt: one value while it waits, another when it is released. */
export interface ReceiptHashes {
  staged: Buffer;
  released: Buffer;
}

/** 32 MB and more than 50 ms each: who has the database and the key still cannot go through many words. */
const cost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const hashBytes = 32;
/** Each takes a thread and its memory. */
const atOnce = 2;
/** Whoever comes later would wait for half a minute. */
const mostWaiting = 1_000;

/**
 * Receipts are kept nowhere. What finds one again is made of it slowly, with a pepper of our keys, and in two ways that
 * have nothing in common, so that an old backup and what was released since cannot be put together.
 */
export function receiptHashing(keys: Keys) {
  const turns = inTurns(atOnce, { mostWaiting, full: () => new TooManyAtOnce(30) });

  /** @throws {TooManyAtOnce} */
  return async function hashesOf(receipt: string): Promise<ReceiptHashes> {
    const slow = await turns(() => slowly(keys.fingerprint('feedback-receipt', receipt)));
    const text = slow.toString('base64');
    return {
      staged: keys.fingerprint('feedback-receipt-staged', text),
      released: keys.fingerprint('feedback-receipt-released', text),
    };
  };
}
export type HashesOf = ReturnType<typeof receiptHashing>;

/** The salt is one for all: a receipt is looked for by what it becomes, and is drawn at random as it is. */
async function slowly(peppered: Buffer): Promise<Buffer> {
  return await new Promise((resolve, reject) => {
    scrypt(peppered, 'caunoi receipt', hashBytes, cost, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
