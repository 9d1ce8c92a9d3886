import {
  Alert,
  Badge,
  Button,
  Buttons,
  Details,
  FormTo,
  LinkButton,
  Section,
  TextArea,
  useSay,
} from '../../../console/index.ts';
import type { PartView } from '../reading.ts';
import { longestPart } from '../texts.ts';

/** What was refused in one part's form, with what was typed there: nobody writes it twice. */
export interface RefusedPart {
  key: string;
  problem: string;
  typed: string;
}

interface PartProps {
  part: PartView;
  revision: number;
  /** Of the paper. */
  url: string;
  model: { host: string } | null;
  /** It is being written in. One at a time: saving one part must not lose what was typed in another. */
  open: boolean;
  refused: RefusedPart | undefined;
}

/** One part of a paper: as it stands, what is new for it, and the form in which it is written. */
export function Part(props: PartProps) {
  const { part, revision, url, open, refused } = props;
  const say = useSay();
  const action = `${url}/parts/${part.key}`;
  return (
    <Section title={part.label} id={part.key}>
      {part.draft ? <Draft action={action} revision={revision} /> : null}
      {open ? <Writing {...props} action={action} /> : <Standing part={part} />}
      {part.news.length > 0 && !refused ? <News part={part} action={action} revision={revision} /> : null}
      {open ? null : (
        <Buttons>
          <LinkButton href={`${url}?part=${part.key}#${part.key}`}>
            {part.text === '' ? say('paper-part-write') : say('paper-part-edit')}
            <span class="unseen">: {part.label}</span>
          </LinkButton>
        </Buttons>
      )}
    </Section>
  );
}

function Standing({ part: { text, edited } }: { part: PartView }) {
  const say = useSay();
  if (text === '') return <p class="hint">{say('paper-part-empty')}</p>;
  return (
    <>
      <div lang="vi">
        {text.split('\n').map((line, index) => (
          // Lines of one text have no names of their own.
          <p key={`${index}`}>{line}</p>
        ))}
      </div>
      <p class="hint">{edited ? say('paper-part-edited') : say('paper-part-prefilled')}</p>
    </>
  );
}

function Writing({ part, revision, url, model, refused, action }: PartProps & { action: string }) {
  const say = useSay();
  const text = refused?.typed ?? part.text;
  return (
    <>
      {refused ? (
        <Details summary={say('paper-part-kept')} open>
          <p class="quote">{part.text}</p>
        </Details>
      ) : null}
      <FormTo action={action}>
        <input type="hidden" name="revision" value={revision} />
        <TextArea
          label={say('paper-part-text')}
          hint={say('paper-part-text-hint')}
          name="text"
          value={text}
          error={refused?.problem}
          rows={rowsFor(text)}
          maxlength={longestPart}
        />
        <Buttons>
          <Button>{say('paper-part-save')}</Button>
          <LinkButton href={`${url}#${part.key}`}>{say('paper-part-close')}</LinkButton>
        </Buttons>
      </FormTo>
      {model ? (
        <Details summary={say('paper-part-notes')}>
          <FormTo action={`${action}/draft`}>
            <input type="hidden" name="revision" value={revision} />
            <TextArea
              label={say('paper-part-notes-label')}
              hint={say('paper-part-notes-hint', { host: model.host })}
              name="notes"
              required
              rows={4}
              maxlength={4_000}
            />
            <Button kind="plain">{say('paper-part-ask-draft')}</Button>
          </FormTo>
        </Details>
      ) : null}
    </>
  );
}

function Draft({ action, revision }: { action: string; revision: number }) {
  const say = useSay();
  return (
    <Alert kind="warning">
      <p>
        <Badge tone="warning">{say('paper-part-draft')}</Badge> {say('paper-part-draft-hint')}
      </p>
      <FormTo action={`${action}/taking`} inline>
        <input type="hidden" name="revision" value={revision} />
        <Button kind="plain">{say('paper-part-take')}</Button>
      </FormTo>
    </Alert>
  );
}

function News({ part, action, revision }: { part: PartView; action: string; revision: number }) {
  const say = useSay();
  return (
    <Alert kind="note">
      <p>{say('paper-part-news')}</p>
      <ul>
        {part.news.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <FormTo action={`${action}/news`}>
        <input type="hidden" name="revision" value={revision} />
        <Buttons>
          <Button kind="plain" name="choice" value="take">
            {say('paper-part-news-take')}
          </Button>
          <Button kind="plain" name="choice" value="leave">
            {say('paper-part-news-leave')}
          </Button>
        </Buttons>
      </FormTo>
    </Alert>
  );
}

/** As tall as its text on a phone, within reason. */
function rowsFor(text: string): number {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 45)), 0);
  return Math.min(18, Math.max(4, lines + 1));
}
