import type { Addressee } from '../../../hub/feedback/index.ts';
import { fold } from '../fold.ts';
import type { Question } from './draft.ts';

/** What is typed instead of a button, folded; words of one button stand apart by a dot. */
function ways(written: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(written).flatMap(([way, words]) => words.split(' · ').map((word) => [word, way] as const)),
  );
}

const kinds = ways({
  'feedback:kind:question': 'hoi · cau hoi · chat van · question',
  'feedback:kind:opinion': 'y kien · gop y · gop y kien · opinion',
  'feedback:kind:proposal': 'kien nghi · de nghi · de xuat · proposal',
  'feedback:kind:reported': 'phan anh · phan anh cua nhan dan · phan anh cua dan · dan phan anh · reported',
  'feedback:kind:door':
    'khieu nai · to cao · khieu nai to cao · don khieu nai · don to cao · complaint · denunciation',
});

const typed: Readonly<Record<Question, ReadonlyMap<string, string>>> = {
  to: ways({}),
  kind: kinds,
  topic: ways({ 'feedback:topic:none': 'bo qua · khong co · khong · skip · none' }),
  level: ways({
    'feedback:level:named': 'ghi ten · co ten · ghi ro ten · ghi ho ten · named',
    'feedback:level:confidential': 'kin · giu kin · bao mat · gui kin · confidential',
    'feedback:level:unlinkable':
      'khong ghi ten · khong ten · ko ghi ten · an danh · giau ten · without a name',
  }),
  voice: ways({
    'feedback:level:named': 'ghi ten · co ten · ghi ro ten · named',
    'feedback:voice:drop': 'bo tin thoai · khong gui tin thoai · viet bang chu · viet · without voice',
  }),
  text: ways({}),
  long: ways({
    'feedback:split': 'gui lam hai · chia doi · chia hai · hai phan · lam hai · split',
    'feedback:part:text': 'viet lai · viet ngan lai · rut gon · sua · rewrite',
  }),
  review: ways({
    'feedback:send': 'gui · gui di · gui ngay · gui gop y · dong y gui · send',
    'feedback:edit': 'sua · sua lai · chinh lai · edit',
    'feedback:unfile': 'bo tep · bo anh · bo tin thoai · bo tep kem · remove files',
  }),
  unfile: ways({ 'feedback:unfile:all': 'bo het · bo tat ca · tat ca · het · all' }),
  edit: ways({
    'feedback:send': 'gui · gui di · gui ngay · send',
    'feedback:part:text': 'loi · noi dung · loi viet · viet lai · text',
    'feedback:part:to': 'noi nhan · noi gui · gui den dau · dia chi · to',
    'feedback:part:kind': 'loai · kind',
    'feedback:part:topic': 'chu de · ve viec · viec gi · topic',
    'feedback:part:level': 'cach gui · muc · muc kin · ghi ten · level',
  }),
};

const leaving: ReadonlySet<string> = new Set([
  'thoi',
  'huy',
  'huy bo',
  'khong gui',
  'thoi khong gui',
  'cancel',
]);

/** The button that was typed in answer to a question; null for other words. */
export function typedWay(text: string, asked: Question): string | null {
  const folded = fold(text);
  return typed[asked].get(folded) ?? (leaving.has(folded) ? 'feedback:stop' : null);
}

/** "Kiến nghị", "chất vấn", folded. */
export function kindTyped(folded: string): string | null {
  return kinds.get(folded)?.split(':')[2] ?? null;
}

const ownCell: ReadonlySet<string> = new Set(
  'chi bo · chi uy · chi bo toi · chi bo minh · cell'.split(' · '),
);
const aboveIt: ReadonlySet<string> = new Set(
  'dang uy · dang bo · co so · cap uy co so · dang uy co so · dang bo co so · base'.split(' · '),
);
/** What stands before a name and is no part of it in every unit's own. */
const before = /^(?:dang uy|dang bo|cap uy|chi uy) /;

/** Who is meant by "chi bộ", "đảng ủy", "xã", "tỉnh" or a unit's name; null where nobody or several could be. */
export function addresseeTyped(folded: string, addressees: readonly Addressee[]): Addressee | null {
  if (ownCell.has(folded)) return addressees.find(({ distance }) => distance === 0) ?? null;
  if (aboveIt.has(folded)) return addressees.find(({ distance }) => distance === 1) ?? null;
  const [one, ...others] = named(folded, addressees) ?? named(folded.replace(before, ''), addressees) ?? [];
  return one && others.length === 0 ? one : null;
}

function named(words: string, addressees: readonly Addressee[]): readonly Addressee[] | null {
  if (words === '') return null;
  const exact = addressees.filter(({ unit }) => fold(unit.name) === words || fold(unit.code) === words);
  if (exact.length > 0) return exact;
  const found = addressees.filter(({ unit }) => ` ${fold(unit.name)} `.includes(` ${words} `));
  return found.length > 0 ? found : null;
}
