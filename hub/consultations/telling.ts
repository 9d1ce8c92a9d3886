import type { Asks, Digest, NewNotice, Notices } from '../notices/index.ts';
import type { Sql } from '../platform/database/index.ts';
import { shortId } from '../platform/ids.ts';
import type { Locales, Say } from '../platform/locales.ts';
import type { ConsultationRow, OpenedRow } from './row.ts';

/** What a button says that leads to a consultation. */
const payloadPrefix = 'consult:';
/** Persons of one word. */
const personsAtOnce = 5_000;

/** The notice by which those asked are told. The same each time, so that it can be sent again after a crash. */
export function openingNotice(
  row: OpenedRow,
  from: string,
  locales: Locales,
): Omit<NewNotice, 'idempotencyKey'> {
  // It stands beside what the committee wrote, in the language of the committee.
  const say = locales('vi');
  const { kind, level, title, introduction, closesAt, questions } = row;
  const body = [
    introduction,
    say('consultation-notice-asks', { kind, questions: questions.length }),
    say('consultation-level-promise', { level }),
    say('consultation-notice-until', { closesAt }),
  ];
  return {
    from,
    unit: row.unitCode,
    to: row.audience,
    title: say('consultation-notice-title', { kind, title }),
    body: body.filter((part) => part !== '').join('\n\n'),
    expiresAt: closesAt,
    asks: { vi: asksToAnswer(row, locales('vi')), en: asksToAnswer(row, locales('en')) },
  };
}

export type Word = 'reminder' | 'cancelled' | 'results';

/**
 * Says a word to some of those who were asked, inside the caller's transaction; the caller rings `deliver` afterwards.
 * Later words take the place of earlier ones that have not gone. Returns how many are told.
 *
 * @param which tells it from other words of its kind
 */
export async function tell(
  sql: Sql,
  { tellPersons }: Pick<Notices, 'tellPersons'>,
  given: { row: OpenedRow; word: Word; which: string; memberIds: readonly string[]; reason?: string },
): Promise<number> {
  const { row, word, which, memberIds, reason = '' } = given;
  const words: Digest[] = [];
  for (let from = 0; from < memberIds.length; from += personsAtOnce)
    words.push({
      unitId: row.unitId,
      senderId: row.openedBy,
      memberIds: memberIds.slice(from, from + personsAtOnce),
      key: `consultation ${row.id} ${word} ${which} ${from}`,
      subjectKey: `consultation ${row.id}`,
      text: (say) => textOf(row, word, say, reason),
      ...(word === 'reminder' ? { expiresAt: row.closesAt } : {}),
      ...(word === 'cancelled' ? {} : { asks: (say) => asksOf(row, word, say) }),
    });
  const said = await tellPersons(sql, words);
  return said.reduce((sum, { recipients }) => sum + recipients, 0);
}

function textOf(row: ConsultationRow, word: Word, say: Say, reason: string): { title: string; body: string } {
  const { kind, level, title, closesAt, unitName: unit } = row;
  switch (word) {
    case 'reminder':
      return {
        title: say('consultation-reminder-title', { kind, title }),
        body: [
          say('consultation-reminder-body', { level, unit }),
          say('consultation-notice-until', { closesAt }),
        ].join('\n'),
      };
    case 'cancelled':
      return {
        title: say('consultation-cancelled-title', { kind, title }),
        body: say('consultation-cancelled-body', { level, unit, reason }),
      };
    case 'results':
      return {
        title: say('consultation-results-title', { title }),
        body: say('consultation-results-body', { unit }),
      };
  }
}

function asksOf(row: ConsultationRow, word: 'reminder' | 'results', say: Say): Asks {
  return word === 'reminder'
    ? asksToAnswer(row, say)
    : asks(row, {
        label: say('consultation-see-results'),
        tapped: say('consultation-results-tapped'),
        typed: say('consultation-results-typed'),
      });
}

function asksToAnswer(row: ConsultationRow, say: Say): Asks {
  return asks(row, {
    label: say('consultation-answer-button'),
    tapped: say('consultation-answer-tapped'),
    typed: say('consultation-answer-typed'),
  });
}

function asks({ id }: ConsultationRow, words: { label: string; tapped: string; typed: string }): Asks {
  const { label, ...rest } = words;
  return { buttons: [{ label, payload: `${payloadPrefix}${shortId(id)}` }], ...rest };
}
