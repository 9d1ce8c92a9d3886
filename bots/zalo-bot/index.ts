export { zaloBot, type ZaloBot } from './bot.ts';
