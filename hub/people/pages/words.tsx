import type {
  Channel,
  ChatState,
  MembershipKind,
  RoleName,
  StatusName,
  UnitKind,
} from '../../../prisma/generated/enums.ts';
import { useSay } from '../../console/index.ts';
import type { Say } from '../../platform/locales.ts';
import { instantOf } from '../members/decisions.ts';
import type { Standing } from '../members/standing.ts';

type Words<Name extends string> = Readonly<Record<Name, (say: Say) => string>>;

/** In the order in which forms offer them. */
export const statusWords: Words<StatusName> = {
  official: (say) => say('member-status-official'),
  probationary: (say) => say('member-status-probationary'),
  reduced: (say) => say('member-status-reduced'),
  exempt: (say) => say('member-status-exempt'),
  temporarily_exempt: (say) => say('member-status-temporarily-exempt'),
  away: (say) => say('member-status-away'),
  visiting: (say) => say('member-status-visiting'),
  transferring: (say) => say('member-status-transferring'),
  suspended: (say) => say('member-status-suspended'),
  removed: (say) => say('member-status-removed'),
  expelled: (say) => say('member-status-expelled'),
  resigned: (say) => say('member-status-resigned'),
  deceased: (say) => say('member-status-deceased'),
};

export const roleWords: Words<RoleName> = {
  secretary: (say) => say('role-name-secretary'),
  deputy: (say) => say('role-name-deputy'),
  committee: (say) => say('role-name-committee'),
  officer: (say) => say('role-name-officer'),
  admin: (say) => say('role-name-admin'),
};

export const kindWords: Words<MembershipKind> = {
  home: (say) => say('membership-home'),
  temporary: (say) => say('membership-temporary'),
};

export const unitKindWords: Words<UnitKind> = {
  central: (say) => say('unit-kind-central'),
  province: (say) => say('unit-kind-province'),
  commune: (say) => say('unit-kind-commune'),
  branch: (say) => say('unit-kind-branch'),
  cell: (say) => say('unit-kind-cell'),
};

export const chatStateWords: Words<Exclude<ChatState, 'ended'>> = {
  active: (say) => say('chat-state-active'),
  stopped: (say) => say('chat-state-stopped'),
  blocked: (say) => say('chat-state-blocked'),
};

export const channelWords: Words<Channel> = {
  telegram: (say) => say('channel-telegram'),
  zalo: (say) => say('channel-zalo'),
  zalo_bot: (say) => say('channel-zalo-bot'),
  web: (say) => say('channel-web'),
  email: (say) => say('channel-email'),
  push: (say) => say('channel-push'),
};

/** What follows from a member's statuses, as sentences of a few words. */
export function standingWords({ informed, invited, votes, counted, isMember }: Standing, say: Say): string[] {
  if (!isMember) return [say('standing-not-member')];
  return [
    informed ? say('standing-informed') : say('standing-not-informed'),
    invited ? say('standing-invited') : say('standing-not-invited'),
    votes ? say('standing-votes') : say('standing-no-vote'),
    counted === 'always'
      ? say('standing-counted')
      : counted === 'never'
        ? say('standing-not-counted')
        : say('standing-counted-when-present'),
  ];
}

export function dayIn(day: string, say: Say): string {
  return say('people-day', { day: instantOf(day) });
}

/** From a day to a day, or from a day on. */
export function Days({ of: { from, until } }: { of: { from: string; until: string | null } }) {
  const say = useSay();
  return (
    <>
      {until
        ? say('people-from-until', { from: instantOf(from), until: instantOf(until) })
        : say('people-from', { from: instantOf(from) })}
    </>
  );
}
