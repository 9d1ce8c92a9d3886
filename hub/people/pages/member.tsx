import {
  Alert,
  Badge,
  Buttons,
  Details,
  Empty,
  Facts,
  LinkButton,
  Section,
  useSay,
  type Console,
} from '../../console/index.ts';
import { phoneAsWritten } from '../members/contacts.ts';
import type { Say } from '../../platform/locales.ts';
import { calendarDay } from '../days.ts';
import type { Action } from '../may.ts';
import type { Period, Profile } from '../members/profile.ts';
import { ChatForms, InviteForm } from './member-chat-forms.tsx';
import {
  EditForm,
  EndForm,
  MoveForm,
  RoleForm,
  StatusForm,
  unitsToChooseFrom,
} from './member-form-views.tsx';
import type { MemberPagesParts } from './pages.tsx';
import { memberUrl, unitUrl } from './urls.ts';
import { Days, dayIn, kindWords, roleWords, standingWords, statusWords } from './words.tsx';

const offered = [
  'member.edit',
  'member.move',
  'member.status',
  'member.unlink',
  'member.invite',
  'member.data',
] as const satisfies readonly Action[];

/** What the reader may do with this member. */
export type Offered = ReadonlySet<(typeof offered)[number]>;

/** A member: who it is, what holds and what held, and a small form for each thing that can be done. */
export function memberPage(console: Console, { people, clock }: MemberPagesParts): void {
  console.page('/console/people/members/:code', { needs: 'member.read' }, async ({ viewer, say, params }) => {
    const profile = await people.profile(viewer.actor, params['code'] ?? '');
    const unit = profile.unit && (await people.unitByCode(profile.unit.code));
    const may: Offered = unit ? await people.mayOf(viewer.memberId, unit.id, offered) : new Set();
    const mayMove = may.has('member.move');
    const targets = mayMove ? await people.unitChoices(viewer.actor, 'member.move', unitsToChooseFrom) : [];
    const offices = await people.unitChoices(viewer.actor, 'role.give', unitsToChooseFrom);
    const mayGive = offices === null || offices.length > 0;
    const today = calendarDay(clock());
    return {
      title: profile.fullName,
      body: (
        <>
          <About profile={profile} />
          <Standing profile={profile} />
          <Section title={say('member-channels')} id="channels">
            <ChatForms profile={profile} may={may} />
            {may.has('member.invite') && profile.standing.isMember ? (
              <InviteForm profile={profile} letters={people.mailbox.isOn()} />
            ) : null}
          </Section>
          <Section title={say('member-memberships')} id="memberships">
            <Periods
              rows={profile.memberships}
              words={({ kind, unit: name }) =>
                say('membership-in', { kind: kindWords[kind](say), unit: name })
              }
              end={(row) =>
                mayMove && (row.kind === 'temporary' || row.state === 'planned') ? (
                  <EndForm
                    of={row}
                    path={`${memberUrl(profile.code)}/memberships/${row.id}/end`}
                    today={today}
                  />
                ) : null
              }
            />
            {mayMove ? <MoveForm profile={profile} today={today} units={targets} /> : null}
          </Section>
          <Section title={say('member-statuses')} id="statuses">
            <Periods
              rows={profile.statuses}
              words={({ status }) => statusWords[status](say)}
              end={(row) =>
                may.has('member.status') && row.status !== 'official' && row.status !== 'probationary' ? (
                  <EndForm
                    of={row}
                    path={`${memberUrl(profile.code)}/statuses/${row.id}/end`}
                    today={today}
                  />
                ) : null
              }
            />
            {may.has('member.status') ? <StatusForm profile={profile} today={today} /> : null}
          </Section>
          <Section title={say('member-roles')} id="roles">
            <Periods
              rows={profile.roles}
              words={({ role, unit: name }) => say('role-in', { role: roleWords[role](say), unit: name })}
              end={(row) =>
                mayGive ? (
                  <EndForm of={row} path={`${memberUrl(profile.code)}/roles/${row.id}/end`} today={today} />
                ) : null
              }
            />
            {mayGive && profile.standing.holdsPower ? (
              <RoleForm profile={profile} today={today} units={offices} />
            ) : null}
          </Section>
          {may.has('member.edit') ? <EditForm profile={profile} /> : null}
          {may.has('member.data') ? (
            <Buttons>
              <LinkButton href={`${memberUrl(profile.code)}/data`}>{say('member-data')}</LinkButton>
            </Buttons>
          ) : null}
        </>
      ),
    };
  });
}

function About({ profile: { code, unit, joinedOn, contacts, language } }: { profile: Profile }) {
  const say = useSay();
  return (
    <Facts
      of={[
        [say('member-code'), code],
        [say('member-unit'), unit ? <a href={unitUrl(unit.code)}>{unit.name}</a> : say('member-nowhere')],
        [say('member-joined'), joinedOn ? dayIn(joinedOn, say) : '–'],
        ...(contacts
          ? ([
              [say('member-phone'), phoneAsWritten(contacts.phone) ?? '–'],
              [say('member-email'), contacts.email ?? '–'],
            ] as const)
          : []),
        [say('member-language'), language === 'vi' ? 'Tiếng Việt' : 'English'],
      ]}
    />
  );
}

function Standing({ profile: { standing } }: { profile: Profile }) {
  const say = useSay();
  return (
    <Alert kind={standing.isMember && standing.holdsPower ? 'note' : 'warning'}>
      <p>{say('member-standing', { words: standingWords(standing, say).join(' · ') })}</p>
    </Alert>
  );
}

/** What holds and what is planned; what is over stands behind a fold. */
function Periods<Row extends Period>({
  rows,
  words,
  end,
}: {
  rows: readonly Row[];
  words: (row: Row) => string;
  end: (row: Row) => ReturnType<typeof EndForm> | null;
}) {
  const say = useSay();
  const current = rows.filter(({ state }) => state === 'now' || state === 'planned');
  const over = rows.filter(({ state }) => state === 'past' || state === 'called-off');
  return (
    <>
      {current.length === 0 ? <Empty>{say('member-nothing-now')}</Empty> : null}
      <ul class="periods">
        {current.map((row) => (
          <li key={row.id}>
            <OnePeriod row={row} words={words(row)} say={say} />
            {end(row)}
          </li>
        ))}
      </ul>
      {over.length > 0 ? (
        <Details summary={say('member-over', { count: over.length })}>
          <ul class="periods">
            {over.map((row) => (
              <li key={row.id}>
                <OnePeriod row={row} words={words(row)} say={say} />
              </li>
            ))}
          </ul>
        </Details>
      ) : null}
    </>
  );
}

function OnePeriod({ row, words, say }: { row: Period; words: string; say: Say }) {
  const { state, reason, endReason, recordedBy } = row;
  const because = [reason, endReason].filter(Boolean).join(' → ');
  const source = reason === null ? say('period-from-file') : say('audit-by-operator');
  return (
    <p class="leaf">
      <strong>{words}</strong> <Days of={row} />{' '}
      {state === 'planned' ? <Badge>{say('period-planned')}</Badge> : null}
      {state === 'called-off' ? <Badge>{say('period-called-off')}</Badge> : null}
      <span class="hint block">
        {[because, recordedBy ? say('period-recorded-by', { name: recordedBy }) : source]
          .filter(Boolean)
          .join(' – ')}
      </span>
    </p>
  );
}
