import { z } from 'zod';
import {
  Alert,
  Button,
  Buttons,
  Card,
  Empty,
  FormTo,
  LinkButton,
  Radios,
  Section,
  read,
  seeOther,
  useSay,
  type Console,
} from '../../console/index.ts';
import { groupModes, type GroupMode } from '../../channels/index.ts';
import type { Say } from '../../platform/locales.ts';
import type { UnitGroup } from '../unit-groups.ts';
import type { DeliveryPagesParts } from './pages.tsx';

/** The groups of a unit: which there are, what they are for, and a code for another one. */
export function groupPages(console: Console, { delivery, people }: DeliveryPagesParts): void {
  const groups = '/console/people/units/:code/groups';

  console.page(groups, { needs: 'member.edit' }, async ({ viewer, say, params }) => {
    const code = params['code'] ?? '';
    const { id, name } = await people.unitByCode(code);
    await people.requireMay(viewer.actor, 'member.edit', id);
    const linked = await delivery.groupsOf(viewer.actor, code);
    return {
      title: say('groups-title', { unit: name }),
      body: (
        <>
          <p class="lead">{say('groups-lead')}</p>
          {linked.length === 0 ? <Empty>{say('groups-none')}</Empty> : null}
          {linked.map((group) => (
            <Group key={group.id} of={group} unit={code} />
          ))}
          <Section title={say('groups-another')}>
            {delivery.channelOfGroups() ? (
              <>
                <p>{say('groups-another-hint')}</p>
                <FormTo action={`${groupsUrl(code)}/codes`}>
                  <Button>{say('groups-make-code')}</Button>
                </FormTo>
              </>
            ) : (
              <p>{say('group-no-channel')}</p>
            )}
          </Section>
          <Buttons>
            <LinkButton href={unitUrl(code)}>{say('form-back')}</LinkButton>
          </Buttons>
        </>
      ),
    };
  });

  console.form(`${groups}/codes`, { needs: 'member.edit' }, async ({ viewer, say, params }) => {
    const unit = params['code'] ?? '';
    const made = await delivery.makeGroupCode(viewer.actor, unit);
    return {
      title: say('groups-code-title'),
      body: (
        <>
          {made ? (
            <>
              <p class="spoken-code">{made.code}</p>
              <p>{say('groups-code-how', { until: made.expiresAt })}</p>
              <Alert kind="note">{say('groups-code-once')}</Alert>
            </>
          ) : (
            <Alert kind="problem">{say('group-no-channel')}</Alert>
          )}
          <Buttons>
            <LinkButton href={groupsUrl(unit)}>{say('form-back')}</LinkButton>
          </Buttons>
        </>
      ),
    };
  });

  console.form(`${groups}/:id/mode`, { needs: 'member.edit' }, async ({ viewer, say, params, fields }) => {
    const { mode } = read(Mode, fields);
    await delivery.setGroupMode(viewer.actor, params['id'] ?? '', mode);
    return seeOther(groupsUrl(params['code'] ?? ''), say('groups-mode-set'));
  });

  console.page(`${groups}/:id/ending`, { needs: 'member.edit' }, async ({ viewer, say, params }) => {
    const id = params['id'] ?? '';
    const { name, unit } = await delivery.groupToUnlink(viewer.actor, id);
    return {
      title: say('groups-end-title'),
      body: (
        <>
          <Alert kind="warning">{say('groups-end-warning', { group: name || say('groups-unnamed') })}</Alert>
          <Buttons>
            <FormTo action={`${groupsUrl(unit)}/${id}/ending`} inline>
              <Button kind="danger">{say('groups-end')}</Button>
            </FormTo>
            <LinkButton href={groupsUrl(unit)}>{say('form-back')}</LinkButton>
          </Buttons>
        </>
      ),
    };
  });

  console.form(`${groups}/:id/ending`, { needs: 'member.edit' }, async ({ viewer, say, params }) => {
    await delivery.unlinkGroup(viewer.actor, params['id'] ?? '');
    return seeOther(groupsUrl(params['code'] ?? ''), say('groups-ended'));
  });
}

const Mode = z.object({ mode: z.enum(groupModes) });

function Group({ of: { id, name, mode, members, linkedAt }, unit }: { of: UnitGroup; unit: string }) {
  const say = useSay();
  return (
    <Card>
      <h2>{name || say('groups-unnamed')}</h2>
      <p class="hint">{say('groups-since', { linkedAt, members })}</p>
      <FormTo action={`${groupsUrl(unit)}/${id}/mode`}>
        <Radios
          legend={say('groups-mode')}
          name="mode"
          id={`mode-${id}`}
          value={mode}
          choices={groupModes.map((value) => ({ value, label: modeWords[value](say) }))}
        />
        <Buttons>
          <Button>{say('groups-save')}</Button>
          <LinkButton href={`${groupsUrl(unit)}/${id}/ending`}>{say('groups-end')}</LinkButton>
        </Buttons>
      </FormTo>
    </Card>
  );
}

const modeWords: Record<GroupMode, (say: Say) => string> = {
  fallback: (say) => say('groups-mode-fallback'),
  beside: (say) => say('groups-mode-beside'),
  instead: (say) => say('groups-mode-instead'),
};

function unitUrl(code: string): string {
  return `/console/people/units/${encodeURIComponent(code)}`;
}

function groupsUrl(code: string): string {
  return `${unitUrl(code)}/groups`;
}
