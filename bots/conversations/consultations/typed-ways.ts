import { fold } from '../fold.ts';
import { courtesiesAfter } from '../phrases.ts';

type Way = 'send' | 'change' | 'stop' | 'here';

/** What is typed instead of a button, folded; words of one button stand apart by a dot. */
const written: Readonly<Record<Way, string>> = {
  send: 'gui · gui di · gui ngay · gui nhe · dong y · dong y gui · gui tra loi · xong · hoan thanh · send',
  change: 'sua · sua lai · chinh lai · doi · doi lai · sua cau tra loi · change · edit',
  stop: 'dung · dung lai · thoi · de sau · khong gui · chua gui · tam dung · huy · stop · later · khong',
  here: 'o day · tra loi o day · lam o day · tiep tuc · bat dau · dong y · tra loi · here',
};
const typed = new Map(
  Object.entries(written).flatMap(([way, words]) =>
    words.split(' · ').map((word) => [`${way} ${word}`, way as Way]),
  ),
);
const allowed = {
  review: ['send', 'change', 'stop'],
  change: ['send', 'stop'],
  here: ['here', 'stop'],
} as const;

/** The button that was typed; null for other words. */
export function wayTyped(text: string, standing: keyof typeof allowed): Way | null {
  const words = fold(text).split(' ');
  while (words.length > 1 && courtesiesAfter.has(words.at(-1)!)) words.pop();
  const said = words.join(' ');
  return allowed[standing].map((way) => typed.get(`${way} ${said}`)).find(Boolean) ?? null;
}

/** "Sửa câu 2", "2": which of so many questions is to be changed. */
export function numberToChange(text: string, count: number): number | null {
  const number = Number(
    /^(?:(?:sua|doi|chinh|xem) )?(?:lai )?(?:cau )?(\d{1,2})(?: (?:a|nhe|nha))?$/.exec(fold(text))?.[1],
  );
  return number >= 1 && number <= count ? number : null;
}
