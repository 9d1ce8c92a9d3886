import { Alert, LinkButton, seeOther, useSay, type Console, type FormVisit } from '../../console/index.ts';
import { DomainError } from '../../platform/errors.ts';
import { FeedbackUnknown } from '../errors.ts';
import type { Seen } from '../port.ts';
import { itemPage } from './item.tsx';
import { shownTo, type Again, type Typed } from './item-data.ts';
import { GivenBack } from './reply-form.tsx';
import { feedbackUrl, itemUrl, type FeedbackPagesParts } from './urls.ts';

/** What is done about an item by forms on its page. What could not be done comes back with all that was typed. */
export function deedForms(console: Console, parts: FeedbackPagesParts): void {
  const { answering } = parts.feedback;
  const needs = 'feedback.answer';

  console.form(itemUrl(':id', '/taking'), { needs }, (visit) =>
    deed(visit, { form: 'taking', typed: {} }, async (id, seen) => {
      await answering.take(visit.viewer.actor, id, seen);
      return { notice: visit.say('feedback-taken') };
    }),
  );

  console.form(itemUrl(':id', '/release'), { needs }, (visit) =>
    deed(visit, { form: 'taking', typed: {} }, async (id, seen) => {
      await answering.release(visit.viewer.actor, id, seen);
      return { notice: visit.say('feedback-released') };
    }),
  );

  console.form(itemUrl(':id', '/replies'), { needs }, async (visit) => {
    const { viewer, say, fields } = visit;
    const typed = typedIn(fields, ['text', 'lateReason']);
    if (fields['do'] === 'insert') return await inserted(visit, typed);
    return await deed(visit, { form: 'reply', typed }, async (id, seen) => {
      await answering.reply(viewer.actor, id, {
        ...seen,
        text: typed.text ?? '',
        ...(typed.lateReason && { lateReason: typed.lateReason }),
      });
      return { notice: say('feedback-replied') };
    });
  });

  console.form(itemUrl(':id', '/notes'), { needs }, (visit) => {
    const typed = typedIn(visit.fields, ['note']);
    return deed(visit, { form: 'note', typed }, async (id, seen) => {
      await answering.note(visit.viewer.actor, id, { ...seen, text: typed.note ?? '' });
      return { notice: visit.say('feedback-noted') };
    });
  });

  console.form(itemUrl(':id', '/forwardings'), { needs }, (visit) => {
    const { viewer, say } = visit;
    const typed = typedIn(visit.fields, ['unit', 'reason']);
    return deed(visit, { form: 'forward', typed }, async (id, seen) => {
      const to = { ...seen, unit: typed.unit ?? '', reason: typed.reason ?? '' };
      await answering.forward(viewer.actor, id, to);
      // Now it is another unit's: whoever does not answer there sees it no more.
      return { notice: say('feedback-forwarded'), location: feedbackUrl };
    });
  });

  async function deed(
    visit: FormVisit,
    { form, typed }: Pick<Again, 'form' | 'typed'>,
    doIt: (id: string, seen: Seen) => Promise<{ notice: string; location?: string }>,
  ) {
    const { viewer, say, params, fields } = visit;
    const id = params['id'] ?? '';
    const seen = seenIn(fields);
    try {
      const { notice, location = itemUrl(id) } = await doIt(id, { revision: seen.revision });
      return seeOther(location, notice);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const problem = say(error.code.replaceAll('.', '-'), error.facts);
      const again = { form, typed, problem, seen: seen.entry, status: error.status };
      try {
        return itemPage(await shownTo(viewer, id, parts, again), say);
      } catch (gone) {
        // Another unit's by now, or never ours: what was written is given back, and nothing else.
        if (!(gone instanceof FeedbackUnknown) || Object.keys(typed).length === 0) throw gone;
        return { title: say('feedback-gone-title'), status: gone.status, body: <Gone typed={typed} /> };
      }
    }
  }

  /** The page again, with one of the unit's answers under what was typed. */
  async function inserted({ viewer, say, params, fields }: FormVisit, typed: Typed) {
    const seen = seenIn(fields);
    const again = { form: 'reply', typed, problem: null, seen: seen.entry, status: 200 } as const;
    const shown = await shownTo(viewer, params['id'] ?? '', parts, again);
    const canned = shown.canned.find(({ id }) => id === fields['canned']);
    const text = [typed.text, canned?.text].filter(Boolean).join('\n\n');
    return itemPage({ ...shown, again: { ...again, typed: { ...typed, text } } }, say);
  }
}

function Gone({ typed }: { typed: Typed }) {
  const say = useSay();
  return (
    <>
      <Alert kind="problem">{say('feedback-gone')}</Alert>
      <GivenBack typed={typed} />
      <LinkButton href={feedbackUrl}>{say('feedback-item-back')}</LinkButton>
    </>
  );
}

export function typedIn(fields: FormVisit['fields'], names: readonly (keyof Typed)[]): Typed {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = fields[name];
      return typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()]] : [];
    }),
  );
}

/** What the reader had seen. A form without it, such as one from a program, refuses nothing. */
export function seenIn(fields: FormVisit['fields']): { revision: number | undefined; entry: number } {
  const numberIn = (name: string) =>
    /^-?\d{1,9}$/.test(String(fields[name])) ? Number(fields[name]) : undefined;
  return { revision: numberIn('revision'), entry: numberIn('seen') ?? Infinity };
}
