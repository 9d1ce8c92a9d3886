import { channelInWords, type ChannelName } from '../../channels/index.ts';
import {
  Alert,
  Badge,
  Button,
  Buttons,
  Card,
  Empty,
  Facts,
  FormTo,
  LinkButton,
  Section,
  Table,
  seeOther,
  useSay,
  type Console,
} from '../../console/index.ts';
import { DomainError } from '../../platform/errors.ts';
import type { ChannelDetails, Reachable } from '../channel-details.ts';
import { channelProblemWords } from '../channel-problems.ts';
import { channelNamed } from '../dead-letters.ts';
import { stateWords } from '../words.ts';
import { quotaFacts, standingFacts } from './channel-facts.tsx';
import type { DeliveryPagesParts } from './pages.tsx';

/** One channel: how it stands, what has gone and for how much, whom it reaches, and a test to oneself. */
export function channelPage(
  console: Console,
  { delivery, trials, clock, login, loginPages }: DeliveryPagesParts,
): void {
  const url = '/console/channels/:channel';

  console.page(url, { needs: 'notice.read' }, async ({ viewer, say, params }) => {
    const channel = channelIn(params);
    const details = await delivery.channelDetails(viewer.actor, channel);
    const { health, usage, reachable } = details;
    const loginPage = (await login.mayLogIn(viewer.actor)) ? loginPages[channel] : undefined;
    return {
      title: channelInWords(channel, say),
      body: (
        <>
          <p>
            <a href="/console/channels">{say('channels-title')}</a>
          </p>
          <Standing of={health} />
          {loginPage ? (
            <Buttons>
              <LinkButton href={loginPage}>{say('channel-page-login')}</LinkButton>
            </Buttons>
          ) : null}
          <Section title={say('channel-page-reachable')}>
            <p class="hint">{say('channel-page-reachable-hint')}</p>
            <People of={reachable} />
          </Section>
          <Section title={say('channel-page-usage')}>
            <Usage of={usage} />
          </Section>
          <Section title={say('channel-page-trial')} id="trial">
            <p class="hint">{say('channel-page-trial-hint')}</p>
            <FormTo action={`/console/channels/${channel}/trial`} inline>
              <Button>{say('channel-page-trial')}</Button>
            </FormTo>
          </Section>
          <Section title={say('channel-page-dead')}>
            <LinkButton href={`/console/channels/dead?channel=${channel}`}>
              {say('channel-page-dead-see')}
            </LinkButton>
          </Section>
        </>
      ),
    };
  });

  console.form(`${url}/trial`, { needs: 'notice.read' }, async ({ viewer, say, params }) => {
    const channel = channelIn(params);
    const text = say('trial-text', { channel: channelInWords(channel, say), at: clock() });
    const { result } = await trials.tryChannel(viewer.actor, channel, text);
    return seeOther(`/console/channels/${channel}`, say('trial-result', { result }));
  });
}

function channelIn(params: Readonly<Record<string, string>>): ChannelName {
  const channel = channelNamed(params['channel']);
  if (!channel) throw new DomainError('channel.unknown', { status: 404 });
  return channel;
}

function Standing({ of: health }: { of: ChannelDetails['health'] }) {
  const say = useSay();
  const { tone, name, todo } = stateWords(health);
  const { needsPerson, quotas } = health;
  return (
    <Card tone={tone === 'bad' || tone === 'warning' ? 'attention' : 'plain'}>
      <p>
        <Badge tone={tone}>{name(say)}</Badge>
      </p>
      {needsPerson === null ? (
        <p>{todo(say)}</p>
      ) : (
        <Alert kind="warning">
          <p>
            <strong>{channelProblemWords(needsPerson, say).name}.</strong>
          </p>
          <p>{channelProblemWords(needsPerson, say).todo}</p>
        </Alert>
      )}
      <Facts of={[...standingFacts(health, say), ...quotaFacts(quotas, say)]} />
    </Card>
  );
}

function People({ of: { active, stopped, blocked } }: { of: Reachable }) {
  const say = useSay();
  const count = (people: number) => say('channels-people', { count: people });
  return (
    <Facts
      of={[
        [say('channel-page-active'), count(active)],
        [say('channel-page-stopped'), count(stopped)],
        [say('channel-page-blocked'), count(blocked)],
      ]}
    />
  );
}

function Usage({ of: usage }: { of: ChannelDetails['usage'] }) {
  const say = useSay();
  if (usage.length === 0) return <Empty>{say('channel-page-usage-none')}</Empty>;
  const total = {
    way: null,
    count: usage.reduce((sum, { count }) => sum + count, 0),
    cost: usage.reduce((sum, { cost }) => sum + cost, 0),
  };
  return (
    <Table
      caption={say('channel-page-usage')}
      keyOf={({ way }) => way ?? 'total'}
      rows={[...usage, ...(usage.length > 1 ? [total] : [])]}
      columns={[
        {
          title: say('channel-page-way'),
          cell: ({ way }) => (way === null ? say('channel-page-total') : say('channel-way', { way })),
        },
        {
          title: say('channel-page-count'),
          numeric: true,
          cell: ({ count }) => say('channel-page-messages', { count }),
        },
        {
          title: say('channel-page-cost'),
          numeric: true,
          cell: ({ cost }) => say('channel-page-dong', { cost }),
        },
      ]}
    />
  );
}
