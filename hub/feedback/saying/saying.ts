import { due } from '../due.ts';
import type { FeedbackPartsSealed } from '../feedback.ts';
import type { Saying } from '../port.ts';
import { addressees } from './addressees.ts';
import { draftFiles } from './draft-files.ts';
import { ownDeeds } from './own-deeds.ts';
import { ownItems } from './own-items.ts';
import { signedDoor } from './signed-door.ts';
import { takingIn } from './taking-in.ts';

/** What members say with a name or in confidence, and what they do about it afterwards. */
export function saying(parts: FeedbackPartsSealed): Saying & { forgetDrafts(): Promise<void> } {
  const terms = due(parts);
  const to = addressees(parts, terms);
  const drafts = draftFiles(parts);
  const own = ownItems(parts, terms);
  const { edit, withdraw, rate, reopen } = ownDeeds(parts, terms);

  return {
    drafts,
    forgetDrafts: drafts.forgetOld,
    addressees: to.all,
    topicsFor: to.topicsFor,
    signedDoor,
    say: takingIn(parts, { due: terms, addressee: to.one, drafts }).say,
    own: own.list,
    async edit(memberId, number, text) {
      await edit(memberId, number, text);
      return await own.one(memberId, number);
    },
    withdraw,
    rate,
    reopen,
  };
}
