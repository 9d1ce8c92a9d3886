import type { Console } from '../../console/index.ts';
import type { Actor } from '../../platform/audit.ts';
import type { Clock } from '../../platform/clock.ts';
import type { People } from '../people.ts';
import type { LinksFor } from '../routes.ts';
import { channelOrderPages } from './channel-order.tsx';
import { dataPages } from './data.tsx';
import { invitationPages } from './invitations.tsx';
import { memberForms } from './member-forms.tsx';
import { memberPage } from './member.tsx';
import { reorganisePages } from './reorganise.tsx';
import { requestPages } from './requests.tsx';
import { treePage } from './tree.tsx';
import { unitPage } from './unit.tsx';

export interface MemberPagesParts {
  people: People;
  clock: Clock;
  linksFor: LinksFor;
  /** A unit's groups with a provider: another feature keeps them, on pages of its own. */
  groupsOf: (by: Actor, unitCode: string) => Promise<readonly unknown[]>;
}

/** Units and members in the console: finding, reading, keeping the list, inviting. */
export function memberPages(console: Console, parts: MemberPagesParts): void {
  treePage(console, parts);
  unitPage(console, parts);
  memberPage(console, parts);
  memberForms(console, parts);
  invitationPages(console, parts);
  channelOrderPages(console, parts);
  dataPages(console, parts);
  requestPages(console, parts);
  reorganisePages(console, parts);
}
