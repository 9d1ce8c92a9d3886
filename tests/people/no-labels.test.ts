import { expect, test } from 'vitest';
import { testDatabase } from '../support/database.ts';

// Members are served, not watched: no column scores or labels one. Whoever adds a column that could says here what it is.

/** Words that judge, as a part of a column's name, in whatever table. */
const judging = new Set(
  (
    'score scores rating rate rank ranking grade sentiment mood attitude risk risky trust loyalty reliability ' +
    'behaviour behavior label labels tag tags flag flags class category profile segment useful points weight level'
  ).split(' '),
);

/** In a table that names a person: what counts, decides between two, or puts into one of several. */
const classing = ['smallint', 'integer', 'bigint', 'numeric', 'real', 'double precision', 'boolean', 'ARRAY'];

/** What each of them is, so that it can be seen that it is nothing about a person's worth. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'what a resolution or a form of the Party says of somebody, with its dates': [
    'member_status.status',
    'membership.kind',
    'role.role',
  ],
  'who came to one meeting, as it stands in its minutes': [
    'attendance.excuse',
    'attendance.late_minutes',
    'attendance.mark',
    'attendance.road',
    'attendance.rsvp',
    'attendance.summoned',
    'attendance_correction.after',
    'attendance_correction.before',
    'hand.spoke',
  ],
  'how one message went on its way': [
    'delivery.attempts',
    'delivery.channel',
    'delivery.in_doubt',
    'delivery.parts_sent',
    'delivery.repeats',
    'delivery.state',
    'delivery.tried',
    'sent_message.channel',
  ],
  'where somebody wants to be written to, and agreed to be': [
    'chat.channel',
    'chat.chosen',
    'chat.preference',
    'chat.state',
    'consent.channel',
    'login_request.channel',
  ],
  'an opinion: what it is, how openly it was said, what becomes of it': [
    'feedback_item.kind',
    'feedback_item.level',
    'feedback_item.revision',
    'feedback_item.state',
    'feedback_staged.level',
    'feedback_unsealing.position',
  ],
  'what the author makes of an answer': ['feedback_item.useful'],
  'that a member has said whether an answer of the assistant helped, not what': ['assistant_answer.judged'],
  'whom chance drew to be asked, and how openly all of them answer': [
    'consultation.level',
    'consultation_participant.drawn',
  ],
  'a document of the library, whoever put it in, and what becomes of a file on its way there': [
    'library_document.described',
    'library_document.file_bytes',
    'library_document.page_starts',
    'library_document.passages',
    'library_document.reader_roles',
    'library_document.readers',
    'library_document.revision',
    'library_document.said_status',
    'library_document.says_expired',
    'library_document.state',
    'library_document.version',
    'library_incoming.bytes',
    'library_incoming.done',
    'library_incoming.state',
    'library_incoming.total',
  ],
  'the form by which a cell judges its meeting, not its members': ['meeting_quality.points'],
  'what was asked for, and what a program may do': ['api_token.scopes', 'member_request.kind'],
  'what an officer did or began to write': ['audit_entry.facts', 'audit_entry.via', 'notice_draft.fields'],
};

test('no column of the database scores or labels a person', async () => {
  const database = await testDatabase();
  const columns = await database.query<{ table: string; name: string; type: string; person: boolean }>(`
    select table_name as table, column_name as name, data_type as type,
      table_name = 'member' or bool_or(column_name ~ '(^|_)(member|author|actor)_id$|_by_id$')
        over (partition by table_name) as person
    from information_schema.columns where table_schema = 'public'`);
  await database.close();
  // A query that finds nothing proves nothing.
  expect(columns.filter(({ person }) => person).length).toBeGreaterThan(200);

  const suspicious = columns.filter(
    ({ name, type, person }) =>
      name.split('_').some((word) => judging.has(word)) ||
      (person && (classing.includes(type) || type.startsWith('json') || type === 'USER-DEFINED')),
  );
  const found = suspicious.map(({ table, name }) => `${table}.${name}`);
  expect(found.sort()).toEqual(Object.values(allowed).flat().sort());
});
