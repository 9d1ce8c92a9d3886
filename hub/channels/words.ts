import type { Say } from '../platform/locales.ts';
import type { ChannelName } from './channel.ts';

/** A channel by the name people know. */
export function channelInWords(channel: ChannelName, say: Say): string {
  return names[channel](say);
}

const names: Record<ChannelName, (say: Say) => string> = {
  telegram: (say) => say('channel-telegram'),
  zalo: (say) => say('channel-zalo'),
  zalo_bot: (say) => say('channel-zalo-bot'),
  web: (say) => say('channel-web'),
  email: (say) => say('channel-email'),
  push: (say) => say('channel-push'),
};
