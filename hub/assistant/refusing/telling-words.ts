import { folded, questionSyllables } from '../../library/index.ts';
import { withoutDiacritics } from '../../platform/folding.ts';
import { isBare } from '../phrases.ts';
import { writtenOut } from '../shorthand.ts';

const mostGroups = 8;

const listed = (words: string) => new Set(words.split('·'));
const alsoBare = (words: ReadonlySet<string>) =>
  new Set([...words].flatMap((word) => [word, withoutDiacritics(word)]));

/** Words that ask, or speak to whoever is asked, as they are written: "thẻ" is none, though "the" might be. */
const asking = listed(
  'a·ai·bao·bị·các·cần·cho·có·của·do·được·dùng·dưới·gì·hay·khi·không·là·làm·lâu·mấy·một·muốn·nào·này·nếu·nhé·nhỉ·nhiều·như·' +
    'những·ở·phải·ra·sai·sao·sau·tại·thế·theo·thì·từ·và·vậy·về·vì·với·đây·đến·rồi·rằng·để·đâu·nhiêu·tôi·mình·em·ơi·ạ·dạ·vâng·hỏi',
);
/** Two that tell together, though one of them by itself might ask. */
const telling = alsoBare(
  listed(
    'dự bị·chuẩn bị·trang bị·thiết bị·thẻ đảng·vi phạm·cơ quan·cơ sở·cơ cấu·cán bộ·tài sản·tài chính·báo cáo·bảo vệ·thi đua·' +
      'máy tính·đi làm·làm việc·làm xa·nhu cầu·tư tưởng·vị trí',
  ),
);
/** Two that only speak to whoever is asked. */
const addressing = alsoBare(listed('đồng chí·trợ lý'));

/** The words of the question that tell what it is about, shorthand written out; neighbours together. */
export function tellingWords(typed: string): string[] {
  const words = wordsOf(typed);
  const asks = isBare(typed)
    ? (word: string) => questionSyllables.has(folded(word))
    : (word: string) => asking.has(word.toLowerCase());
  const isOf = (pairs: ReadonlySet<string>, at: number) =>
    [at - 1, at].some((first) => pairs.has(`${words[first]?.word} ${words[first + 1]?.word}`.toLowerCase()));
  const groups: string[] = [];
  let open: string[] = [];
  const close = () => {
    if (open.length > 0) groups.push(open.join(' '));
    open = [];
  };
  for (const [at, { word, endsPart }] of words.entries()) {
    if (isOf(addressing, at) || (asks(word) && !isOf(telling, at))) close();
    else open.push(word);
    if (endsPart) close();
  }
  close();
  return [...new Set(groups)].slice(0, mostGroups);
}

function wordsOf(typed: string): { word: string; endsPart: boolean }[] {
  const bare = isBare(typed);
  return typed
    .normalize('NFC')
    .split(/\s+/)
    .flatMap((withSigns) => {
      const word = withSigns.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}%]+$/gu, '');
      if (word === '') return [];
      const written = writtenOut(word);
      const parts = (bare && written !== word ? withoutDiacritics(written) : written).split(' ');
      const endsPart = /[,.;:?!)]$/.test(withSigns);
      return parts.map((part, place) => ({ word: part, endsPart: endsPart && place === parts.length - 1 }));
    });
}
