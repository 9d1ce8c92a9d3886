import type { Console } from '../../console/index.ts';
import { attachmentPages } from './attachments.tsx';
import { closingPages } from './closing.tsx';
import { deedForms } from './deeds.tsx';
import { filingPages } from './filing.tsx';
import { inboxPage } from './inbox.tsx';
import { itemPages } from './item.tsx';
import { publishingForm } from './publishing.ts';
import { settingsPages } from './settings.tsx';
import { unsealingPages } from '../unsealing/pages.tsx';
import type { FeedbackPagesParts } from './urls.ts';

/** Ý kiến in the console: what waits, one item from its text to its end, what a unit offers and promises. */
export function feedbackPages(console: Console, parts: FeedbackPagesParts): void {
  inboxPage(console, parts);
  settingsPages(console, parts);
  itemPages(console, parts);
  attachmentPages(console, parts);
  deedForms(console, parts);
  closingPages(console, parts);
  publishingForm(console, parts);
  filingPages(console, parts);
  unsealingPages(console, parts.feedback);
}
