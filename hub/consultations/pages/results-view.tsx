import type { ComponentChildren } from 'preact';
import { CountBar, Details, Empty, Section, Table, useSay } from '../../console/index.ts';
import type { Say } from '../../platform/locales.ts';
import type { Question, QuestionResult, Results, UnitsResult } from '../port.ts';
import { AsWritten, optionInWords } from './words.tsx';

/** Figures of each question with a bar beside them; what may not be shown says why. */
export function ResultsView({ of }: { of: Results }) {
  const say = useSay();
  const { answered, eligible, final, level, smallest } = of;
  return (
    <>
      <p class="lead">{say('consultation-page-answered', { answered: answered ?? -1, eligible })}</p>
      {final ? null : <p>{say('consultation-page-not-final')}</p>}
      {level === 'named' ? null : <p class="hint">{say('consultation-page-few-how', { smallest })}</p>}
      {of.results.map((result) => (
        <OneQuestion key={result.number} of={of} result={result} />
      ))}
    </>
  );
}

function OneQuestion({ of, result }: { of: Results; result: QuestionResult }) {
  const say = useSay();
  const { number, groups, texts, answered } = result;
  const question = of.questions[number - 1]!;
  const byUnit = of.byUnit.find((one) => one.number === number);
  const written = texts ?? [];
  const nothing = question.form === 'text' ? written.length === 0 : groups === null;
  return (
    <Section title={say('consultation-page-question', { number, wording: question.wording })}>
      {question.passage ? (
        <Details summary={say('consultation-page-passage')}>
          <AsWritten>{question.passage}</AsWritten>
        </Details>
      ) : null}
      {answered === null ? null : (
        <p class="hint">{say('consultation-page-answered-question', { answered })}</p>
      )}
      {nothing ? <Empty>{say('consultation-page-not-shown')}</Empty> : null}
      {groups ? <Groups question={question} result={result} groups={groups} smallest={of.smallest} /> : null}
      {byUnit ? <ByUnit question={question} of={byUnit} /> : null}
      {written.length > 0 ? (
        <Details
          summary={say('consultation-page-texts', { count: written.length })}
          open={written.length <= 5}
        >
          <ul>
            {written.map((text, index) => (
              <li key={index}>
                <AsWritten>{text}</AsWritten>
              </li>
            ))}
          </ul>
        </Details>
      ) : null}
    </Section>
  );
}

function Groups({
  question,
  result,
  groups,
  smallest,
}: {
  question: Question;
  result: QuestionResult;
  groups: NonNullable<QuestionResult['groups']>;
  smallest: number;
}) {
  const say = useSay();
  const largest = Math.max(1, ...groups.map(({ count }) => count ?? 0));
  const meanOf = ([option = -1]: readonly number[]) => result.meanPlaces?.[option] ?? null;
  return (
    <Table
      caption={question.wording}
      keyOf={({ options }) => options.join(' ')}
      rows={groups}
      columns={[
        {
          title: say('consultation-page-answer-column'),
          cell: ({ options }) => groupInWords(question, options, say),
        },
        {
          title: say('consultation-page-count', { form: question.form }),
          cell: ({ count, options }) =>
            question.form === 'ranking' ? (
              <b>{meanInWords(meanOf(options), say)}</b>
            ) : (
              <span class="counted">
                <CountBar share={(count ?? 0) / largest} />
                <b>{count ?? say('consultation-page-few', { smallest })}</b>
              </span>
            ),
        },
      ]}
    />
  );
}

function meanInWords(mean: number | null, say: Say): string {
  return mean === null
    ? say('consultation-page-mean-not-shown')
    : say('consultation-page-mean', { mean: mean.toFixed(1).replace('.', ',') });
}

function groupInWords(question: Question, options: readonly number[], say: Say): ComponentChildren {
  const words = options.map((option) => optionInWords(question, option, say)).join('; ');
  return <bdi>{options.length > 1 ? say('consultation-page-pooled', { options: words }) : words}</bdi>;
}

/** Units right below, each with the same groups; those that are too small stand together. */
function ByUnit({ question, of: { groups, rows } }: { question: Question; of: UnitsResult }) {
  const say = useSay();
  return (
    <Details summary={say('consultation-page-by-unit')}>
      <Table
        caption={say('consultation-page-by-unit')}
        keyOf={({ units }) => units.map(({ id }) => id).join(' ')}
        rows={rows}
        columns={[
          {
            title: say('consultation-page-unit'),
            cell: ({ units }) => units.map(({ name }) => name).join('; '),
          },
          ...groups.map((options, index) => ({
            title: options.map((option) => optionInWords(question, option, say)).join('; '),
            numeric: true,
            cell: ({ counts }: UnitsResult['rows'][number]) => counts[index] ?? '',
          })),
        ]}
      />
    </Details>
  );
}
