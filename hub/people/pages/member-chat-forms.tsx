import { Button, FormTo, LinkButton, useSay } from '../../console/index.ts';
import type { Profile } from '../members/profile.ts';
import type { Offered } from './member.tsx';
import { memberUrl } from './urls.ts';
import { channelWords, chatStateWords } from './words.tsx';

export function ChatForms({ profile: { code, chats }, may }: { profile: Profile; may: Offered }) {
  const say = useSay();
  if (chats.length === 0) return <p class="empty">{say('member-no-chats')}</p>;
  return (
    <>
      {chats.length > 1 ? <p class="hint">{say('member-chats-order')}</p> : null}
      <ol class="periods">
        {chats.map((chat) => (
          <li key={chat.id}>
            <p class="leaf">
              <strong>{channelWords[chat.channel](say)}</strong> {chatStateWords[chat.state](say)}
              <span class="hint block">{say('chat-linked', { day: chat.linkedAt })}</span>
            </p>
            <div class="buttons">
              {may.has('member.unlink') ? (
                <LinkButton href={`${memberUrl(code)}/chats/${chat.id}/unlinking`}>
                  {say('chat-unlink')}
                </LinkButton>
              ) : null}
            </div>
          </li>
        ))}
      </ol>
      {chats.length > 1 && may.has('member.edit') ? (
        <div class="buttons">
          <LinkButton href={`${memberUrl(code)}/chats`}>{say('member-chats-arrange')}</LinkButton>
        </div>
      ) : null}
    </>
  );
}

export function InviteForm({
  profile: { code, lastInvite, contacts },
  letters,
}: {
  profile: Profile;
  /** Letters can be sent. */
  letters: boolean;
}) {
  const say = useSay();
  return (
    <>
      {lastInvite ? (
        <p class="hint">
          {say('member-last-invite', {
            day: lastInvite.createdAt,
            state: lastInvite.state,
            expires: lastInvite.expiresAt,
          })}
        </p>
      ) : null}
      <FormTo action={`${memberUrl(code)}/invites`} inline>
        <Button kind="plain">{say('member-invite')}</Button>
      </FormTo>
      {letters && contacts?.email !== null ? (
        <FormTo action={`${memberUrl(code)}/invitation-letter`} inline>
          <Button kind="plain">{say('member-invite-by-letter')}</Button>
        </FormTo>
      ) : null}
    </>
  );
}
