export { telegramBot, type TelegramBot } from './bot.ts';
