import {
  Buttons,
  Card,
  Details,
  Empty,
  LinkButton,
  useSay,
  type Console,
  type Page,
} from '../../console/index.ts';
import type { Say } from '../../platform/locales.ts';
import type { Answer, Asking, Question, Results } from '../port.ts';
import { ResultsView } from './results-view.tsx';
import { consultationUrl, needs, type ConsultationPagesParts } from './urls.ts';
import { AsWritten, optionInWords } from './words.tsx';

type NamedAnswers = Awaited<ReturnType<Asking['answersByName']>>;

/** What came out, for those who asked: figures, what was written, files; of a named one also who said what. */
export function resultsPages(console: Console, { consultations }: ConsultationPagesParts): void {
  const { asking } = consultations;

  console.page(consultationUrl(':id', '/results'), { needs }, async ({ viewer, say, params }) =>
    resultsPage(await asking.results(viewer.actor, params['id'] ?? ''), say),
  );

  for (const format of ['xlsx', 'docx'] as const) {
    const url = consultationUrl(':id', `/results/file.${format}`);
    console.page(url, { needs }, async ({ viewer, params }) => {
      const { name, ...file } = await asking.exportResults(viewer.actor, params['id'] ?? '', format);
      return { fileName: name, ...file };
    });
  }

  console.page(consultationUrl(':id', '/answers'), { needs }, async ({ viewer, say, params }) => {
    const id = params['id'] ?? '';
    const answered = await asking.answersByName(viewer.actor, id);
    const { title, questions } = await asking.consultation(viewer.actor, id);
    return {
      title: say('consultation-page-by-name'),
      body: (
        <>
          <p class="lead">
            <bdi>{title}</bdi>
          </p>
          <ByName id={id} answered={answered} questions={questions} />
        </>
      ),
    };
  });
}

function resultsPage(results: Results, say: Say): Page {
  const { id } = results;
  return {
    title: say('consultation-page-results-of', { title: results.title }),
    styles: ['reports.css'],
    body: (
      <>
        <ResultsView of={results} />
        <Buttons>
          <LinkButton href={consultationUrl(id, '/results/file.xlsx')} download>
            {say('report-download-xlsx')}
          </LinkButton>
          <LinkButton href={consultationUrl(id, '/results/file.docx')} download>
            {say('report-download-docx')}
          </LinkButton>
          <LinkButton href={consultationUrl(id)}>{say('consultation-page-back')}</LinkButton>
        </Buttons>
      </>
    ),
  };
}

function ByName({
  id,
  answered,
  questions,
}: {
  id: string;
  answered: NamedAnswers;
  questions: readonly Question[];
}) {
  const say = useSay();
  return (
    <>
      {answered.length === 0 ? <Empty>{say('consultation-page-nobody-yet')}</Empty> : null}
      {answered.map(({ code, fullName, unit, answers }) => (
        <Details key={code} summary={`${fullName} · ${unit}`}>
          {questions.map((question, index) => {
            const answer = answers[index + 1];
            return answer === undefined ? null : (
              <Card key={index}>
                <p class="hint">
                  {say('consultation-page-question', { number: index + 1, wording: question.wording })}
                </p>
                <AsWritten>{answerInWords(question, answer, say)}</AsWritten>
              </Card>
            );
          })}
        </Details>
      ))}
      <LinkButton href={consultationUrl(id)}>{say('consultation-page-back')}</LinkButton>
    </>
  );
}

function answerInWords(question: Question, answer: Answer, say: Say): string {
  if (typeof answer === 'string') return answer;
  if (typeof answer === 'number') return optionInWords(question, answer, say);
  if ('agrees' in answer)
    return [optionInWords(question, answer.agrees ? 0 : 1, say), answer.comment].filter(Boolean).join(': ');
  const options = answer.map((option) => optionInWords(question, option, say));
  return question.form === 'ranking'
    ? options.map((option, place) => `${place + 1}. ${option}`).join('\n')
    : options.join('; ');
}
