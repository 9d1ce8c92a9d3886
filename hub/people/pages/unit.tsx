import {
  Alert,
  Badge,
  Buttons,
  Details,
  Empty,
  Facts,
  LinkButton,
  More,
  Section,
  Table,
  useSay,
  type Console,
} from '../../console/index.ts';
import type { HeldRole } from '../members/roles.ts';
import type { Roll, RollLine } from '../members/roll.ts';
import type { Branch } from '../units/tree.ts';
import type { UnitEvent } from '../units/history.ts';
import type { MemberPagesParts } from './pages.tsx';
import { memberUrl, unitUrl } from './urls.ts';
import { channelWords, dayIn, kindWords, roleWords, statusWords, unitKindWords } from './words.tsx';

/** A unit: who belongs to it, whom no channel reaches, who holds roles, what became of it. */
export function unitPage(console: Console, { people, groupsOf }: MemberPagesParts): void {
  console.page(
    '/console/people/units/:code',
    { needs: 'member.read' },
    async ({ viewer, say, params, query }) => {
      const code = params['code'] ?? '';
      const unreachable = query['channel'] === 'none';
      const roll = await people.roll(viewer.actor, code, { after: query['after'], unreachable });
      const { unit } = roll;
      const [above, [branch], roles, history, { length: groups }, may] = await Promise.all([
        people.unitsAbove(unit.id),
        people.unitTree(viewer.actor, 'member.read', { unit: code }),
        people.rolesOf(viewer.actor, code),
        people.unitHistory(viewer.actor, code),
        groupsOf(viewer.actor, code),
        people.mayOf(viewer.memberId, unit.id, [
          'member.invite',
          'member.import',
          'member.edit',
          'member.export',
          'unit.export',
          'unit.reorganise',
        ]),
      ]);
      return {
        title: unit.name,
        body: (
          <>
            <Facts
              of={[
                [say('unit-code'), unit.code],
                [say('unit-kind'), unitKindWords[unit.kind](say)],
                [say('unit-above'), above.map((one) => one.name).join(' › ') || say('unit-above-none')],
                [say('unit-members'), branch?.members ?? roll.members],
              ]}
            />
            {branch && branch.withoutChannel > 0 && may.has('member.invite') ? (
              <Alert kind="note">
                <p>{say('unit-without-channel', { count: branch.withoutChannel })}</p>
                <p>
                  <LinkButton href={`${unitUrl(code)}/invitations`}>
                    {say('unit-print-invitations')}
                  </LinkButton>
                </p>
              </Alert>
            ) : null}
            <Below branches={branch?.children ?? []} />
            <RollSection roll={roll} unreachable={unreachable} />
            <Roles roles={roles} />
            <History events={history} />
            <Buttons>
              {may.has('member.import') ? (
                <LinkButton href="/console/people/import">{say('people-import')}</LinkButton>
              ) : null}
              {may.has('member.export') ? (
                <LinkButton href={`${unitUrl(code)}/members.xlsx`} download>
                  {say('export-unit-members', { format: 'Excel' })}
                </LinkButton>
              ) : null}
              {may.has('member.export') ? (
                <LinkButton href={`${unitUrl(code)}/members.csv`} download>
                  {say('export-unit-members', { format: 'CSV' })}
                </LinkButton>
              ) : null}
              {may.has('unit.export') && (branch?.children.length ?? 0) > 0 ? (
                <LinkButton href={`${unitUrl(code)}/units.xlsx`} download>
                  {say('export-unit-units', { format: 'Excel' })}
                </LinkButton>
              ) : null}
              {may.has('member.edit') ? (
                <LinkButton href={`${unitUrl(code)}/channels`}>{say('unit-channels')}</LinkButton>
              ) : null}
              {may.has('member.edit') ? (
                <LinkButton href={`${unitUrl(code)}/groups`}>
                  {say('unit-groups', { count: groups })}
                </LinkButton>
              ) : null}
              {may.has('unit.reorganise') ? (
                <LinkButton href={`${unitUrl(code)}/reorganise`}>{say('unit-reorganise')}</LinkButton>
              ) : null}
            </Buttons>
          </>
        ),
      };
    },
  );
}

