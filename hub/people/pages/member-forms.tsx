import { z } from 'zod';
import { MembershipKind, RoleName, StatusName } from '../../../prisma/generated/enums.ts';
import {
  Alert,
  Buttons,
  Button,
  FormTo,
  LinkButton,
  read,
  seeOther,
  type Console,
} from '../../console/index.ts';
import { DomainError } from '../../platform/errors.ts';
import { readDay } from '../days.ts';
import { instantOf } from '../members/decisions.ts';
import { gone } from '../in-force.ts';
import { LeavingForm } from './member-form-views.tsx';
import type { MemberPagesParts } from './pages.tsx';
import { memberUrl } from './urls.ts';
import { channelWords, statusWords } from './words.tsx';

/** As a date field sends it, and as somebody writes it whose browser has none: `19/5/2026`. */
const day = z.string().transform((text) => {
  const written = readDay(text.trim());
  if (!written) throw new DomainError('day.wrong', { status: 422, facts: { text: text.slice(0, 40) } });
  return written;
});
/** The feature says in words that a reason is wanted. */
const reason = z.string().default('');

const EditFields = z.object({
  fullName: z.string().default(''),
  phone: z.string().default(''),
  email: z.string().default(''),
  joinedOn: z.string().default(''),
  language: z.enum(['vi', 'en']),
});
const MoveFields = z.object({
  kind: z.enum(MembershipKind),
  to: z.string(),
  from: day,
  until: day.optional(),
  reason,
});
const StatusFields = z.object({
  status: z.enum(StatusName),
  from: day,
  until: day.optional(),
  reason,
  confirmed: z.literal('yes').optional(),
});
const RoleFields = z.object({ role: z.enum(RoleName), unit: z.string(), from: day, reason });
const EndFields = z.object({ on: day, reason });

/** What the forms on a member's page do. */
export function memberForms(console: Console, { people }: MemberPagesParts): void {
  const at = '/console/people/members/:code';

  console.form(`${at}/details`, { needs: 'member.edit' }, async ({ viewer, say, params, fields }) => {
    const code = params['code'] ?? '';
    await people.editMember(viewer.actor, code, read(EditFields, fields));
    return seeOther(memberUrl(code), say('member-saved'));
  });

  console.form(`${at}/moves`, { needs: 'member.move' }, async ({ viewer, say, params, fields }) => {
    const code = params['code'] ?? '';
    const move = read(MoveFields, fields);
    await people.move(viewer.actor, code, move);
    const unit = await people.unitByCode(move.to);
    return seeOther(
      `${memberUrl(code)}#memberships`,
      say('member-moved', { unit: unit.name, from: instantOf(move.from) }),
    );
  });

  console.form(`${at}/statuses`, { needs: 'member.status' }, async ({ viewer, say, params, fields }) => {
    const code = params['code'] ?? '';
    const { confirmed, ...wanted } = read(StatusFields, fields);
    if (gone.includes(wanted.status) && !confirmed) {
      const { fullName } = await people.profile(viewer.actor, code);
      const { status, from } = wanted;
      const asked = { status, from, reason: wanted.reason, ...(wanted.until ? { until: wanted.until } : {}) };
      return {
        title: say('leaving-title'),
        body: (
          <>
            <p class="lead">
              {say('leaving-who', {
                name: fullName,
                status: statusWords[status](say),
                from: instantOf(from),
              })}
            </p>
            <Alert kind="warning">{say('leaving-consequences')}</Alert>
            <LeavingForm code={code} fields={asked} from={from} />
          </>
        ),
      };
    }
    await people.setStatus(viewer.actor, code, wanted);
    return seeOther(
      `${memberUrl(code)}#statuses`,
      say('member-status-recorded', { status: statusWords[wanted.status](say) }),
    );
  });

  console.form(`${at}/roles`, { needs: 'role.give' }, async ({ viewer, say, params, fields }) => {
    const code = params['code'] ?? '';
    await people.giveRole(viewer.actor, code, read(RoleFields, fields));
    return seeOther(`${memberUrl(code)}#roles`, say('member-role-given'));
  });

  const ends = [
    ['memberships', 'member.move', people.endStay],
    ['statuses', 'member.status', people.endStatus],
    ['roles', 'role.give', people.endRole],
  ] as const;
  for (const [what, needs, end] of ends) {
    console.form(`${at}/${what}/:id/end`, { needs }, async ({ viewer, say, params, fields }) => {
      const code = params['code'] ?? '';
      const ending = read(EndFields, fields);
      await end(viewer.actor, code, idIn(params), ending);
      return seeOther(`${memberUrl(code)}#${what}`, say('member-ended', { on: instantOf(ending.on) }));
    });
  }

  console.page(`${at}/chats/:id/unlinking`, { needs: 'member.unlink' }, async ({ viewer, say, params }) => {
    const code = params['code'] ?? '';
    const chat = await people.chats.chatToUnlink(viewer.actor, code, idIn(params));
    const { fullName } = await people.profile(viewer.actor, code);
    const channel = channelWords[chat.channel](say);
    return {
      title: say('unlinking-title', { channel }),
      body: (
        <>
          <p class="lead">{say('unlinking-who', { name: fullName, channel })}</p>
          <Alert kind="warning">{say('unlinking-consequences')}</Alert>
          <Buttons>
            <FormTo action={`${memberUrl(code)}/chats/${chat.id}/unlinking`} inline>
              <Button kind="danger">{say('chat-unlink')}</Button>
            </FormTo>
            <LinkButton href={memberUrl(code)}>{say('form-back')}</LinkButton>
          </Buttons>
        </>
      ),
    };
  });

  console.form(`${at}/chats/:id/unlinking`, { needs: 'member.unlink' }, async ({ viewer, say, params }) => {
    const code = params['code'] ?? '';
    await people.chats.unlinkChat(viewer.actor, code, idIn(params));
    return seeOther(`${memberUrl(code)}#channels`, say('chat-unlinked'));
  });
}

/** An id that is none can only come from a page that is not ours. */
function idIn(params: Readonly<Record<string, string>>): string {
  const id = z.uuid().safeParse(params['id']);
  if (!id.success) throw new DomainError('route.unknown', { status: 404 });
  return id.data;
}
