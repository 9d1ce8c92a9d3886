import {
  Alert,
  Button,
  FormTo,
  Section,
  TextArea,
  type Fields,
  type PlainPage,
  type PlainProblem,
} from '../../console/index.ts';
import type { Say } from '../../platform/locales.ts';
import { AnswerFields } from '../pages/answer-fields.tsx';
import { AsWritten } from '../pages/words.tsx';
import type { Asked } from '../port.ts';
import { paperAnswerPath, paperPath } from './paths.ts';

/** Asks for the words of a paper. */
export function wordsPage({
  say,
  typed,
  problem,
}: {
  say: Say;
  typed?: string;
  problem?: PlainProblem;
}): PlainPage {
  return {
    title: say('consultation-paper-title'),
    status: problem?.status ?? 200,
    body: (
      <>
        {problem ? <Alert kind="problem">{problem.words}</Alert> : null}
        <p>{say('consultation-paper-what')}</p>
        <FormTo action={paperPath}>
          <TextArea
            label={say('consultation-paper-words')}
            name="paper"
            hint={say('consultation-paper-words-hint')}
            rows={4}
            maxlength={400}
            required
            value={typed}
          />
          <Button>{say('consultation-paper-show')}</Button>
        </FormTo>
        <Truth say={say} />
      </>
    ),
  };
}

/** What the paper is for, to be answered; the words go along, since nothing else keeps them. */
export function answerPage({
  say,
  paper,
  asked,
  typed = {},
  problem,
}: {
  say: Say;
  paper: string;
  asked: Asked;
  typed?: Fields;
  problem?: PlainProblem;
}): PlainPage {
  const { title, unit, introduction, questions, closesAt } = asked;
  return {
    title,
    status: problem?.status ?? 200,
    body: (
      <>
        {problem ? <Alert kind="problem">{problem.words}</Alert> : null}
        <p class="lead">{say('consultation-page-asked-by', { unit: unit.name })}</p>
        <p>{say('consultation-page-open-until', { moment: closesAt })}</p>
        {introduction ? <AsWritten>{introduction}</AsWritten> : null}
        <Alert kind="note">
          <p>{say('consultation-paper-once')}</p>
          <p>{say('consultation-page-promise-few')}</p>
        </Alert>
        <FormTo action={paperAnswerPath}>
          <input type="hidden" name="paper" value={paper} />
          <AnswerFields questions={questions} typed={typed} />
          <Button>{say('consultation-paper-send')}</Button>
        </FormTo>
        <Truth say={say} />
      </>
    ),
  };
}

export function donePage(say: Say): PlainPage {
  return {
    title: say('consultation-paper-done'),
    body: (
      <>
        <Alert kind="done">{say('consultation-paper-done-what')}</Alert>
        <p>{say('consultation-paper-close')}</p>
      </>
    ),
  };
}

/** What went wrong before anything was read. */
export function wrongPage(problem: PlainProblem, say: Say): PlainPage {
  return wordsPage({ say, problem });
}

/** What the hub does and does not: only what is true. */
function Truth({ say }: { say: Say }) {
  return (
    <Section title={say('consultation-paper-truth')}>
      <ul>
        <li>{say('consultation-paper-truth-page')}</li>
        <li>{say('consultation-page-promise', { level: 'unnamed', unit: '' })}</li>
        <li>{say('consultation-paper-truth-words')}</li>
      </ul>
    </Section>
  );
}
