/** What kind of thing would answer a question. */
export type AnswerType = 'share' | 'money' | 'date' | 'duration' | 'age' | 'count' | 'other';

const asks: readonly (readonly [AnswerType, RegExp])[] = [
  ['share', /\b(?:phan tram|bao nhieu %|ty le|ti le|may phan)\b|%/],
  [
    'money',
    /\b(?:bao nhieu tien|may dong|bao nhieu dong|muc (?:dong|luong|phat) (?:la )?bao nhieu|gia bao nhieu|may trieu)\b/,
  ],
  ['age', /\b(?:bao nhieu|may|do) tuoi\b/],
  ['duration', /\b(?:bao lau|(?:may|bao nhieu) (?:ngay|thang|nam|gio|tuan)|thoi han|thoi gian bao)\b/],
  ['date', /\b(?:ngay nao|ngay may|khi nao|bao gio|luc nao|nam nao|thang nao|ngay thang nam)\b/],
  ['count', /\b(?:bao nhieu|may)\b/],
];

const figure = String.raw`(?:\d|(?:^|\s)(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|tram|nghin)\s)`;
const answers: Record<Exclude<AnswerType, 'other'>, RegExp> = {
  share: /\d\s?%|phan tram|phan (?:hai|ba|tu|nam)|mot nua|\d\/\d|gap doi/,
  money: /\d\s?(?:dong|trieu|ty|nghin|usd)|dong\/|luong co so/,
  age: /\d+ tuoi/,
  duration: new RegExp(String.raw`${figure}\s?\S*\s?(?:ngay|thang|nam|gio|tuan|nhiem ky|phut)\b`),
  date: /\d{1,2}[/-]\d{1,2}|ngay \d|thang \d|nam \d{4}|ke tu|khi |thoi diem|dip |dinh ky|truoc ngay|hang nam|hang thang/,
  count: new RegExp(figure),
};

/** @param folded the question, lower case without diacritics, single spaces */
export function answerTypeOf(folded: string): AnswerType {
  return asks.find(([, pattern]) => pattern.test(folded))?.[0] ?? 'other';
}

/** Whether a text contains something of the kind; of `other` nothing can be said, so it does. */
export function containsAnswer(type: AnswerType, folded: string): boolean {
  return type === 'other' || answers[type].test(folded);
}
