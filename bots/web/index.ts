export { webChannel } from './channel.ts';
