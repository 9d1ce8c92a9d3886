import {
  Alert,
  Button,
  Buttons,
  Field,
  FormTo,
  LinkButton,
  Radios,
  Section,
  Select,
  TextArea,
  type PlainPage,
  type PlainProblem,
} from '../../console/index.ts';
import type { Say } from '../../platform/locales.ts';
import { feedbackKinds, type Company, type Door, type Topic } from '../port.ts';

/** What stands in the fields, as it was sent; files have to be chosen again. */
export interface Written {
  kind?: string | undefined;
  topicId?: string | undefined;
  topic?: string | undefined;
  text?: string | undefined;
}

/** Where one writes: the same for everybody who opens it, to the last byte but those of `once`. */
export function writingPage({
  say,
  door: { unit, ofCell },
  company,
  topics,
  once,
  written = {},
  problem,
}: {
  say: Say;
  door: Door;
  company: Company;
  topics: readonly Topic[];
  /** Drawn for this one form. */
  once: string;
  written?: Written;
  problem?: PlainProblem & { hadFiles: boolean };
}): PlainPage {
  return {
    title: say('unlinkable-title'),
    status: problem?.status ?? 200,
    body: (
      <>
        {problem ? (
          <Alert kind="problem">
            <p>{problem.words}</p>
            <p>{say('unlinkable-nothing-kept')}</p>
            {problem.hadFiles ? <p>{say('unlinkable-files-again')}</p> : null}
          </Alert>
        ) : null}
        <p class="lead">{say('unlinkable-to', { unit: unit.name })}</p>
        <Alert kind="note">{say('unlinkable-what', { ofCell: ofCell ? 'yes' : 'no' })}</Alert>
        <p>{say('unlinkable-receipt-why')}</p>
        <FormTo action={pathOf(unit.code)} upload>
          <input type="hidden" name="once" value={once} />
          <Radios
            legend={say('unlinkable-kind')}
            name="kind"
            value={written.kind ?? ''}
            choices={kinds(say)}
          />
          <p class="hint">{say('unlinkable-proposal')}</p>
          {topics.length > 0 ? (
            <Select
              label={say('unlinkable-topic')}
              name="topicId"
              value={written.topicId}
              choices={[{ value: '', label: say('unlinkable-topic-none') }, ...inTree(topics)]}
            />
          ) : null}
          <Field
            label={say(topics.length > 0 ? 'unlinkable-topic-other' : 'unlinkable-topic')}
            name="topic"
            maxlength={80}
            autocomplete="off"
            value={written.topic}
          />
          <TextArea
            label={say('unlinkable-text')}
            name="text"
            hint={say('unlinkable-text-hint')}
            rows={9}
            maxlength={2_000}
            required
            value={written.text}
          />
          <Field
            label={say('unlinkable-files')}
            name="files"
            type="file"
            multiple
            accept=".jpg,.jpeg,.png,.webp,.pdf,.docx,.txt"
            hint={say('unlinkable-files-hint')}
          />
          <Button>{say('unlinkable-send')}</Button>
        </FormTo>
        <Truth say={say} company={company} />
        <ToReceipts say={say} />
      </>
    ),
  };
}

/** Too few belong there: where to go instead, and what was written, which is nowhere else. */
export function shutPage({
  say,
  door: { unit, instead },
  company,
  written,
}: {
  say: Say;
  door: Door;
  company: Company;
  written?: Written;
}): PlainPage {
  return {
    title: say('unlinkable-title'),
    status: written ? 409 : 200,
    body: (
      <>
        <p class="lead">{unit.name}</p>
        <Alert kind="warning">{say('unlinkable-shut', { eligible: company.eligible })}</Alert>
        {instead ? (
          <Buttons>
            <LinkButton href={pathOf(instead.code)} kind="primary">
              {say('unlinkable-shut-instead', { unit: instead.name })}
            </LinkButton>
          </Buttons>
        ) : (
          <p>{say('unlinkable-shut-none')}</p>
        )}
        {written?.text ? (
          <Section title={say('unlinkable-not-kept')}>
            <p class="card as-written">{written.text}</p>
          </Section>
        ) : null}
        <ToReceipts say={say} />
      </>
    ),
  };
}

/** What the hub does and does not, and what is not in its hands: only what is true. */
function Truth({ say, company: { items, waitsDays } }: { say: Say; company: Company }) {
  return (
    <Section title={say('unlinkable-truth')}>
      <ul>
        <li>{say('unlinkable-truth-page')}</li>
        <li>{say('unlinkable-truth-company', { items, days: waitsDays })}</li>
        <li>{say('unlinkable-truth-link')}</li>
        <li>{say('unlinkable-truth-words')}</li>
        <li>{say('unlinkable-truth-outside')}</li>
      </ul>
    </Section>
  );
}

export function ToReceipts({ say }: { say: Say }) {
  return (
    <p>
      <a href={receiptsPath}>{say('unlinkable-follow')}</a>
    </p>
  );
}

/** A unit of this code could have no page; none is called so. */
export const receiptsPath = '/gop-y/bien-nhan';
const pathOf = (unitCode: string) => `/gop-y/${encodeURIComponent(unitCode)}`;

const kinds = (say: Say) =>
  feedbackKinds.map((kind) => ({ value: kind, label: say('unlinkable-kind-of', { kind }) }));

function inTree(topics: readonly Topic[]) {
  return topics.map(({ id, name, parentId }) => ({ value: id, label: name, depth: parentId ? 1 : 0 }));
}
