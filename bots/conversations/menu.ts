import type { Button } from '../../hub/channels/index.ts';
import type { Say } from '../../hub/platform/locales.ts';

/** What one does most, under an answer that leaves one free. Five: Zalo takes no more. */
export function menuButtons(say: Say): Button[] {
  return [
    ...mostDone(say),
    { label: say('button-ask'), payload: 'ask' },
    { label: say('button-help'), payload: 'help' },
  ];
}

/** Under the help itself: how to be left in peace, too. */
export function helpButtons(say: Say): Button[] {
  return [
    ...mostDone(say),
    { label: say('button-language'), payload: 'language' },
    { label: say('button-stop'), payload: 'stop' },
  ];
}

function mostDone(say: Say): Button[] {
  return [
    { label: say('button-library'), payload: 'library' },
    { label: say('button-meetings'), payload: 'meetings' },
    { label: say('button-feedback'), payload: 'feedback:begin' },
  ];
}

/** Buttons of ours that stand for something one could also type. */
export const menuMeanings: Readonly<Record<string, string>> = {
  menu: '/menu',
  library: '/vanban',
  ask: '/hoi',
  waiting: 'van ban cho',
  meetings: '/hop',
  'feedback:begin': '/gopy',
  'feedback:own': 'y kien cua toi',
  help: '/trogiup',
  stop: '/dung',
  language: '/ngonngu',
  'language:vi': 'tieng viet',
  'language:en': 'english',
};
