import {
  Alert,
  Button,
  FormTo,
  LinkButton,
  Section,
  seeOther,
  useSay,
  type Console,
  type Page,
  Problem,
  refusedIn,
  word,
} from '../../console/index.ts';
import { audienceQuery, calendarDay } from '../../people/index.ts';
import type { Say } from '../../platform/locales.ts';
import type { ConsultationView } from '../port.ts';
import { AnswerFields } from './answer-fields.tsx';
import { consultationUrl, needs, type ConsultationPagesParts } from './urls.ts';
import { AsWritten, LevelPromise } from './words.tsx';

interface Opened {
  view: ConsultationView;
  eligible: number;
  problem?: { words: string; status: number };
}

/** A last look, exactly as members will see it, and how many of them there are; then it is opened. */
export function openingPages(console: Console, parts: ConsultationPagesParts): void {
  const { asking } = parts.consultations;
  const url = consultationUrl(':id', '/opening');

  console.page(url, { needs }, async ({ viewer, say, params }) => {
    const view = await asking.consultation(viewer.actor, params['id'] ?? '');
    if (view.state !== 'preparing') return seeOther(consultationUrl(view.id));
    return openingPage({ view, eligible: await eligibleFor(view, parts) }, say);
  });

  console.form(url, { needs }, async ({ viewer, say, params, fields }) => {
    const id = params['id'] ?? '';
    try {
      const { eligible } = await asking.open(viewer.actor, id, Number(word(fields, 'revision')));
      return seeOther(consultationUrl(id), say('consultation-page-opened', { eligible }));
    } catch (error) {
      const problem = refusedIn(error, say);
      const view = await asking.consultation(viewer.actor, id);
      return openingPage({ view, eligible: await eligibleFor(view, parts), problem }, say);
    }
  });
}

/** How many it would be today. */
async function eligibleFor(
  { audience, unit }: ConsultationView,
  { database, clock }: ConsultationPagesParts,
): Promise<number> {
  const [row] = await database.query<{ eligible: number }>(
    `select count(*)::int as eligible from (${audienceQuery[audience]}) a
     join member m on m.id = a.member_id where m.erased_at is null`,
    [unit.id, calendarDay(clock())],
  );
  return row?.eligible ?? 0;
}

function openingPage(opened: Opened, say: Say): Page {
  return {
    title: say('consultation-page-opening'),
    status: opened.problem?.status ?? 200,
    styles: ['consultations.css'],
    body: <Body of={opened} />,
  };
}

function Body({ of: { view, eligible, problem } }: { of: Opened }) {
  const say = useSay();
  const { id, revision, title, introduction, questions, closesAt, audience } = view;
  return (
    <>
      <Problem words={problem?.words} />
      <Alert kind="warning">
        <p>{say('consultation-page-opening-what', { eligible, audience, moment: closesAt })}</p>
        <p>{say('consultation-page-opening-fixed')}</p>
      </Alert>
      <div class="buttons">
        <FormTo action={consultationUrl(id, '/opening')} inline>
          <input type="hidden" name="revision" value={String(revision)} />
          <Button>{say('consultation-page-open', { eligible })}</Button>
        </FormTo>
        <LinkButton href={consultationUrl(id)}>{say('consultation-page-back')}</LinkButton>
      </div>
      <Section title={say('consultation-page-preview')}>
        <h3>
          <bdi>{title}</bdi>
        </h3>
        {introduction ? <AsWritten>{introduction}</AsWritten> : null}
        <LevelPromise {...view} />
        <AnswerFields questions={questions} typed={{}} />
      </Section>
    </>
  );
}
