import {
  Button,
  Buttons,
  Empty,
  FormTo,
  LinkButton,
  Section,
  seeOther,
  Table,
  useSay,
  word,
  type Console,
} from '../../console/index.ts';
import type { Say } from '../../platform/locales.ts';
import { complaints, type Assistant, type Gap } from '../port.ts';
import { gapsUrl, type AssistantPagesParts } from './urls.ts';

type Judgements = Awaited<ReturnType<Assistant['gaps']['judgements']>>;

const needs = 'library.gaps';
const times = { '1-4': 'few', '5-9': 'some', '10+': 'many' } as const;

/** What members asked and the library could not answer, and what they said of answers. Nobody's name is in it. */
export function gapPages(console: Console, { assistant: { gaps } }: AssistantPagesParts): void {
  console.page(gapsUrl, { needs }, async ({ viewer, say }) => {
    const [waiting, judged] = await Promise.all([gaps.list(viewer.actor), gaps.judgements(viewer.actor)]);
    return {
      title: say('assistant-page-gaps'),
      trail: [{ href: '/console/library', words: say('library-page-title') }],
      styles: ['library.css'],
      body: (
        <>
          <p class="lead">{say('assistant-page-gaps-lead')}</p>
          {waiting.length > 0 ? <Gaps of={waiting} /> : <Empty>{say('assistant-page-gaps-none')}</Empty>}
          {judged.length > 0 ? <Judged of={judged} /> : null}
          <Buttons>
            <LinkButton href="/console/library/new">{say('library-page-new')}</LinkButton>
          </Buttons>
        </>
      ),
    };
  });

  console.form(`${gapsUrl}/:id`, { needs }, async ({ viewer, say, params, fields }) => {
    const state = word(fields, 'state') === 'filled' ? 'filled' : 'dismissed';
    await gaps.decide(viewer.actor, params['id'] ?? '', state);
    return seeOther(gapsUrl, say('assistant-page-gap-decided', { state }));
  });
}

function Gaps({ of }: { of: readonly Gap[] }) {
  const say = useSay();
  return (
    <Table
      caption={say('assistant-page-gaps')}
      keyOf={({ id }) => id}
      rows={of}
      columns={[
        {
          title: say('assistant-page-gap-question'),
          cell: ({ question, unit }) => (
            <>
              <bdi>{question}</bdi>
              <span class="hint block">{unit.name}</span>
            </>
          ),
        },
        {
          title: say('assistant-page-gap-asked'),
          cell: ({ asked }) => say('assistant-page-gap-times', { asked: times[asked] }),
        },
        {
          title: say('assistant-page-gap-last'),
          cell: ({ month }) => monthInWords(month, say),
        },
        {
          title: say('assistant-page-gap-what'),
          cell: ({ id }) => (
            <FormTo action={`${gapsUrl}/${id}`} inline>
              <Button kind="plain" name="state" value="filled">
                {say('assistant-page-gap-filled')}
              </Button>
              <Button kind="plain" name="state" value="dismissed">
                {say('assistant-page-gap-dismiss')}
              </Button>
            </FormTo>
          ),
        },
      ]}
    />
  );
}

/** @param month such as `2036-03` */
function monthInWords(month: string, say: Say): string {
  return say('assistant-page-month-of', { month: month.slice(5, 7), year: month.slice(0, 4) });
}

function Judged({ of }: { of: Judgements }) {
  const say = useSay();
  return (
    <Section title={say('assistant-page-judgements')}>
      <Table
        caption={say('assistant-page-judgements')}
        keyOf={({ month }) => month}
        rows={of}
        columns={[
          {
            title: say('assistant-page-month'),
            cell: ({ month }) => monthInWords(month, say),
          },
          { title: say('assistant-page-helped-count'), numeric: true, cell: ({ helped }) => helped },
          ...complaints.map((complaint) => ({
            title: say('assistant-page-complaint', { complaint }),
            numeric: true,
            cell: ({ not }: Judgements[number]) => not[complaint],
          })),
        ]}
      />
    </Section>
  );
}
