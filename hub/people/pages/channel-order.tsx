import { z } from 'zod';
import { Channel } from '../../../prisma/generated/enums.ts';
import {
  Button,
  Buttons,
  Empty,
  FormTo,
  LinkButton,
  read,
  seeOther,
  useSay,
  type Console,
} from '../../console/index.ts';
import type { Say } from '../../platform/locales.ts';
import type { ChannelOrder } from '../joining/channel-profiles.ts';
import type { MemberPagesParts } from './pages.tsx';
import { memberUrl, unitUrl } from './urls.ts';
import { channelWords, chatStateWords } from './words.tsx';

/** In which order channels are tried: for a unit and all below it, and for one member. */
export function channelOrderPages(console: Console, { people }: MemberPagesParts): void {
  const ofUnit = '/console/people/units/:code/channels';
  const ofMember = '/console/people/members/:code/chats';

  console.page(ofUnit, { needs: 'member.edit' }, async ({ viewer, say, params }) => {
    const code = params['code'] ?? '';
    const order = await people.channelOrder(viewer.actor, code);
    const { id, name } = await people.unitByCode(code);
    await people.requireMay(viewer.actor, 'member.edit', id);
    const here = `${unitUrl(code)}/channels`;
    return {
      title: say('unit-channels-title', { unit: name }),
      body: (
        <>
          <p class="lead">{sourceWords(order, code, say)}</p>
          <p class="hint">{say('unit-channels-hint')}</p>
          <Movable
            action={here}
            rows={order.channels.map((channel) => ({ id: channel, name: channelWords[channel](say) }))}
          />
          <Buttons>
            {order.from?.code === code ? (
              <FormTo action={`${here}/inheriting`} inline>
                <Button kind="plain">{say('unit-channels-inherit')}</Button>
              </FormTo>
            ) : null}
            <LinkButton href={unitUrl(code)}>{say('form-back')}</LinkButton>
          </Buttons>
        </>
      ),
    };
  });

  console.form(ofUnit, { needs: 'member.edit' }, async ({ viewer, say, params, fields }) => {
    const code = params['code'] ?? '';
    const { order } = read(UnitOrder, fields);
    await people.setChannelOrder(viewer.actor, code, order);
    return seeOther(`${unitUrl(code)}/channels`, say('channel-order-changed'));
  });

  console.form(`${ofUnit}/inheriting`, { needs: 'member.edit' }, async ({ viewer, say, params }) => {
    const code = params['code'] ?? '';
    await people.inheritChannelOrder(viewer.actor, code);
    return seeOther(`${unitUrl(code)}/channels`, say('channel-order-changed'));
  });

  console.page(ofMember, { needs: 'member.edit' }, async ({ viewer, say, params }) => {
    const code = params['code'] ?? '';
    const { fullName, own, chats } = await people.chats.chatsToOrder(viewer.actor, code);
    const chosen = chats.some((chat) => chat.chosen);
    const here = `${memberUrl(code)}/chats`;
    return {
      title: own ? say('chats-title-own') : say('chats-title', { name: fullName }),
      body: (
        <>
          {chats.length === 0 ? <Empty>{say('chats-none')}</Empty> : null}
          {chats.length > 0 ? (
            <>
              <p class="lead">{chosen ? say('chats-chosen') : say('chats-by-unit')}</p>
              <p class="hint">{say('member-chats-order')}</p>
            </>
          ) : null}
          <Movable
            action={here}
            rows={chats.map(({ id, channel, state }) => ({
              id,
              name: channelWords[channel](say),
              note: state === 'active' ? null : chatStateWords[state](say),
            }))}
          />
          <Buttons>
            {chosen ? (
              <FormTo action={`${here}/following`} inline>
                <Button kind="plain">{say('chats-follow-unit')}</Button>
              </FormTo>
            ) : null}
            <LinkButton href={own ? '/console/devices' : memberUrl(code)}>{say('form-back')}</LinkButton>
          </Buttons>
        </>
      ),
    };
  });

  console.form(ofMember, { needs: 'member.edit' }, async ({ viewer, say, params, fields }) => {
    const code = params['code'] ?? '';
    const { order } = read(ChatOrder, fields);
    await people.chats.orderChats(viewer.actor, code, order);
    return seeOther(`${memberUrl(code)}/chats`, say('channel-order-changed'));
  });

  console.form(`${ofMember}/following`, { needs: 'member.edit' }, async ({ viewer, say, params }) => {
    const code = params['code'] ?? '';
    await people.chats.followUnit(viewer.actor, code);
    return seeOther(`${memberUrl(code)}/chats`, say('channel-order-changed'));
  });
}

/** The whole order as it is to be, so that a button pressed twice says the same twice. */
const listed = z.string().transform((text) => text.split(','));
const UnitOrder = z.object({ order: listed.pipe(z.array(z.enum(Channel))) });
const ChatOrder = z.object({ order: listed.pipe(z.array(z.uuid())) });

function sourceWords({ from }: ChannelOrder, code: string, say: Say): string {
  if (!from) return say('unit-channels-usual');
  return from.code === code ? say('unit-channels-own') : say('unit-channels-above', { unit: from.name });
}

interface MovableRow {
  id: string;
  name: string;
  note?: string | null;
}

/** A list whose rows go up and down by a button each: what is sent is the order that follows. */
function Movable({ action, rows }: { action: string; rows: readonly MovableRow[] }) {
  const say = useSay();
  const ids = rows.map(({ id }) => id);
  return (
    <FormTo action={action}>
      <ol class="movable">
        {rows.map(({ id, name, note }, place) => (
          <li key={id}>
            <div class="movable-row">
              <span>
                <strong>{name}</strong> {note ? <span class="hint block">{note}</span> : null}
              </span>
              <Move kind="up" to={swapped(ids, place - 1)} words={say('channel-order-up')} of={name} />
              <Move kind="down" to={swapped(ids, place)} words={say('channel-order-down')} of={name} />
            </div>
          </li>
        ))}
      </ol>
    </FormTo>
  );
}

function Move({
  kind,
  to,
  words,
  of,
}: {
  kind: 'up' | 'down';
  to: readonly string[] | null;
  words: string;
  of: string;
}) {
  if (!to) return null;
  return (
    <span class={kind}>
      <Button kind="plain" name="order" value={to.join(',')}>
        {words}
        <span class="unseen"> – {of}</span>
      </Button>
    </span>
  );
}

/** With the one at `place` and the next one changed over; null at an end of the list. */
function swapped(ids: readonly string[], place: number): string[] | null {
  const [first, second] = [ids[place], ids[place + 1]];
  if (first === undefined || second === undefined) return null;
  return [...ids.slice(0, place), second, first, ...ids.slice(place + 2)];
}