function Below({ branches }: { branches: readonly Branch[] }) {
  const say = useSay();
  if (branches.length === 0) return null;
  return (
    <Section title={say('unit-below', { count: branches.length })}>
      <ul class="tree">
        {branches.map(({ code, name, members, withoutChannel }) => (
          <li key={code}>
            <p class="leaf">
              <a href={unitUrl(code)}>{name}</a>{' '}
              <span class="hint">{say('people-count', { members, withoutChannel })}</span>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function RollSection({ roll, unreachable }: { roll: Roll; unreachable: boolean }) {
  const say = useSay();
  const here = unitUrl(roll.unit.code);
  const filter = unreachable ? '&channel=none' : '';
  return (
    <Section title={say('unit-roll', { count: roll.members })} id="roll">
      {roll.members === 0 ? (
        <Empty>{say('unit-roll-empty')}</Empty>
      ) : (
        <>
          <p>
            {unreachable ? (
              <a href={`${here}#roll`}>{say('unit-roll-all', { count: roll.members })}</a>
            ) : roll.withoutChannel > 0 ? (
              <a href={`${here}?channel=none#roll`}>
                {say('unit-roll-unreachable', { count: roll.withoutChannel })}
              </a>
            ) : (
              say('unit-roll-all-reachable')
            )}
          </p>
          <RollTable lines={roll.lines} />
          <More href={roll.next ? `${here}?after=${encodeURIComponent(roll.next)}${filter}#roll` : null} />
        </>
      )}
    </Section>
  );
}

function RollTable({ lines }: { lines: readonly RollLine[] }) {
  const say = useSay();
  return (
    <Table
      compact
      caption={say('unit-roll', { count: lines.length })}
      keyOf={({ code }) => code}
      rows={lines}
      columns={[
        {
          title: say('member-name'),
          cell: ({ code, fullName }) => (
            <>
              <a href={memberUrl(code)}>{fullName}</a>
              <span class="hint block">{code}</span>
            </>
          ),
        },
        {
          title: say('member-status'),
          cell: ({ statuses, kind }) =>
            [
              ...statuses.map((status) => statusWords[status](say)),
              ...(kind === 'temporary' ? [kindWords[kind](say)] : []),
            ].join(', ') || '–',
        },
        {
          title: say('member-role'),
          cell: ({ roles }) => roles.map((role) => roleWords[role](say)).join(', ') || '–',
        },
        {
          title: say('member-channels'),
          cell: ({ channels, reachable }) =>
            reachable ? (
              channels.map((channel) => channelWords[channel](say)).join(', ')
            ) : (
              <Badge tone="warning">{say('member-no-channel')}</Badge>
            ),
        },
      ]}
    />
  );
}

function Roles({ roles }: { roles: readonly HeldRole[] }) {
  const say = useSay();
  return (
    <Section title={say('unit-roles')}>
      {roles.length === 0 ? (
        <Empty>{say('unit-roles-none')}</Empty>
      ) : (
        <Table
          compact
          caption={say('unit-roles')}
          keyOf={({ id }) => id}
          rows={roles}
          columns={[
            { title: say('member-role'), cell: ({ role }) => roleWords[role](say) },
            {
              title: say('member-name'),
              cell: ({ member, fullName, powerful }) => (
                <>
                  <a href={memberUrl(member)}>{fullName}</a>{' '}
                  {powerful ? null : <Badge tone="warning">{statusWords.suspended(say)}</Badge>}
                </>
              ),
            },
            { title: say('role-since'), cell: ({ since }) => dayIn(since, say) },
          ]}
        />
      )}
    </Section>
  );
}

function History({ events }: { events: readonly UnitEvent[] }) {
  const say = useSay();
  if (events.length === 0) return null;
  return (
    <Details summary={say('unit-history')}>
      <ul>
        {events.map((event) => (
          <li key={`${event.on} ${event.kind} ${event.unit?.code ?? ''}`}>
            {say('unit-event', {
              day: dayIn(event.on, say),
              kind: event.kind,
              unit: event.unit?.name ?? '',
              before: event.before ?? '',
            })}
            {event.reason || event.by ? (
              <span class="hint block">{[event.reason, event.by].filter(Boolean).join(' – ')}</span>
            ) : null}
          </li>
        ))}
      </ul>
    </Details>
  );
}
