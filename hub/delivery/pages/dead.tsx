import { z } from 'zod';
import { channelInWords, channelNames } from '../../channels/index.ts';
import {
  Alert,
  Button,
  Buttons,
  Empty,
  FormTo,
  LinkButton,
  More,
  Table,
  read,
  seeOther,
  useSay,
  type Console,
} from '../../console/index.ts';
import { DomainError } from '../../platform/errors.ts';
import { channelNamed, type DeadFilter, type DeadLetter } from '../dead-letters.ts';
import type { DeliveryPagesParts } from './pages.tsx';
import { reasonWords } from '../words.ts';

const rowsOnPage = 50;

/** Who was not reached, by name, and sending again: to one, or to all of a kind after the number was shown. */
export function deadPages(console: Console, { delivery, people }: DeliveryPagesParts): void {
  console.page('/console/channels/dead', { needs: 'notice.read' }, async ({ viewer, say, query }) => {
    const filter = filterOf(query);
    const page = { limit: rowsOnPage, after: query['after'] };
    const [{ items, next }, mayResend] = await Promise.all([
      delivery.dead(viewer.actor, filter, page),
      people.reach(viewer.memberId, 'notice.resend').then((units) => units.length > 0),
    ]);
    const asked = queryOf(filter);
    return {
      title: say('dead-title'),
      body: (
        <>
          <p>
            <a href="/console/channels">{say('channels-title')}</a>
          </p>
          {filter.reason ? <p class="lead">{reasonWords(filter.reason, say).todo}</p> : null}
          {mayResend && items.length > 0 ? (
            <Buttons>
              <LinkButton href={`/console/channels/resending?${asked.toString()}`}>
                {say('dead-resend-all')}
              </LinkButton>
            </Buttons>
          ) : null}
          {items.length === 0 ? (
            <Empty>{say('dead-none')}</Empty>
          ) : (
            <Letters items={items} mayResend={mayResend} />
          )}
          <More
            href={next ? `/console/channels/dead?${asked.toString()}&after=${next.replace(' ', '+')}` : null}
          />
        </>
      ),
    };
  });

  console.page('/console/channels/resending', { needs: 'notice.resend' }, async ({ viewer, say, query }) => {
    const filter = filterOf(query);
    const count = await delivery.replayable(viewer.actor, filter);
    const back = `/console/channels/dead?${queryOf(filter).toString()}`;
    return {
      title: say('resend-title'),
      body: (
        <>
          <Alert kind={count > 0 ? 'warning' : 'note'}>
            {count > 0 ? say('resend-warning', { count }) : say('delivery-nobody-to-resend')}
          </Alert>
          <Buttons>
            {count > 0 ? (
              <FormTo action="/console/channels/resending" inline>
                {[...queryOf(filter)].map(([name, value]) => (
                  <input key={name} type="hidden" name={name} value={value} />
                ))}
                <input type="hidden" name="expected" value={count} />
                <Button>{say('resend-confirm', { count })}</Button>
              </FormTo>
            ) : null}
            <LinkButton href={back}>{say('resend-back')}</LinkButton>
          </Buttons>
        </>
      ),
    };
  });

  console.form('/console/channels/resending', { needs: 'notice.resend' }, async ({ viewer, say, fields }) => {
    const { expected, ...filter } = read(Resending, fields);
    // To one there is nothing to count; for several the number is part of what was agreed to.
    if (filter.member === undefined && expected === undefined)
      throw new DomainError('form.expired', { status: 422 });
    const { replayed } = await delivery.replay(viewer.actor, filter, { expected });
    return seeOther('/console/channels#dead', say('resend-done', { count: replayed }));
  });
}

function Letters({ items, mayResend }: { items: readonly DeadLetter[]; mayResend: boolean }) {
  const say = useSay();
  return (
    <Table
      caption={say('dead-title')}
      keyOf={({ noticeId, member }) => `${noticeId} ${member}`}
      rows={items}
      columns={[
        {
          title: say('people-page-person'),
          cell: ({ fullName, member, unit }) => (
            <>
              {fullName}
              <span class="hint block">
                {member} · {unit}
              </span>
            </>
          ),
        },
        {
          title: say('notices-title'),
          cell: ({ noticeId, title }) => <a href={`/console/notices/${noticeId}`}>{title}</a>,
        },
        {
          title: say('dead-reason'),
          cell: ({ reason, channel }) => (
            <>
              {reasonWords(reason, say).name}
              {channel ? <span class="hint block">{channelInWords(channel, say)}</span> : null}
            </>
          ),
        },
        ...(mayResend
          ? [
              {
                title: say('dead-resend'),
                cell: ({ noticeId, member, hasChat }: DeadLetter) =>
                  hasChat ? (
                    <FormTo action="/console/channels/resending" inline>
                      <input type="hidden" name="notice" value={noticeId} />
                      <input type="hidden" name="member" value={member} />
                      <Button kind="plain">{say('dead-resend')}</Button>
                    </FormTo>
                  ) : null,
              },
            ]
          : []),
      ]}
    />
  );
}

const Resending = z.object({
  reason: z.string().optional(),
  channel: z.enum(channelNames).optional(),
  notice: z.string().optional(),
  member: z.string().optional(),
  expected: z.coerce.number().int().min(1).optional(),
});

const filterNames = ['reason', 'channel', 'notice', 'member'] as const;

function filterOf(given: Readonly<Record<string, string | undefined>>): DeadFilter {
  const { reason, channel, notice, member } = given;
  return {
    reason: reason || undefined,
    channel: channelNamed(channel),
    notice: notice || undefined,
    member: member || undefined,
  };
}

function queryOf(filter: DeadFilter): URLSearchParams {
  return new URLSearchParams(
    filterNames.flatMap((name) => (filter[name] === undefined ? [] : [[name, filter[name]]])),
  );
}
