import { Alert, Section, Table, useSay, type Column } from '../../console/index.ts';
import { channelInWords, type ChannelName } from '../../channels/index.ts';
import type { Say } from '../../platform/locales.ts';
import type { AudiencePreview } from '../audience-preview.ts';
import { Count } from './words.tsx';

type Route = AudiencePreview['routes'][number];

/** By which channel and way each is reached, and what that costs: in a sentence, then line by line. */
export function Costs({ audience }: { audience: AudiencePreview }) {
  const say = useSay();
  const { routes, shortages } = audience;
  const sentence = inOneSentence(audience, say);
  return (
    <Section title={say('preview-channels')}>
      {sentence ? <p class="lead">{sentence}</p> : null}
      {shortages.map((shortage) => (
        <Alert kind="warning" key={shortage.channel}>
          {shortageInWords(shortage, elsewhere(audience, say), say)}
        </Alert>
      ))}
      <RouteTable audience={audience} />
      {routes.some(({ cost }) => cost > 0) ? <p class="hint">{say('preview-cost-hint')}</p> : null}
    </Section>
  );
}

interface Line {
  name: string;
  way: string | null;
  count: number;
  cost: number;
}

function RouteTable({ audience: { routes, withoutWay, withoutChannel } }: { audience: AudiencePreview }) {
  const say = useSay();
  const isGuarded = guardedChannels(routes);
  const lines: Line[] = routes.map(({ channel, way, count, cost }) => ({
    name: channelInWords(channel, say),
    way: isGuarded.has(channel) ? wayWords[way](say) : null,
    count,
    cost,
  }));
  if (withoutWay > 0)
    lines.push({ name: say('preview-no-way'), way: say('preview-no-way-hint'), count: withoutWay, cost: 0 });
  lines.push({ name: say('preview-no-channel'), way: null, count: withoutChannel.count, cost: 0 });
  const columns: Column<Line>[] = [
    {
      title: say('preview-channel'),
      cell: ({ name, way }) => (
        <>
          {name}
          {way ? <span class="hint block">{way}</span> : null}
        </>
      ),
    },
    { title: say('ledger-people'), numeric: true, cell: ({ count }) => <Count of={count} /> },
  ];
  if (lines.some(({ cost }) => cost > 0))
    columns.push({
      title: say('preview-cost'),
      numeric: true,
      cell: ({ cost }) => (cost > 0 ? say('preview-money', { cost }) : '–'),
    });
  return (
    <Table
      caption={say('preview-channels')}
      keyOf={({ name, way }) => `${name} ${way}`}
      rows={lines}
      columns={columns}
    />
  );
}

/** Null where everybody is reached for nothing and in one way: the table says all there is. */
function inOneSentence({ routes, withoutWay }: AudiencePreview, say: Say): string | null {
  const guarded = guardedChannels(routes);
  if (guarded.size === 0) return null;
  const here = routes
    .filter(({ channel }) => guarded.has(channel))
    .map(({ way, count, cost }) => pieceWords[way](say, { count, cost }));
  const moved = Map.groupBy(
    routes.filter(({ channel }) => !guarded.has(channel)),
    ({ channel }) => channel,
  );
  const there = [...moved].map(([channel, some]) =>
    say('preview-piece-other', { count: sum(some), channel: channelInWords(channel, say) }),
  );
  const nowhere = withoutWay > 0 ? [say('preview-piece-none', { count: withoutWay })] : [];
  return `${[...here, ...there, ...nowhere].join(', ')}.`;
}

/** Channels on which not everybody goes for nothing and in the same way. */
function guardedChannels(routes: readonly Route[]): ReadonlySet<ChannelName> {
  return new Set(routes.filter(({ way }) => way !== 'free').map(({ channel }) => channel));
}

/** Where those go whom the month does not carry any more; null where there is no such channel. */
function elsewhere({ routes, shortages }: AudiencePreview, say: Say): string | null {
  const short = new Set(shortages.map(({ channel }) => channel));
  const others = new Set(routes.map(({ channel }) => channel).filter((channel) => !short.has(channel)));
  return [...others].map((channel) => channelInWords(channel, say)).join(', ') || null;
}

function shortageInWords(
  { channel: name, of, left }: AudiencePreview['shortages'][number],
  others: string | null,
  say: Say,
): string {
  const channel = channelInWords(name, say);
  const limit =
    of === 'messages'
      ? say('preview-short-messages', { channel, left })
      : say('preview-short-money', { channel, left });
  const rest = others ? say('preview-short-rest', { others }) : say('preview-short-nowhere');
  return `${limit} ${rest}`;
}

function sum(routes: readonly Route[]): number {
  return routes.reduce((total, { count }) => total + count, 0);
}

type Figures = { count: number; cost: number };

const pieceWords: Record<Route['way'], (say: Say, figures: Figures) => string> = {
  free: (say, { count }) => say('preview-piece-free', { count }),
  paid: (say, figures) => say('preview-piece-paid', { ...figures }),
  template: (say, figures) => say('preview-piece-template', { ...figures }),
  phone_template: (say, figures) => say('preview-piece-phone', { ...figures }),
  group: (say, { count }) => say('preview-piece-group', { count }),
};

const wayWords: Record<Route['way'], (say: Say) => string> = {
  free: (say) => say('preview-way-free'),
  paid: (say) => say('preview-way-paid'),
  template: (say) => say('preview-way-template'),
  phone_template: (say) => say('preview-way-phone'),
  group: (say) => say('preview-way-group'),
};
