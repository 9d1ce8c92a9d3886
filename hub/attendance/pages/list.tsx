import { z } from 'zod';
import {
  Alert,
  Button,
  Buttons,
  Empty,
  Field,
  FormTo,
  LinkButton,
  Section,
  read,
  seeOther,
  useSay,
  type Console,
} from '../../console/index.ts';
import type { Actor } from '../../platform/audit.ts';
import { DomainError } from '../../platform/errors.ts';
import type { Say } from '../../platform/locales.ts';
import type { Mark } from '../port.ts';
import { manifestPath } from './kept-list.ts';
import type { AttendancePagesParts } from './pages.tsx';
import { conflictInWords, markInWords, marks, rowInWords, sharedDevices } from './roll-words.ts';
import { Roll, rowId } from './roll.tsx';

/** A button of a row says what and of whom: `late DV-012`; `none` takes a mark back. */
const Tapped = z.object({ mark: z.string().regex(/^(present|late|excused|absent|none) \S{1,40}$/) });
const Named = z.object({ member: z.string().trim().min(1).max(40) });
/** A congress of a whole commune, marked without a line. */
const mostKept = 5_000;
/** What the page kept without a line, with the true time of each mark in milliseconds. */
const Kept = z.object({
  marks: z
    .array(
      z.object({
        member: z.string().min(1).max(40),
        mark: z.enum(marks).nullable(),
        at: z.number().int().min(0).max(8e15),
      }),
    )
    .max(mostKept)
    .default([]),
});

/** The secretary's list: one tap a name. It works without scripts, and with them also without a line. */
export function listPages(console: Console, parts: AttendancePagesParts): void {
  const { attendance, clock } = parts;
  const needs = 'attendance.people';
  const url = (id: string) => `/console/meetings/${id}/list`;

  console.page('/console/meetings/:id/list', { needs }, async ({ viewer, say, params }) => {
    const id = params['id'] ?? '';
    const [rows, meeting] = await Promise.all([
      attendance.roll(viewer.actor, id),
      parts.meeting(viewer.actor, id),
    ]);
    const { title, startsAt } = meeting;
    const shared = sharedDevices(rows);
    return {
      title: say('roll-title'),
      styles: ['meeting-list.css'],
      scripts: ['meeting-list.js'],
      manifest: manifestPath,
      body: (
        <>
          <p class="lead">
            <a href={`/console/meetings/${id}`}>{say('roll-meeting', { title, startsAt })}</a>
          </p>
          {shared.map(({ names }) => (
            <Alert kind="warning" key={names}>
              {say('roll-shared-device', { names })}
            </Alert>
          ))}
          {rows.length === 0 ? (
            <Empty>{say('roll-empty')}</Empty>
          ) : (
            <Roll id={id} rows={rows} reader={viewer} now={clock()} />
          )}
          <Others id={id} />
          <Buttons>
            <LinkButton href={`/console/meetings/${id}/code`}>{say('roll-to-code')}</LinkButton>
            <LinkButton href={url(id)}>{say('roll-reload')}</LinkButton>
          </Buttons>
        </>
      ),
    };
  });

  async function markNow(
    by: Actor,
    id: string,
    member: string,
    mark: Mark['mark'],
    say: Say,
  ): Promise<string> {
    const { conflicts } = await attendance.mark(by, id, [{ member, mark, at: clock() }]);
    const rows = await attendance.roll(by, id);
    const fullName = rows.find(({ code }) => code === member)?.fullName;
    if (fullName === undefined)
      throw new DomainError('member.unknown', { status: 404, facts: { code: member } });
    if (conflicts[0]) return conflictInWords(conflicts[0], fullName, say);
    return say('roll-marked', { name: fullName, mark: markInWords(mark, say) });
  }

  console.form('/console/meetings/:id/list/marks', { needs }, async ({ viewer, say, params, fields }) => {
    const id = params['id'] ?? '';
    const [chosen, member = ''] = read(Tapped, fields).mark.split(' ');
    const mark = marks.find((each) => each === chosen) ?? null;
    return seeOther(`${url(id)}#${rowId(member)}`, await markNow(viewer.actor, id, member, mark, say));
  });

  console.form('/console/meetings/:id/list/others', { needs }, async ({ viewer, say, params, fields }) => {
    const id = params['id'] ?? '';
    const { member } = read(Named, fields);
    return seeOther(url(id), await markNow(viewer.actor, id, member, 'present', say));
  });

  // For the script of the page: what it kept, and in return how everybody stands. The same twice changes nothing.
  console.form('/console/meetings/:id/marks', { needs }, async ({ viewer, say, params, fields }) => {
    const id = params['id'] ?? '';
    const kept = Kept.safeParse(fields);
    if (!kept.success) throw new DomainError('request.invalid');
    const given = kept.data.marks.map((mark) => ({ ...mark, at: new Date(mark.at) }));
    const { conflicts } =
      given.length > 0 ? await attendance.mark(viewer.actor, id, given) : { conflicts: [] };
    const rows = await attendance.roll(viewer.actor, id);
    const nameOf = (code: string) => rows.find((row) => row.code === code)?.fullName ?? code;
    return {
      json: {
        now: clock().getTime(),
        rows: rows.map((row) => ({
          member: row.code,
          mark: row.mark,
          words: rowInWords(row, viewer.fullName, say),
        })),
        conflicts: conflicts.map((conflict) => ({
          member: conflict.member,
          words: conflictInWords(conflict, nameOf(conflict.member), say),
        })),
      },
    };
  });
}

/** Somebody who came without being called, such as an exempt member. */
function Others({ id }: { id: string }) {
  const say = useSay();
  return (
    <Section title={say('roll-others')}>
      <FormTo action={`/console/meetings/${id}/list/others`} inline>
        <Field
          label={say('roll-other-code')}
          hint={say('roll-other-hint')}
          name="member"
          required
          maxlength={40}
          autocomplete="off"
          autocapitalize="characters"
        />
        <Button kind="plain">{say('roll-other-add')}</Button>
      </FormTo>
    </Section>
  );
}
