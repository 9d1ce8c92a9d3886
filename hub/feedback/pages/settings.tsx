import {
  Alert,
  LinkButton,
  Section,
  seeOther,
  useSay,
  type Console,
  type Page,
  type SeeOther,
  type Visit,
} from '../../console/index.ts';
import { calendarDay } from '../../people/index.ts';
import { DomainError } from '../../platform/errors.ts';
import { due } from '../due.ts';
import { DoorCard, doorOf } from './door.tsx';
import { AnswerTerm, CannedAnswers } from './settings-answers.tsx';
import { settingsUrl, top, word, wordsIn, type Settings, type Words } from './settings-data.ts';
import { Topics } from './settings-topics.tsx';
import { feedbackUrl, unitUrl, type FeedbackPagesParts } from './urls.ts';

/** What a unit offers to who writes to it, what it says often, by when it answers, where nobody is named. */
export function settingsPages(console: Console, parts: FeedbackPagesParts): void {
  const { people, feedback, database, clock } = parts;
  const { answering } = feedback;
  const { answerDays: daysOf } = due(parts);
  const needs = 'feedback.answer';

  console.page(settingsUrl, { needs }, async ({ viewer, say, query }) => {
    const [first] = query['unit'] ? [] : await answering.desks(viewer.memberId);
    const settings = await settingsOf(viewer, query['unit'] ?? first?.unit.code ?? '');
    return { title: say('feedback-settings-title'), body: <Body of={settings} problem={null} /> };
  });

  take('/topics', 'topic', async (by, unit, { name, parent }) => {
    await answering.addTopic(by, unit, {
      name,
      ...(parent !== '' && parent !== top && { parentId: parent }),
    });
  });
  take('/topics/retirement', 'topic', async (by, unit, { id }) => await answering.retireTopic(by, unit, id));
  take('/answers', 'answer', async (by, unit, { id, title, text }) => {
    await answering.saveCannedAnswer(by, unit, { ...(id && { id }), title, text });
  });
  take('/answers/removal', 'answer', async (by, unit, { id }) => {
    await answering.dropCannedAnswer(by, unit, id);
  });
  take('/promise', 'promise', async (by, unit, { days }) => {
    await answering.promise(by, unit, days === '' ? null : Number(days));
  });

  /** A form of the page. What is refused is shown again, with why. */
  function take(
    path: string,
    form: string,
    doIt: (by: Visit['viewer']['actor'], unit: string, typed: Words) => Promise<void>,
  ): void {
    console.form(
      `${settingsUrl}${path}`,
      { needs },
      async ({ viewer, say, fields }): Promise<Page | SeeOther> => {
        const unit = word(fields['unit']);
        const { id: unitId } = await people.unitByCode(unit);
        await people.requireMay(viewer.actor, needs, unitId);
        try {
          await doIt(viewer.actor, unit, wordsIn(fields));
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          const settings = { ...(await settingsOf(viewer, unit)), refused: { form, fields } };
          const problem = say(error.code.replaceAll('.', '-'), error.facts);
          const body = <Body of={settings} problem={problem} />;
          return { title: say('feedback-settings-title'), status: error.status, body };
        }
        return seeOther(`${unitUrl('/settings', unit)}#${form}`, say('feedback-settings-saved'));
      },
    );
  }

  async function settingsOf({ actor }: Visit['viewer'], asked: string): Promise<Settings> {
    const { id, code, name } = await people.unitByCode(asked);
    await people.requireMay(actor, needs, id);
    const [topics, canned, days, door] = await Promise.all([
      answering.topics(actor, code),
      answering.cannedAnswers(actor, code),
      daysOf([id], calendarDay(clock()), database),
      doorOf(code, parts),
    ]);
    return { unit: { id, code, name }, topics, canned, answerDays: days.get(id)!, door, refused: null };
  }
}

function Body({ of, problem }: { of: Settings; problem: string | null }) {
  const say = useSay();
  return (
    <>
      <p class="lead">{of.unit.name}</p>
      {problem ? <Alert kind="problem">{problem}</Alert> : null}
      <Topics of={of} />
      <CannedAnswers of={of} />
      <AnswerTerm of={of} />
      <Section title={say('feedback-door-title')}>
        <DoorCard of={of.door} />
      </Section>
      <LinkButton href={feedbackUrl}>{say('feedback-item-back')}</LinkButton>
    </>
  );
}
