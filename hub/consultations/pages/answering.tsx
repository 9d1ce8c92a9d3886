import {
  Alert,
  Button,
  Buttons,
  FormTo,
  LinkButton,
  Section,
  seeOther,
  useSay,
  type Console,
  type Fields,
  type Page,
  Problem,
  refusedIn,
} from '../../console/index.ts';
import type { Say } from '../../platform/locales.ts';
import type { Asked } from '../port.ts';
import { paperPath } from '../paper/paths.ts';
import { AnswerFields } from './answer-fields.tsx';
import { answersIn, typedOf } from './answers-typed.ts';
import { QuestionList } from './question-list.tsx';
import { ownUrl, type ConsultationPagesParts } from './urls.ts';
import { AsWritten, LevelPromise } from './words.tsx';

interface Shown {
  asked: Asked;
  typed: Fields;
  problem?: { words: string; status: number };
}

const needs = 'member';

/** One consultation as a member who is asked has it: answered here, or by a paper that is drawn here. */
export function answeringPages(console: Console, { consultations }: ConsultationPagesParts): void {
  const { answering } = consultations;

  console.page(ownUrl(':id'), { needs }, async ({ viewer, say, params }) => {
    const asked = await answering.asked(viewer.memberId, params['id'] ?? '');
    return askedPage({ asked, typed: asked.answers ? typedOf(asked.questions, asked.answers) : {} }, say);
  });

  console.form(ownUrl(':id'), { needs }, async ({ viewer, say, params, fields }) => {
    const id = params['id'] ?? '';
    const asked = await answering.asked(viewer.memberId, id);
    try {
      const given = answersIn(asked.questions, fields);
      const { closesAt } = await answering.answer(viewer.memberId, id, given);
      return seeOther(ownUrl(id), say('consultation-page-thanks', { moment: closesAt }));
    } catch (error) {
      const problem = refusedIn(error, say);
      // It may have ended meanwhile.
      const now = await answering.asked(viewer.memberId, id);
      return askedPage({ asked: now, typed: fields, problem }, say);
    }
  });

  console.form(ownUrl(':id', '/paper'), { needs }, async ({ viewer, say, params }) => {
    const id = params['id'] ?? '';
    try {
      const { paper } = await answering.draw(viewer.memberId, id);
      const asked = await answering.asked(viewer.memberId, id);
      return drawnPage(asked, paper, say);
    } catch (error) {
      const problem = refusedIn(error, say);
      const asked = await answering.asked(viewer.memberId, id);
      return askedPage({ asked, typed: {}, problem }, say);
    }
  });
}

function askedPage(shown: Shown, say: Say): Page {
  return {
    title: shown.asked.title,
    status: shown.problem?.status ?? 200,
    styles: ['consultations.css'],
    body: <Body of={shown} lead={say('consultation-page-asked-by', { unit: shown.asked.unit.name })} />,
  };
}

function Body({ of, lead }: { of: Shown; lead: string }) {
  const say = useSay();
  const { asked, problem } = of;
  const open = asked.state === 'open';
  return (
    <>
      <p class="lead">{lead}</p>
      <Problem words={problem?.words} />
      {open ? (
        <p>{say('consultation-page-open-until', { moment: asked.closesAt })}</p>
      ) : (
        <Alert kind="note">{say('consultation-page-over', { state: asked.state })}</Alert>
      )}
      {asked.introduction ? <AsWritten>{asked.introduction}</AsWritten> : null}
      {open ? (
        <>
          <LevelPromise {...asked} />
          <p class="hint">{say('consultation-page-poll-only')}</p>
          {asked.level === 'unnamed' ? <Draw of={asked} /> : <AnswerForm of={of} />}
        </>
      ) : null}
      <Buttons>
        {(asked.state === 'closed' && asked.shared) || (open && asked.live) ? (
          <LinkButton href={ownUrl(asked.id, '/results')}>
            {say('consultation-page-results-link', { final: open ? 'no' : 'yes' })}
          </LinkButton>
        ) : null}
        <LinkButton href={ownUrl()}>{say('consultation-page-mine')}</LinkButton>
      </Buttons>
    </>
  );
}

function AnswerForm({ of: { asked, typed } }: { of: Shown }) {
  const say = useSay();
  const { id, questions, answers, closesAt } = asked;
  return (
    <>
      {answers ? (
        <Alert kind="done">{say('consultation-page-answered-own', { moment: closesAt })}</Alert>
      ) : null}
      <FormTo action={ownUrl(id)}>
        <AnswerFields questions={questions} typed={typed} />
        <Button>{say('consultation-page-send', { again: answers ? 'yes' : 'no' })}</Button>
      </FormTo>
    </>
  );
}

/** Why it is answered on a paper, and the paper, once. */
function Draw({ of: { id, drawn, questions } }: { of: Asked }) {
  const say = useSay();
  return (
    <>
      {drawn ? (
        <>
          <Alert kind="done">{say('consultation-page-drawn-already')}</Alert>
          <Buttons>
            <LinkButton href={paperPath} kind="primary">
              {say('consultation-page-to-paper')}
            </LinkButton>
          </Buttons>
        </>
      ) : (
        <>
          <ol>
            <li>{say('consultation-page-draw-1')}</li>
            <li>{say('consultation-page-draw-2')}</li>
            <li>{say('consultation-page-draw-3')}</li>
          </ol>
          <FormTo action={ownUrl(id, '/paper')}>
            <Button>{say('consultation-page-draw')}</Button>
          </FormTo>
        </>
      )}
      <Section title={say('consultation-page-questions', { count: questions.length })}>
        <QuestionList of={questions} />
      </Section>
    </>
  );
}

/** The one moment at which the words of the paper are seen. */
function drawnPage({ title, closesAt }: Asked, paper: string, say: Say): Page {
  return {
    title: say('consultation-page-paper'),
    styles: ['consultations.css'],
    body: (
      <>
        <p class="lead">
          <bdi>{title}</bdi>
        </p>
        <Alert kind="warning">{say('consultation-page-paper-keep', { moment: closesAt })}</Alert>
        <ol class="paper" lang="vi" translate={false}>
          {paper.split(' ').map((pair, index) => (
            <li key={index}>{pair}</li>
          ))}
        </ol>
        {/* Not a form of the console: its token would tell whose session it was. */}
        <form class="form" method="post" action={paperPath}>
          <input type="hidden" name="paper" value={paper} />
          <Button>{say('consultation-page-paper-use')}</Button>
        </form>
        <p>{say('consultation-page-paper-other')}</p>
        <p class="hint">{say('consultation-page-promise', { level: 'unnamed', unit: '' })}</p>
      </>
    ),
  };
}
