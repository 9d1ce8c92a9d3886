import {
  Alert,
  Button,
  Card,
  Facts,
  FormTo,
  Section,
  TextArea,
  type PlainPage,
  type PlainProblem,
} from '../../console/index.ts';
import type { Say } from '../../platform/locales.ts';
import type { Company, FollowedUp, UnitName } from '../port.ts';
import { receiptsPath, ToReceipts } from './writing.tsx';

/** The one moment at which the receipt is seen. */
export function takenPage({ say, unit, receipt }: { say: Say; unit: UnitName; receipt: string }): PlainPage {
  return {
    title: say('unlinkable-taken'),
    body: (
      <>
        <p class="lead">{say('unlinkable-to', { unit: unit.name })}</p>
        <Alert kind="warning">{say('unlinkable-keep')}</Alert>
        <ol class="receipt" lang="vi" translate={false}>
          {receipt.split(' ').map((pair, index) => (
            <li key={index}>{pair}</li>
          ))}
        </ol>
        <p>{say('unlinkable-keep-how')}</p>
        <p>{say('unlinkable-close')}</p>
        <ToReceipts say={say} />
      </>
    ),
  };
}

/** Asks for a receipt; `general` where somebody came without the name of a unit. */
export function askingPage({
  say,
  general = false,
  typed,
  problem,
}: {
  say: Say;
  general?: boolean;
  typed?: string;
  problem?: PlainProblem;
}): PlainPage {
  return {
    title: say(general ? 'unlinkable-title' : 'unlinkable-follow'),
    status: problem?.status ?? 200,
    body: (
      <>
        {problem ? <Alert kind="problem">{problem.words}</Alert> : null}
        {general ? <p>{say('unlinkable-which')}</p> : null}
        {general ? <h2>{say('unlinkable-follow')}</h2> : null}
        <FormTo action={receiptsPath}>
          <TextArea
            label={say('unlinkable-receipt')}
            name="receipt"
            hint={say('unlinkable-receipt-hint')}
            rows={4}
            maxlength={400}
            required
            value={typed}
          />
          <Button>{say('unlinkable-look')}</Button>
        </FormTo>
      </>
    ),
  };
}

export function followedPage({
  say,
  found: { unit, state, kind, receivedOn, text, replies },
  company,
}: {
  say: Say;
  found: FollowedUp;
  company: Company;
}): PlainPage {
  return {
    title: say('unlinkable-follow'),
    body: (
      <>
        <Facts
          of={[
            [say('unlinkable-fact-unit'), unit.name],
            [say('unlinkable-fact-kind'), say('unlinkable-kind-of', { kind })],
            [say('unlinkable-fact-day'), say('unlinkable-day', { day: new Date(receivedOn) })],
            [say('unlinkable-fact-state'), say('unlinkable-state', { state, items: company.items })],
          ]}
        />
        <Section title={say('unlinkable-said')}>
          <p class="card as-written" dir="auto">
            {text}
          </p>
        </Section>
        <Section title={say('unlinkable-replies')}>
          {replies.length === 0 ? <p>{say('unlinkable-no-reply')}</p> : null}
          {replies.map((reply, index) => (
            <Card key={index}>
              <p class="hint">
                {say('unlinkable-reply-from', { unit: reply.from.name, day: new Date(reply.on) })}
              </p>
              <p class="as-written" dir="auto">
                {reply.text}
              </p>
            </Card>
          ))}
        </Section>
      </>
    ),
  };
}

/** What went wrong before anything was read. */
export function wrongPage({ words, status }: PlainProblem, say: Say): PlainPage {
  return {
    title: say('problem-title', { status }),
    status,
    body: (
      <>
        <Alert kind="problem">{words}</Alert>
        <ToReceipts say={say} />
      </>
    ),
  };
}
