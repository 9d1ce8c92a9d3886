import type { Say } from '../../hub/platform/locales.ts';
import { oneLine } from './letter.ts';
import type { Letter } from './post.ts';

/** Asks the reader of a mailbox whether letters may come there. */
export interface AskingLetter {
  mailbox: string;
  givenName: string;
  /** Name of the member's unit; empty for who belongs nowhere. */
  unit: string;
  language: string;
  /** Opens the page with the question: it proves that the letter arrived. */
  token: string;
  /** Of an invitation, which can be used on other channels as well; null: the member has asked for the letter. */
  code: string | null;
}

export function askingLetter(
  { mailbox, givenName, unit, language, token, code }: AskingLetter,
  { say, url }: { say: Say; url: string },
): Letter {
  const isInvitation = code !== null;
  const sheet = {
    language,
    head: unit === '' ? [] : [unit],
    title: isInvitation ? say('email-invitation-title') : say('email-proof-title'),
    paragraphs: [
      say('notice-greeting', { name: givenName }),
      isInvitation ? say('email-invitation-body', { code }) : say('email-proof-body'),
    ],
    asked: [],
    button: isInvitation
      ? {
          label: say('email-invitation-button'),
          url: `${url}/join/${code.replaceAll('-', '')}?letter=${token}`,
          hint: say('email-invitation-hint'),
        }
      : {
          label: say('email-proof-button'),
          url: `${url}/email/join/${token}`,
          hint: say('email-proof-hint'),
        },
    lists: [],
    foot: [say('email-not-asked'), say('email-automatic')],
    stop: null,
  };
  return { to: mailbox, subject: oneLine(unit === '' ? sheet.title : `[${unit}] ${sheet.title}`), sheet };
}
