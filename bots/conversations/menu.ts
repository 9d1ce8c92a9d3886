import type { Button } from '../../hub/channels/index.ts';
import type { Say } from '../../hub/platform/locales.ts';

/** What one does most, under an answer that leaves one free. */
export function menuButtons(say: Say): Button[] {
  return [
    { label: say('button-waiting'), payload: 'waiting' },
    { label: say('button-meetings'), payload: 'meetings' },
    { label: say('button-help'), payload: 'help' },
    { label: say('button-language'), payload: 'language' },
    { label: say('button-stop'), payload: 'stop' },
  ];
}

/** Buttons of ours that stand for something one could also type. */
export const menuMeanings: Readonly<Record<string, string>> = {
  menu: '/menu',
  waiting: '/vanban',
  meetings: '/hop',
  help: '/trogiup',
  stop: '/dung',
  language: '/ngonngu',
  'language:vi': 'tieng viet',
  'language:en': 'english',
};
