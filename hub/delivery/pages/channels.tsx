import { channelInWords } from '../../channels/index.ts';
import {
  Badge,
  Card,
  Empty,
  Facts,
  LinkButton,
  Section,
  Table,
  useSay,
  type Console,
} from '../../console/index.ts';
import type { DeadKind } from '../dead-letters.ts';
import type { ChannelHealth } from '../health.ts';
import type { DeliveryPagesParts } from './pages.tsx';
import { isLow } from '../quotas.ts';
import { reasonWords, stateWords } from '../words.ts';
import { quotaFacts, standingFacts } from './channel-facts.tsx';

/** "Kênh gửi": how each channel stands, what waits, and who was not reached, each with what to do next. */
export function channelsPage(console: Console, { delivery }: DeliveryPagesParts): void {
  console.page('/console/channels', { needs: 'notice.read' }, async ({ viewer, say }) => {
    const [{ channels, toExpand }, kinds] = await Promise.all([
      delivery.channelHealth(viewer.actor),
      delivery.deadByKind(viewer.actor),
    ]);
    return {
      title: say('channels-title'),
      body: (
        <>
          <p class="hint">{say('channels-hint')}</p>
          <p>
            <a href="/console/channels">{say('channels-reload')}</a>
          </p>
          {toExpand > 0 ? <p>{say('channels-to-expand', { count: toExpand })}</p> : null}
          {channels.map((channel) => (
            <Channel key={channel.channel} of={channel} />
          ))}
          <Section title={say('channels-dead')} id="dead">
            <p class="hint">{say('channels-dead-hint')}</p>
            {kinds.length === 0 ? <Empty>{say('dead-none')}</Empty> : <Kinds of={kinds} />}
          </Section>
        </>
      ),
    };
  });
}

function Channel({ of: health }: { of: ChannelHealth }) {
  const say = useSay();
  const { channel, quotas } = health;
  const { tone, name, todo } = stateWords(health);
  const low = quotas.filter(isLow);
  const attention = tone === 'bad' || tone === 'warning' || low.length > 0;
  return (
    <Card tone={attention ? 'attention' : 'plain'}>
      <h2>
        <a href={`/console/channels/${channel}`}>{channelInWords(channel, say)}</a>{' '}
        <Badge tone={tone}>{name(say)}</Badge>
      </h2>
      <p>{todo(say)}</p>
      <Facts of={[...standingFacts(health, say), ...quotaFacts(low, say)]} />
    </Card>
  );
}

function Kinds({ of: kinds }: { of: readonly DeadKind[] }) {
  const say = useSay();
  return (
    <Table
      caption={say('channels-dead')}
      keyOf={({ channel, reason }) => `${channel} ${reason}`}
      rows={kinds}
      columns={[
        { title: say('dead-reason'), cell: ({ reason }) => reasonWords(reason, say).name },
        {
          title: say('dead-channel'),
          cell: ({ channel }) => (channel ? channelInWords(channel, say) : say('dead-no-channel')),
        },
        { title: say('ledger-people'), numeric: true, cell: ({ count }) => count },
        { title: say('dead-todo'), cell: ({ reason }) => reasonWords(reason, say).todo },
        {
          title: say('dead-who'),
          cell: (kind) => <LinkButton href={deadUrl(kind)}>{say('dead-see')}</LinkButton>,
        },
      ]}
    />
  );
}

/** The list by name of one kind. */
function deadUrl({ channel, reason }: DeadKind): string {
  const query = new URLSearchParams({ reason, ...(channel ? { channel } : {}) });
  return `/console/channels/dead?${query.toString()}`;
}
